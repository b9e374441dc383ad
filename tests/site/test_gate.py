"""What must not be published is in no file of a built site, in no spelling; what is gone has a notice.

One copy of the demonstration city with a secret in all that is internal, and a row of every table withdrawn.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from cities import DEMO_CITY, contents
from made import site_output_of
from paths import CONFIG
from selectolax.lexbor import LexborHTMLParser

from generator.catalog.public_view import PublicView
from generator.checks.validate import validate
from generator.publish.publish import publish
from generator.schema import table_schema
from generator.schema.records import Redirect, Tombstone
from generator.schema.table_schema import TableSchema
from generator.shells.mkdocs.run import render
from generator.site.routes import FOLDERS

SECRET = "密语七三一号"
GONE = "撤去八四二号"
KEPT_FOR_THE_RECORD = ("withdrawals", "tombstones", "redirects")
WITHDRAWN = [t for t in table_schema.tables() if t not in KEPT_FOR_THE_RECORD]

UNIQUE = {"schemes": {"category": "gone-categories"}, "enterprises": {"uscc": ""}}
"""What a copied row cannot have in common with its original."""

Row = dict[str, str]


class Tables:
    """The tables of a copied city, to be changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.rows: dict[str, list[Row]] = {}
        for table in table_schema.tables().values():
            with (folder / table.path).open(encoding="utf-8", newline="") as file:
                self.rows[table.name] = list(csv.DictReader(file))

    def write(self) -> None:
        """Write every table back, with a column of the staff's own in each."""
        for table in table_schema.tables().values():
            out = io.StringIO()
            writer = csv.DictWriter(out, [*(f.name for f in table.fields), "x_staff"], lineterminator="\n")
            writer.writeheader()
            writer.writerows({**row, "x_staff": SECRET} for row in self.rows[table.name])
            (self._folder / table.path).write_text(out.getvalue(), "utf-8")


def written_in(table: TableSchema) -> Iterator[str]:
    """Yield the columns of a table that hold what somebody wrote."""
    for f in table.fields:
        if f.type == "string" and f.format in ("text", "name", "code", "model"):
            yield f.name


def keep_secret(tables: Tables) -> None:
    """Put the secret into internal columns, and into every text of rows that are not public."""
    for table in table_schema.tables().values():
        for row in tables.rows[table.name]:
            row |= {f.name: SECRET for f in table.fields if f.internal}
            hidden = (
                row.get("publish") == "hold"
                or row.get("grade") == "candidate"
                or row.get("disclosure") in ("internal", "aggregate")
            )
            row |= dict.fromkeys(written_in(table), SECRET) if hidden else {}
            if row.get("disclosure") == "aggregate":  # what three units share may be told, of one not
                row["result"] = f"{SECRET} {row['id']}"
    seen = {row["enterprise"] for row in tables.rows["recognitions"] if row["publish"] != "hold"}
    for row in tables.rows["recognitions"]:
        if row["publish"] == "hold" and row["enterprise"] not in seen:
            unit = next(u for u in tables.rows["enterprises"] if u["id"] == row["enterprise"])
            unit["name_zh"] = SECRET


def withdraw_one_of_each(tables: Tables) -> None:
    """Add a row to every table, a copy of its last with other words, and withdraw it."""
    for name in WITHDRAWN:
        table, rows = table_schema.tables()[name], tables.rows[name]
        public = [r for r in rows if r.get("disclosure", "public") == "public" and r.get("publish") != "hold"]
        copied = {**public[-1], **dict.fromkeys(written_in(table), GONE)}
        copied |= UNIQUE.get(name, {})
        copied["id"] = f"gone-{name.replace('_', '-')}"
        rows.append(copied)
    ids = [f"gone-{name.replace('_', '-')}" for name in (*WITHDRAWN, "cases")]
    for id_ in ids:
        tables.rows["withdrawals"].append(
            {"id": f"wd-{id_}", "row": id_, "date": "2025-01-31", "ground": "correction"}
        )


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> tuple[PublicView, Path]:
    """The changed city's catalog and the folder of its site."""
    folder = tmp_path_factory.mktemp("gate")
    data, docs = folder / "data", folder / "docs"
    shutil.copytree(DEMO_CITY.data, data)
    shutil.copytree(DEMO_CITY.docs, docs)
    tables = Tables(data)
    keep_secret(tables)
    withdraw_one_of_each(tables)
    tables.write()
    text = next(p for p in sorted((docs / "cases").glob("*.md"))).read_text("utf-8")
    text = re.sub(r"^(title|unit_name|limits|applies_to): .*", rf"\1: {GONE}", text, flags=re.MULTILINE)
    (docs / "cases/gone-cases.md").write_text(f"{text}\n{GONE}\n", "utf-8")
    result = validate(data, docs)
    accepted = [
        {"code": p.code, "file": p.file, "id": p.row, "reason": SECRET, "until": "2030-01-01"}
        for p in result.problems
        if p.severity == "warning"
    ]
    (data / "accepted.yaml").write_text(json.dumps(accepted), "utf-8")
    result = validate(data, docs)
    assert result.catalog is not None, result.problems
    rendering = site_output_of(result.catalog, site_url="https://site.example/")
    publish(rendering, out=folder / "site", engine=partial(render, config_file=CONFIG), apart=[data, docs])
    return result.catalog, folder / "site"


