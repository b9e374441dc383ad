"""What a data folder holds once it is read: files, heads, sheets, and the problems so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.formats import json_reader, yaml_reader
from generator.package import csv_reader
from generator.package import files as folders
from generator.package.decode import BOM, decode
from generator.problems.problem import Problem, Problems
from generator.schema.table_schema import TableSchema

MAX_TOTAL_BYTES = 64 * 1024 * 1024
"""All files of a data folder together: four national registers."""


@dataclass(slots=True)
class LoadedTable:
    """One table's file, read but not yet split into rows."""

    schema: TableSchema
    file: str
    data: bytes
    encoding: str
    """As the descriptor declares it; empty for UTF-8."""
    allow_empty: bool
    """Whether the descriptor says that the table may have no rows."""

    def sheet(self) -> csv_reader.CsvSheet:
        """Split the file into rows, anew at each call: a register is never held in memory twice.

        Nothing is split that is over a limit or cannot be decoded; the sheet says so in its problems.
        """
        limit = csv_reader.over_limit(self.data, self.file)
        if limit:
            return csv_reader.CsvSheet(whole=False, problems=Problems([limit]))
        text, problems = decode(self.data, self.file, declared=self.encoding)
        if text is None:
            return csv_reader.CsvSheet(whole=False, problems=Problems(problems))
        sheet = csv_reader.parse(text, self.file, key="id")
        sheet.problems.extend(problems)
        return sheet


@dataclass(frozen=True, slots=True)
class PackageHead:
    """What a package's descriptor says of the whole package."""

    name: str
    title: str
    description: str
    version: str
    licenses: tuple[dict[str, str], ...]
    sources: tuple[dict[str, str], ...]


@dataclass(slots=True)
class LoadedFolder:
    """A data folder: files, heads, sheets and the problems so far."""

    paths: dict[str, Path] = field(default_factory=dict)
    """Every plain file by its path below the folder."""
    files: dict[str, bytes] = field(default_factory=dict)
    """The bytes of every file that was asked for."""
    heads: list[PackageHead] = field(default_factory=list)
    tables: dict[str, LoadedTable] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    """Tables whose file is there and could not be read: nothing is said about rows missing from them."""
    problems: Problems = field(default_factory=Problems)

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None, and a problem, where it is too large or no plain file.

        Undeclared files are never read. Problems: LIM-001, PTH-002.
        """
        if path not in self.files:
            left = MAX_TOTAL_BYTES - sum(map(len, self.files.values()))
            data, problem = folders.read_file(self.paths[path], path)
            if data is not None and len(data) > left:
                details = folders.limit_details(
                    "数据目录字节数", "bytes in the data folder", f"> {MAX_TOTAL_BYTES}", MAX_TOTAL_BYTES
                )
                data, problem = None, Problem("LIM-001", path, 1, details=details)
            if data is None:
                self.problems.extend([problem] if problem else [])
                return None
            self.files[path] = data
        return self.files[path]


def read_document(path: str, loaded: LoadedFolder) -> yaml_reader.ParsedDocument | None:
    """Read a YAML or JSON file of the folder; its findings become problems. None where it cannot be read."""
    data = loaded.read(path)
    text, problems = (None, []) if data is None else decode(data, path)
    is_json = path.endswith(".json")
    loaded.problems.extend(_as_syntax(problem, is_json) for problem in problems)
    if data is None or text is None:
        return None
    document = (
        json_reader.read(BOM * data.startswith(BOM.encode()) + text) if is_json else yaml_reader.read(text)
    )
    loaded.problems.extend(finding_problems(document, path))
    return document


def _as_syntax(problem: Problem, is_json: bool) -> Problem:
    """Return a problem of decoding as it is told of a document: UTF-16 is Excel's for tables alone."""
    if problem.code != "ENC-004":
        return problem
    details = {"detail": "（UTF-16 编码，存为 UTF-8）", "detail_en": " (UTF-16: save it as UTF-8)"}
    return Problem("JSN-001" if is_json else "YML-004", problem.file, 1, 1, details=details)


def finding_problems(document: yaml_reader.ParsedDocument, path: str) -> Iterator[Problem]:
    """Yield the findings of a document as problems at their places in the file `path`."""
    for found in document.findings:
        details: dict[str, str] = {}
        value: str | None = found.value or None
        if found.code == "JSN-001":
            value, (zh, en) = None, json_reader.REASONS[found.value]
            details = {"detail": zh, "detail_en": en}
        elif found.count > 1:
            details = {"more": f"（共 {found.count} 处）", "more_en": f" ({found.count} in all)"}
        yield Problem(found.code, path, found.line, found.column, value=value, details=details)
