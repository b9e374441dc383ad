"""Rows that are well formed and about one thing: parents, names, places, events, lists without end."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from benchmarks.hostile.package import Hostile, append, write
from generator.schema import table_schema

_MOVES = 20_000


def chain_of_parents(folder: Path, share: float = 1) -> None:
    """Every enterprise is a branch of the next, and the last one is withdrawn."""
    fields = table_schema.tables()["enterprises"].fields
    lines = [",".join(f.name for f in fields) + "\n"]
    whole = {"kind": "branch", "size": "unknown", "comparable": "true", "source": "src-a", "name_zh": "甲"}
    for n in range(int(100_000 * share)):
        cells = {**whole, "id": f"ent-{n}", "parent": f"ent-{n + 1}" if n < int(100_000 * share) - 1 else ""}
        lines.append(",".join(cells.get(f.name, "") for f in fields) + "\n")
    table = folder / "data/registry/enterprises.csv"
    write(table, table.read_text("utf-8") + "".join(lines[1:]))
    last = f"ent-{int(100_000 * share) - 1}"
    write(
        folder / "data/registry/withdrawals.csv", f"id,row,date,ground\nwd-a,{last},2025-01-01,correction\n"
    )


def one_unit_of_many_names(folder: Path, share: float = 1) -> None:
    names = folder / "data/registry/unit_names.csv"
    more = "".join(f"name-{n},ent-a,甲市第{n}厂,,former,,,,src-a\n" for n in range(int(50_000 * share)))
    write(names, names.read_text("utf-8") + more)
    _recognitions(folder, "enterprise", "ent-a", int(50_000 * share))


def one_serial_many_times(folder: Path, share: float = 1) -> None:
    _recognitions(folder, "enterprise", "ent-a", int(100_000 * share), serial="1")


def one_unit_in_many_places(folder: Path, share: float = 1) -> None:
    """A firm that moves every day, and stands on a list again and again."""
    rows = [f"pla-{n},ent-a,area-east,{_day(n)},{_day(n)},confirmed,公告所载,src-a,\n" for n in range(_MOVES)]
    append(folder / "data/registry/places.csv", rows[: int(len(rows) * share)])
    _lists(folder, int(_MOVES * share))


def one_row_of_many_events(folder: Path, share: float = 1) -> None:
    """A recognition that is taken away and given back, day after day."""
    types = ("removed", "restored")
    rows = [f"evt-{n},rec-a,{types[n % 2]},{_day(n)},,,,,src-a\n" for n in range(_MOVES)]
    append(folder / "data/registry/events.csv", rows[: int(len(rows) * share)])


def every_row_removed(folder: Path, share: float = 1) -> None:
    """One unit on list after list, each row taken away on a day of its own."""
    count = int(_MOVES * share)
    _lists(folder, count)
    rows = [f"evt-{n},r-{n},removed,{_day(n)},,,,,src-a\n" for n in range(count)]
    append(folder / "data/registry/events.csv", rows)


def many_claims_beside_many_rows(folder: Path, share: float = 1) -> None:
    """Thousands of published counts, each of another day, beside thousands of lists."""
    rows = [
        f"cla-x{n},met-count,area-city,{_day(n)},,,,,ge,1,false,final,累计1家以上,printed,,src-a\n"
        for n in range(_MOVES)
    ]
    append(folder / "data/figures/claims.csv", rows[: int(len(rows) * share)])
    _lists(folder, int(_MOVES * share))


def _day(number: int) -> str:
    """A day of its own for each number below _MOVES, up to 2020."""
    return (date(1966, 1, 1) + timedelta(days=number)).isoformat()


def _lists(folder: Path, count: int) -> None:
    """As many lists, each of its day, all of which name one unit."""
    fields = [f.name for f in table_schema.tables()["lists"].fields]
    whole = {"scheme": "fac-m", "kind": "additions", "stage": "final", "list_year_printed": "false"}
    whole |= {"title_zh": "名单", "rows_held": "partial", "source": "src-a"}
    lines = []
    for n in range(count):
        cells = {**whole, "id": f"l-{n}", "published": _day(n), "list_year": _day(n)[:4]}
        lines.append(",".join(cells.get(name, "") for name in fields) + "\n")
    append(folder / "data/registry/lists.csv", lines)
    fields = [f.name for f in table_schema.tables()["recognitions"].fields]
    whole = {"enterprise": "ent-a", "serial": "1", "name_as_published": "甲市第一酿造有限公司"}
    whole |= {"publish": "yes", "source": "src-a"}
    lines = []
    for n in range(count):
        cells = {**whole, "id": f"r-{n}", "list": f"l-{n}"}
        lines.append(",".join(cells.get(name, "") for name in fields) + "\n")
    append(folder / "data/registry/recognitions.csv", lines)


def _recognitions(folder: Path, column: str, unit: str, count: int, serial: str = "") -> None:
    fields = table_schema.tables()["recognitions"].fields
    lines = []
    for n in range(count):
        cells = {"id": f"r-{n}", "list": "list-m20", column: unit, "serial": serial or str(n + 9)}
        cells |= {"name_as_published": f"乙市第{n}厂", "publish": "yes", "source": "src-a"}
        lines.append(",".join(cells.get(f.name, "") for f in fields) + "\n")
    table = folder / "data/registry/recognitions.csv"
    write(table, table.read_text("utf-8") + "".join(lines))


REGISTER: dict[str, Hostile] = {
    made.__name__: made
    for made in (
        chain_of_parents,
        one_unit_of_many_names,
        one_serial_many_times,
        one_unit_in_many_places,
        one_row_of_many_events,
        every_row_removed,
        many_claims_beside_many_rows,
    )
}
