"""What the libraries hold that may fit somebody: each record with whom it is for, and its words in short.

Whether a record fits is insight/exemplars.fits; here it is only read whom it is for. What has expired is left
out; what is for parks alone too.
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
from generator.site.site import Edition

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


def records(edition: Edition, folder: str) -> list[dict[str, Any]]:
    """Return the records of a library that may fit somebody, in the order of its index."""
    kind = KINDS[folder]
    rows = records_of(edition, kind)
    made = []
    for id_ in listed(edition, kind):
        limits = _LIMITS[folder](edition, rows[id_])
        if limits is not None:
            made.append(
                {
                    "to": edition.addresses[id_],
                    "text": edition.name(id_),
                    "told": _told(edition, folder, rows[id_]),
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


def _told(edition: Edition, folder: str, row: Any) -> list[str]:
    """What is said of a record besides its name: the cells of its row, each with its column's title."""
    form, words = FORMS[folder], edition.words
    cells = dict(zip(form.columns, form.cells(edition, row), strict=True))
    texts = {column: "".join(part.text for part in cells[column]) for column in SHOWN[folder]}
    return [words("exemplar.pair", label=words(column), text=text) for column, text in texts.items()]


def _policy(edition: Edition, row: Policy) -> Limits | None:
    if validity_of(edition, row) in _OVER:
        return None
    return Limits(category=row.category, industries=_lines(edition, row.industry))


def _incentive(edition: Edition, row: Incentive) -> Limits | None:
    policy = edition.catalog.all(Policy)[row.policy]
    own = _policy(edition, policy)
    if own is None:
        return None
    levels = ABOVE.get(row.level, (row.level,) if row.level else ())
    return Limits(row.category or own.category, levels, own.industries)


def _technology(edition: Edition, row: Technology) -> Limits | None:
    return Limits(industries=_lines(edition, row.industry), measure=row.kind)


def _institution(edition: Edition, row: Institution) -> Limits | None:
    """Banks stand under finance. An institution says in words whom it serves: see `_named`."""
    return None if row.kind == "bank" else Limits(industries=_named(edition, row.industries))


def _finance(edition: Edition, row: FinanceProduct) -> Limits | None:
    return None if row.audience == "park" else Limits()


_LIMITS: Mapping[str, Callable[[Edition, Any], Limits | None]] = {
    "policies": _policy,
    "incentives": _incentive,
    "institutions": _institution,
    "technologies": _technology,
    "finance": _finance,
}


def _lines(edition: Edition, industry: str) -> tuple[tuple[str, ...], ...]:
    return (line_of_code(edition.catalog, edition.sectors.sectors, industry),) if industry else ()


def _named(edition: Edition, words: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of the industries that a text names, by a part of their names.

    Where one of its words is in no name nobody can tell whom it shuts out: then the text limits nothing, and
    the reader sees it as it stands.
    """
    found: list[tuple[str, ...]] = []
    for word in filter(None, _PARTED.split(words)):
        lines = [] if word == _EVERYONE else _called(edition, word)
        if not lines:
            return ()
        found += lines
    return tuple(dict.fromkeys(found))


def _called(edition: Edition, word: str) -> list[tuple[str, ...]]:
    """Lines of the industries and sectors whose name is a word, else of those whose name holds it."""
    sectors = edition.sectors.sectors
    industries = edition.catalog.all(Industry).values()
    names = {row.id: row.name_zh for row in industries} | {s.id: s.head.name_zh for s in sectors.values()}
    same = [id_ for id_, name in names.items() if name == word]
    ids = same or [id_ for id_, name in names.items() if word in name]
    return [line_of_code(edition.catalog, sectors, id_) or (id_,) for id_ in ids]
