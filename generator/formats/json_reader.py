"""Parse JSON strictly and with positions, into the same `ParsedDocument` as `yaml_reader`.

The parser of the standard library accepts NaN, repeated keys and any depth, and keeps no positions. Numbers
and null become text, as plain values of YAML do, so that both formats are validated by the same code.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Any

from generator.formats.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIGITS,
    KeyPath,
    ParsedDocument,
    SyntaxFinding,
)

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![0-9A-Za-z.+-])")
_WORD = re.compile(r"-?[A-Za-z]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN: dict[str, str | bool] = {"true": True, "false": False, "null": ""}


class _UnreadableError(Exception):
    """The text is not JSON from offset `at` on; `reason` is a key of REASONS."""

    def __init__(self, at: int, reason: str) -> None:
        super().__init__(reason)
        self.at = at
        self.reason = reason


class _JsonReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.document = ParsedDocument()
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def find(self, at: int, reason: str) -> None:
        self.document.findings.append(SyntaxFinding("JSN-001", *self.place(at), reason))

    def blank(self, at: int) -> int:
        match = _BLANK.match(self.text, at)
        return match.end() if match else at

    def value(self, at: int, path: KeyPath, depth: int) -> tuple[Any, int]:
        """Return the value at offset `at` and the offset after it."""
        self.document.positions.setdefault(path, self.place(at))
        first = self.text[at : at + 1]
        if first == "{" or first == "[":
            if depth > MAX_DEPTH:
                raise _UnreadableError(at, "depth")
            return self.mapping(at, path, depth) if first == "{" else self.sequence(at, path, depth)
        return self.string(at) if first == '"' else self.plain(at)

    def string(self, at: int) -> tuple[str, int]:
        match = _STRING.match(self.text, at)
        if match is None:
            raise _UnreadableError(at, "string")
        text: str = json.loads(match[0])
        if _SURROGATE.search(text):
            raise _UnreadableError(at, "surrogate")
        return text, match.end()

    def plain(self, at: int) -> tuple[str | bool, int]:
        number = _NUMBER.match(self.text, at)
        if number:
            if len(number[0]) > MAX_DIGITS:
                raise _UnreadableError(at, "digits")
            return number[0], number.end()
        word = _WORD.match(self.text, at)
        if word and word[0] in _PLAIN:
            return _PLAIN[word[0]], word.end()
        raise _UnreadableError(at, "number" if word else "value")

    def sequence(self, at: int, path: KeyPath, depth: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        at = self.blank(at + 1)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, (*path, len(items)), depth + 1)
            items.append(item)
            at = self.after_item(at, "]")
        return items, at + 1

    def mapping(self, at: int, path: KeyPath, depth: int) -> tuple[dict[str, Any], int]:
        items: dict[str, Any] = {}
        at = self.blank(at + 1)
        while self.text[at : at + 1] != "}":
            if self.text[at : at + 1] != '"':
                raise _UnreadableError(at, "key")
            begin = at
            key, at = self.string(at)
            if key in items:
                self.find(begin, "repeated")
            at = self.blank(at)
            if self.text[at : at + 1] != ":":
                raise _UnreadableError(at, "colon")
            self.document.positions[(*path, key)] = self.place(begin)
            items[key], at = self.value(self.blank(at + 1), (*path, key), depth + 1)
            at = self.after_item(at, "}")
        return items, at + 1

    def after_item(self, at: int, end: str) -> int:
        """Return the offset of the next item, or of the end of the collection."""
        at = self.blank(at)
        if self.text[at : at + 1] == end:
            return at
        if self.text[at : at + 1] != ",":
            raise _UnreadableError(at, "comma")
        following = self.blank(at + 1)
        if self.text[following : following + 1] == end:
            raise _UnreadableError(at, "trailing")
        return following


def read(text: str) -> ParsedDocument:
    """Parse one JSON document (RFC 8259) strictly.

    Never raises: errors are in `findings`, each a JSN-001 with a key of `REASONS` as its value; `value` is
    None if the text could not be parsed. A byte order mark is an error, as in the RFC.
    """
    reader = _JsonReader(text)
    document = reader.document
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        reader.find(0, "size")
        return document
    try:
        if text.startswith("\ufeff"):
            reader.find(0, "mark")
        begin = reader.blank(1 if text.startswith("\ufeff") else 0)
        document.value, end = reader.value(begin, (), 1)
        end = reader.blank(end)
        if end < len(text):
            raise _UnreadableError(end, "more")
    except _UnreadableError as error:
        reader.find(error.at, error.reason)
        document.value = None
    return document


REASONS: dict[str, tuple[str, str]] = {
    "trailing": ("最后一项后面多了逗号", "a comma behind the last item"),
    "mark": ("开头有 BOM", "it begins with a byte order mark"),
    "repeated": ("重复的键", "a repeated key"),
    "string": (
        "字符串没有结束，或含控制字符、错误的转义",
        "an unclosed string, a control character or a wrong escape",
    ),
    "surrogate": ("不成对的代理项", "a lone surrogate"),
    "digits": ("数字超过 30 位", "a number of more than 30 digits"),
    "number": ("NaN、Infinity 或没有引号的文字", "NaN, Infinity or a word without quotes"),
    "value": ("这里缺少一个值", "a value is missing here"),
    "key": ("键要写在英文双引号里", "a key stands in double quotes"),
    "colon": ("键后面缺少冒号", "the colon behind the key is missing"),
    "comma": ("两项之间缺少逗号，或括号没有结束", "a comma is missing, or a bracket is not closed"),
    "more": ("文件末尾多出内容", "something stands behind the document"),
    "depth": ("超过 20 层", "more than 20 levels"),
    "size": ("超过 256 KB", "over 256 KB"),
}
"""Message in Chinese and in English, by the value of a finding."""
