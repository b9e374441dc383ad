"""Reading from end to end: a data folder and the prose beside it become a catalog, or problems."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.catalog.catalog import Case, Catalog, Package, Settings
from generator.checks import suppressions
from generator.checks.leak_check import find_traces
from generator.checks.rules import apply_rules
from generator.checks.settings_references import check_references
from generator.formats.urls import is_link
from generator.formats.yaml_reader import ParsedDocument
from generator.package import cases
from generator.package import settings as settings_file
from generator.package.data_folder import LoadedFolder, read_document
from generator.package.decode import decode
from generator.package.keys import check_keys
from generator.package.markdown import LinkScope
from generator.package.prose_files import CityProse, read_prose
from generator.package.prose_pictures import read_prose_pictures
from generator.package.read_folder import load_folder
from generator.package.row_check import RowCheck
from generator.package.row_limits import check_crowds
from generator.package.tables import Checked, CheckedTable, check_tables
from generator.package.texts import Texts, list_texts
from generator.problems.problem import Problem, has_errors, ordered
from generator.release import id_lock
from generator.release.aggregates import supervision_counts
from generator.release.publication import PublishedFiles, publishable
from generator.schema.records import Record
from generator.schema.table_schema import ANY


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading gives: the publishable catalog where there are no errors, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    site_url: str = ""
    """Where the site is published, as portal.yaml says; empty where it does not or cannot be read."""


@dataclass(slots=True)
class _ReadState:
    """Everything that was read, before it is a catalog."""

    loaded: LoadedFolder
    checked: Checked
    texts: Texts
    cases: dict[str, Case] = field(default_factory=dict)
    prose: CityProse = field(default_factory=CityProse)

    def problems(self) -> list[Problem]:
        parts = (self.loaded, self.checked, self.texts)
        return [problem for part in parts for problem in part.problems.all()]


def read(
    data: Path,
    docs: Path,
    *,
    as_of: date | None = None,
    strict: bool = False,
    despite_prose: bool = False,
    row_check: RowCheck | None = None,
) -> ReadResult:
    """Read and check everything, then stop once.

    `as_of` makes the catalog for an earlier date (never for the check itself); with `strict`, warnings keep
    the catalog back too; with `despite_prose`, what is wrong with prose and case studies alone does not.
    `row_check` is one that was started before, so that it is ready sooner.
    """
    row_check = row_check or RowCheck()
    loaded, texts = load_folder(data), list_texts(docs)
    checked = check_tables(loaded, row_check, cases.case_files(texts))
    check_crowds(checked)
    check_keys(checked)
    matter = _ReadState(loaded, checked, texts)
    _read_texts(matter)
    settings, document = _settings(data, matter)
    published = None
    if settings is not None and document is not None:
        checked.problems.extend(check_references(settings, checked, document))
        published = _ruled(settings, matter, as_of or settings.as_of)
    problems = matter.problems()
    problems += row_check.problems({(p.file, p.line, p.column) for p in problems})
    if settings is not None:
        problems = _accepted(settings, problems, loaded)
    final = ordered(problems)
    grave = [p for p in final if not (despite_prose and p.file.startswith("docs/"))]
    site_url = settings.site_url if settings is not None and is_link(settings.site_url) else ""
    return ReadResult(None if has_errors(grave, strict=strict) else published, final, site_url)


def _read_texts(matter: _ReadState) -> None:
    studies = cases.case_files(matter.texts)
    checked, files = matter.checked, matter.texts.paths

    def known(id_: str) -> bool:
        return id_ in checked.owners or id_ in studies or checked.could_hold(id_, ANY)

    alone = LinkScope(known, files, relative=False, title=False)
    matter.cases = cases.read_cases(matter.texts, checked, alone)
    matter.prose = read_prose(matter.texts, LinkScope(known, files, relative=True, title=True))
    read_prose_pictures(matter.texts)


def _ruled(settings: Settings, matter: _ReadState, on: date) -> Catalog:
    """Return what may be published on a day, after everything was held against the rules."""
    checked, texts = matter.checked, matter.texts
    whole = _whole(settings, matter)
    published = _published(whole, matter, on)
    apply_rules(whole, published, checked)
    checked.problems += _permanence(matter)
    words = {file: data for file, data in texts.files.items() if file.endswith(".md")}
    checked.problems += find_traces(whole, published, checked, words)
    return published


def _accepted(settings: Settings, problems: list[Problem], loaded: LoadedFolder) -> list[Problem]:
    """Return the problems without the warnings that are known, with what is wrong with that list."""
    told = len(loaded.problems)
    exceptions = read_document(suppressions.FILE, loaded) if suppressions.FILE in loaded.paths else None
    return suppressions.apply_accepted(exceptions, problems + loaded.problems[told:], settings.as_of)


def lock(data: Path, docs: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of ids.lock with every published id; "" where problems keep it from being written."""
    result = read(data, docs)
    if result.catalog is None:
        return "", result.problems
    path = data / id_lock.FILE
    old = path.read_text("utf-8") if path.is_file() else ""
    return id_lock.extended_lock(old, result.catalog), ()


