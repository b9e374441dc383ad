"""Reads case studies: front matter checked field by field, prose kept as contributed text."""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from typing import Any

from generator.catalog.catalog import Case, CaseMeasure, CaseMetric
from generator.formats import dates, yaml_reader
from generator.formats.dates import PartialDate
from generator.package import allowed_values, cells
from generator.package.case_pictures import read_pictures
from generator.package.markdown import LinkScope
from generator.package.percent_range import is_out_of_case_range
from generator.package.tables import Checked
from generator.package.texts import PREFIX, Text, Texts, read_text
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
    """Typed access to one file's front matter; what is wrong is gathered."""

    def __init__(self, file: str, document: yaml_reader.ParsedDocument, checked: Checked) -> None:
        self.file = file
        self.document = document
        self.raw: dict[str, Any] = document.value
        self.checked = checked
        self.problems: list[Problem] = []

    def report(
        self,
        code: str,
        path: tuple[str | int, ...],
        value: str,
        suggestion: str | None = None,
        **details: str,
    ) -> None:
        name = ".".join(map(str, path))
        line, column = self.document.place(*path)
        self.problems.append(
            Problem(code, self.file, line, column, name, value, details, suggestion=suggestion)
        )

    def at(self, path: tuple[str | int, ...]) -> Any:
        value: Any = self.raw
        for step in path:
            if isinstance(step, str):
                value = value.get(step, "") if isinstance(value, dict) else ""
            else:
                value = value[step]
        return value

    def is_blank(self, path: tuple[str | int, ...], text: object) -> bool:
        """Report a blank of the template that was not filled in (MD-008), and tell that it is one."""
        found = BLANK.search(text) if isinstance(text, str) else None
        if found:
            self.report("MD-008", path, found[0])
        return found is not None

    def value(self, *path: str | int, kind: str = "text", required: bool = False) -> cells.Value:
        text = self.at(path)
        if not isinstance(text, str):
            self.report("MD-006", path, str(text))
            return None
        if self.is_blank(path, text):
            return None
        if not text:
            if required:
                self.report("REQ-001", path, "")
            return None
        spec = Field(str(path[-1]), *_FORMATS[kind], required, (), "", (), False, False, "", "", "")  # type: ignore[arg-type]
        value, slip = cells.reader(spec)(text)
        if slip:
            self.report(slip.code, path, text, slip.suggestion, **slip.details)
        return value

    def text(self, *path: str | int, required: bool = False) -> str:
        return str(self.value(*path, required=required) or "")

    def number(self, *path: str | int) -> Decimal | None:
        value = self.value(*path, kind="number")
        return value if isinstance(value, Decimal) else None

    def year(self, *path: str | int) -> int | None:
        value = self.value(*path, kind="year")
        return value if isinstance(value, int) else None

    def choice(self, allowed: tuple[str, ...], labels: str, default: str, *path: str | int) -> str:
        text = self.at(path) or default
        if self.is_blank(path, text):
            return default
        if text not in allowed:
            near = allowed_values.nearest(str(text)[:64], allowed, labels)
            self.report("CAT-001", path, str(text), near, **allowed_values.told(allowed, labels))
            return default
        return str(text)

    def reference(self, tables: tuple[str, ...], *path: str | int) -> str:
        text = self.at(path)
        if not text or self.is_blank(path, text):
            return ""
        if isinstance(text, str) and self.checked.owners.get(text) in tables:
            return text
        known = self.checked.owners.get(str(text))
        if known or not self.checked.could_hold(str(text), tables):
            self.report("FK-001", path, str(text), tables="、".join(tables))
        return ""

    def items(self, *path: str) -> list[Any]:
        value = self.at(path) or []
        if not isinstance(value, list):
            self.report("MD-006", path, str(value))
            return []
        return value


_FORMATS = {
    "text": ("string", "text"),
    "number": ("number", ""),
    "year": ("integer", "year"),
    "date": ("string", "partial-date"),
}


def case_files(texts: Texts) -> dict[str, str]:
    """Return the file of every case by the case's id."""
    folder = f"{PREFIX}cases/"
    names = {path.removeprefix(folder): path for path in texts.paths if path.startswith(folder)}
    return {n.removesuffix(".md"): path for n, path in names.items() if n.endswith(".md") and "/" not in n}


def read_cases(texts: Texts, checked: Checked, around: LinkScope) -> dict[str, Case]:
    """Read every case; what is wrong goes to `texts.problems`."""
    cases = {}
    for stem, file in case_files(texts).items():
        text = read_text(file, texts, around)
        case = None if text is None else _read_case(stem, text, checked, texts)
        if case is not None:
            cases[stem] = case
    return cases


