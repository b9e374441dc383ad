"""Reading from end to end: a data folder and the case studies beside it become a catalog, or problems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model import Catalog, Package, Portal
from generator.problems import Problem, has_errors, ordered
from generator.reading import accepted, cases, settings
from generator.reading.check import Checked, check_tables
from generator.reading.decode import decode
from generator.reading.load import load_folder
from generator.reading.loaded import LoadedFolder, read_document
from generator.reading.publication import publishable, published_files
from generator.reading.row_check import check_rows
from generator.reading.rules import apply_rules


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading gives: the publishable catalog where there are no errors, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]


def read(data: Path, docs: Path, *, as_of: date | None = None, strict: bool = False) -> ReadResult:
    """Read and check everything, then stop once.

    `as_of` makes the catalog for an earlier date (never for the check itself); with `strict`, warnings keep
    the catalog back too.
    """
    loaded = load_folder(data)
    checked = check_tables(loaded.tables)
    portal_document = read_document(settings.FILE, loaded) if settings.FILE in loaded.files else None
    if settings.FILE not in loaded.files and data.is_dir():
        loaded.problems.append(Problem("PKG-003", settings.FILE, value=settings.FILE))
    problems = [*loaded.problems, *checked.problems]
    portal = None
    if portal_document is not None:
        portal, found = settings.read_settings(portal_document)
        problems += found
    owners = {id_: table for id_, (table, _) in checked.owners.items()}
    studies = cases.read_cases(docs, owners)
    problems += studies.problems
    problems += check_rows(loaded.tables, {(p.file, p.line, p.column) for p in problems})
    if portal is None:
        return ReadResult(None, ordered(problems))
    whole = _catalog(portal, portal.as_of, loaded, checked, studies)
    slots = _slots(docs, problems)
    before = len(checked.problems)
    _check_settings(whole, portal_document, problems)
    published = _publishable(whole, loaded, as_of or portal.as_of, slots)
    apply_rules(whole, published, checked)
    problems += checked.problems[before:]
    exceptions = read_document(accepted.FILE, loaded) if accepted.FILE in loaded.files else None
    problems = accepted.apply_accepted(exceptions, problems, portal.as_of)
    final = ordered(problems)
    if has_errors(final, strict=strict):
        return ReadResult(None, final)
    return ReadResult(published, final)


def _check_settings(catalog: Catalog, document: object, problems: list[Problem]) -> None:
    portal = catalog.portal
    if portal.area not in catalog.tables["areas"]:
        details = {"tables": "areas"}
        line, column = document.place("area")  # type: ignore[attr-defined]
        problems.append(Problem("FK-001", settings.FILE, line, column, "area", portal.area, details))
    for index, rule in enumerate(portal.ladder):
        if rule.category not in catalog.tables["categories"]:
            line, column = document.place("ladder", index, "category")  # type: ignore[attr-defined]
            details = {"tables": "categories"}
            problems.append(Problem("FK-001", settings.FILE, line, column, "ladder", rule.category, details))


def _catalog(
    portal: Portal, as_of: date, loaded: LoadedFolder, checked: Checked, studies: cases.CaseFiles
) -> Catalog:
    return Catalog(
        portal=portal,
        as_of=as_of,
        packages=tuple(
            Package(h.name, h.title, h.description, h.version, h.licenses, h.sources) for h in loaded.heads
        ),
        tables={name: {r.id: r for r in table.records} for name, table in checked.tables.items()},
        cases=studies.cases,
        files={},
        inputs=loaded.hashes() | _hashes(studies),
    )


def _slots(docs: Path, problems: list[Problem]) -> dict[str, str]:
    """The prose that the product's own pages leave room for: docs/index.md and docs/about.md."""
    found = {}
    for name in ("index", "about"):
        path = docs / f"{name}.md"
        if path.is_file() and not path.is_symlink():
            text, slips = decode(path.read_bytes(), f"docs/{name}.md")
            problems += slips
            found[name] = re.sub(r"\A#[^#\n][^\n]*\n", "", text or "")
    return found


def _hashes(studies: cases.CaseFiles) -> dict[str, str]:
    return LoadedFolder(files=studies.files).hashes()


def _publishable(whole: Catalog, loaded: LoadedFolder, as_of: date, slots: dict[str, str]) -> Catalog:
    kept = publishable(whole.tables, whole.cases, whole.portal.as_of, as_of)
    return Catalog(
        portal=whole.portal,
        as_of=as_of,
        packages=whole.packages,
        tables=kept.tables,
        cases=kept.cases,
        files=published_files(loaded.tables, whole.tables, kept.tables),
        inputs=whole.inputs,
        slots=slots,
        withheld=kept.withheld,
        withdrawn=kept.withdrawn,
        later=kept.later,
    )
