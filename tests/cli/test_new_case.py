"""`portal new case`: what it writes names every blank to the check, and passes it once they are filled."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from cities import CHANGZHOU, DEMO_CITY, City, changzhou_only, contents, portal
from paths import BASE

BLANK = re.compile(r"【待填[^】]*】")
FILLED = {
    "类型": "energy",
    "投资额（万元）": "120",
    "年节能量": "35.5",
    "年节电": "1000",
    "年减碳": "80",
    "年节水": "12",
    "年节约费用": "40",
    "基准年": "2022",
    "基准数值，没有就删去": "",
    "依据": "self_declared",
}
"""What a person would write into a blank, by its words; any other is filled with a sentence."""


@pytest.fixture
def docs(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of a city's prose: that of the test's own city, else of Changzhou."""
    city = getattr(request.node, "callspec", None)
    chosen: City = city.params["city"] if city else CHANGZHOU
    if chosen is CHANGZHOU:
        changzhou_only()
    shutil.copytree(chosen.docs, tmp_path / "docs")
    return tmp_path / "docs"


def written(city: City, docs: Path, unit: str) -> Path:
    done = portal("new", "case", unit, "--data", city.data, "--docs", docs)
    assert done.returncode == 0, done.stderr.decode()
    (path,) = [p for p in docs.glob("cases/*.md") if p.name in done.stdout.decode()]
    return path


def problems(city: City, docs: Path) -> list[dict[str, object]]:
    done = portal("check", "--data", city.data, "--docs", docs, "--format", "json")
    found: list[dict[str, object]] = json.loads(done.stdout)
    return [p for p in found if p["severity"] == "error"]


def fill(path: Path, source: str) -> None:
    answers = FILLED | {"来源编号": source}
    text = BLANK.sub(lambda m: answers.get(m[0][4:-1], "按资料所写"), path.read_text("utf-8"))
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("city", "unit", "source"),
    [
        (CHANGZHOU, "guomao-jiansuji", "src-letter-2022-52"),
        (CHANGZHOU, "park-cz-hi-tech", "src-letter-2022-52"),
        (DEMO_CITY, "prod-001", "src-plan"),
        (DEMO_CITY, "ent-007", "src-plan"),
    ],
    ids=lambda value: value.name if isinstance(value, City) else value,
)
def test_every_blank_is_named_and_once_filled_it_passes(
    city: City, unit: str, source: str, docs: Path
) -> None:
    path = written(city, docs, unit)
    lines = path.read_text("utf-8").split("\n")
    blanks = [(number, b) for number, line in enumerate(lines, 1) for b in BLANK.findall(line)]
    assert len(blanks) > 30
    found = problems(city, docs)
    assert {p["code"] for p in found} == {"MD-008"}
    assert sorted((p["line"], p["value"]) for p in found) == sorted(blanks)
    fill(path, source)
    assert problems(city, docs) == []


def test_what_the_register_knows_is_filled_in(docs: Path) -> None:
    text = written(CHANGZHOU, docs, "guomao-jiansuji").read_text("utf-8")
    assert 'subject: "guomao-jiansuji"' in text
    assert "unit_name: 江苏国茂减速机股份有限公司" in text
    assert "(record:list-factory-provincial-1)" in text
    assert "(record:list-factory-national-6)" in text


def test_the_next_case_of_a_unit_gets_a_number_and_touches_nothing(docs: Path) -> None:
    first = written(CHANGZHOU, docs, "guomao-jiansuji")
    first.write_text("mine", "utf-8")
    second = written(CHANGZHOU, docs, "guomao-jiansuji")
    assert (first.stem, second.stem) == ("case-guomao-jiansuji", "case-guomao-jiansuji-2")
    assert first.read_text("utf-8") == "mine"


def test_an_unknown_unit_is_wrong_usage_and_writes_nothing(docs: Path) -> None:
    done = portal("new", "case", "no-such-unit", "--data", CHANGZHOU.data, "--docs", docs)
    assert done.returncode == 2
    assert b"no-such-unit" in done.stderr
    assert contents(docs) == contents(CHANGZHOU.docs)


def test_with_errors_in_the_data_nothing_is_written(tmp_path: Path) -> None:
    shutil.copytree(BASE / "data", tmp_path / "data")
    path = tmp_path / "data/registry/enterprises.csv"
    path.write_text(path.read_text("utf-8").replace(",medium,", ",中型,"), "utf-8")
    empty = tmp_path / "empty"
    done = portal("new", "case", "ent-a", "--data", tmp_path / "data", "--docs", empty)
    assert done.returncode == 1
    assert b"CAT-001" in done.stderr
    assert not empty.exists()
