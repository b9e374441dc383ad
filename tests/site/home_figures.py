"""The numbers of the home page, worked out anew from the CSV files alone; it knows nothing of the generator.

Written from data-model.md (Subjects, rows of lists, time; Status and counts), not from the code it checks.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

Row = dict[str, str]
SUBJECTS = ("product", "park", "enterprise")
ENDINGS = ("removed", "succeeded")


class Figures:
    """A city's data folder, read as it lies there."""

    def __init__(self, data: Path, area: str, as_of: str, axis: str) -> None:
        self.area, self.as_of, self.axis = area, date.fromisoformat(as_of), axis
        self.tables: dict[str, list[Row]] = {}
        for path in data.glob("*/*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                self.tables[path.stem] = list(csv.DictReader(file))
        gone = {w["row"] for w in self.tables["withdrawals"]}
        for name, rows in self.tables.items():
            self.tables[name] = [r for r in rows if not gone & set(r.values())]
        self.by_id = {row["id"]: row for rows in self.tables.values() for row in rows}

    def held(self, category: str, level: str, on: date) -> tuple[int, int, int]:
        """Confirmed units, units of unconfirmed place, rows that are not identified, on a day."""
        confirmed: dict[str, bool] = {}
        unknown = 0
        for row in self.tables["recognitions"]:
            official = self.by_id.get(row["list"])
            if official is None or official["kind"] != "additions" or official["stage"] != "final":
                continue
            scheme = self.by_id[official["scheme"]]
            if (scheme["category"], scheme["level"]) != (category, level) or row["publish"] == "hold":
                continue
            for unit, start, end in self.stays(row, official):
                if start is None or start > on or (end is not None and end <= on):
                    continue
                if unit:
                    confirmed[unit] = confirmed.get(unit, False) or self.confirmed(row, unit, on)
                else:
                    unknown += 1
        yes = sum(confirmed.values())
        return yes, len(confirmed) - yes, unknown

    def stays(self, row: Row, official: Row) -> list[tuple[str, date | None, date | None]]:
        """Who stood on a list by this row, from when to when."""
        unit = next((row[s] for s in SUBJECTS if row[s]), "")
        start = self.day(official["published"], official["list_year"])
        stays = [(unit, start, None)]
        for when, what, successor in sorted(self.turns(row, unit, official["scheme"])):
            last_unit, begun, ended = stays[-1]
            if what in ENDINGS and ended is None:
                stays[-1] = (last_unit, begun, when)
                if what == "succeeded":
                    stays.append((successor, when, None))
            elif what == "restored" and ended is not None:
                stays.append((last_unit, when, None))
        return stays

    def turns(self, row: Row, unit: str, scheme: str) -> list[tuple[date, str, str]]:
        """Removals, successions and restorations of a row, with their day on the axis of headlines."""
        found: dict[tuple[date, str], str] = {}
        for other in self.tables["recognitions"]:
            removal = self.by_id.get(other["list"])
            same = unit and unit in (other[s] for s in SUBJECTS)
            if same and removal and removal["kind"] == "removals" and removal["scheme"] == scheme:
                when = self.day(removal["published"] or removal["dated"], removal["list_year"])
                if when and removal["stage"] == "final":
                    found[when, "removed"] = ""
        for event in self.tables["events"]:
            whole = event["type"] in ("removed", "restored") or event["successor"]
            if event["recognition"] == row["id"] and event["type"] in (*ENDINGS, "restored") and whole:
                removal = self.by_id.get(event["list"], {"published": "", "list_year": ""})
                when = self.day(removal["published"] or event["date"], removal["list_year"])
                if when:
                    found[when, event["type"]] = event["successor"]
        return [(when, what, successor) for (when, what), successor in found.items()]

    def day(self, published: str, year: str) -> date | None:
        """The day from which something counts by the axis of headlines."""
        if self.axis == "list_year" and year:
            return date(int(year), 12, 31)
        return last(published) if published else None

    def confirmed(self, row: Row, unit: str, on: date) -> bool:
        """Whether a row is the city's own."""
        maker = self.by_id[unit].get("enterprise") or unit
        places = [
            p
            for p in self.tables["places"]
            if p["unit"] == maker and p["grade"] != "candidate"
            if (not p["valid_from"] or first(p["valid_from"]) <= on)
            and (not p["valid_to"] or on <= last(p["valid_to"]))
        ]
        return row["publish"] == "yes" and (not places or places[-1]["grade"] == "confirmed")

    def latest(self, category: str, level: str) -> Row | None:
        """The latest final cumulative figure published for the city."""
        metrics = {
            m["id"]
            for m in self.tables["metrics"]
            if (m["category"], m["level"], m["measure"], m["counted"])
            == (category, level, "count", "subject")
        }
        found = [
            c
            for c in self.tables["claims"]
            if c["metric"] in metrics and c["scope"] == self.area and c["stage"] == "final"
            if not c["list"] and not c["period_from"] and last(c["as_of"]) <= self.as_of
        ]
        return max(found, key=lambda c: last(c["as_of"]), default=None)

    def growth(self, category: str, level: str, until: int) -> list[tuple[int, int, int]]:
        """Year, confirmed and unconfirmed units at each year's end, from the first listing on."""
        found = []
        for year in range(2000, until + 1):
            yes, inferred, _ = self.held(category, level, date(year, 12, 31))
            if yes or inferred or found:
                found.append((year, yes, inferred))
        return found

    def official(self, scheme: str) -> dict[int, tuple[int | None, int | None]]:
        """Additions and removals of a scheme's lists by list year; None where a count is missing."""
        counts: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        for row in self.tables["lists"]:
            if row["scheme"] == scheme and row["stage"] == "final" and not row["count_scope"]:
                counts[int(row["list_year"]), row["kind"]].append(row["official_count"])
        years = [year for year, _ in counts]

        def total(year: int, kind: str) -> int | None:
            given = counts.get((year, kind), [""])
            return sum(map(int, given)) if all(given) else None

        return {
            year: (total(year, "additions"), total(year, "removals"))
            for year in range(min(years), max(years) + 1)
        }


def first(text: str) -> date:
    """First day of a date that may stop at the month or year."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last(text: str) -> date:
    """Last day of a date that may stop at the month or year."""
    parts = text.split("-")
    if len(parts) == 3:
        return date.fromisoformat(text)
    year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