def _settings(data: Path, matter: _ReadState) -> tuple[Settings | None, ParsedDocument | None]:
    if settings_file.FILE not in matter.loaded.paths:
        if data.is_dir() and not any(p.file == settings_file.FILE for p in matter.loaded.problems):
            matter.loaded.problems.append(Problem("PKG-003", settings_file.FILE, value=settings_file.FILE))
        return None, None
    document = read_document(settings_file.FILE, matter.loaded)
    if document is None or (document.value is None and document.findings):
        return None, None
    settings, problems = settings_file.read_settings(document)
    matter.loaded.problems += problems
    return settings, document


def _permanence(matter: _ReadState) -> list[Problem]:
    held = id_lock.FILE in matter.loaded.paths
    text, problems = decode((matter.loaded.read(id_lock.FILE) if held else None) or b"", id_lock.FILE)
    return problems + id_lock.check_permanence(text or "", matter.checked)


def _whole(settings: Settings, matter: _ReadState) -> Catalog:
    heads = matter.loaded.heads
    files = {**matter.loaded.files, **matter.texts.files}
    return Catalog(
        settings=settings,
        as_of=settings.as_of,
        packages=tuple(
            Package(h.name, h.title, h.description, h.version, h.licenses, h.sources) for h in heads
        ),
        tables={n: _fit(t, matter.checked.owners) for n, t in matter.checked.tables.items()},
        cases=matter.cases,
        files={},
        inputs=_hashes(files),
        slots=matter.prose.slots,
        prose=matter.prose.pages,
        guides=matter.prose.guides_in_order(),
    )


def _fit(table: CheckedTable, owners: Mapping[str, str]) -> dict[str, Record]:
    """Rows that are what their class says: a rule may then rely on required values and on categories.

    A row whose id is that of an earlier one, or looks like it, has told of that and is left out.
    """
    fit: dict[str, Record] = {}
    for record in table.records:
        if record.id not in table.unfit and owners.get(record.id) == table.schema.name:
            fit.setdefault(record.id, record)
    return fit


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}


def _published(whole: Catalog, matter: _ReadState, on: date) -> Catalog:
    kept = publishable(whole.tables, whole.cases, whole.settings.as_of, on)
    return Catalog(
        settings=whole.settings,
        as_of=on,
        packages=whole.packages,
        tables=kept.tables,
        cases=kept.cases,
        files=PublishedFiles(matter.loaded.tables, matter.checked.tables, kept.tables),
        inputs=whole.inputs,
        slots=whole.slots,
        prose=whole.prose,
        guides=whole.guides,
        withheld=kept.withheld,
        withdrawn=kept.withdrawn,
        later=kept.later,
        supervised=supervision_counts(whole.tables, whole.settings.as_of, on),
    )
