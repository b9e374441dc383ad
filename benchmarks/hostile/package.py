"""What the hostile packages are made of: the clean package, its table without end, writing into a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from generator.package.csv_reader import MAX_FILE_BYTES, MAX_ROWS

BASE = Path(__file__).resolve().parents[2] / "tests" / "cases" / "base"
TABLE = "data/registry/supply_links.csv"
HEADER = "id,from_unit,to_unit,item,published_by,source\n"
ROW = "lin-{n},ent-b,ent-a,{text},ent-a,src-a\n"
Hostile = Callable[[Path, float], None]
"""Changes a copy of the clean package; told which share of what a limit allows, 1 for all of it."""


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def fill_rows(folder: Path, texts: Iterable[str]) -> None:
    """Fill the supply links with a row for each text, up to the limit of a file."""
    size, lines = len(HEADER), [HEADER]
    for n, text in enumerate(texts):
        line = ROW.format(n=n, text=text)
        size += len(line.encode())
        if size > MAX_FILE_BYTES or n == MAX_ROWS:
            break
        lines.append(line)
    write(folder / TABLE, "".join(lines))


def append(table: Path, rows: list[str]) -> None:
    write(table, table.read_text("utf-8") + "".join(rows))
