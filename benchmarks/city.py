"""Writes a data folder as a city would keep it: portal.yaml, five packages with descriptors, some prose.

What the rows say is decided elsewhere (conversion.py); here they only get their files.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.scaffold.register_folder import renew_descriptors
from generator.schema import table_schema

Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]

_PORTAL = """\
city_zh: 全国
area: china
title_zh: {title}
languages: [zh]
version: "0.0.0"
as_of: {as_of}
axis: list_year
demo: {demo}
publisher:
  name_zh: 性能测量
  official: false
"""
_DESCRIPTOR = """\
name: benchmark-{package}
title: {title}
description: 性能测量用的数据包。
version: "0.0.0"
licenses:
  - name: CC-BY-4.0
    path: https://creativecommons.org/licenses/by/4.0/
    title: 署名 4.0 国际（仅指整理）
sources:
  - title: {source}
"""


def write_city(folder: Path, tables: Tables, *, title: str, source: str, as_of: str, demo: bool) -> None:
    """Write `folder`/data and `folder`/docs; a table without rows gets its header alone.

    `as_of` is the ISO date of the data; `demo` marks every page as demonstration data. A column that no
    schema declares raises ValueError.
    """
    data, docs = folder / "data", folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text(f"{title}，用来测量生成网站所需的时间。\n", "utf-8")
    (docs / "about.md").write_text("# 关于\n\n这个网站只用来测量。\n", "utf-8")
    for package in table_schema.PACKAGES:
        (data / package).mkdir(parents=True)
        descriptor = _DESCRIPTOR.format(package=package, title=title, source=source)
        (data / package / "datapackage.yaml").write_text(descriptor, "utf-8")
    settings = _PORTAL.format(title=title, as_of=as_of, demo=str(demo).lower())
    (data / "portal.yaml").write_text(settings, "utf-8")
    for table in table_schema.tables().values():
        names = [field.name for field in table.fields]
        with (data / table.path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables.get(table.name, ()))
    renew_descriptors(data)
