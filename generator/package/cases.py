"""Read case studies: front matter is checked field by field, prose kept as contributed text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.catalog.cases import Case, CaseMeasure, CaseMetric
from generator.formats import dates, yaml_reader
from generator.formats.dates import PartialDate
from generator.formats.yaml_reader import KeyPath as Steps
from generator.package import allowed_values, cells
from generator.package.case_pictures import read_pictures
from generator.package.markdown import LinkScope
from generator.package.percent_range import is_out_of_case_range
from generator.package.reading import Reading, collect
from generator.package.tables import TableSet
from generator.package.texts import PREFIX, Text, read_text
from generator.problems.problem import Problem
from generator.schema.table_schema import Field

OPERATORS = ("eq", "gt", "ge", "lt", "le", "approx")
MEASURES = ("energy", "water", "cleaner", "circular", "management", "other")
METRICS = ("energy", "electricity", "carbon", "water", "money", "share", "capacity", "other")
BASES = ("verified", "self_declared", "press", "estimated")
_KEYS = frozenset({
    "title", "subject", "unit_name", "area", "industry", "measures", "investment_cny_10k",
    "investment_operator", "metrics", "limits", "applies_to", "sources", "published",
})  # fmt: skip
BLANK = re.compile(r"【待填[^】]*】")
"""What `portal new case` writes where something is to be filled in (generator/scaffold/case_template.py)."""


class _FrontMatter:
    """Typed access to one file's front matter. Every reader yields what is wrong with its value."""

    def __init__(self, file: str, document: yaml_reader.ParsedDocument, rows: TableSet) -> None:
        self.file = file
        self.document = document
        self.raw: dict[str, Any] = document.value
        self.rows = rows

    def problem(
        self, code: str, path: Steps, value: str, suggestion: str | None = None, /, **details: str
    ) -> Problem:
        """Return a problem at the value of `path`, or at its nearest ancestor."""
        name = ".".join(map(str, path))
        line, column = self.document.place(*path)
        return Problem(code, self.file, line, column, name, value, details, suggestion=suggestion)

    def at(self, path: Steps) -> Any:
        """Return the raw value of `path`; "" where there is none."""
        value: Any = self.raw
        for step in path:
            if isinstance(step, str):
                value = value.get(step, "") if isinstance(value, dict) else ""
            else:
                value = value[step]
        return value

    def is_blank(self, path: Steps) -> Reading[bool]:
        """Return True for a blank of the template that was not filled in (MD-008)."""
        text = self.at(path)
        match = BLANK.search(text) if isinstance(text, str) else None
        if match:
            yield self.problem("MD-008", path, match[0])
        return match is not None

    def value(self, *path: str | int, kind: str = "text", required: bool = False) -> Reading[cells.Value]:
        """Return the value of `path`, None where it is empty or no `kind`, which is a key of _FORMATS."""
        text = self.at(path)
        if not isinstance(text, str):
            yield self.problem("MD-006", path, str(text))
            return None
        if (yield from self.is_blank(path)):
            return None
        if not text:
            if required:
                yield self.problem("REQ-001", path, "")
            return None
        spec = Field(str(path[-1]), *_FORMATS[kind], required, (), "", (), False, False, "", "", "")  # type: ignore[arg-type]
        value, issue = cells.reader(spec)(text)
        if issue:
            yield self.problem(issue.code, path, text, issue.suggestion, **issue.details)
        return value

    def text(self, *path: str | int, required: bool = False) -> Reading[str]:
        return str((yield from self.value(*path, required=required)) or "")

    def number(self, *path: str | int) -> Reading[Decimal | None]:
        value = yield from self.value(*path, kind="number")
        return value if isinstance(value, Decimal) else None

    def year(self, *path: str | int) -> Reading[int | None]:
        value = yield from self.value(*path, kind="year")
        return value if isinstance(value, int) else None

    def choice(self, allowed: tuple[str, ...], labels: str, default: str, *path: str | int) -> Reading[str]:
        """Return a value that is one of `allowed`, `default` where it is empty or none of them."""
        text = self.at(path) or default
        if (yield from self.is_blank(path)):
            return default
        if text not in allowed:
            near = allowed_values.nearest(str(text)[:64], allowed, labels)
            yield self.problem("CAT-001", path, str(text), near, **allowed_values.told(allowed, labels))
            return default
        return str(text)

    def reference(self, tables: tuple[str, ...], *path: str | int) -> Reading[str]:
        """Return the id of a row of one of `tables`, "" where it is empty or of no such row."""
        text = self.at(path)
        if not text or (yield from self.is_blank(path)):
            return ""
        if isinstance(text, str) and self.rows.owners.get(text) in tables:
            return text
        owner = self.rows.owners.get(str(text))
        if owner or not self.rows.could_hold(str(text), tables):
            yield self.problem("FK-001", path, str(text), tables="、".join(tables))
        return ""

    def count(self, *path: str) -> Reading[int]:
        """Return how many items a list has; 0 where it is none."""
        value = self.at(path) or []
        if not isinstance(value, list):
            yield self.problem("MD-006", path, str(value))
            return 0
        return len(value)


