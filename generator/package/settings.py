"""Read portal.yaml: the city, its publisher and its rules."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterator
from typing import Any

from generator.catalog.settings import LadderRule, Publisher, Settings
from generator.formats import dates, yaml_reader
from generator.formats.dates import PartialDate
from generator.formats.urls import is_link
from generator.package.personal_data import document_problems
from generator.package.reading import Reading
from generator.problems.problem import Problem
from generator.register.ledger import LEVELS

FILE = "portal.yaml"
CONTACTS = (("publisher", "telephone"), ("publisher", "address"), ("hotlines",))
"""Where a public telephone number or mailbox may stand."""
_LANGUAGES = ("zh", "en")
_REQUIRED = ("city_zh", "area", "title_zh", "version", "as_of")
_FLAGS = ("official", "ipv6")
_PUBLISHER_TEXTS = tuple(f.name for f in dataclasses.fields(Publisher) if f.name not in _FLAGS)
_AUTHORITY_ONLY = ("organ_mark", "report_site")
"""Settings of the publisher that only the authority itself may have: marks of a government site."""
_LINKS = (
    *(("site_url",), ("corrections",), ("concerns",), ("lookup",)),
    *(("publisher", name) for name in (*_AUTHORITY_ONLY, "copyright", "privacy")),
)


class _SettingsReader:
    """Typed access to portal.yaml. Every reader yields what is wrong with its value (PKG-004)."""

    def __init__(self, document: yaml_reader.ParsedDocument) -> None:
        self.document = document
        self.raw: dict[str, Any] = document.value

    def problem(self, hint: str, hint_en: str, *path: str | int, value: str = "") -> Problem:
        """Return a problem at the value of `path`, or at its nearest ancestor."""
        line, column = self.document.place(*path)
        name = ".".join(map(str, path))
        details = {"hint": hint, "hint_en": hint_en}
        return Problem("PKG-004", FILE, line, column, name, value, details)

    def at(self, path: tuple[str | int, ...], default: object = "") -> Any:
        """Return the raw value of `path`; `default` where there is none."""
        value: Any = self.raw
        for step in path:
            if isinstance(step, str):
                value = value.get(step, default) if isinstance(value, dict) else default
            else:
                value = value[step]
        return value

    def text(self, *path: str | int) -> Reading[str]:
        value = self.at(path)
        if isinstance(value, str):
            return value
        yield self.problem("这里写文字", "Write text here", *path, value=str(value))
        return ""

    def flag(self, *path: str) -> Reading[bool]:
        value = self.at(path, False)
        if not isinstance(value, bool):
            yield self.problem("写 true 或 false", "Write true or false", *path, value=str(value))
        return value is True

    def items(self, name: str) -> Reading[list[Any]]:
        value = self.raw.get(name) or []
        if isinstance(value, list):
            return value
        yield self.problem("这里写列表，每行以“- ”开头", "Write a list", name, value=str(value))
        return []

    def date(self, *path: str | int) -> Reading[PartialDate | None]:
        text = yield from self.text(*path)
        try:
            return dates.parse(text)
        except ValueError:
            yield self.problem("写成 2022-01-01", "Write it as 2022-01-01", *path, value=text)
            return None


def read_settings(document: yaml_reader.ParsedDocument | None) -> Reading[Settings | None]:
    """Return the settings; None where they cannot be used. Problems: PKG-004, URL-001, PII-001."""
    if document is None or (document.value is None and document.findings):
        return None
    if not isinstance(document.value, dict):
        yield Problem("PKG-004", FILE, 1, 1, value="", details={"hint": "按模板填写", "hint_en": "Fill in"})
        return None
    reader = _SettingsReader(document)
    yield from document_problems(document, FILE, CONTACTS)
    yield from _check_keys(reader)
    yield from _check_links(reader)
    as_of = yield from reader.date("as_of")
    settings = Settings(
        city_zh=(yield from reader.text("city_zh")),
        city_en=(yield from reader.text("city_en")),
        area=(yield from reader.text("area")),
        title_zh=(yield from reader.text("title_zh")),
        title_en=(yield from reader.text("title_en")),
        languages=(yield from _languages(reader)),
        version=(yield from reader.text("version")),
        as_of=(as_of or dates.parse("1970")).last,
        axis=(yield from _axis(reader)),
        demo=(yield from reader.flag("demo")),
        site_url=(yield from reader.text("site_url")),
        publisher=(yield from _publisher(reader)),
        corrections=(yield from reader.text("corrections")),
        concerns=(yield from reader.text("concerns")),
        lookup=(yield from reader.text("lookup")),
        hotlines=tuple(str(x) for x in (yield from reader.items("hotlines"))),
        ladder=(yield from _ladder(reader)),
        priority_groups=tuple(str(x) for x in (yield from reader.items("priority_groups"))),
    )
    return settings if as_of else None


def _check_keys(reader: _SettingsReader) -> Iterator[Problem]:
    """Yield keys that mean nothing, also of the publisher and of every rule of the ladder: typing errors."""
    yield from _check_names(reader, Settings)
    yield from _check_names(reader, Publisher, "publisher")
    rules = reader.raw.get("ladder")
    for index in range(len(rules) if isinstance(rules, list) else 0):
        yield from _check_names(reader, LadderRule, "ladder", index)
    for name in _REQUIRED:
        if not reader.raw.get(name):
            yield reader.problem("必填", "Required", name)


def _check_names(reader: _SettingsReader, form: type, *path: str | int) -> Iterator[Problem]:
    raw = reader.at(path)
    known = [f.name for f in dataclasses.fields(form)]
    for name in raw if isinstance(raw, dict) else ():
        if name not in known:
            near = difflib.get_close_matches(str(name), known, 1)
            hint = f"没有这个设置，检查拼写{''.join(f'；是否 {n}？' for n in near)}"
            hint_en = f"There is no such setting{''.join(f'; did you mean {n}?' for n in near)}"
            yield reader.problem(hint, hint_en, *path, name, value=name)


def _check_links(reader: _SettingsReader) -> Iterator[Problem]:
    for path in _LINKS:
        link = yield from reader.text(*path)
        if link and not is_link(link):
            yield Problem("URL-001", FILE, *reader.document.place(*path), ".".join(path), link)


def _axis(reader: _SettingsReader) -> Reading[str]:
    axis = (yield from reader.text("axis")) or "list_year"
    if axis in ("list_year", "published"):
        return axis
    yield reader.problem("写 list_year 或 published", "Write list_year or published", "axis", value=axis)
    return "list_year"


def _languages(reader: _SettingsReader) -> Reading[tuple[str, ...]]:
    languages = tuple(str(x) for x in (yield from reader.items("languages"))) or ("zh",)
    if not set(languages) <= set(_LANGUAGES):
        yield reader.problem("可用 zh、en", "Known are zh and en", "languages", value=", ".join(languages))
    return languages


def _publisher(reader: _SettingsReader) -> Reading[Publisher]:
    if not isinstance(reader.raw.get("publisher", {}), dict):
        yield reader.problem("这里写 name_zh 等各项", "Write name_zh and so on", "publisher")
    official = yield from reader.flag("publisher", "official")
    texts = {}
    for name in _PUBLISHER_TEXTS:
        texts[name] = yield from reader.text("publisher", name)
    for name in _AUTHORITY_ONLY:
        if texts[name] and not official:
            hint = "主管部门自己办的网站（official: true）才有这一项"
            yield reader.problem(hint, "Only with official: true", "publisher", name, value=texts[name])
    return Publisher(official=official, ipv6=(yield from reader.flag("publisher", "ipv6")), **texts)


def _ladder(reader: _SettingsReader) -> Reading[tuple[LadderRule, ...]]:
    rules = []
    for index, item in enumerate((yield from reader.items("ladder"))):
        if not isinstance(item, dict):
            hint = "写 category、level、requires、valid_from、source"
            yield reader.problem(hint, "Write its keys", "ladder", index)
            continue
        valid_from = yield from reader.date("ladder", index, "valid_from")
        if valid_from is None:
            continue
        texts = {}
        for name in ("category", "level", "requires", "source"):
            texts[name] = yield from reader.text("ladder", index, name)
        if {texts["level"], texts["requires"]} <= set(LEVELS):
            rules.append(LadderRule(valid_from=valid_from, **texts))
        else:
            hint = "level、requires 写 " + "、".join(LEVELS)
            yield reader.problem(hint, "Levels: " + ", ".join(LEVELS), "ladder", index)
    return tuple(rules)
