"""What the libraries hold that may fit somebody: each record with whom it is for, and its words in short.

Whether a record fits is `register.comparable.fits`; here it is only read whom it is for. What has expired is
left out; what is for parks alone too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.register.comparable import Limits
from generator.register.industry_lines import line_of_code
from generator.register.reconcile import ABOVE
from generator.schema.records import (
    FinanceProduct,
    Incentive,
    Industry,
    Institution,
    Policy,
    Technology,
)
from generator.site.kinds.registry import KINDS, listed, records_of
from generator.site.sections.library_rows import FORMS, validity_of
from generator.site.site import Site

SHOWN: Mapping[str, tuple[str, ...]] = {
    "policies": ("ui.level", "field.issuer", "field.validity"),
    "incentives": ("ui.nature", "ui.title_level", "ui.amount"),
    "institutions": ("ui.kind", "ui.services", "ui.serves"),
    "technologies": ("ui.kind", "ui.industry", "ui.maturity", "ui.effect"),
    "finance": ("ui.provider", "ui.kind", "ui.terms"),
}
"""Libraries in the order in which they are shown, with the columns of their rows that are."""
_PARTED = re.compile(r"[、，,；;/\s]+")
_EVERYONE = "各行业"
"""What an institution says that serves every industry."""
_OVER = ("expired", "ended")


def records(site: Site, folder: str) -> list[dict[str, Any]]:
    """Return the records of a library that may fit somebody, in the order of its index."""
    kind = KINDS[folder]
    rows = records_of(site, kind)
    made = []
    for id_ in listed(site, kind):
        limits = _LIMITS[folder](site, rows[id_])
        if limits is not None:
            made.append(
                {
                    "to": site.addresses[id_],
                    "text": site.name(id_),
                    "told": _told(site, folder, rows[id_]),
                    "limits": as_json(limits),
                }
            )
    return made


def as_json(limits: Limits) -> dict[str, Any]:
    """Return limits as the browser reads them."""
    return {
        "category": limits.category,
        "levels": list(limits.levels),
        "industries": [list(line) for line in limits.industries],
        "measure": limits.measure,
    }


def _told(site: Site, folder: str, row: Any) -> list[str]:
    """What is said of a record besides its name: the cells of its row, each with its column's title."""
    form, words = FORMS[folder], site.words
    cells = dict(zip(form.columns, form.cells(site, row), strict=True))
    texts = {column: "".join(part.text for part in cells[column]) for column in SHOWN[folder]}
    return [words("exemplar.pair", label=words(column), text=text) for column, text in texts.items()]


def _policy(site: Site, row: Policy) -> Limits | None:
    if validity_of(site, row) in _OVER:
        return None
    return Limits(category=row.category, industries=_lines(site, row.industry))


def _incentive(site: Site, row: Incentive) -> Limits | None:
    policy = site.catalog.rows(Policy)[row.policy]
    own = _policy(site, policy)
    if own is None:
        return None
    levels = ABOVE.get(row.level, (row.level,) if row.level else ())
    return Limits(row.category or own.category, levels, own.industries)


def _technology(site: Site, row: Technology) -> Limits | None:
    return Limits(industries=_lines(site, row.industry), measure=row.kind)


def _institution(site: Site, row: Institution) -> Limits | None:
    """Banks stand under finance. An institution says in words whom it serves: see `_named`."""
    return None if row.kind == "bank" else Limits(industries=_named(site, row.industries))


def _finance(site: Site, row: FinanceProduct) -> Limits | None:
    return None if row.audience == "park" else Limits()


_LIMITS: Mapping[str, Callable[[Site, Any], Limits | None]] = {
    "policies": _policy,
    "incentives": _incentive,
    "institutions": _institution,
    "technologies": _technology,
    "finance": _finance,
}


def _lines(site: Site, industry: str) -> tuple[tuple[str, ...], ...]:
    return (line_of_code(site.catalog, site.register.sectors.sectors, industry),) if industry else ()


def _named(site: Site, words: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of the industries that a text names, by a part of their names.

    Where one of its words is in no name nobody can tell whom it shuts out: then the text limits nothing, and
    the reader sees it as it stands.
    """
    found: list[tuple[str, ...]] = []
    for word in filter(None, _PARTED.split(words)):
        lines = [] if word == _EVERYONE else _called(site, word)
        if not lines:
            return ()
        found += lines
    return tuple(dict.fromkeys(found))


def _called(site: Site, word: str) -> list[tuple[str, ...]]:
    """Lines of the industries and sectors whose name is a word, else of those whose name holds it."""
    sectors = site.register.sectors.sectors
    industries = site.catalog.rows(Industry).values()
    names = {row.id: row.name_zh for row in industries} | {s.id: s.head.name_zh for s in sectors.values()}
    same = [id_ for id_, name in names.items() if name == word]
    ids = same or [id_ for id_, name in names.items() if word in name]
    return [line_of_code(site.catalog, sectors, id_) or (id_,) for id_ in ids]
