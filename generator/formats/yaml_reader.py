"""Parse YAML strictly and with positions, and write it; the only module that imports a YAML library.

Only true and false are booleans; every other scalar stays text. Whatever tools interpret differently
(anchors, tags, duplicate keys) is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_DIGITS = 30

KeyPath = tuple[str | int, ...]

# Plain scalars that YAML 1.1 tools do not read as their text.
_BOOLEAN = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|~)\Z", re.IGNORECASE)
_OCTAL = re.compile(r"[-+]?0[0-9_]+\Z|[-+]?0[xob][0-9a-fA-F_]+\Z")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+|[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?\Z")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|nan)\Z", re.IGNORECASE)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")


@dataclass(frozen=True, slots=True)
class SyntaxFinding:
    """A syntax error or forbidden construct in a document; line and column count from 1."""

    code: str
    line: int
    column: int
    value: str = ""
    count: int = 1
    """How often it occurs, if only the first occurrence is reported."""


@dataclass(slots=True)
class ParsedDocument:
    """A parsed document: its value and the position of every part."""

    value: Any = None
    """Nested dicts, lists, strings and booleans; None if the document could not be parsed."""
    positions: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    """Line and column, from 1, of every value by its path; for an entry of a mapping, of its key."""
    findings: list[SyntaxFinding] = field(default_factory=list)
    """Errors in order of position."""

    def place(self, *path: str | int) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of its nearest ancestor."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


class _YamlReader:
    def __init__(self, events: Iterator[Any], document: ParsedDocument, first_line: int) -> None:
        self.events = events
        self.document = document
        self.first_line = first_line
        self.anchors: list[SyntaxFinding] = []

    def find(self, code: str, mark: Any, value: str = "") -> None:
        # A bomb of aliases is reported once: replacing the first anchor fixes the others too.
        findings = self.anchors if code == "YML-002" else self.document.findings
        findings.append(SyntaxFinding(code, mark.line + self.first_line, mark.column + 1, value))

    def node(self, event: Any, path: KeyPath, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self.find("YML-002", event.start_mark, f"*{event.anchor}")
            return ""
        if event.anchor:
            self.find("YML-002", event.start_mark, f"&{event.anchor}")
        if event.tag:
            self.find("YML-003", event.start_mark, str(event.tag))
        self.document.positions.setdefault(
            path, (event.start_mark.line + self.first_line, event.start_mark.column + 1)
        )
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="depth", problem_mark=event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path, depth)
        return self.mapping(path, depth)

    def scalar(self, event: Any) -> str | bool:
        text: str = event.value
        if event.style is not None and event.style != "":
            return text
        if text in ("true", "false"):
            return text == "true"
        if len(text) > MAX_DIGITS and text.lstrip("-+").isdigit():
            self.find("YML-006", event.start_mark, text[:20] + "…")
        elif is_ambiguous(text):
            self.find("YML-007", event.start_mark, text)
        return text

    def sequence(self, path: KeyPath, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: KeyPath, depth: int) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.find("YML-004", event.start_mark)
                self.node(event, (*path, "?"), depth + 1)
                self.node(next(self.events), (*path, "?"), depth + 1)
                continue
            key: str = event.value
            at: Any = event.start_mark
            if event.anchor:
                self.find("YML-002", event.start_mark, f"&{event.anchor}")
            if event.tag:
                self.find("YML-003", event.start_mark, str(event.tag))
            if key == "<<":
                self.find("YML-002", event.start_mark, "<<")
            elif key in items:
                self.find("YML-001", event.start_mark, key)
            self.document.positions[(*path, key)] = (at.line + self.first_line, at.column + 1)
            items[key] = self.node(next(self.events), (*path, key), depth + 1)
        return items


def is_ambiguous(text: str) -> bool:
    """Return True if YAML 1.1 tools read the plain scalar `text` as a value that is printed differently."""
    if not text or _INTEGER.match(text) or text in ("true", "false"):
        return False
    if _FLOAT.match(text):
        return "_" in text or text != repr(float(text)) or _OCTAL.match(text) is not None
    return any(p.match(text) for p in (_BOOLEAN, _OCTAL, _SEXAGESIMAL, _SPECIAL))


def read(text: str, *, first_line: int = 1) -> ParsedDocument:
    """Parse one YAML document strictly.

    `first_line` is the physical line on which `text` starts (front matter). Never raises: errors are in
    `findings` (codes YML-001 to YML-007), and `value` is None if the text could not be parsed.
    """
    document = ParsedDocument()
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        document.findings.append(SyntaxFinding("YML-006", first_line, 1))
        return document
    reader: _YamlReader | None = None
    try:
        events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        reader = _YamlReader(events, document, first_line)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                document.value = reader.node(next(events), (), 1)
                break
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                reader.find("YML-005", event.start_mark)
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        code = "YML-006" if error.problem == "depth" else "YML-004"
        at = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        document.findings.append(SyntaxFinding(code, *at))
        document.value = None
    except (yaml.YAMLError, RecursionError, StopIteration, ValueError):
        document.findings.append(SyntaxFinding("YML-004", first_line, 1))
        document.value = None
    if reader is not None and reader.anchors:
        document.findings.append(replace(reader.anchors[0], count=len(reader.anchors)))
        document.value = None  # the values of the aliases are missing
    document.findings.sort(key=lambda f: (f.line, f.column, f.code))
    return document


def write(value: Any) -> str:
    """Return `value` (dicts, lists, strings, numbers, booleans) as block-style YAML that `read` accepts."""
    dumped: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return dumped


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if text == "" or is_ambiguous(text) or _INTEGER.match(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