@pytest.fixture(scope="module")
def files(city: tuple[PublicView, Path]) -> dict[str, bytes]:
    """Every file of the site, and what is packed in it, by path."""
    return {name: data for path, given in contents(city[1]).items() for name, data in unpacked(path, given)}


def unpacked(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file and the files inside it."""
    yield path, data
    if data[:2] == b"\x1f\x8b":
        yield f"{path}!", gzip.decompress(data)
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield from ((f"{path}!{name}", packed.read(name)) for name in packed.namelist())


def spellings(word: str) -> list[bytes]:
    """Return every way a word may stand in a file."""
    escaped = json.dumps(word)[1:-1]
    entities = ("".join(f"&#{ord(c)};" for c in word), "".join(f"&#x{ord(c):x};" for c in word))
    texts = (
        word,
        escaped,
        escaped.upper().replace("\\U", "\\u"),
        quote(word),
        quote(word).lower(),
        *entities,
    )
    wide = [word.encode(encoding) for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "gb18030")]
    return [*(text.encode() for text in texts), *wide]


def leaks(files: dict[str, bytes], word: str) -> list[str]:
    """Return the files that hold a word in any spelling, or in their names."""
    forms = spellings(word)
    return [p for p, data in files.items() if word in p or any(form in data for form in forms)]


def test_what_is_internal_is_nowhere(files: dict[str, bytes]) -> None:
    assert leaks(files, SECRET) == []


def test_what_was_withdrawn_is_nowhere(files: dict[str, bytes], city: tuple[PublicView, Path]) -> None:
    assert len(city[0].withdrawn) > len(WITHDRAWN)
    assert leaks(files, GONE) == []


@pytest.mark.parametrize("write", [str.encode, lambda w: w.encode("utf-16-le"), lambda w: quote(w).encode()])
def test_a_leak_would_be_seen(write: Callable[[str], bytes]) -> None:
    assert leaks({"x": b"a" + write(SECRET) + b"z"}, SECRET) == ["x"]
    assert leaks({"x": json.dumps(SECRET).encode()}, SECRET) == ["x"]


def paged() -> Iterator[tuple[str, str]]:
    """Yield folder and id of every withdrawn row that had a page."""
    for name in (*WITHDRAWN, "cases"):
        if name in FOLDERS:
            yield FOLDERS[name], f"gone-{name.replace('_', '-')}"


def text_of(data: bytes) -> str:
    body = LexborHTMLParser(data).body
    assert body is not None
    return body.text()


@pytest.mark.parametrize(("folder", "id_"), list(paged()))
def test_the_notice_of_what_was_withdrawn_names_the_ground_only(
    files: dict[str, bytes], folder: str, id_: str
) -> None:
    page = f"{folder}/{id_}/index.html"
    tree = LexborHTMLParser(files[page])
    shown = [node.text() for node in tree.css("article .facts dd")]
    assert shown == ["2025-01-31", "更正"]
    assert tree.css('meta[name="robots"][content="noindex"]')
    told = {p for p, data in files.items() if re.search(rf"{id_}(?![a-z0-9-])".encode(), data)}
    assert told == {"build.json", "data/withdrawals.csv"} | ({page} & told)


def test_a_tombstone_says_what_when_why_and_what_replaces_it(
    files: dict[str, bytes], city: tuple[PublicView, Path]
) -> None:
    rows = city[0].rows(Tombstone).values()
    assert rows
    for row in rows:
        page = f"{FOLDERS[row.kind]}/{row.id}/index.html"
        tree = LexborHTMLParser(files[page])
        text = text_of(files[page])
        assert row.id in text
        assert str(row.date) in text
        assert row.reason in text
        assert tree.css('meta[name="robots"][content="noindex"]')
        links = [node.attributes["href"] or "" for node in tree.css("article .facts a")]
        assert not row.replaced_by or any(link.endswith(f"/{row.replaced_by}/") for link in links)
        told = {p for p, data in files.items() if re.search(rf"{row.id}(?![a-z0-9-])".encode(), data)}
        assert told == {page, "build.json", "data/tombstones.csv"}


def test_a_redirect_leads_on_without_javascript_below_any_path(
    files: dict[str, bytes], city: tuple[PublicView, Path]
) -> None:
    catalog = city[0]
    rows = catalog.rows(Redirect).values()
    assert rows
    for row in rows:
        folder = FOLDERS[catalog.table_of(row.to_id)]
        page = f"{folder}/{row.from_id}/index.html"
        tree = LexborHTMLParser(files[page])
        assert tree.css("script") == []
        refresh = tree.css_first('meta[http-equiv="refresh"]')
        canonical = tree.css_first('link[rel="canonical"]')
        assert refresh is not None
        assert canonical is not None
        target = f"../../{folder}/{row.to_id}/"
        assert refresh.attributes["content"] == f"0; url={target}"
        assert [node.attributes["href"] for node in tree.css("a")] == [target]
        assert canonical.attributes["href"] == f"https://site.example/{folder}/{row.to_id}/"
        assert f"{folder}/{row.to_id}/index.html" in files
        assert row.from_id not in files["sitemap.xml"].decode()
        assert len(files[page]) < 2000


def test_grounds_and_reasons_are_all_the_tables_say(files: dict[str, bytes]) -> None:
    """`withdrawals.csv` is published: it holds ids, days and grounds and no column for words."""
    header = files["data/withdrawals.csv"].decode().splitlines()[0]
    assert header == "id,row,date,ground"
    assert unescape(files["data/withdrawals.csv"].decode()).count("gone-") >= 2 * len(WITHDRAWN)
