"""Reads portal.yaml: the city, its publisher and its rules."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable
from typing import Any

from generator.catalog.catalog import LadderRule, Publisher, Settings
from generator.formats import dates, yaml_reader
from generator.formats.dates import PartialDate
from generator.formats.urls import is_link
from generator.package.personal_data import document_problems
from generator.problems.problem import Problem
from generator.register.ledger import LEVELS

FILE = "portal.yaml"
CONTACTS = (("publisher", "telephone"), ("publisher", "address"), ("hotlines",))
"""Where a public telephone number or mailbox may stand."""
_LANGUAGES = ("zh", "en")
_REQUIRED = ("city_zh", "area", "title_zh", "version", "as_of")
_AUTHORITY_ONLY = ("organ_mark", "report_site")
"""Settings of the publisher that only the authority itself may have: marks of a government site."""
_LINKS = (
    *(("site_url",), ("corrections",), ("concerns",), ("lookup",)),
    *(("publisher", name) for name in (*_AUTHORITY_ONLY, "copyright", "privacy")),
)


class _SettingsReader:
    def __init__(self, document: yaml_reader.ParsedDocument) -> None:
        self.document = document
        self.raw: dict[str, Any] = document.value
        self.problems: list[Problem] = []

    def report(self, hint: str, hint_en: str, *path: str | int, value: str = "") -> None:
        line, column = self.document.place(*path)
        name = ".".join(map(str, path))
        details = {"hint": hint, "hint_en": hint_en}
        self.problems.append(Problem("PKG-004", FILE, line, column, name, value, details))

    def text(self, *path: str | int) -> str:
        value: Any = self.raw
        for step in path:
            value = value.get(step, "") if isinstance(value, dict) else value[step] if value else ""
        if isinstance(value, str):
            return value
        self.report("这里写文字", "Write text here", *path, value=str(value))
        return ""

    def flag(self, *path: str) -> bool:
        value: Any = self.raw
        for step in path:
            value = value.get(step, False) if isinstance(value, dict) else False
        if not isinstance(value, bool):
            self.report("写 true 或 false", "Write true or false", *path, value=str(value))
        return value is True

    def items(self, name: str) -> list[Any]:
        value = self.raw.get(name) or []
        if not isinstance(value, list):
            self.report("这里写列表，每行以“- ”开头", "Write a list", name, value=str(value))
            return []
        return value


def read_settings(document: yaml_reader.ParsedDocument) -> tuple[Settings | None, list[Problem]]:
    """Read the settings. None where they cannot be used; with the problems (PKG-004, URL-001, PII-001)."""
    if not isinstance(document.value, dict):
        return None, [
            Problem("PKG-004", FILE, 1, 1, value="", details={"hint": "按模板填写", "hint_en": "Fill in"})
        ]
    given = _SettingsReader(document)
    given.problems += document_problems(document, FILE, CONTACTS)
    _check_keys(given)
    _check_links(given)
    as_of = _date(given, "as_of")
    axis, languages = _axis(given), _languages(given)
    settings = Settings(
        city_zh=given.text("city_zh"),
        city_en=given.text("city_en"),
        area=given.text("area"),
        title_zh=given.text("title_zh"),
        title_en=given.text("title_en"),
        languages=languages,
        version=given.text("version"),
        as_of=(as_of or dates.parse("1970")).last,
        axis=axis,
        demo=given.flag("demo"),
        site_url=given.text("site_url"),
        publisher=_publisher(given),
        corrections=given.text("corrections"),
        concerns=given.text("concerns"),
        lookup=given.text("lookup"),
        hotlines=tuple(str(x) for x in given.items("hotlines")),
        ladder=_ladder(given),
        priority_groups=tuple(str(x) for x in given.items("priority_groups")),
    )
    return (settings if as_of else None), given.problems


def _check_keys(given: _SettingsReader) -> None:
    """Report keys that mean nothing, also of the publisher and of every rule of the ladder: slips, mostly."""
    _check_names(given, Settings)
    _check_names(given, Publisher, "publisher")
    rules = given.raw.get("ladder")
    for index in range(len(rules) if isinstance(rules, list) else 0):
        _check_names(given, LadderRule, "ladder", index)
    for name in _REQUIRED:
        if not given.raw.get(name):
            given.report("必填", "Required", name)


def _check_names(given: _SettingsReader, form: type, *path: str | int) -> None:
    held: Any = given.raw
    for step in path:
        held = held.get(step) if isinstance(step, str) else held[step]
    known = [f.name for f in dataclasses.fields(form)]
    for name in held if isinstance(held, dict) else ():
        if name not in known:
            near = difflib.get_close_matches(str(name), known, 1)
            hint = f"没有这个设置，检查拼写{''.join(f'；是否 {n}？' for n in near)}"
            hint_en = f"There is no such setting{''.join(f'; did you mean {n}?' for n in near)}"
            given.report(hint, hint_en, *path, name, value=name)


def _check_links(given: _SettingsReader) -> None:
    for path in _LINKS:
        link = given.text(*path)
        if link and not is_link(link):
            place = given.document.place(*path)
            given.problems.append(Problem("URL-001", FILE, *place, ".".join(path), link))


def _axis(given: _SettingsReader) -> str:
    axis = given.text("axis") or "list_year"
    if axis in ("list_year", "published"):
        return axis
    given.report("写 list_year 或 published", "Write list_year or published", "axis", value=axis)
    return "list_year"


def _languages(given: _SettingsReader) -> tuple[str, ...]:
    languages = tuple(str(x) for x in given.items("languages")) or ("zh",)
    if not set(languages) <= set(_LANGUAGES):
        given.report("可用 zh、en", "Known are zh and en", "languages", value=", ".join(languages))
    return languages


def _date(given: _SettingsReader, *path: str | int) -> PartialDate | None:
    text = given.text(*path)
    try:
        return dates.parse(text)
    except ValueError:
        given.report("写成 2022-01-01", "Write it as 2022-01-01", *path, value=text)
        return None


def _publisher(given: _SettingsReader) -> Publisher:
    if not isinstance(given.raw.get("publisher", {}), dict):
        given.report("这里写 name_zh 等各项", "Write name_zh and so on", "publisher")
        given.raw["publisher"] = {}
    text: Callable[[str], str] = lambda name: given.text("publisher", name)  # noqa: E731
    official = given.flag("publisher", "official")
    for name in _AUTHORITY_ONLY:
        if text(name) and not official:
            hint = "主管部门自己办的网站（official: true）才有这一项"
            given.report(hint, "Only with official: true", "publisher", name, value=text(name))
    return Publisher(
        name_zh=text("name_zh"),
        name_en=text("name_en"),
        official=official,
        telephone=text("telephone"),
        address=text("address"),
        site_code=text("site_code"),
        icp=text("icp"),
        psb=text("psb"),
        maintainer=text("maintainer"),
        organ_mark=text("organ_mark"),
        report_site=text("report_site"),
        copyright=text("copyright"),
        privacy=text("privacy"),
        ipv6=given.flag("publisher", "ipv6"),
    )


def _ladder(given: _SettingsReader) -> tuple[LadderRule, ...]:
    rules = []
    for index, item in enumerate(given.items("ladder")):
        if not isinstance(item, dict):
            given.report(
                "写 category、level、requires、valid_from、source", "Write its keys", "ladder", index
            )
            continue
        valid_from = _date(given, "ladder", index, "valid_from")
        if valid_from:
            texts = {k: given.text("ladder", index, k) for k in ("category", "level", "requires", "source")}
            if {texts["level"], texts["requires"]} <= set(LEVELS):
                rules.append(LadderRule(valid_from=valid_from, **texts))
            else:
                given.report(
                    "level、requires 写 " + "、".join(LEVELS), "Levels: " + ", ".join(LEVELS), "ladder", index
                )
    return tuple(rules)
