"""Packages made to exhaust whoever checks them: too wide, too long, too deep, too many, too alike.

Each function changes a copy of the clean package of the tests' cases; HOSTILE names them all. What they hold
is refused by a limit or as large as the limits let it be; `share` makes less of it, for a test.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from generator import schema
from generator.reading.csvtext import MAX_CELL_BYTES, MAX_FILE_BYTES, MAX_ROWS

BASE = Path(__file__).resolve().parents[1] / "tests" / "cases" / "base"
TABLE = "data/registry/supply_links.csv"
HEADER = "id,from_unit,to_unit,item,published_by,source\n"
ROW = "lin-{n},ent-b,ent-a,{text},ent-a,src-a\n"
CASE = "docs/cases/case-b.md"
FRONT = (
    "---\ntitle: 甲\nunit_name: 乙\nmeasures: [{kind: water, what: 丙}]\n"
    "sources: [src-a]\npublished: 2021-05\n---\n"
)


Hostile = Callable[[Path, float], None]


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _rows(folder: Path, texts: Iterable[str]) -> None:
    """Fill the supply links with a row for each text, up to the limit of a file."""
    size, lines = len(HEADER), [HEADER]
    for n, text in enumerate(texts):
        line = ROW.format(n=n, text=text)
        size += len(line.encode())
        if size > MAX_FILE_BYTES or n == MAX_ROWS:
            break
        lines.append(line)
    _write(folder / TABLE, "".join(lines))


def honest(folder: Path, share: float = 1) -> None:
    """As many rows as a file may have, nothing wrong with them: what the others are compared with."""
    _rows(folder, (f"货物{n}" for n in range(int(MAX_ROWS * share))))


def wide(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, ("x_more," * 10_000) + "\n" + ("1," * 10_000 + "\n") * 300)


def short_rows(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, "1\n" * int(10_000_000 * share))


def large(folder: Path, share: float = 1) -> None:
    with (folder / TABLE).open("wb") as file:
        file.truncate(300 * 1024 * 1024)


def bomb_in_an_archive(folder: Path, share: float = 1) -> None:
    with zipfile.ZipFile(folder / TABLE, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../zeros.csv", bytes(100 * 1024 * 1024))


def many_own_columns(folder: Path, share: float = 1) -> None:
    own = [f"x_{n}" for n in range(190)]
    cells = ",".join(["1"] * 190)
    row = f"lin-{{n}},ent-b,ent-a,货物,ent-a,src-a,{cells}\n"
    lines = [f"{HEADER.strip()},{','.join(own)}\n", *(row.format(n=n) for n in range(int(45_000 * share)))]
    _write(folder / TABLE, "".join(lines))


def cells_all_different(folder: Path, share: float = 1) -> None:
    own = [f"x_{n}" for n in range(190)]
    lines = [f"{HEADER.strip()},{','.join(own)}\n"]
    for n in range(int(17_000 * share)):
        lines.append(f"lin-{n},ent-b,ent-a,货物,ent-a,src-a,{','.join(f'{n:x}{m:x}' for m in range(190))}\n")
    _write(folder / TABLE, "".join(lines))


def every_cell_wrong(folder: Path, share: float = 1) -> None:
    """Each row of the widest tables has a slip in every column."""
    for name in ("lists", "recognitions", "sources"):
        table = schema.tables()[name]
        cells = ",".join("二" for _ in table.fields)
        lines = [",".join(f.name for f in table.fields) + "\n", (cells + "\n") * int(MAX_ROWS * share)]
        _write(folder / "data" / table.path, "".join(lines)[: int(MAX_FILE_BYTES * share) // 4])


def every_category_wrong(folder: Path, share: float = 1) -> None:
    """Each value differs, so that the nearest allowed one has to be looked for again and again."""
    fields = schema.tables()["schemes"].fields
    lines = [",".join(f.name for f in fields) + "\n"]
    for n in range(int(150_000 * share)):
        values = {
            "id": f"s{n}",
            "category": f"fac{n}",
            "level": f"munic{n}",
            "name_zh": "甲",
            "source": f"src{n}",
        }
        lines.append(",".join(values.get(f.name, "") for f in fields) + "\n")
    _write(folder / "data/registry/schemes.csv", "".join(lines))


def every_reference_wrong(folder: Path, share: float = 1) -> None:
    lines = [
        HEADER,
        *(f"lin-{n},ent-{n},ent-x{n},货,ent-y{n},src-{n}\n" for n in range(int(MAX_ROWS * share))),
    ]
    _write(folder / TABLE, "".join(lines))


def every_line_garbled(folder: Path, share: float = 1) -> None:
    _rows(folder, ("锟斤拷" for _ in range(int(MAX_ROWS * share))))


def every_row_ragged(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, HEADER + "a,b\n" * int(MAX_ROWS * share))


def every_row_with_a_control_character(folder: Path, share: float = 1) -> None:
    _rows(folder, ("\a" for _ in range(int(MAX_ROWS * share))))


def every_quote_stray(folder: Path, share: float = 1) -> None:
    _rows(folder, ('x"y' for _ in range(int(MAX_ROWS * share))))


def one_cell_of_quotes(folder: Path, share: float = 1) -> None:
    _write(
        folder / TABLE, HEADER + 'lin-a,ent-b,ent-a,"' + '""' * int(10_000_000 * share) + '",ent-a,src-a\n'
    )


def quotes_alone(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, HEADER + '"' * int(20_000_001 * share))


def quotes_and_commas(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, HEADER + '",' * int(10_000_000 * share))


def quotes_on_every_line(folder: Path, share: float = 1) -> None:
    _write(folder / TABLE, HEADER + '"\n' * int(MAX_ROWS * share - 1))


def _long(text: str) -> Hostile:
    """Return what fills a table with cells as long as they may be."""

    def fill(folder: Path, share: float = 1) -> None:
        cell = (text * (MAX_CELL_BYTES // len(text.encode())))[:MAX_CELL_BYTES]
        _rows(folder, (f"{n}{cell[5:]}" for n in range(int(2_100 * share))))

    return fill


def long_numbers(folder: Path, share: float = 1) -> None:
    header, rows = "id,subject,indicator,year,value,unit,basis,consent,source\n", []
    for n in range(int(2_000 * share)):
        rows.append(f"m-{n},ent-a,idc-energy,2020,{n}{'9' * 10_000},kgce/t,verified,,src-a\n")
    _write(folder / "data/registry/measurements.csv", header + "".join(rows))


def long_addresses(folder: Path, share: float = 1) -> None:
    _long("https://a.example/")(folder, share)
    header = "id,enterprise,name_zh,name_en,area,address,source\n"
    rows = [f"s-{n},ent-a,厂,,area-east,{'路' * 3000},src-a\n" for n in range(int(2_000 * share))]
    _write(folder / "data/registry/sites.csv", header + "".join(rows))


def _yaml(text: str) -> Hostile:
    def write(folder: Path, share: float = 1) -> None:
        _write(folder / "data/accepted.yaml", text)
        _write(folder / "data/portal.yaml", (BASE / "data/portal.yaml").read_text("utf-8") + text[:200_000])

    return write


def _descriptor(text: str) -> Hostile:
    def write(folder: Path, share: float = 1) -> None:
        (folder / "data/supervision/datapackage.yaml").unlink()
        _write(folder / "data/supervision/datapackage.json", text)

    return write


def _markdown(text: str) -> Hostile:
    """Return what writes a case of sixty kilobytes."""

    def write(folder: Path, share: float = 1) -> None:
        body = (text * 60_000)[: 60_000 // max(1, len(text.encode()) // len(text))]
        _write(folder / CASE, FRONT + body + "\n")

    return write


def many_files(folder: Path, share: float = 1) -> None:
    for n in range(6):
        inside = folder / "data" / "registry" / f"more{n}"
        inside.mkdir()
        for m in range(5_100 if n == 0 else int(4_900 * share)):
            (inside / f"f{m}.csv").touch()


def deep_folders(folder: Path, share: float = 1) -> None:
    path = str(folder / "data")
    for _ in range(60):
        path += "/a"
        os.mkdir(path)  # noqa: PTH102 (a Path of so many parts takes as long as the check)


def chain_of_parents(folder: Path, share: float = 1) -> None:
    """Every enterprise is a branch of the next, and the last one is withdrawn."""
    fields = schema.tables()["enterprises"].fields
    lines = [",".join(f.name for f in fields) + "\n"]
    whole = {"kind": "branch", "size": "unknown", "comparable": "true", "source": "src-a", "name_zh": "甲"}
    for n in range(int(100_000 * share)):
        cells = {**whole, "id": f"ent-{n}", "parent": f"ent-{n + 1}" if n < int(100_000 * share) - 1 else ""}
        lines.append(",".join(cells.get(f.name, "") for f in fields) + "\n")
    table = folder / "data/registry/enterprises.csv"
    _write(table, table.read_text("utf-8") + "".join(lines[1:]))
    last = f"ent-{int(100_000 * share) - 1}"
    _write(
        folder / "data/registry/withdrawals.csv", f"id,row,date,ground\nwd-a,{last},2025-01-01,correction\n"
    )


def one_unit_of_many_names(folder: Path, share: float = 1) -> None:
    names = folder / "data/registry/unit_names.csv"
    more = "".join(f"name-{n},ent-a,甲市第{n}厂,,former,,,,src-a\n" for n in range(int(50_000 * share)))
    _write(names, names.read_text("utf-8") + more)
    _recognitions(folder, "enterprise", "ent-a", int(50_000 * share))


def one_serial_many_times(folder: Path, share: float = 1) -> None:
    _recognitions(folder, "enterprise", "ent-a", int(100_000 * share), serial="1")


def one_unit_in_many_places(folder: Path, share: float = 1) -> None:
    """A firm that moves every day, and stands on a list again and again."""
    rows = [f"pla-{n},ent-a,area-east,{_day(n)},{_day(n)},confirmed,公告所载,src-a,\n" for n in range(_MOVES)]
    _append(folder / "data/registry/places.csv", rows[: int(len(rows) * share)])
    _lists(folder, int(_MOVES * share))


def one_row_of_many_events(folder: Path, share: float = 1) -> None:
    """A recognition that is taken away and given back, day after day."""
    types = ("removed", "restored")
    rows = [f"evt-{n},rec-a,{types[n % 2]},{_day(n)},,,,,src-a\n" for n in range(_MOVES)]
    _append(folder / "data/registry/events.csv", rows[: int(len(rows) * share)])


def every_row_removed(folder: Path, share: float = 1) -> None:
    """One unit on list after list, each row taken away on a day of its own."""
    count = int(_MOVES * share)
    _lists(folder, count)
    rows = [f"evt-{n},r-{n},removed,{_day(n)},,,,,src-a\n" for n in range(count)]
    _append(folder / "data/registry/events.csv", rows)


def many_claims_beside_many_rows(folder: Path, share: float = 1) -> None:
    """Thousands of published counts, each of another day, beside thousands of lists."""
    rows = [
        f"cla-x{n},met-count,area-city,{_day(n)},,,,,ge,1,false,final,累计1家以上,printed,,src-a\n"
        for n in range(_MOVES)
    ]
    _append(folder / "data/figures/claims.csv", rows[: int(len(rows) * share)])
    _lists(folder, int(_MOVES * share))


_MOVES = 20_000


def _day(number: int) -> str:
    """A day of its own for each number below _MOVES, up to 2020."""
    return (date(1966, 1, 1) + timedelta(days=number)).isoformat()


def _lists(folder: Path, count: int) -> None:
    """As many lists, each of its day, all of which name one unit."""
    fields = [f.name for f in schema.tables()["lists"].fields]
    whole = {"scheme": "fac-m", "kind": "additions", "stage": "final", "list_year_printed": "false"}
    whole |= {"title_zh": "名单", "rows_held": "partial", "source": "src-a"}
    lines = []
    for n in range(count):
        cells = {**whole, "id": f"l-{n}", "published": _day(n), "list_year": _day(n)[:4]}
        lines.append(",".join(cells.get(name, "") for name in fields) + "\n")
    _append(folder / "data/registry/lists.csv", lines)
    fields = [f.name for f in schema.tables()["recognitions"].fields]
    whole = {"enterprise": "ent-a", "serial": "1", "name_as_published": "甲市第一酿造有限公司"}
    whole |= {"publish": "yes", "source": "src-a"}
    lines = []
    for n in range(count):
        cells = {**whole, "id": f"r-{n}", "list": f"l-{n}"}
        lines.append(",".join(cells.get(name, "") for name in fields) + "\n")
    _append(folder / "data/registry/recognitions.csv", lines)


def _append(table: Path, rows: list[str]) -> None:
    _write(table, table.read_text("utf-8") + "".join(rows))


def _recognitions(folder: Path, column: str, unit: str, count: int, serial: str = "") -> None:
    fields = schema.tables()["recognitions"].fields
    lines = []
    for n in range(count):
        cells = {"id": f"r-{n}", "list": "list-m20", column: unit, "serial": serial or str(n + 9)}
        cells |= {"name_as_published": f"乙市第{n}厂", "publish": "yes", "source": "src-a"}
        lines.append(",".join(cells.get(f.name, "") for f in fields) + "\n")
    table = folder / "data/registry/recognitions.csv"
    _write(table, table.read_text("utf-8") + "".join(lines))


BOMB = "".join(
    f"{k}: &{k} [{', '.join([f'*{p}'] * 9)}]\n" for p, k in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE: dict[str, Hostile] = {
    made.__name__: made
    for made in (
        wide,
        short_rows,
        large,
        bomb_in_an_archive,
        many_own_columns,
        cells_all_different,
        every_cell_wrong,
        every_category_wrong,
        every_reference_wrong,
        every_line_garbled,
        every_row_ragged,
        every_row_with_a_control_character,
        every_quote_stray,
        one_cell_of_quotes,
        quotes_alone,
        quotes_and_commas,
        quotes_on_every_line,
        long_numbers,
        long_addresses,
        many_files,
        deep_folders,
        chain_of_parents,
        one_unit_of_many_names,
        one_serial_many_times,
        one_unit_in_many_places,
        one_row_of_many_events,
        every_row_removed,
        many_claims_beside_many_rows,
    )
} | {
    "cells of letters": _long("a"),
    "cells of digits": _long("1"),
    "cells of mailboxes": _long("a@"),
    "cells of dots": _long("a.@a."),
    "cells of accents": _long("\u0301\u0316"),
    "cells of joiners": _long("\u200d"),
    "cells of brackets": _long("<"),
    "cells of telephones": _long("电话"),
    "cells of persons": _long("联系人： "),
    "YAML: aliases": _yaml(f"a: &a [x, x, x, x, x, x, x, x, x]\n{BOMB}"),
    "YAML: brackets": _yaml("z: " + "[" * 200_000),
    "YAML: repeated keys": _yaml("k: 1\n" * 50_000),
    "YAML: scalars": _yaml("z: [" + "1," * 100_000 + "]\n"),
    "YAML: booleans": _yaml("z: [" + "no," * 60_000 + "]\n"),
    "YAML: digits": _yaml("z: " + "1" * 200_000 + "\n"),
    "JSON: brackets": _descriptor("[" * 260_000),
    "JSON: repeated keys": _descriptor("{" + '"k":1,' * 40_000 + '"k":1}'),
    "JSON: escapes": _descriptor('"' + "\\u0041" * 40_000),
    "Markdown: anchors": _markdown("<a "),
    "Markdown: brackets": _markdown("["),
    "Markdown: links": _markdown("[a]("),
    "Markdown: images": _markdown("![[]()"),
    "Markdown: stars": _markdown("*a_"),
    "Markdown: backticks": _markdown("`a``"),
    "Markdown: quotes": _markdown("> "),
    "Markdown: lists": _markdown("- "),
    "Markdown: attributes": _markdown("{ a="),
    "Markdown: references": _markdown("[a]: b\n"),
    "Markdown: tables": _markdown("|a|\n|-|\n"),
    "Markdown: entities": _markdown("&#x"),
    "Markdown: comments": _markdown("<!"),
    "Markdown: mailboxes": _markdown("a.@"),
    "Markdown: digits": _markdown("1"),
}
"""What makes each package, by name."""