def _read_case(stem: str, text: Text, checked: Checked, texts: Texts) -> Case | None:
    if text.front is None or not isinstance(text.front.value, dict):
        if text.front is None or not text.front.findings:
            texts.problems.append(Problem("MD-006", text.file, 1, 1, "---", ""))
        return None
    if not cells.ID_FORM.match(stem) or stem in cells.RESERVED_IDS:
        texts.problems.append(Problem("ID-003", text.file, 1, None, "id", stem))
    if stem in checked.owners:
        other = checked.tables[checked.owners[stem]].file
        texts.problems.append(Problem("KEY-004", text.file, 1, None, "id", stem, {"other": other}))
    front = _FrontMatter(text.file, text.front, checked)
    case = _case(stem, front, text.body)
    texts.problems.extend(front.problems)
    texts.problems.extend(blanks(text))
    folder = texts.paths[text.file].parent
    told = {p.value or "" for p in texts.problems if p.code == "MD-003" and p.file == text.file}
    pictures, problems = read_pictures(stem, text.body, folder, text.file, text.first_line, told)
    texts.problems.extend(problems)
    texts.files |= {f"{PREFIX}{p.address}": p.data for p in pictures}
    return dataclasses.replace(case, pictures=pictures) if case else None


def blanks(text: Text) -> list[Problem]:
    """Return the blanks of the template that stand unfilled in prose (MD-008), each at its place."""
    return [
        Problem("MD-008", text.file, number, found.start() + 1, None, found[0])
        for number, line in enumerate(text.body.split("\n"), text.first_line)
        for found in BLANK.finditer(line)
    ]


def _case(stem: str, front: _FrontMatter, body: str) -> Case | None:
    for key in front.raw:
        if key not in _KEYS:
            front.report("MD-006", (key,), key)
    given = front.value("published", kind="date", required=True)
    published = given if isinstance(given, PartialDate) else dates.parse("1970")
    sources = tuple(front.reference(("sources",), "sources", i) for i in range(len(front.items("sources"))))
    if not sources:
        front.report("REQ-001", ("sources",), "")
    case = Case(
        id=stem,
        file=front.file,
        title=front.text("title", required=True),
        subject=front.reference(("enterprises", "parks", "products"), "subject"),
        unit_name=front.text("unit_name", required=True),
        area=front.reference(("areas",), "area"),
        industry=front.reference(("industries",), "industry"),
        measures=tuple(_measure(front, i) for i in range(len(front.items("measures")))),
        investment=front.number("investment_cny_10k"),
        investment_operator=front.choice(OPERATORS, "operator", "eq", "investment_operator"),
        metrics=tuple(m for i in range(len(front.items("metrics"))) if (m := _metric(front, i))),
        limits=front.text("limits"),
        applies_to=front.text("applies_to"),
        sources=tuple(s for s in sources if s),
        published=published,
        body=body,
    )
    if not case.measures:
        front.report("REQ-001", ("measures",), "")
    return case if isinstance(given, PartialDate) else None


def _measure(front: _FrontMatter, index: int) -> CaseMeasure:
    kind = front.choice(MEASURES, "measure_kind", "other", "measures", index, "kind")
    return CaseMeasure(kind, front.text("measures", index, "what", required=True))


def _metric(front: _FrontMatter, index: int) -> CaseMetric | None:
    at = ("metrics", index)
    value = front.number(*at, "value")
    if not front.at((*at, "value")):
        front.report("REQ-001", (*at, "value"), "")
    _check_percentage(front, at, value)
    # Made even where it cannot be kept: every other field of it is looked at on the way.
    metric = CaseMetric(
        name=front.text(*at, "name", required=True),
        kind=front.choice(METRICS, "metric_kind", "other", *at, "kind"),
        operator=front.choice(OPERATORS, "operator", "eq", *at, "operator"),
        value=value or Decimal(0),
        unit=front.text(*at, "unit", required=True),
        baseline_year=front.year(*at, "baseline_year"),
        baseline_value=front.number(*at, "baseline_value"),
        method=front.text(*at, "method"),
        basis=front.choice(BASES, "basis", "self_declared", *at, "basis"),
        source=front.reference(("sources",), *at, "source"),
    )
    return None if value is None else metric


def _check_percentage(front: _FrontMatter, at: tuple[str | int, ...], value: Decimal | None) -> None:
    """Report a figure in per cent that cannot be (PCT-001)."""
    kind, name, unit = (front.at((*at, key)) for key in ("kind", "name", "unit"))
    if value is not None and unit == "%" and is_out_of_case_range(value, str(kind), str(name)):
        front.report("PCT-001", (*at, "value"), str(value))
