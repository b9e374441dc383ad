"""Finds personal data in public text: telephone numbers, mailboxes, identity numbers, named persons.

Rules from bad-inputs.md, Personal data. Firms named like people, digits in product models, all-digit credit
codes, web addresses and short public hotlines pass; address, credit-code, id and code columns are never
looked at. Cells of tables and front matter are looked at by cells, Markdown by cases and prose_files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from datetime import date
from typing import NamedTuple

from generator.formats.yaml_reader import KeyPath as Steps
from generator.formats.yaml_reader import ParsedDocument
from generator.problems.problem import Problem

_WORTH_A_LOOK = re.compile(r"[0-9０-９]{3}|[@＠﹫]|人\s*[：:︰﹕]")
_ALONE_BEFORE, _ALONE_AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_GAP = "[- ]?"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_MOBILE = re.compile(rf"{_ALONE_BEFORE}(?:\+?86{_GAP})?1[3-9][0-9](?:{_GAP}[0-9]{{4}}){{2}}{_ALONE_AFTER}")
_LANDLINE = re.compile(
    rf"{_ALONE_BEFORE}(?:\+86{_GAP}[(]?0?|[(]?0)[1-9][0-9]{{1,2}}[)]?{_GAP}"
    rf"[2-9][0-9]{{2,3}}{_GAP}[0-9]{{4}}{_ALONE_AFTER}"
)
_TOLD = re.compile(
    rf"(?:电话|联系|传真|手机)[^0-9\n]{{0,6}}([2-9][0-9]{{2,3}}{_GAP}[0-9]{{4}}){_ALONE_AFTER}"
)
_LINK = re.compile(r"https?://(?:(?!@)[!-~])+(?!@)")
"""A web address: runs of digits in an official one number a document."""
# Begun only where a run of its letters begins: else every letter of a long run without @ is tried in vain.
_MAILBOX = re.compile(r"(?<![\w.%+-])[\w.%+-]++@(?:[\w-]++\.)+[^\W\d_]{2,}")
_IDENTITY = re.compile(
    rf"{_ALONE_BEFORE}[1-9][0-9]{{5}}{_GAP}[0-9]{{8}}{_GAP}[0-9]{{3}}[0-9Xx]{_ALONE_AFTER}"
)
_PERSON = re.compile(
    r"(?:联系人|经办人|签发人|负责人|法定代表人)\s*[：:]\s*([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
_PIECE = 200
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class PersonalData(NamedTuple):
    """What was found."""

    kind: str
    """What it is, in Chinese."""
    value: str
    """The text itself, in half width."""
    column: int | None
    """Character at which it begins, from 1; None where making the width alike has moved it."""


_CONTACTS = (("手机号码", _MOBILE), ("电话号码", _LANDLINE), ("电话号码", _TOLD), ("邮箱", _MAILBOX))


def find_personal(text: str, *, contact: bool = False) -> PersonalData | None:
    """Return the first piece of personal data in `text`, or None.

    With `contact` the text is one where a public telephone number or mailbox is wanted (the publisher's own
    contact, public hotlines): only identity numbers and persons are found.
    """
    if not _WORTH_A_LOOK.search(text):
        return None
    alike = text if text.isascii() else _half_width(text).translate(_DASHES)
    found = _find(_LINK.sub(lambda link: " " * len(link[0]), alike), contact=contact)
    if found is None:
        return None
    kind, match = found
    return PersonalData(kind, match[0], match.start() + 1 if len(alike) == len(text) else None)


def _half_width(text: str) -> str:
    """Normalise in short pieces: a run of accents takes time by the square of its length (NFKC sorts it)."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return "".join(unicodedata.normalize("NFKC", piece) for piece in pieces)


def _find(plain: str, *, contact: bool) -> tuple[str, re.Match[str]] | None:
    for kind, pattern in () if contact else _CONTACTS:
        if match := pattern.search(plain):
            return kind, match
    for match in _IDENTITY.finditer(plain):
        if _is_identity_number(re.sub("[- ]", "", match[0])):
            return "身份证号", match
    match = _PERSON.search(plain)
    return ("个人姓名", match) if match else None


def document_problems(
    document: ParsedDocument, file: str, contacts: Container[Steps] = ()
) -> Iterator[Problem]:
    """Yield PII-001 for every text of a YAML document with personal data, each at its place.

    `contacts` are the places of public contacts. Lists of resources are left out: they describe tables.
    """
    for path, text in _texts(document.value, ()):
        personal = find_personal(text, contact=path in contacts or path[:1] in contacts)
        if personal and path[:1] != ("resources",):
            name = ".".join(map(str, path))
            line, column = document.place(*path)
            yield Problem("PII-001", file, line, column, name, text, {"kind": personal.kind})


def _texts(value: object, path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, str(key)))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _is_identity_number(number: str) -> bool:
    """Whether date and check character are right (GB 11643—1999)."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return born.year >= 1900 and "10X98765432"[total % 11] == number[17].upper()
