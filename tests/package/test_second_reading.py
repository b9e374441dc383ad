"""The second, independent reading of rows: what it would say if the first one had said nothing."""

from __future__ import annotations

from paths import BASE

from generator.package.csv_reader import CsvRow
from generator.package.read_folder import load_folder
from generator.package.reading import collect
from generator.package.row_check import RowCheck

VALUE = 5


def second_reading(
    *rows: tuple[str, ...], known: set[tuple[str, int | None, int | None]]
) -> list[tuple[object, ...]]:
    table = collect(load_folder(BASE / "data"))[0].tables["measurements"]
    sheet = table.sheet()
    sheet.rows = [CsvRow(number, row) for number, row in enumerate(rows, 7)]
    check = RowCheck()
    check.add(table, sheet)
    return [(p.code, p.file, p.line, p.column, p.field) for p in check.problems(known)]


GOOD = ("m-1", "ent-a", "idc-energy", "2020", "12.5", "kgce/t", "verified", "", "src-a")
FILE = "registry/measurements.csv"


def with_value(value: str, id_: str = "m-2") -> tuple[str, ...]:
    return (id_, *GOOD[1 : VALUE - 1], value, *GOOD[VALUE:])


def test_it_finds_nothing_in_good_rows() -> None:
    assert second_reading(GOOD, with_value("13"), known=set()) == []


def test_it_finds_what_is_no_number_is_empty_or_repeated() -> None:
    rows = (GOOD, with_value("many"), with_value("", "m-3"), GOOD)
    found = second_reading(*rows, known=set())
    assert ("TYP-006", FILE, 8, VALUE, "value") in found
    assert ("REQ-001", FILE, 9, VALUE, "value") in found
    assert ("KEY-001", FILE, 10, 1, "id") in found


def test_what_the_first_reading_found_is_not_told_twice() -> None:
    assert second_reading(GOOD, with_value("many"), known={(FILE, 8, VALUE)}) == []
