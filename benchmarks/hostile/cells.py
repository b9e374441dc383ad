"""Cells as long as they may be, of what a pattern could be slow at."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile.package import Hostile, fill_rows, write
from generator.package.csv_reader import MAX_CELL_BYTES


def _long(text: str) -> Hostile:
    """Return what fills a table with cells as long as they may be."""

    def fill(folder: Path, share: float = 1) -> None:
        cell = (text * (MAX_CELL_BYTES // len(text.encode())))[:MAX_CELL_BYTES]
        fill_rows(folder, (f"{n}{cell[5:]}" for n in range(int(2_100 * share))))

    return fill


def long_numbers(folder: Path, share: float = 1) -> None:
    header, rows = "id,subject,indicator,year,value,unit,basis,consent,source\n", []
    for n in range(int(2_000 * share)):
        rows.append(f"m-{n},ent-a,idc-energy,2020,{n}{'9' * 10_000},kgce/t,verified,,src-a\n")
    write(folder / "data/registry/measurements.csv", header + "".join(rows))


def long_addresses(folder: Path, share: float = 1) -> None:
    _long("https://a.example/")(folder, share)
    header = "id,enterprise,name_zh,name_en,area,address,source\n"
    rows = [f"s-{n},ent-a,厂,,area-east,{'路' * 3000},src-a\n" for n in range(int(2_000 * share))]
    write(folder / "data/registry/sites.csv", header + "".join(rows))


CELLS: dict[str, Hostile] = {
    "long_numbers": long_numbers,
    "long_addresses": long_addresses,
    "cells of letters": _long("a"),
    "cells of digits": _long("1"),
    "cells of mailboxes": _long("a@"),
    "cells of dots": _long("a.@a."),
    "cells of accents": _long("\u0301\u0316"),
    "cells of joiners": _long("\u200d"),
    "cells of brackets": _long("<"),
    "cells of telephones": _long("电话"),
    "cells of persons": _long("联系人： "),
}
