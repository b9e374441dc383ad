"""The peer of the build: the same records as plain Markdown pages for stock MkDocs Material, its search on.

Pages stand outside the navigation, because listed there MkDocs' time grows with their square; writing them is
not counted. A page has its record's facts, its references as links, and a table of the rows that lead to it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.schema import table_schema

_CONFIG = """\
site_name: 绿色制造名单
use_directory_urls: true
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
nav:
  - index.md
"""
_PAGES = ("enterprises", "parks", "products", "lists", "evaluators", "areas", "sources")
_ROWS = ("recognitions", "products")
"""Tables whose rows are listed on the pages of what they refer to."""
_LISTED_AT_MOST = 100
"""More would slow stock down further; the portal itself lists up to 500 rows on such a page."""

Row = Mapping[str, str]


def write_pages(data: Path, stock: Path) -> int:
    """Write mkdocs.yml and docs/ below `stock` from the tables in `data`; return the number of pages."""
    tables = {name: _read(data / table_schema.tables()[name].path) for name in {*_PAGES, *_ROWS}}
    addresses = {row["id"]: f"{table}/{row['id']}" for table in _PAGES for row in tables[table]}
    titles = {row["id"]: _title(row) for table in _PAGES for row in tables[table]}
    leading = _leading(tables)
    for table in _PAGES:
        (stock / "docs" / table).mkdir(parents=True)
        for row in tables[table]:
            text = "\n".join(_page(table, row, leading.get(row["id"], []), addresses, titles))
            (stock / "docs" / table / f"{row['id']}.md").write_text(text, "utf-8")
    (stock / "docs" / "index.md").write_text("# 绿色制造名单\n", "utf-8")
    (stock / "mkdocs.yml").write_text(_CONFIG, "utf-8")
    return len(addresses) + 1


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _title(row: Row) -> str:
    return row.get("name_zh") or row["title_zh"]


def _leading(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the rows that refer to each record."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for table in _ROWS:
        references = [
            f.name for f in table_schema.tables()[table].fields if f.references and f.name != "source"
        ]
        for row in tables[table]:
            for name in references:
                if row[name] and len(found[row[name]]) < _LISTED_AT_MOST:
                    found[row[name]].append(row)
    return found


def _page(
    table: str, row: Row, leading: list[Row], addresses: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    yield f"# {_title(row)}\n"
    for field in table_schema.tables()[table].fields:
        if row[field.name]:
            yield f"- **{field.title_zh}**：{_shown(row[field.name], addresses, titles)}"
    if leading:
        yield "\n| 名单 | 序号 | 名称 | 地区 | 分类 |\n| --- | --- | --- | --- | --- |"
    for other in leading:
        name = other.get("name_as_published") or _shown(other["id"], addresses, titles)
        cells = [
            other.get("serial", ""),
            name,
            other.get("region_as_published", ""),
            other.get("section", ""),
        ]
        yield f"| {' | '.join([_shown(other.get('list', ''), addresses, titles), *cells])} |"


def _shown(cell: str, addresses: Mapping[str, str], titles: Mapping[str, str]) -> str:
    return f"[{titles[cell]}](../{addresses[cell]}.md)" if cell in addresses else cell
