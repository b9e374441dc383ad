"""What is written twice agrees: records and schemas, labels and uses, codes and givers, descriptors."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from paths import BASE, DEMO, GENERATOR, PROJECT

from generator import record_source, schema
from generator.labels import labels
from generator.problems import codes
from generator.scaffold import renew_descriptors

SOURCES = "".join(p.read_text("utf-8") for p in sorted(GENERATOR.rglob("*.py")))
TEMPLATES = "".join(p.read_text("utf-8") for p in sorted(GENERATOR.rglob("*.html")))


def test_records_are_what_the_schemas_say() -> None:
    assert record_source.TARGET.read_text("utf-8") == record_source.render()


def test_every_label_that_is_asked_for_by_its_whole_key_exists() -> None:
    asked = set(re.findall(r"\bwords[(\[]\s*f?[\"']([a-z_]+\.[a-z0-9_.]+)[\"']", SOURCES + TEMPLATES))
    asked |= set(re.findall(r"'([a-z_]+\.[a-z0-9_.]+)' \| word\b", TEMPLATES))
    assert len(asked) > 100
    assert sorted(asked - set(labels())) == []


def test_every_label_says_something_in_chinese_and_in_english() -> None:
    assert [key for key, words in labels().items() if not words["zh"]] == []


def test_labels_of_two_languages_have_the_same_places_to_fill() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{([a-z_]+)\}", text))

    odd = [key for key, w in labels().items() if w["en"] and not places(w["en"]) <= places(w["zh"])]
    assert odd == []


CATEGORIES = [
    f"{field.labels}.{value}" for table in schema.tables().values() for field in table.fields if field.labels
    for value in field.categories
]  # fmt: skip


def test_every_category_value_has_a_label() -> None:
    assert sorted(set(CATEGORIES) - set(labels())) == []


def test_every_column_with_categories_names_its_labels() -> None:
    columns = [
        (t.name, f.name) for t in schema.tables().values() for f in t.fields if f.categories and not f.labels
    ]
    assert columns == []


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
    tables = schema.tables()
    wrong = [
        (t.name, f.name)
        for t in tables.values()
        for f in t.fields
        if f.references != schema.ANY and not set(f.references) <= set(tables)
    ]
    assert wrong == []
