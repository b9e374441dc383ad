"""The real register: the 6,457 printed rows of the national lists of batches 1–6, as a data folder.

It is the benchmark's measure of size and the project's positive control: real rows, no problem to be found.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from benchmarks.city import write_city
from benchmarks.conversion import CATEGORIES, ListFacts, category_of, convert

FACTS = Path(__file__).resolve().parents[2] / "shared" / "facts"
"""The researched facts, which lie beside the repository."""
ROWS = "national_lists_batches_1_6.csv"
TOTALS = "national_totals.csv"
AS_OF = "2022-01-15"
_YEARS = {"1": 2017, "2": 2018, "3": 2018, "4": 2019, "5": 2020, "6": 2021}
_YEAR_PRINTED_FROM = 6


def write_national(folder: Path, facts: Path = FACTS) -> None:
    """Convert the national lists in `facts` into `folder`; FileNotFoundError where they are absent."""
    rows, totals = _read(facts / ROWS), _read(facts / TOTALS)
    tables = convert(rows, list_facts(rows, totals))
    write_city(
        folder,
        tables,
        title="全国绿色制造名单",
        source="第一批至2021年度绿色制造名单",
        as_of=AS_OF,
        demo=False,
    )


def list_facts(rows: list[dict[str, str]], totals: list[dict[str, str]]) -> dict[tuple[str, str], ListFacts]:
    """Return title, year and number of every list; a number other than that of its rows is told in words."""
    held = Counter((category_of(row["category"]), row["batch_no"]) for row in rows)
    labels = {row["batch_no"]: row["list_label"] for row in rows}
    official = {row["batch_no"]: row for row in totals}
    found = {}
    for (category, batch), count in held.items():
        said = int(official[batch][f"green_{category.replace('-', '_')}_new"])
        found[category, batch] = ListFacts(
            title=f"{labels[batch]}绿色制造名单：{CATEGORIES[category][1]}",
            year=_YEARS[batch],
            year_printed=int(batch) >= _YEAR_PRINTED_FROM,
            official_count=said if said == count else None,
            explained_by="" if said == count else f"通知所说为{said}，公布的表格为{count}行。",
        )
    return found


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
