"""Personal data is found wherever people write: in each text of each table, in prose, in settings."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from cities import DEMO_CITY

from generator.checks.validate import validate
from generator.problems.problem import Problem
from generator.schema import table_schema

PLANTED = {
    "mobile": "联系我们13912345678",
    "landline": "传真0519-85681234",
    "mailbox": "ask@city.example",
    "identity": "证11010119900307100X".replace("100X", "1006"),
    "person": "经办人：王小明",
}
"""Invented numbers; the identity number has a right date and check digit."""
WRITTEN_IN = ("text", "name", "model", "unit", "")


def fields_written_in(table: table_schema.TableSchema) -> list[str]:
    """Return the public columns in which people write."""
    return [
        f.name
        for f in table.fields
        if f.type == "string" and f.format in WRITTEN_IN and not (f.categories or f.references or f.internal)
    ]


def plant(folder: Path, text: str) -> set[tuple[str, int, str]]:
    """Put `text` into the first row of every table of a copied city; return the places."""
    places = set()
    for table in table_schema.tables().values():
        path = folder / "data" / table.path
        rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
        for name in fields_written_in(table):
            rows[1][rows[0].index(name)] = text
            places.add((table.path, 2, name))
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        path.write_text(out.getvalue(), "utf-8")
    return places


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the demonstration city, to be spoilt."""
    shutil.copytree(DEMO_CITY.data, tmp_path / "data")
    shutil.copytree(DEMO_CITY.docs, tmp_path / "docs")
    return tmp_path


def found(folder: Path) -> list[Problem]:
    problems = validate(folder / "data", folder / "docs").problems
    assert {p.severity for p in problems if p.code == "PII-001"} <= {"error"}
    return [p for p in problems if p.code == "PII-001"]


@pytest.mark.parametrize("kind", PLANTED)
def test_every_text_of_every_table_is_looked_at(copy: Path, kind: str) -> None:
    places = plant(copy, PLANTED[kind])
    assert len(places) > 100
    assert {(p.file, p.line, p.field) for p in found(copy)} == places


@pytest.mark.parametrize("kind", PLANTED)
def test_every_page_of_prose_is_looked_at_from_its_first_line(copy: Path, kind: str) -> None:
    places = set()
    for path in sorted((copy / "docs").rglob("*.md")):
        file = path.relative_to(copy).as_posix()
        head = "" if path.parent.name == "cases" else f"---\ntitle: {PLANTED[kind]}\n---\n"
        text = f"{head}{path.read_text('utf-8')}\n文 {PLANTED[kind]}"
        path.write_text(text, "utf-8")
        places |= {(file, 2)} if head else set()
        places.add((file, text.count("\n") + 1))
    problems = found(copy)
    assert {(p.file, p.line) for p in problems} == places
    assert all(p.column and p.column > 2 for p in problems)


CASE = """---
title: {}
subject: ent-001
unit_name: {}
measures:
  - kind: water
    what: {}
metrics:
  - name: {}
    value: 1
    unit: {}
    method: {}
limits: {}
applies_to: {}
sources: [src-bulletin]
published: "2021"
---
文
"""


@pytest.mark.parametrize("kind", PLANTED)
def test_every_text_of_a_case_is_looked_at(copy: Path, kind: str) -> None:
    text = PLANTED[kind].replace("：", ":")
    (copy / "docs/cases/case-planted.md").write_text(CASE.replace("{}", f'"{text}"'), "utf-8")
    lines = [n for n, line in enumerate(CASE.splitlines(), 1) if "{}" in line]
    assert [p.line for p in found(copy)] == lines
    assert [p.field for p in found(copy)][:3] == ["title", "unit_name", "measures.0.what"]
