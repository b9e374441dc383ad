"""The files of the search: columns by kind, codes, characters and prose under names that hold their hash, and
the manifest that names them. A browser keeps the former for ever and asks only whether the manifest is new.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.artifacts import Artifact
from generator.i18n.name_folding import fold, traditional_variants
from generator.outputs.context import Job, OutputContext
from generator.outputs.search_index.answering import answering
from generator.outputs.search_index.columns import codes, columns
from generator.outputs.search_index.counting import counting
from generator.outputs.search_index.exemplars import exemplars
from generator.outputs.search_index.passages import passages
from generator.outputs.search_index.words import browser_words
from generator.register.coverage import in_area
from generator.schema.records import Area, Scheme
from generator.site.kinds.registry import KINDS, records_of
from generator.site.record_names import in_order
from generator.site.search import events
from generator.site.search.attributes import UNITS
from generator.site.search.exemplar_pool import is_held
from generator.site.search.facets import FACETS, value_label
from generator.site.site import Site

MANIFEST = "search/manifest.json"


ADDRESSES = ("search/*.json",)


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield every file of the search, the manifest last."""
    order = {folder: in_order(site, folder) for folder in kinds_searched(site)}
    kinds: dict[str, Any] = {}
    alphabet: set[str] = set()
    for folder in order:
        made = columns(site, folder, order)
        alphabet |= set(fold(made["names"])).union(*(fold(other) for _, _, other in made["others"]))
        file = _hashed(folder, made)
        yield file
        kinds[folder] = {
            "file": file.path,
            "name": KINDS[folder].name,
            "title": site.words(KINDS[folder].title),
            "unit": folder in UNITS,
            "count": len(order[folder]),
            "columns": [site.words(column) for column in KINDS[folder].columns],
            "numeric": [n for n, c in enumerate(KINDS[folder].columns) if c in KINDS[folder].numeric],
        }
    text = [*passages(site)]
    alphabet |= {character for _, _, title, body in text for character in fold(title + body)}
    apart = {
        "codes": _hashed("codes", codes(site, order.get("enterprises", ()))),
        "traditional": _hashed(
            "traditional", "".join(a + b for a, b in traditional_variants(alphabet).items())
        ),
        "prose": _hashed("prose", text),
        "counting": _hashed("counting", counting(site, order)),
        "answers": _hashed("answers", answering(site)),
    }
    if is_held(site):
        apart["exemplars"] = _hashed("exemplars", exemplars(site))
    yield from apart.values()
    named = {name: file.path for name, file in apart.items()}
    yield Artifact(MANIFEST, _json({**_manifest(site, order), **named, "kinds": kinds}))


def kinds_searched(site: Site) -> list[str]:
    """Return the kinds that have a column file: units first, in the order in which results stand."""
    held = [folder for folder, kind in KINDS.items() if records_of(site, kind)]
    return sorted(held, key=lambda folder: folder not in UNITS)


def _manifest(site: Site, order: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    words = site.words
    return {
        "title": site.title,
        "on": site.as_of.isoformat(),
        "axis": site.register.axis,
        "demo": site.catalog.settings.demo,
        "lookup": site.doors["lookup"],
        "words": browser_words(words),
        "facets": {name: _facet(site, name) for name in FACETS},
        "categories": events.categories(site),
        "schemes": events.schemes(site),
        "lists": events.lists(site),
        "coverage": [list(line) for line in coverage(site)],
        "places": _place_names(site),
        "letters": letters(codes(site, order.get("enterprises", ()))),
    }


def _facet(site: Site, name: str) -> dict[str, Any]:
    facet = FACETS[name]
    labels = {value: value_label(site, name, value) for value in facet.order}
    return {"title": site.words(facet.title), "numeric": facet.numeric, "labels": labels}


def coverage(site: Site) -> Iterator[tuple[str, str]]:
    """Yield what is held of each series of lists: its category, and a sentence."""
    words, catalog = site.words, site.catalog
    held = {row.scheme for row in in_area(catalog, catalog.settings.area)}
    rows = Counter(s.row.scheme for s in site.register.ledger.spells if s.begun(site.as_of))
    for scheme in catalog.rows(Scheme).values():
        until = site.register.reach(scheme.id).checked_until
        if rows[scheme.id] or scheme.id in held:
            checked = str(until) if until else words("ui.checked_never")
            name = words.of(scheme, "name")
            yield scheme.category, words("find.coverage", name=name, n=rows[scheme.id], d=checked)


def _place_names(site: Site) -> list[str]:
    """Names of areas and their short forms: what comes before the name proper of a firm."""
    found = set()
    for area in site.catalog.rows(Area).values():
        name = fold(area.name_zh)
        found |= {name, name[:-1]} if len(name) > 2 else {name}
    return sorted(found, key=lambda name: (-len(name), name))


def letters(text: str) -> list[str]:
    """Return the runs of letters that occur in credit codes: another run of letters is no part of one."""
    runs: set[str] = set()
    for code in text.split("\n"):
        runs |= set("".join(c if c.isalpha() else " " for c in code).split())
    return sorted(run for run in runs if not any(run != other and run in other for other in runs))


def _hashed(name: str, content: object) -> Artifact:
    data = _json(content)
    return Artifact(f"search/{name}.{hashlib.sha256(data).hexdigest()[:12]}.json", data)


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
