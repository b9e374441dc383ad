"""Which units are comparable to one that asks, and in which order: one that can be explained.

Nothing is weighed and nothing added up. Each criterion says how far a unit is from what was asked, 0 for as
asked; units stand in order by the first criterion, those alike there by the second, and so on, at last by
name. Where too few are as asked, one filter after the other gives way, the least important first, and each
step is told. The order of importance is this site's own and is printed on the page (/exemplars/).

The browser works the same out in browser/register/comparable.js; one file of cases,
tests/register/exemplar_cases.json, holds both to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.register.ledger import LEVELS

Criterion = Literal["industry", "improve", "level", "size", "area"]
CRITERIA: tuple[Criterion, ...] = ("industry", "improve", "level", "size", "area")
"""What units are compared by, the most important first; filters give way from the end."""
ENOUGH = 3
"""Units found at which no further filter gives way."""
AS_ASKED, FURTHER_UP, SAME_LEVEL, LOWER = range(4)
"""Distances of the level: the one to aim at, one beyond it, the level held already, one below that."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What somebody looks for; empty where a criterion was not given."""

    industry: tuple[str, ...] = ()
    """The industry, then everything it is part of, the narrowest first."""
    improve: str = ""
    """Kind of measure that a case should show."""
    level: str = ""
    """Level held now, ``none`` for none."""
    size: str = ""
    area: str = ""
    rungs: tuple[str, ...] = LEVELS
    """Levels that the category has, from the lowest up."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that may be offered: what is known of it, empty where it is not."""

    industry: tuple[str, ...] = ()
    """Its industry and everything that is part of; in any order."""
    measures: tuple[str, ...] = ()
    """Kinds of measures of its cases."""
    level: str = ""
    """Highest level at which it stands on a list."""
    size: str = ""
    areas: tuple[str, ...] = ()
    """The areas it counts for; none where its place is not confirmed."""
    apart: bool = False
    """Whether its place was merely inferred: it stands behind the others and is not counted with them."""


@dataclass(frozen=True, slots=True)
class RelaxationStep:
    """What was found at one step of looking wider."""

    criterion: str
    """The filter that gave way; empty for the first step, where all of them hold."""
    allowed: int
    """How far a unit may be from what was asked by that criterion from here on."""
    found: int
    apart: int
    """Units found whose place is not confirmed; not among `found`."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer."""

    steps: tuple[RelaxationStep, ...]
    order: tuple[int, ...]
    """Places of the units found among the candidates, in the order in which they are shown."""


def aim(level: str, rungs: Sequence[str]) -> str:
    """Return the level to look at from the one held: the next one, the highest itself for who is there."""
    held = LEVELS.index(level) if level in LEVELS else -1
    above = [rung for rung in rungs if LEVELS.index(rung) > held]
    return above[0] if above else (rungs[-1] if rungs else "")


def distances(asked: Criteria, candidate: Candidate) -> tuple[int, ...]:
    """Return how far a unit is from what was asked, by criterion; 0 too for what was not asked.

    Of the industry it is how many parts upwards one must go until both are in the same: 0 for the industry
    asked or a part of it, ``len(asked.industry)`` where nothing holds both or the unit's is not known.
    """
    shared = [n for n, part in enumerate(asked.industry) if part in candidate.industry]
    return (
        shared[0] if shared else len(asked.industry),
        int(bool(asked.improve) and asked.improve not in candidate.measures),
        _level(asked, candidate.level),
        int(bool(asked.size) and asked.size != candidate.size),
        int(bool(asked.area) and asked.area not in candidate.areas),
    )


def _level(asked: Criteria, level: str) -> int:
    target = aim(asked.level, asked.rungs)
    if not asked.level or level == target:
        return AS_ASKED
    if level == asked.level:
        return SAME_LEVEL
    return FURTHER_UP if LEVELS.index(level) > LEVELS.index(target) else LOWER


