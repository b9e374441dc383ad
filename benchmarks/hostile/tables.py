"""One table as large as a file may be, and wrong: in its width, its values, its quotes."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile.package import HEADER, TABLE, Hostile, fill_rows, write
from generator.package.csv_reader import MAX_FILE_BYTES, MAX_ROWS
from generator.schema import table_schema


def honest(folder: Path, share: float = 1) -> None:
    """As many rows as a file may have, nothing wrong with them: what the others are compared with."""
    fill_rows(folder, (f"货物{n}" for n in range(int(MAX_ROWS * share))))


def wide(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, ("x_more," * 10_000) + "\n" + ("1," * 10_000 + "\n") * 300)


def short_rows(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, "1\n" * int(10_000_000 * share))


def many_own_columns(folder: Path, share: float = 1) -> None:
    own = [f"x_{n}" for n in range(190)]
    cells = ",".join(["1"] * 190)
    row = f"lin-{{n}},ent-b,ent-a,货物,ent-a,src-a,{cells}\n"
    lines = [f"{HEADER.strip()},{','.join(own)}\n", *(row.format(n=n) for n in range(int(45_000 * share)))]
    write(folder / TABLE, "".join(lines))


def cells_all_different(folder: Path, share: float = 1) -> None:
    own = [f"x_{n}" for n in range(190)]
    lines = [f"{HEADER.strip()},{','.join(own)}\n"]
    for n in range(int(17_000 * share)):
        lines.append(f"lin-{n},ent-b,ent-a,货物,ent-a,src-a,{','.join(f'{n:x}{m:x}' for m in range(190))}\n")
    write(folder / TABLE, "".join(lines))


def every_cell_wrong(folder: Path, share: float = 1) -> None:
    """Each row of the widest tables has a slip in every column."""
    for name in ("lists", "recognitions", "sources"):
        table = table_schema.tables()[name]
        cells = ",".join("二" for _ in table.fields)
        lines = [",".join(f.name for f in table.fields) + "\n", (cells + "\n") * int(MAX_ROWS * share)]
        write(folder / "data" / table.path, "".join(lines)[: int(MAX_FILE_BYTES * share) // 4])


def every_category_wrong(folder: Path, share: float = 1) -> None:
    """Each value differs, so that the nearest allowed one has to be looked for again and again."""
    fields = table_schema.tables()["schemes"].fields
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
    write(folder / "data/registry/schemes.csv", "".join(lines))


def every_reference_wrong(folder: Path, share: float = 1) -> None:
    lines = [
        HEADER,
        *(f"lin-{n},ent-{n},ent-x{n},货,ent-y{n},src-{n}\n" for n in range(int(MAX_ROWS * share))),
    ]
    write(folder / TABLE, "".join(lines))


def every_line_garbled(folder: Path, share: float = 1) -> None:
    fill_rows(folder, ("锟斤拷" for _ in range(int(MAX_ROWS * share))))


def every_row_ragged(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, HEADER + "a,b\n" * int(MAX_ROWS * share))


def every_row_with_a_control_character(folder: Path, share: float = 1) -> None:
    fill_rows(folder, ("\a" for _ in range(int(MAX_ROWS * share))))


def every_quote_stray(folder: Path, share: float = 1) -> None:
    fill_rows(folder, ('x"y' for _ in range(int(MAX_ROWS * share))))


def one_cell_of_quotes(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, HEADER + 'lin-a,ent-b,ent-a,"' + '""' * int(10_000_000 * share) + '",ent-a,src-a\n')


def quotes_alone(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, HEADER + '"' * int(20_000_001 * share))


def quotes_and_commas(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, HEADER + '",' * int(10_000_000 * share))


def quotes_on_every_line(folder: Path, share: float = 1) -> None:
    write(folder / TABLE, HEADER + '"\n' * int(MAX_ROWS * share - 1))


TABLES: dict[str, Hostile] = {
    made.__name__: made
    for made in (
        wide,
        short_rows,
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
    )
}
