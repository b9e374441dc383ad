"""Finds personal data in public text: telephone numbers, mailboxes, identity numbers, named persons.

Rules from bad-inputs.md, Personal data. Firms named like people, digits in product models, all-digit credit
codes and public hotlines pass; address, credit-code, id and code columns are never looked at.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

_WORTH_A_LOOK = re.compile(r"[0-9０-９]{4}|[@＠]|人\s*[：:]")
_ALONE_BEFORE, _ALONE_AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_MOBILE = re.compile(rf"{_ALONE_BEFORE}(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{{4}}){{2}}{_ALONE_AFTER}")
_LANDLINE = re.compile(rf"{_ALONE_BEFORE}[(]?0[1-9][0-9]{{1,2}}[)]?[- ]?[2-9][0-9]{{6,7}}{_ALONE_AFTER}")
_TOLD = re.compile(rf"(?:电话|联系|传真|手机)[^0-9\n]{{0,6}}([2-9][0-9]{{2,3}}[- ]?[0-9]{{4}}){_ALONE_AFTER}")
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_IDENTITY = re.compile(rf"{_ALONE_BEFORE}[1-9][0-9]{{16}}[0-9Xx]{_ALONE_AFTER}")
_PERSON = re.compile(
    r"(?:联系人|经办人|签发人|负责人|法定代表人)\s*[：:]\s*([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class PersonalData(NamedTuple):
    """What was found: its kind in Chinese and the text itself."""

    kind: str
    value: str


def find_personal(text: str) -> PersonalData | None:
    """Return the first piece of personal data in `text`, or None."""
    if not _WORTH_A_LOOK.search(text):
        return None
    plain = unicodedata.normalize("NFKC", text)
    for kind, pattern in (
        ("手机号码", _MOBILE),
        ("电话号码", _LANDLINE),
        ("电话号码", _TOLD),
        ("邮箱", _MAILBOX),
    ):
        if match := pattern.search(plain):
            return PersonalData(kind, match[0])
    for match in _IDENTITY.finditer(plain):
        if _is_identity_number(match[0]):
            return PersonalData("身份证号", match[0])
    match = _PERSON.search(plain)
    return PersonalData("个人姓名", match[0]) if match else None


def _is_identity_number(number: str) -> bool:
    """Whether date and check character are right (GB 11643—1999)."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return born.year >= 1900 and "10X98765432"[total % 11] == number[17].upper()