def widenings(asked: Criteria) -> list[tuple[Criterion, int]]:
    """Return which filter gives way next, and how far: area, size, level in two steps, measure, industry."""
    given: list[tuple[Criterion, int]] = []
    given += [("area", 1)] if asked.area else []
    given += [("size", 1)] if asked.size else []
    given += [("level", FURTHER_UP), ("level", LOWER)] if asked.level else []
    given += [("improve", 1)] if asked.improve else []
    return given + [("industry", n + 1) for n in range(len(asked.industry))]


def find(asked: Criteria, candidates: Sequence[Candidate]) -> Matches:
    """Find comparable units among candidates that stand in alphabetical order.

    A step that no unit at all could gain by is not taken, since there is nothing to say of it.
    """
    away = [distances(asked, candidate) for candidate in candidates]
    limits = dict.fromkeys(CRITERIA, 0)
    order = _within(away, limits)
    steps = [_step("", 0, order, candidates)]
    for criterion, allowed in widenings(asked):
        if steps[-1].found >= ENOUGH:
            break
        place, before = CRITERIA.index(criterion), limits[criterion]
        if any(before < far[place] <= allowed for far in away):
            limits[criterion] = allowed
            order = _within(away, limits)
            steps.append(_step(criterion, allowed, order, candidates))

    def key(n: int) -> tuple[object, ...]:
        return candidates[n].apart, away[n], not candidates[n].measures, n

    return Matches(tuple(steps), tuple(sorted(order, key=key)))


def _within(away: Sequence[tuple[int, ...]], limits: dict[Criterion, int]) -> list[int]:
    most = tuple(limits.values())
    return [n for n, far in enumerate(away) if all(f <= m for f, m in zip(far, most, strict=True))]


def _step(
    criterion: str, allowed: int, order: Sequence[int], candidates: Sequence[Candidate]
) -> RelaxationStep:
    apart = sum(candidates[n].apart for n in order)
    return RelaxationStep(criterion, allowed, len(order) - apart, apart)


def reasons(asked: Criteria, candidate: Candidate) -> list[tuple[str, str]]:
    """Return why a unit is offered, in the order of the criteria: a reason, and what it is about.

    ``industry`` the same one, ``within`` what both are part of, ``improve`` a case with the measure, ``case``
    another case, ``level_up`` one level up, ``level_further`` beyond it, ``level_same``, ``size``, ``area``.
    """
    industry, improve, level, size, area = distances(asked, candidate)
    told: list[tuple[str, str]] = []
    if industry < len(asked.industry):
        told.append(("within" if industry else "industry", asked.industry[industry]))
    if asked.improve and not improve:
        told.append(("improve", asked.improve))
    elif candidate.measures:
        told.append(("case", ""))
    if asked.level and level < LOWER:
        same = level == SAME_LEVEL or candidate.level == asked.level
        told.append(("level_same" if same else ("level_up", "level_further")[level], candidate.level))
    if asked.size and not size:
        told.append(("size", asked.size))
    if asked.area and not area:
        told.append(("area", asked.area))
    return told


@dataclass(frozen=True, slots=True)
class Limits:
    """Whom a record of the libraries is for; empty where it says no such thing."""

    category: str = ""
    levels: tuple[str, ...] = ()
    """Levels at which one may have it."""
    industries: tuple[tuple[str, ...], ...] = ()
    """The industries it is for, each with everything it is part of, the narrowest first."""
    measure: str = ""


def fits(limits: Limits, asked: Criteria, category: str) -> bool:
    """Tell whether a policy, technology or the like fits: all that limits it, and was asked, agrees.

    Levels are compared with the one aimed at; industries fit where one is part of the other.
    """
    target = aim(asked.level, asked.rungs) if asked.level else ""
    return (
        limits.category in ("", category)
        and (not limits.levels or not target or target in limits.levels)
        and (not limits.measure or not asked.improve or limits.measure == asked.improve)
        and (not limits.industries or any(_akin(asked.industry, line) for line in limits.industries))
    )


def _akin(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two industries is part of the other; one that was not asked is akin to all."""
    return not one or one[0] in other or other[0] in one
