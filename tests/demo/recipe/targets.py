"""Targets, one for each answer that progress can have: met, on track, behind, not met, too few data."""

from __future__ import annotations

from recipe import documents
from recipe.figures import held
from recipe.tables import CITY, City


def fill(city: City) -> None:
    """Add the targets; those on counts are set from the lists as drawn, so that each keeps its answer."""
    factories = len(held(city, "factory", ("national",), 2021))
    provincial = {year: len(held(city, "factory", ("provincial",), year)) for year in (2020, 2022)}
    _add(city, "met-factory-national", 2021, "ge", factories - 2, "aspired", "力争", note="达到即为实现。")
    _add(city, "met-factory-provincial", 2026, "ge", provincial[2022] + 14, "aspired", "力争",
         base=(2020, provincial[2020]))  # fmt: skip
    _add(city, "met-energy-since", 2025, "ge", 14.5, "committed", "确保", base=(2020, 0))
    _add(city, "met-energy-since", 2025, "ge", 14, "assigned", "下达", base=(2020, 0), note="由上级下达。")
    _add(city, "met-share", 2027, "gt", 45, "aspired", "力争", base=(2020, 14.2))
    _add(city, "met-water-since", 2024, "ge", 20, "committed", "确保", base=(2020, 0))
    _add(city, "met-chain-national", 2020, "ge", 12, "aspired", "力争")
    _add(city, "met-waste-share", 2022, "gt", 90, "committed", "确保")
    _add(city, "met-renewable-share", 2030, "ge", 50, "aspired", "力争", source=documents.OUTLOOK)
    _add(city, "met-rank", 2027, "le", 2, "aspired", "力争", source=documents.OUTLOOK, base=(2022, 5))
    _add(
        city,
        "met-zero-municipal",
        2027,
        "ge",
        40,
        "aspired",
        "力争",
        source=documents.OUTLOOK,
        base=(2023, 4),
    )


def _add(
    city: City,
    metric: str,
    year: int,
    operator: str,
    value: float,
    commitment: str,
    word: str,
    *,
    base: tuple[int, float] | None = None,
    note: str = "",
    source: str = documents.PLAN,
) -> None:
    row = city.tables["metrics"][metric]
    city.append(
        "targets",
        "target",
        metric=metric,
        scope=CITY,
        base_year=base[0] if base else None,
        base_value=base[1] if base else None,
        year=year,
        operator=operator,
        value=value,
        commitment=commitment,
        quote=f"到{year}年，{word}{row['name_zh']}达到{value}{row['unit']}",
        note=note,
        source=source,
    )
