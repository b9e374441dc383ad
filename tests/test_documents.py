"""What is written twice agrees: records and schemas, codes and givers, descriptors."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import click
import pytest
from paths import BASE, DEMO, GENERATOR, PROJECT

from generator.commands.main import main
from generator.formats import yaml_reader
from generator.problems.code_files import code_files
from generator.problems.problem import codes
from generator.scaffold.register_folder import renew_descriptors
from generator.schema import record_source, table_schema

SOURCES = "".join(p.read_text("utf-8") for p in sorted(GENERATOR.rglob("*.py")))


def test_records_are_what_the_schemas_say() -> None:
    assert record_source.TARGET.read_text("utf-8") == record_source.render()


def test_every_code_is_given_by_a_check() -> None:
    given = set(re.findall(r'"([A-Z]{2,4}-[0-9]{3})"', SOURCES))
    assert given == set(codes())


def test_warnings_are_those_of_the_agreement_and_no_others() -> None:
    warnings = {c.id for c in codes().values() if c.severity == "warning"}
    assert warnings == {"TXT-001", "TXT-003", "FK-003", "LAD-001", "CLM-001", "ACC-001"}


@pytest.mark.parametrize("code", codes())
def test_every_code_has_its_words_in_both_languages(code: str) -> None:
    for words in (codes()[code].title, codes()[code].message, codes()[code].fix):
        assert set(words) == {"zh", "en"}
        assert all(words.values())


@pytest.mark.parametrize(
    "data", [PROJECT / "data", DEMO / "data", BASE / "data"], ids=["changzhou", "demo", "base"]
)
def test_renewing_the_descriptors_changes_nothing(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(data, copy)
    assert renew_descriptors(copy) == []


def test_references_lead_to_tables_that_exist() -> None:
    tables = table_schema.tables()
    wrong = [
        (t.name, f.name)
        for t in tables.values()
        for f in t.fields
        if f.references != table_schema.ANY and not set(f.references) <= set(tables)
    ]
    assert wrong == []


DOCUMENTS = {
    path.relative_to(PROJECT).as_posix(): path.read_text("utf-8")
    for path in (
        PROJECT / "README.md",
        PROJECT / "CONTRIBUTING.md",
        *sorted((GENERATOR / "site" / "guides").glob("*.md")),
        *code_files(),
    )
}
"""What tells people which command to run."""
_NAMED = re.compile(r"(?:^|[`\s/“（])portal ((?:[a-z]+|--[a-z-]+)(?: [^`\n”，；。）#]*)?)", re.MULTILINE)


def named_commands(text: str) -> list[list[str]]:
    """The words behind `portal` of every command that a text names as code; prose may hold the word too."""
    code = re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL) + re.findall(r"`([^`\n]+)`", text)
    return [found.split() for part in code for found in _NAMED.findall(part)]


def command_of(words: list[str]) -> tuple[click.Command | None, list[str]]:
    """The command that words name, None where there is none, and the words behind it."""
    command: click.Command | None = main
    while isinstance(command, click.Group) and words and not words[0].startswith("--"):
        command, words = command.commands.get(words[0]), words[1:]
    return command, words


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_and_option_that_is_named_exists(document: str) -> None:
    for words in named_commands(DOCUMENTS[document]):
        command, rest = command_of(words)
        assert command is not None, words
        known = {option for parameter in command.params for option in parameter.opts}
        assert {w.partition("=")[0] for w in rest if w.startswith("--")} <= known | {"--help"}, words


def test_every_command_is_documented() -> None:
    told = [words for text in DOCUMENTS.values() for words in named_commands(text)]
    commands = [[name] for name, made in main.commands.items() if not isinstance(made, click.Group)]
    groups = {n: made for n, made in main.commands.items() if isinstance(made, click.Group)}
    commands += [[name, inner] for name, made in groups.items() for inner in made.commands]
    assert len(told) > 30
    assert [c for c in commands if not any(words[: len(c)] == c for words in told)] == []


def test_every_make_target_is_documented_and_every_one_named_exists() -> None:
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == targets
    texts = [text for name, text in DOCUMENTS.items() if name.endswith(".md")]
    code = [c for t in texts for c in re.findall(r"```[a-z]*\n(.*?)```|`([^`\n]+)`", t, re.DOTALL)]
    named = {name for pair in code for name in re.findall(r"\bmake ([a-z]+)", " ".join(pair))}
    assert named == targets - {"help"}, "`make` alone is its help"


def test_the_workflow_hides_no_failure_and_tells_the_build_where_the_site_will_stand() -> None:
    text = (PROJECT / ".github" / "workflows" / "publish.yml").read_text("utf-8")
    assert "|| true" not in text
    steps = yaml_reader.read(text).value["jobs"]["build"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    (site,) = [step for step in steps if step.get("run", "").startswith("make site")]
    assert "SITE_URL=" in site["run"]
    assert site["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}"
    assert any(run.startswith("make check") and "CHECK_FORMAT=github" in run for run in runs)


def test_paths_that_contributing_names_exist() -> None:
    """Paths in backticks from the top of the repository; `<…>` stands for a name that is chosen."""
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`((?:generator|tests|benchmarks)/[^`<>…*]*)`", text))
    assert len(named) > 40
    assert sorted(path for path in named if not (PROJECT / path).exists()) == []
