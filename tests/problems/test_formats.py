"""Every format reports the same problems: golden files for people, contracts for programs."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from faulty_data import FaultyData

from generator.i18n.messages import messages
from generator.package import allowed_values
from generator.package.reading import MAX_KEPT, capped
from generator.problems.formats import (
    FORMATS,
    ReportContext,
    as_banner,
    as_html,
    as_json,
    as_text,
    summary,
)
from generator.problems.formats.text import SHOWN
from generator.problems.grouping import MAX_PER_GROUP, line_ranges
from generator.problems.problem import Problem, ordered
from generator.schema import table_schema

GOLDEN = Path(__file__).parent / "golden"
LISTS = "registry/lists.csv"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>&{{7*7}}'


def many(count: int) -> list[Problem]:
    return [Problem("CAT-001", "registry/enterprises.csv", n, 7, "size", "x") for n in range(2, count + 2)]


@pytest.mark.parametrize(
    ("format_", "lang"),
    [("text", "zh"), ("text", "en"), ("html", "zh"), ("html", "en"), ("github", "zh")],
)
def test_a_format_is_the_same_as_its_golden_file(faulty_data: FaultyData, format_: str, lang: str) -> None:
    """After a wanted change run with PORTAL_GOLDEN=write and read the difference."""
    shown = FORMATS[format_](faulty_data.problems, faulty_data.context(lang))
    path = GOLDEN / f"{format_}.{lang}.txt"
    if os.environ.get("PORTAL_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, "utf-8")
    assert shown == path.read_text("utf-8")


def test_the_summary_includes_problems_that_are_only_counted() -> None:
    """One group has more problems than are kept one by one; the other severity has two."""
    found = [*many(MAX_KEPT + 500), *(Problem("LAD-001", LISTS, n, 2, "list") for n in (3, 4))]
    for lang in ("zh", "en"):
        assert re.findall(r"-?[0-9]+", summary(ordered(capped(found)), lang)) == [str(MAX_KEPT + 500), "2"]
    many_warnings = [Problem("LAD-001", LISTS, n, 2, "list") for n in range(MAX_KEPT + 500)]
    assert re.findall(r"-?[0-9]+", summary(ordered(capped(many_warnings)))) == ["0", str(MAX_KEPT + 500)]


def test_allowed_values_are_listed_whole_with_their_meaning() -> None:
    events = table_schema.tables()["events"].by_name["type"]
    details = allowed_values.told(events.categories, events.labels)
    problem = Problem("CAT-001", "registry/events.csv", 2, 3, "type", "获评", details)
    message, message_en = problem.words("zh")[0], problem.words("en")[0]
    for value in events.categories:
        words = messages()[f"event.{value}"]
        assert f"{value}（{words['zh']}）" in message
        assert f"{value} ({words['en']})" in message_en


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_deterministic(faulty_data: FaultyData, format_: str) -> None:
    assert FORMATS[format_](faulty_data.problems, faulty_data.context()) == FORMATS[format_](
        faulty_data.problems, faulty_data.context()
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_reports_the_absence_of_problems(format_: str) -> None:
    assert FORMATS[format_]((), ReportContext())


def test_places_and_codes_of_text_are_aligned(faulty_data: FaultyData) -> None:
    block: dict[str, set[int]] = {}
    for line in as_text(faulty_data.problems, faulty_data.context()).splitlines():
        if match := re.match(r" +(registry/\w+\.csv):[0-9:]+ ([A-Z]+-[0-9]+)", line):
            block.setdefault(match[1], set()).add(match.start(2))
    assert block
    assert all(len(columns) == 1 for columns in block.values()), block


def test_text_is_coloured_only_where_asked_for(faulty_data: FaultyData) -> None:
    plain = as_text(faulty_data.problems, faulty_data.context())
    coloured = as_text(faulty_data.problems, faulty_data.context(colour=True))
    assert "\x1b[" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert coloured != plain


def test_control_characters_of_data_never_reach_the_terminal() -> None:
    problem = Problem("CAT-001", "registry/x\x1b.csv", 1, 1, "a\x1b[31m", "\x1b]0;x\x07", suggestion="\x9b1m")
    context = ReportContext(lines=lambda file, line: "\x1b[2J,\u202e")
    for format_ in ("text", "github"):
        shown = FORMATS[format_]([problem], context)
        assert not set(shown) & set("\x1b\x07\x9b\u202e\r"), format_
    assert "U+001B" in as_text([problem], context)


def test_text_lists_the_lines_of_a_large_group() -> None:
    shown = as_text(many(40))
    assert shown.count("CAT-001 错误") == SHOWN
    assert f"第 {SHOWN + 2}–41 行" in shown
    assert as_text(many(SHOWN + 1)).count("CAT-001 错误") == SHOWN + 1


@pytest.mark.parametrize("format_", FORMATS)
def test_problems_that_are_only_counted_follow_those_with_a_place(format_: str) -> None:
    counted = Problem("CAT-001", "registry/enterprises.csv", field="size", count=500_000)
    shown = FORMATS[format_](ordered([*many(3), counted]), ReportContext(site_url="https://example.org/"))
    at = shown.rindex("500000")
    places = {
        "json": '"line": 4',
        "sarif": '"startLine": 4',
        "github": "line=4",
        "html": ">4<",
        "text": ":4:7",
    }
    assert 0 < shown.index(places[format_]) < at


def test_json_lists_a_thousand_of_a_group_and_counts_the_rest() -> None:
    other = Problem("FK-001", "registry/enterprises.csv", 3, 6, "parent", "x")
    items = json.loads(as_json(ordered([*many(MAX_PER_GROUP + 7), other])))
    assert len(items) == MAX_PER_GROUP + 2
    assert [i["count"] for i in items if "count" in i] == [7]
    assert items[-1]["line"] is None
    assert items[-1]["field"] == "size"


def test_json_keeps_its_keys_and_adds_the_suggestion(faulty_data: FaultyData) -> None:
    items = json.loads(as_json(faulty_data.problems))
    keys = ["code", "severity", "file", "line", "column", "field", "value", "message", "fix", "suggestion"]
    assert all(list(item) == keys for item in items)
    found = {(i["code"], i["value"]): i["suggestion"] for i in items}
    assert found["CAT-001", "mediun"] == "medium"
    assert found["FK-001", "area-esat"] == "area-east"
    assert found["TYP-001", "２０２０"] == "2020"
    assert found["TYP-004", "2020/12/20"] == "2020-12-20"
    assert found["TYP-005", "TRUE"] == "true"
    assert found["TXT-002", "公告\u200b所载"] == "公告所载"
    assert found["ID-001", "9.19901E+17"] is None


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_html_page_stands_alone_and_is_inert() -> None:
    hostile = Problem(
        "CAT-001", f"registry/{HOSTILE}.csv", 2, 7, HOSTILE, HOSTILE, {"allowed": HOSTILE}, "", HOSTILE
    )
    clean = Problem("CAT-001", "registry/a.csv", 2, 7, "a", "b", {"allowed": "c"}, "", "d")
    context = ReportContext(site_url="https://example.org/")
    found = []
    for problem in (hostile, clean):
        elements = _Elements()
        elements.feed(as_html([problem], context))
        found.append(elements)
    assert found[0].names == found[1].names
    assert found[0].attributes == found[1].attributes == {"charset", "class", "href", "lang", "scope"}
    assert not found[0].names & {"script", "img", "link", "iframe"}
    assert "<script" not in as_banner([hostile])


def test_line_numbers_are_shortened_to_ranges() -> None:
    assert line_ranges([9, 3, 4, 5, 5, 1]) == "1、3–5、9"
