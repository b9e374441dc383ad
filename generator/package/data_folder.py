"""A data folder as it is read: files, heads of packages, bytes of tables, documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.catalog.rows import PackageHead
from generator.formats import json_reader, yaml_reader
from generator.package import csv_reader
from generator.package import files as folders
from generator.package.decode import BOM, decode
from generator.package.reading import Reading
from generator.problems.problem import Problem
from generator.schema.table_schema import TableSchema

MAX_TOTAL_BYTES = 64 * 1024 * 1024
"""All files of a data folder together: four national registers."""


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """The file of one table, read but not yet parsed."""

    schema: TableSchema
    file: str
    data: bytes
    encoding: str
    """As the descriptor declares it; empty for UTF-8."""
    allow_empty: bool
    """Whether the descriptor says that the table may have no rows."""

    def sheet(self) -> csv_reader.CsvSheet:
        """Parse the file, anew at each call: a register is never in memory twice.

        A file over a limit or of a wrong encoding is not parsed; the sheet's problems say so.
        """
        limit = csv_reader.over_limit(self.data, self.file)
        if limit:
            return csv_reader.CsvSheet(whole=False, problems=(limit,))
        text, problems = decode(self.data, self.file, declared=self.encoding)
        if text is None:
            return csv_reader.CsvSheet(whole=False, problems=tuple(problems))
        sheet = csv_reader.parse(text, self.file, key="id")
        return replace(sheet, problems=(*sheet.problems, *problems))


@dataclass(frozen=True, slots=True)
class LoadedFolder:
    """What a data folder holds, before any table is parsed."""

    heads: tuple[PackageHead, ...] = ()
    tables: Mapping[str, LoadedTable] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Tables whose file is there and could not be read: nothing is said about rows missing from them."""
    settings: yaml_reader.ParsedDocument | None = None
    """portal.yaml; None where it is missing or cannot be read."""
    lock: str = ""
    """The text of ids.lock."""
    accepted: yaml_reader.ParsedDocument | None = None
    """accepted.yaml; None where there is none or it cannot be read."""
    inputs: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of every file that a site is made from, by path."""


class FolderFiles:
    """The plain files of a data folder, each read once, within the limit of the whole folder."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self.paths = paths
        self._bytes: dict[str, bytes] = {}

    def read(self, path: str) -> Reading[bytes | None]:
        """Return the bytes of a file; None where it is too large or no plain file (LIM-001, PTH-002)."""
        if path not in self._bytes:
            left = MAX_TOTAL_BYTES - sum(map(len, self._bytes.values()))
            data, problem = folders.read_file(self.paths[path], path)
            if data is not None and len(data) > left:
                what, what_en = "数据目录字节数", "bytes in the data folder"
                details = folders.limit_details(what, what_en, f"> {MAX_TOTAL_BYTES}", MAX_TOTAL_BYTES)
                data, problem = None, Problem("LIM-001", path, 1, details=details)
            if problem:
                yield problem
            if data is None:
                return None
            self._bytes[path] = data
        return self._bytes[path]

    def contents(self) -> dict[str, bytes]:
        """Return the bytes of every file read so far, by path."""
        return dict(self._bytes)


def read_document(path: str, files: FolderFiles) -> Reading[yaml_reader.ParsedDocument | None]:
    """Return a YAML or JSON file of the folder; None where it is missing or cannot be read.

    What the document itself lacks is a problem, and in its `findings` as well.
    """
    if path not in files.paths:
        return None
    data = yield from files.read(path)
    if data is None:
        return None
    text, problems = decode(data, path)
    is_json = path.endswith(".json")
    for problem in problems:
        yield _as_syntax(problem, is_json)
    if text is None:
        return None
    document = (
        json_reader.read(BOM * data.startswith(BOM.encode()) + text) if is_json else yaml_reader.read(text)
    )
    yield from finding_problems(document, path)
    return document


def _as_syntax(problem: Problem, is_json: bool) -> Problem:
    """Return a problem of decoding as that of a document: UTF-16 is Excel's for tables alone."""
    if problem.code != "ENC-004":
        return problem
    details = {"detail": "（UTF-16 编码，存为 UTF-8）", "detail_en": " (UTF-16: save it as UTF-8)"}
    return Problem("JSN-001" if is_json else "YML-004", problem.file, 1, 1, details=details)


def finding_problems(document: yaml_reader.ParsedDocument, path: str) -> Iterator[Problem]:
    """Yield the findings of a document as problems at their places in the file `path`."""
    for finding in document.findings:
        details: dict[str, str] = {}
        value: str | None = finding.value or None
        if finding.code == "JSN-001":
            value, (zh, en) = None, json_reader.REASONS[finding.value]
            details = {"detail": zh, "detail_en": en}
        elif finding.count > 1:
            details = {"more": f"（共 {finding.count} 处）", "more_en": f" ({finding.count} in all)"}
        yield Problem(finding.code, path, finding.line, finding.column, value=value, details=details)
