"""The ladder of a category: its levels from the lowest up, what each asks for, and who went which way.

Pure questions about the catalog; what is not held is left out here and said to be missing by the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog.public_view import PublicView
from generator.catalog.settings import LadderRule
from generator.register.ledger import LEVELS, Ledger
from generator.register.places import is_own, place_of
from generator.schema.records import Indicator, Requirement, Scheme, Standard

KINDS = ("deadline", "procedure", "condition", "bar", "system", "document", "change")
"""Kinds of requirement in the order in which an applicant meets them."""


@dataclass(frozen=True, slots=True)
class LevelStep:
    """One level of a category's ladder."""

    scheme: Scheme
    rules: tuple[LadderRule, ...]
    """Which lower level it presupposes, and since when."""
    requirements: tuple[Requirement, ...]
    """Everything held of it, in the order of KINDS."""


def rungs(catalog: PublicView, category: str) -> tuple[LevelStep, ...]:
    """Return the levels that a category has, from the lowest up."""
    schemes = sorted(catalog.where(Scheme, "category", category), key=lambda s: LEVELS.index(s.level))
    held = catalog.where(Requirement, "category", category)
    return tuple(
        LevelStep(
            scheme,
            tuple(r for r in catalog.settings.ladder if (r.category, r.level) == (category, scheme.level)),
            tuple(sorted((r for r in held if r.level == scheme.level), key=lambda r: KINDS.index(r.kind))),
        )
        for scheme in schemes
    )


def deadlines(catalog: PublicView) -> tuple[Requirement, ...]:
    """Return every deadline that has a date: yearly ones by their day, others by date, those past last."""
    dated = [
        (is_past(r, catalog.as_of), not r.yearly, r.due.text[5:] if r.yearly else r.due.text, r.id, r)
        for r in catalog.rows(Requirement).values()
        if r.kind == "deadline" and r.due
    ]
    return tuple(row for *_, row in sorted(dated, key=lambda one: one[:4]))


def is_past(row: Requirement, on: date) -> bool:
    """Tell whether a deadline was over by a day; one that comes every year is, once it is no longer asked."""
    end = row.valid_to if row.yearly else row.due
    return end is not None and end.last < on


Routes = Mapping[tuple[str, ...], tuple[str, ...]]
"""Units by the levels they entered, in the order of entering them; the longest routes first."""


def routes(catalog: PublicView, ledger: Ledger, category: str, on: date) -> Routes:
    """Return the units of a category by the levels they entered, in the order of entering them.

    Only units of the city's own that stand on a list that day: what is true of one whose place is merely
    inferred says nothing of the city's ladder. Levels entered on one day stand from the lowest up.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for subject, spells in ledger.by_subject.items():
        begun = [s for s in spells if s.row.category == category and s.begun(on)]
        if not begun:
            continue
        place = place_of(catalog, subject, on)
        own = [s for s in begun if is_own(s.row.publish == "yes", place)]
        if any(not s.ended(on) for s in own):
            ordered = sorted(own, key=lambda s: (s.entered or date.max, LEVELS.index(s.row.level)))
            path = tuple(dict.fromkeys(s.row.level for s in ordered))
            found.setdefault(path, []).append(subject)
    return {path: tuple(units) for path, units in sorted(found.items(), key=lambda item: _climb(item[0]))}


def _climb(path: tuple[str, ...]) -> tuple[int, tuple[int, ...]]:
    """Longest routes first, then those that began lowest."""
    return -len(path), tuple(LEVELS.index(level) for level in path)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a standard beside another: what it is made of, never what is measured by it."""

    standard: Standard
    dimensions: tuple[str, ...]
    indicators: int
    public: int
    """Indicators whose benchmark and leading value are both public."""


def dimensions(catalog: PublicView, standard: Standard) -> tuple[str, ...]:
    """Return what a version of a standard is divided into: as written down, then as its indicators say."""
    given = [name.strip() for name in standard.dimensions.split("；")]
    held = [i.dimension for i in catalog.where(Indicator, "standard", standard.id)]
    return tuple(dict.fromkeys(name for name in (*given, *held) if name))


def versions(catalog: PublicView, category: str) -> tuple[Version, ...]:
    """Return the versions of the standards of a category, the newest of each first."""
    standards = catalog.where(Standard, "category", category)
    ordered = sorted(standards, key=lambda s: s.version, reverse=True)
    codes = list(dict.fromkeys(s.code for s in standards))
    return tuple(_version(catalog, s) for s in sorted(ordered, key=lambda s: codes.index(s.code)))


def _version(catalog: PublicView, standard: Standard) -> Version:
    indicators = catalog.where(Indicator, "standard", standard.id)
    return Version(
        standard,
        dimensions(catalog, standard),
        len(indicators),
        sum(i.benchmark is not None and i.leading is not None for i in indicators),
    )
