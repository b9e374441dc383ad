"""Slips in what the data says: dates, sums, subjects, names, units.

Same agreement as in slips_in_cells.
"""

from __future__ import annotations

from itertools import pairwise

from tests.mutation.draft import Cell, Draft, Expected
from tests.mutation.slips_in_cells import in_cell, is_id


def period_reversed(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "valid_from", where=lambda c: "valid_to" in c.row)
    return in_cell(draft, cell, "1901", "TMP-001", column="valid_to")


def list_published_before_its_year(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "published", "lists", where=lambda c: bool(c.row["list_year"]))
    return in_cell(draft, cell, str(int(cell.text[:4]) + 1) if cell else "", "TMP-001", column="list_year")


def published_in_the_future(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.name == "published", "sources"), "2099-01-01", "TMP-001")


def _is_counted(cell: Cell) -> bool:
    return (
        cell.row["rows_held"] == "complete"
        and not cell.row["explained_by"]
        and cell.row["kind"] == "additions"
        and int(cell.text) > 0
    )


def count_off_by_one(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "official_count", "lists", where=_is_counted)
    return in_cell(draft, cell, str(int(cell.text) + 1) if cell else "", "SUM-001")


def row_of_a_complete_list_deleted(draft: Draft) -> Expected | None:
    listed = draft.pick(lambda f: f.name == "official_count", "lists", where=_is_counted)
    events = {c.text for c in draft.cells(lambda f: f.name == "recognition", "events")}
    row = draft.pick(
        lambda f: f.name == "list",
        "recognitions",
        where=lambda c: listed is not None and c.text == listed.row["id"] and c.row["id"] not in events,
    )
    if listed is None or row is None:
        return None
    draft.take_away(row)
    return Expected(listed.table.path, listed.line, ("SUM-001",))


def serial_twice(draft: Draft) -> Expected | None:
    rows = [c for c in draft.cells(lambda f: f.name == "serial", "recognitions") if not c.row["remark"]]
    pairs = [
        (a, b)
        for a, b in pairwise(rows)
        if (a.row["list"], a.row["section"]) == (b.row["list"], b.row["section"])
    ]
    if not pairs:
        return None
    first, second = draft.dice.choice(pairs)
    return in_cell(draft, second, first.text, "KEY-003")


def subject_in_the_wrong_column(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "enterprise", "recognitions", where=lambda c: not c.row["park"])
    park = draft.pick(is_id, "parks")
    return in_cell(draft, cell, park.text, "SUB-001", column="park") if cell and park else None


def name_mistyped(draft: Draft) -> Expected | None:
    cell = draft.pick(
        lambda f: f.name == "name_as_published", "recognitions", where=lambda c: bool(c.row["enterprise"])
    )
    return in_cell(draft, cell, cell.text.replace(cell.text[2], "洲", 1) + "厂" if cell else "", "FK-003")


def unit_of_another_indicator(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.name == "unit", "measurements"), "tce/万元", "UNT-001")


def percentage_too_large(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "value", "measurements", where=lambda c: c.row["unit"] == "%")
    return in_cell(draft, cell, "812", "PCT-001")


def event_before_its_list(draft: Draft) -> Expected | None:
    early = ("recommended", "publicity")
    cell = draft.pick(lambda f: f.name == "date", "events", where=lambda c: c.row["type"] not in early)
    return in_cell(draft, cell, "1998-03-01", "TMP-001")


def event_in_the_future(draft: Draft) -> Expected | None:
    return in_cell(draft, draft.pick(lambda f: f.name == "date", "events"), "2099-01-01", "TMP-001")


def policy_expired_before_it_began(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "effective", "policies")
    return in_cell(draft, cell, "1901", "TMP-001", column="valid_to")


def successor_left_out(draft: Draft) -> Expected | None:
    cell = draft.pick(lambda f: f.name == "successor", "events", where=lambda c: c.row["type"] == "succeeded")
    return in_cell(draft, cell, "", "REQ-001")


def fall_of_more_than_all(draft: Draft) -> Expected | None:
    falls = {
        c.row["id"]
        for c in draft.cells(lambda f: f.name == "measure", "metrics")
        if c.text == "change" and c.row["unit"] == "%" and "降" in c.row["name_zh"]
    }
    cell = draft.pick(
        lambda f: f.name == "value", "claims", "targets", where=lambda c: c.row["metric"] in falls
    )
    return in_cell(draft, cell, "380", "PCT-001")


def weight_too_heavy(draft: Draft) -> Expected | None:
    """Of the last indicator of a standard, where the sum is told."""
    last = {c.row["standard"]: c for c in draft.cells(lambda f: f.name == "weight", "indicators")}
    cell = draft.dice.choice(list(last.values())) if last else None
    return in_cell(draft, cell, "101", "SUM-001")
