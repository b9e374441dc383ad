"""Contributed Markdown files: listed, decoded, split into front matter and prose, and checked.

The front matter of cases is read in cases.py, other prose in prose_files.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.formats import yaml_reader
from generator.package.data_folder import finding_problems
from generator.package.decode import decode
from generator.package.files import FileListing, list_files, read_file
from generator.package.markdown import MAX_BYTES, LinkScope, check_markdown
from generator.package.personal_data import find_personal
from generator.package.reading import Reading
from generator.problems.problem import Problem

PREFIX = "docs/"
_FENCE = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """One Markdown file."""

    file: str
    front: yaml_reader.ParsedDocument | None
    """Its front matter; None where it has none."""
    head: str
    """The front matter as it is written, from line 2 on; empty where there is none."""
    body: str
    first_line: int
    """Physical line on which the body begins."""


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The bytes of a Markdown file, and its text where it could be read."""

    data: bytes
    text: Text | None


def list_texts(docs: Path) -> FileListing:
    """List the files of the prose folder. Links are refused: MkDocs would follow them."""
    return list_files(docs, PREFIX, portable=False) if docs.is_dir() else FileListing()


def read_text(file: str, path: Path, scope: LinkScope) -> Reading[MarkdownFile | None]:
    """Read and check a Markdown file; None where it cannot be read.

    Problems: MD-005 for its size, those of decoding, of YAML, of Markdown, and PII-001.
    """
    data, problem = read_file(path, file, MAX_BYTES)
    if problem:
        yield Problem("MD-005", file, 1) if problem.code == "LIM-001" else problem
    if data is None:
        return None
    decoded, problems = decode(data, file)
    yield from problems
    if decoded is None:
        return MarkdownFile(data, None)
    whole = decoded.replace("\r\n", "\n")
    match = _FENCE.match(whole)
    begin = match.end() if match else 0
    head = match[1] or "" if match else ""
    front = yaml_reader.read(head, first_line=2) if match else None
    if front is not None:
        yield from finding_problems(front, file)
    text = Text(file, front, head, whole[begin:], whole.count("\n", 0, begin) + 1)
    yield from check_markdown(text.body, file, scope, text.first_line)
    yield from personal_lines(text.body, file, text.first_line)
    return MarkdownFile(data, text)


def personal_lines(text: str, file: str, first_line: int = 1) -> Iterator[Problem]:
    """Yield PII-001 for every line of prose with personal data."""
    for number, line in enumerate(text.split("\n"), first_line):
        personal = find_personal(line)
        if personal:
            details = {"kind": personal.kind}
            yield Problem("PII-001", file, number, personal.column, None, personal.value, details)