_FORMATS = {
    "text": ("string", "text"),
    "number": ("number", ""),
    "year": ("integer", "year"),
    "date": ("string", "partial-date"),
}


def case_files(paths: Iterable[str]) -> dict[str, str]:
    """Return the file of every case by the case's id; `paths` are those of all files of prose."""
    folder = f"{PREFIX}cases/"
    names = {path.removeprefix(folder): path for path in paths if path.startswith(folder)}
    return {n.removesuffix(".md"): path for n, path in names.items() if n.endswith(".md") and "/" not in n}


@dataclass(frozen=True, slots=True)
class CaseSet:
    """The case studies of a city."""

    cases: Mapping[str, Case] = field(default_factory=dict)
    """Cases by id."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of every file that was read, pictures included, by path."""


def read_cases(paths: Mapping[str, Path], rows: TableSet, scope: LinkScope) -> Reading[CaseSet]:
    """Read every case; `paths` are those of all files of prose."""
    cases, files = {}, {}
    for id_, file in case_files(paths).items():
        markdown, problems = collect(read_text(file, paths[file], scope))
        yield from problems
        if markdown is None:
            continue
        files[file] = markdown.data
        refused = {problem.value or "" for problem in problems if problem.code == "MD-003"}
        if markdown.text:
            case = yield from _read_case(id_, markdown.text, rows, paths[file].parent, refused)
            if case:
                cases[id_] = case
                files |= {f"{PREFIX}{picture.address}": picture.data for picture in case.pictures}
    return CaseSet(cases, files)


def _read_case(
    id_: str, text: Text, rows: TableSet, folder: Path, refused: Container[str]
) -> Reading[Case | None]:
    """Return a case with its pictures, which lie in `folder`; those in `refused` have another problem."""
    if text.front is None or not isinstance(text.front.value, dict):
        if text.front is None or not text.front.findings:
            yield Problem("MD-006", text.file, 1, 1, "---", "")
        return None
    if not cells.ID_FORM.match(id_) or id_ in cells.RESERVED_IDS:
        yield Problem("ID-003", text.file, 1, None, "id", id_)
    if id_ in rows.owners:
        other = rows.tables[rows.owners[id_]].file
        yield Problem("KEY-004", text.file, 1, None, "id", id_, {"other": other})
    case = yield from _case(id_, _FrontMatter(text.file, text.front, rows), text.body)
    yield from blanks(text)
    pictures = yield from read_pictures(id_, text.body, folder, text.file, text.first_line, refused)
    return dataclasses.replace(case, pictures=pictures) if case else None


def blanks(text: Text) -> Iterator[Problem]:
    """Yield the blanks of the template that are left in prose (MD-008), each at its place."""
    for number, line in enumerate(text.body.split("\n"), text.first_line):
        for match in BLANK.finditer(line):
            yield Problem("MD-008", text.file, number, match.start() + 1, None, match[0])


