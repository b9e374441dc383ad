"""Contributed Markdown files: listed, decoded, split into front matter and prose, and looked through.

What a case's front matter must hold is told in cases.py; where other prose goes, in prose_files.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.formats import yaml_reader
from generator.package import files as folders
from generator.package.data_folder import finding_problems
from generator.package.decode import decode
from generator.package.markdown import MAX_BYTES, LinkScope, check_markdown
from generator.package.personal_data import find_personal
from generator.problems.problem import Problem, Problems

PREFIX = "docs/"
_FENCE = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(slots=True)
class Texts:
    """The files below the prose folder, and the bytes of those that were read."""

    paths: dict[str, Path] = field(default_factory=dict)
    """Every plain file, by its path with ``docs/`` before it."""
    files: dict[str, bytes] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)


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


def list_texts(docs: Path) -> Texts:
    """List the files of the prose folder. Links are refused: whoever builds the site would follow them."""
    if not docs.is_dir():
        return Texts()
    listing = folders.list_files(docs, PREFIX, portable=False)
    return Texts(listing.paths, problems=Problems(listing.problems))


def read_text(file: str, texts: Texts, around: LinkScope) -> Text | None:
    """Read a Markdown file and look through it; None where it cannot be read.

    Problems: MD-005 for its size, those of decoding, of YAML, of Markdown, and PII-001.
    """
    data, problem = folders.read_file(texts.paths[file], file, MAX_BYTES)
    if data is None:
        large = problem is not None and problem.code == "LIM-001"
        texts.problems.extend([Problem("MD-005", file, 1)] if large else [problem] if problem else [])
        return None
    texts.files[file] = data
    decoded, problems = decode(data, file)
    texts.problems.extend(problems)
    if decoded is None:
        return None
    whole = decoded.replace("\r\n", "\n")
    match = _FENCE.match(whole)
    begin = match.end() if match else 0
    head = match[1] or "" if match else ""
    front = yaml_reader.read(head, first_line=2) if match else None
    if front is not None:
        texts.problems.extend(finding_problems(front, file))
    text = Text(file, front, head, whole[begin:], whole.count("\n", 0, begin) + 1)
    texts.problems.extend(check_markdown(text.body, file, around, text.first_line))
    texts.problems.extend(personal_lines(text.body, file, text.first_line))
    return text


def personal_lines(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """Return the problems of prose that holds personal data (PII-001), each at its line."""
    problems = []
    for number, line in enumerate(text.split("\n"), first_line):
        found = find_personal(line)
        if found:
            details = {"kind": found.kind}
            problems.append(Problem("PII-001", file, number, found.column, None, found.value, details))
    return problems
