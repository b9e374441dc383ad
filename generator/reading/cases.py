"""Reads case studies: front matter checked field by field, prose kept as contributed text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator import dates, yamltext
from generator.dates import PartialDate
from generator.model import Case, CaseMeasure, CaseMetric
from generator.problems import Problem
from generator.reading import cells, front_matter
from generator.reading.case_pictures import read_pictures
from generator.reading.decode import decode
from generator.reading.personal import find_personal
from generator.schema import Field

MAX_BYTES = 64 * 1024
OPERATORS = ("eq", "gt", "ge", "lt", "le", "approx")
MEASURES = ("energy", "water", "cleaner", "circular", "management", "other")
METRICS = ("energy", "electricity", "carbon", "water", "money", "share", "capacity", "other")
BASES = ("verified", "self_declared", "press", "estimated")
_KEYS = frozenset(
    [
        "title",
        "subject",
        "unit_name",
        "area",
        "industry",
        "measures",
        "investment_cny_10k",
        "investment_operator",
        "metrics",
        "limits",
        "applies_to",
        "sources",
        "published",
    ]
)
BLANK = re.compile(r"【待填[^】]*】")
"""What `portal new case` writes where something is to be filled in (generator/case_form.py)."""


@dataclass(slots=True)
class CaseFiles:
    """Every case read, and the bytes of their files."""

    cases: dict[str, Case] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _FrontMatter:
    """Typed access to one file's front matter; what is wrong is gathered."""

    def __init__(self, file: str, document: yamltext.Document, owners: Mapping[str, str]) -> None:
        self.file = file
        self.document = document
        self.raw: dict[str, Any] = document.value
        self.owners = owners
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

    def choice(self, allowed: tuple[str, ...], default: str, *path: str | int) -> str:
        text = self.at(path) or default
        if self.is_blank(path, text):
            return default
        if text not in allowed:
            shown = "{" + ", ".join(allowed) + "}"
            self.report("CAT-001", path, str(text), allowed=shown)
            return default
        return str(text)

    def reference(self, tables: tuple[str, ...], *path: str | int) -> str:
        text = self.at(path)
        if not text or self.is_blank(path, text):
            return ""
        if not isinstance(text, str) or self.owners.get(text) not in tables:
            self.report("FK-001", path, str(text), tables="、".join(tables))
            return ""
        return text

    def items(self, *path: str) -> list[Any]:
        value = self.at(path) or []
        if not isinstance(value, list):
            self.report("MD-006", path, str(value))
            return []
        return value


_FORMATS = {"text": ("string", "text"), "number": ("number", ""), "date": ("string", "partial-date")}


def case_ids(docs: Path) -> list[str]:
    """Return the ids of the case studies below `docs`: the names of their files."""
    folder = docs / "cases"
    return sorted(path.stem for path in folder.glob("*.md")) if folder.is_dir() else []


def read_cases(docs: Path, owners: Mapping[str, str]) -> CaseFiles:
    """Read every case below `docs`/cases. `owners` maps each id of the data to its table."""
    read = CaseFiles()
    folder = docs / "cases"
    for path in sorted(folder.glob("*.md")) if folder.is_dir() else []:
        file = f"docs/cases/{path.name}"
        if path.is_symlink() or not path.is_file():
            read.problems.append(Problem("PTH-002", file, value=path.name))
            continue
        data = path.read_bytes()
        read.files[file] = data
        _read_case(path.stem, folder, data, owners, read)
    return read


def _read_case(stem: str, folder: Path, data: bytes, owners: Mapping[str, str], read: CaseFiles) -> None:
    file = f"docs/cases/{stem}.md"
    if len(data) > MAX_BYTES:
        read.problems.append(Problem("MD-005", file, 1))
        return
    text, problems = decode(data, file)
    read.problems.extend(problems)
    if text is None:
        return
    parts = front_matter.split(text)
    read.problems.extend(found := parts.problems(file))
    if parts.document is None or not isinstance(parts.document.value, dict):
        if not found:
            read.problems.append(Problem("MD-006", file, 1, 1, "---", ""))
        return
    if not cells.ID_FORM.match(stem) or stem in cells.RESERVED_IDS:
        read.problems.append(Problem("ID-003", file, 1, None, "id", stem))
    if stem in owners:
        read.problems.append(Problem("KEY-004", file, 1, None, "id", stem, {"other": owners[stem]}))
    front = _FrontMatter(file, parts.document, owners)
    case = _case(stem, front, parts.body)
    read.problems.extend(front.problems)
    read.problems.extend(personal_lines(parts.body, file, parts.first_line))
    read.problems.extend(blanks(parts.body, file, parts.first_line))
    pictures, problems = read_pictures(stem, parts.body, folder, file, parts.first_line)
    read.problems.extend(problems)
    if case:
        read.cases[stem] = dataclasses.replace(case, pictures=pictures)
        read.files |= {f"docs/{p.address}": p.data for p in pictures}


def blanks(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """Return the blanks of the template that stand unfilled in prose (MD-008), each at its place."""
    return [
        Problem("MD-008", file, number, found.start() + 1, None, found[0])
        for number, line in enumerate(text.split("\n"), first_line)
        for found in BLANK.finditer(line)
    ]


def personal_lines(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """Return the problems of prose that holds personal data (PII-001), each at its line."""
    problems = []
    for number, line in enumerate(text.split("\n"), first_line):
        found = find_personal(line)
        if found:
            details = {"kind": found.kind}
            problems.append(Problem("PII-001", file, number, found.column, None, found.value, details))
    return problems


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
        investment_operator=front.choice(OPERATORS, "eq", "investment_operator"),
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
    kind = front.choice(MEASURES, "other", "measures", index, "kind")
    return CaseMeasure(kind, front.text("measures", index, "what", required=True))


def _metric(front: _FrontMatter, index: int) -> CaseMetric | None:
    at = ("metrics", index)
    value = front.number(*at, "value")
    if not front.at((*at, "value")):
        front.report("REQ-001", (*at, "value"), "")
    year = front.text(*at, "baseline_year")
    # Made even where it cannot be kept: every other field of it is looked at on the way.
    metric = CaseMetric(
        name=front.text(*at, "name", required=True),
        kind=front.choice(METRICS, "other", *at, "kind"),
        operator=front.choice(OPERATORS, "eq", *at, "operator"),
        value=value or Decimal(0),
        unit=front.text(*at, "unit", required=True),
        baseline_year=int(year) if year.isdigit() else None,
        baseline_value=front.number(*at, "baseline_value"),
        method=front.text(*at, "method"),
        basis=front.choice(BASES, "self_declared", *at, "basis"),
        source=front.reference(("sources",), *at, "source"),
    )
    return None if value is None else metric