def _case(id_: str, front: _FrontMatter, body: str) -> Reading[Case | None]:
    for key in front.raw:
        if key not in _KEYS:
            yield front.problem("MD-006", (key,), key)
    published = yield from front.value("published", kind="date", required=True)
    sources = yield from _sources(front)
    measures = yield from _measures(front)
    case = Case(
        id=id_,
        file=front.file,
        title=(yield from front.text("title", required=True)),
        subject=(yield from front.reference(("enterprises", "parks", "products"), "subject")),
        unit_name=(yield from front.text("unit_name", required=True)),
        area=(yield from front.reference(("areas",), "area")),
        industry=(yield from front.reference(("industries",), "industry")),
        measures=measures,
        investment=(yield from front.number("investment_cny_10k")),
        investment_operator=(yield from front.choice(OPERATORS, "operator", "eq", "investment_operator")),
        metrics=(yield from _metrics(front)),
        limits=(yield from front.text("limits")),
        applies_to=(yield from front.text("applies_to")),
        sources=sources,
        published=published if isinstance(published, PartialDate) else dates.parse("1970"),
        body=body,
    )
    return case if isinstance(published, PartialDate) else None


def _sources(front: _FrontMatter) -> Reading[tuple[str, ...]]:
    count = yield from front.count("sources")
    if not count:
        yield front.problem("REQ-001", ("sources",), "")
    ids = []
    for index in range(count):
        ids.append((yield from front.reference(("sources",), "sources", index)))
    return tuple(filter(None, ids))


def _measures(front: _FrontMatter) -> Reading[tuple[CaseMeasure, ...]]:
    count = yield from front.count("measures")
    if not count:
        yield front.problem("REQ-001", ("measures",), "")
    measures = []
    for index in range(count):
        kind = yield from front.choice(MEASURES, "measure_kind", "other", "measures", index, "kind")
        what = yield from front.text("measures", index, "what", required=True)
        measures.append(CaseMeasure(kind, what))
    return tuple(measures)


def _metrics(front: _FrontMatter) -> Reading[tuple[CaseMetric, ...]]:
    count = yield from front.count("metrics")
    metrics = []
    for index in range(count):
        metrics.append((yield from _metric(front, index)))
    return tuple(filter(None, metrics))


def _metric(front: _FrontMatter, index: int) -> Reading[CaseMetric | None]:
    at = ("metrics", index)
    value = yield from front.number(*at, "value")
    if not front.at((*at, "value")):
        yield front.problem("REQ-001", (*at, "value"), "")
    yield from _check_percentage(front, at, value)
    # Made even where it cannot be kept, so that every other field of it is read as well.
    metric = CaseMetric(
        name=(yield from front.text(*at, "name", required=True)),
        kind=(yield from front.choice(METRICS, "metric_kind", "other", *at, "kind")),
        operator=(yield from front.choice(OPERATORS, "operator", "eq", *at, "operator")),
        value=value or Decimal(0),
        unit=(yield from front.text(*at, "unit", required=True)),
        baseline_year=(yield from front.year(*at, "baseline_year")),
        baseline_value=(yield from front.number(*at, "baseline_value")),
        method=(yield from front.text(*at, "method")),
        basis=(yield from front.choice(BASES, "basis", "self_declared", *at, "basis")),
        source=(yield from front.reference(("sources",), *at, "source")),
    )
    return None if value is None else metric


def _check_percentage(front: _FrontMatter, at: Steps, value: Decimal | None) -> Iterator[Problem]:
    """Yield PCT-001 for a figure in per cent that is out of range."""
    kind, name, unit = (front.at((*at, key)) for key in ("kind", "name", "unit"))
    if value is not None and unit == "%" and is_out_of_case_range(value, str(kind), str(name)):
        yield front.problem("PCT-001", (*at, "value"), str(value))
