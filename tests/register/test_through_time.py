"""The sweep over all days says of every day what the count of that day says, and both follow the rule."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from small import additions, catalog, row

from generator.catalog.public_view import PublicView
from generator.register.ledger import LEVELS, Axis, Ledger, build_ledger
from generator.register.places import is_own, place_of, places_through, within
from generator.register.through_time import ThroughTime
from generator.register.totals import Counting, CountQuery, tally, unit_counted
from generator.schema.records import Area, Category, Place

AXES: tuple[Axis, ...] = ("published", "list_year")


def days_of(made: PublicView, ledger: Ledger) -> list[date]:
    """Every day on which something begins or ends, and the days around it."""
    turns = {d for s in ledger.spells for dates in (s.start, s.end) for d in dates.values() if d}
    for place in made.rows(Place).values():
        turns |= {
            d
            for d in (place.valid_from and place.valid_from.first, place.valid_to and place.valid_to.last)
            if d
        }
    return sorted({turn + timedelta(days=n) for turn in turns for n in (-1, 0, 1)})


def by_the_rule(made: PublicView, ledger: Ledger, asked: CountQuery) -> tuple[list[str], list[str], int, int]:
    """Units, units of unconfirmed place, unidentified rows and removed units of a day, spell by spell."""
    held: dict[str, bool] = {}
    gone: set[str] = set()
    unresolved = 0
    keys = unit_counted(made, asked.counted)
    part = asked.area if asked.area != made.settings.area else ""
    for spell in ledger.spells:
        start = spell.start[asked.axis]
        if spell.row.category != asked.category or spell.row.level not in asked.levels or not start:
            continue
        if not spell.subject:
            unresolved += not asked.area and spell.counts(asked.on, asked.axis)
            continue
        place = place_of(made, spell.subject, asked.on)
        sure = is_own(spell.row.publish == "yes", place)
        if part:
            sure = sure and place is not None and within(made, place.area, part)
        unit = keys(spell.subject)
        if spell.counts(asked.on, asked.axis) and (sure or not part):
            held[unit] = held.get(unit, False) or sure
        elif sure and start <= asked.on and spell.ending:
            gone.add(unit)
    units = [unit for unit, sure in held.items() if sure]
    return units, [unit for unit in held if unit not in units], unresolved, len(gone - set(held))


def assert_same(made: PublicView, levels: tuple[str, ...], category: str, area: str, counted: str) -> int:
    """Compare the two on every day that could differ; return the largest count seen."""
    ledger = build_ledger(made)
    most = 0
    for axis in AXES:
        asked = CountQuery(category, levels, date.max, axis, area, counted)
        swept, counting = ThroughTime(made, ledger, asked), Counting(made, ledger, asked)
        days = days_of(made, ledger)
        for day in random.Random(len(days)).sample(days, len(days)):  # no day's answer rests on another's
            counted_then = counting.on(day)
            assert counted_then == tally(made, ledger, replace(asked, on=day))
            told = (counted_then.units, counted_then.inferred, counted_then.unresolved, counted_then.removed)
            units, inferred, *numbers = by_the_rule(made, ledger, replace(asked, on=day))
            assert told == (tuple(units), tuple(inferred), *numbers), (asked, day)
            assert swept.on(day) == (counted_then.rows, len(counted_then.inferred)), (asked, day)
            most = max(most, counted_then.rows)
    return most


@pytest.mark.parametrize("city", ["changzhou", "demo"])
def test_both_cities_on_every_day(request: pytest.FixtureRequest, city: str) -> None:
    made: PublicView = request.getfixturevalue(city)
    areas = [
        "",
        made.settings.area,
        next(a.id for a in made.rows(Area).values() if a.parent == made.settings.area),
    ]
    most = [
        assert_same(made, LEVELS, category, area, "enterprise" if category == "product" else "subject")
        for category, area in product(made.rows(Category), areas)
    ]
    assert max(most) > 20


def made_at_random(seed: int) -> PublicView:
    """Units that move, with places of both grades, on lists known by date, by year or by neither."""
    choice = random.Random(seed)

    def day() -> str:
        return str(date(2018, 1, 1) + timedelta(days=choice.randrange(1200)))

    lists = [
        additions(
            f"l{n}", choice.choice("mpn"), choice.choice([day(), ""]), choice.choice([2018, 2020, None])
        )
        for n in range(5)
    ]
    rows: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for n in range(14):
        unit = choice.choice(["", "a", "b", "c"])
        rows.append(
            row(f"r{n}", choice.choice(lists)["id"], unit, publish=choice.choice(["yes", "national_only"]))
        )
        for kind in choice.sample(["removed", "restored", "removed"], choice.randrange(4)):
            events.append({"recognition": f"r{n}", "type": kind, "date": day()})
    places = [
        {
            "unit": choice.choice("abc"),
            "area": choice.choice(["east", "far", "city"]),
            "valid_from": choice.choice(["", day(), "2019"]),
            "valid_to": choice.choice(["", day(), "2019-06"]),
            "grade": choice.choice(["confirmed", "inferred"]),
        }
        for _ in range(choice.randrange(8))
    ]
    return catalog(lists=lists, recognitions=rows, events=events, places=places)


@pytest.mark.parametrize("seed", range(25))
def test_any_register_on_every_day(seed: int) -> None:
    made = made_at_random(seed)
    for levels, area in product([LEVELS, ("national",)], ["", "city", "east"]):
        assert_same(made, levels, "factory", area, "subject")
    for unit, when in product("abc", days_of(made, build_ledger(made))):
        past = [place for start, place in places_through(made, unit) if start <= when]
        assert (past[-1] if past else None) == place_of(made, unit, when)
