"""No cell can forge a workflow command: what is printed is read back by the runner's own rules."""

from __future__ import annotations

import re

from faulty_data import FaultyData
from hypothesis import example, given
from hypothesis import strategies as st

from generator.problems.formats import ReportContext, as_github
from generator.problems.problem import Problem, codes, escape_invisible

Command = tuple[str, dict[str, str], str]


def runner_reads(output: str) -> list[Command]:
    """Return the commands in a step's output, taken apart as by actions/runner (ActionCommand.TryParseV2)."""
    commands = []
    for line in re.split(r"\r\n|\n|\r", output):
        text = line.lstrip()
        end = text.find("::", 2) if text.startswith("::") else -1
        if end < 0:
            continue
        name, _, given_properties = text[2:end].partition(" ")
        properties = {}
        for pair in given_properties.split(","):
            key, sign, value = pair.strip().partition("=")
            if sign:
                properties[key] = _unescaped(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","})
        commands.append((name, properties, _unescaped(text[end + 2 :], {"%0D": "\r", "%0A": "\n"})))
    return commands


def _unescaped(text: str, marks: dict[str, str]) -> str:
    for mark, char in marks.items():
        text = text.replace(mark, char)
    return text.replace("%25", "%")


ANY = st.text(max_size=40) | st.sampled_from(
    [
        "::error::x",
        "\n::error file=a::b",
        "%0A::error::x",
        "%250A",
        "a,line=9",
        "a:b",
        "\r::set-env name=x::y",
        "##[error]x",
    ]
)
PROBLEMS = st.builds(
    Problem,
    st.sampled_from(sorted(codes())),
    st.sampled_from(["", "registry/enterprises.csv", "docs/cases/a.md", "portal.yaml"])
    | ANY.map(lambda t: f"registry/{t}"),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 9),
    st.none() | ANY,
    st.none() | ANY,
    st.dictionaries(st.sampled_from(["detail", "what", "expected", "kind", "allowed", "where"]), ANY),
    suggestion=st.none() | ANY,
)


@given(st.lists(PROBLEMS, max_size=4), ANY)
@example([Problem("FK-001", "registry/a,line=9:b.csv", 2)], "")
@example([Problem("FK-001", "registry/enterprises.csv", 2, 6, "parent", "%0A::error::forged")], "::error::x")
def test_every_problem_is_one_command_and_nothing_else_is(problems: list[Problem], line: str) -> None:
    shown = as_github(problems, ReportContext(lines=lambda file, number: line))
    commands = runner_reads(shown)
    assert [name for name, _, _ in commands] == [p.severity for p in problems]
    assert len(shown.splitlines()) >= len(commands) + 1
    for problem, (_, properties, text) in zip(problems, commands, strict=True):
        assert set(properties) <= {"file", "line", "col", "endColumn", "title"}
        assert properties["file"] == escape_invisible(ReportContext().path(problem.file)).strip()
        assert properties["title"].startswith(problem.code)
        assert problem.words("zh")[1] in text
        assert properties.get("line", "").isdigit() == (problem.line is not None)


def test_places_are_those_of_the_repository_and_count_characters(faulty_data: FaultyData) -> None:
    commands = runner_reads(as_github(faulty_data.problems, faulty_data.context(data="city/data")))
    (place,) = [p for _, p, _ in commands if p["title"].startswith("CAT-001") and "enterprises" in p["file"]]
    assert place["file"] == "city/data/registry/enterprises.csv"
    line = (
        (faulty_data.data / "registry/enterprises.csv").read_text("utf-8").split("\n")[int(place["line"]) - 1]
    )
    assert line[int(place["col"]) - 1 : int(place["endColumn"])] == "mediun"


def test_prose_is_found_in_its_own_folder() -> None:
    problem = Problem("MD-006", "docs/cases/a.md", 3, 1, "title", "x")
    ((_, properties, _),) = runner_reads(as_github([problem], ReportContext(docs="city/texts")))
    assert properties["file"] == "city/texts/cases/a.md"
    assert properties["col"] == "1"
