"""Reading from end to end: a data folder and the prose beside it become a catalog, or problems."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model import Catalog, Package, Portal
from generator.problems import Problem, has_errors, ordered
from generator.reading import accepted, cases, permanence, settings
from generator.reading.aggregates import supervision_counts
from generator.reading.check import Checked, CheckedTable, check_tables
from generator.reading.decode import decode
from generator.reading.load import load_folder
from generator.reading.loaded import LoadedFolder, read_document
from generator.reading.prose_files import ProseFiles, read_prose
from generator.reading.publication import publishable, published_files
from generator.reading.row_check import RowCheck
from generator.reading.rules import apply_rules
from generator.reading.traces import find_traces
from generator.records import Record
from generator.urls import is_link
from generator.yamltext import Document
from generator.yamltext import Path as Steps


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading gives: the publishable catalog where there are no errors, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    site_url: str = ""
    """Where the site is published, as portal.yaml says; empty where it does not or cannot be read."""


@dataclass(slots=True)
class _Matter:
    """Everything that was read, before it is a catalog."""

    loaded: LoadedFolder
    checked: Checked
    studies: cases.CaseFiles
    prose: ProseFiles

    @property
    def owners(self) -> dict[str, str]:
        return {id_: table for id_, (table, _) in self.checked.owners.items()}

    def problems(self) -> list[Problem]:
        parts = (self.loaded, self.checked, self.studies, self.prose)
        return [problem for part in parts for problem in part.problems]


def read(
    data: Path, docs: Path, *, as_of: date | None = None, strict: bool = False, despite_prose: bool = False
) -> ReadResult:
    """Read and check everything, then stop once.

    `as_of` makes the catalog for an earlier date (never for the check itself); with `strict`, warnings keep
    the catalog back too; with `despite_prose`, what is wrong with prose and case studies alone does not.
    """
    row_check = RowCheck()
    loaded = load_folder(data)
    row_check.begin(loaded.tables)
    checked = check_tables(loaded.tables, cases.case_ids(docs))
    owners = {id_: table for id_, (table, _) in checked.owners.items()}
    matter = _Matter(loaded, checked, cases.read_cases(docs, owners), read_prose(docs))
    portal, document = _settings(data, matter)
    published = None
    if portal is not None and document is not None:
        whole = _whole(portal, matter)
        checked.problems += _foreign_settings(whole, document)
        published = _published(whole, matter, as_of or portal.as_of)
        apply_rules(whole, published, checked)
        checked.problems += _permanence(matter)
        texts = {**matter.studies.files, **matter.prose.files}
        checked.problems += find_traces(whole, published, checked, texts)
    problems = matter.problems()
    problems += row_check.problems({(p.file, p.line, p.column) for p in problems})
    if portal is not None:
        told = len(loaded.problems)
        exceptions = read_document(accepted.FILE, loaded) if accepted.FILE in loaded.files else None
        problems += loaded.problems[told:]
        problems = accepted.apply_accepted(exceptions, problems, portal.as_of)
    final = ordered(problems)
    grave = [p for p in final if not (despite_prose and p.file.startswith("docs/"))]
    site_url = portal.site_url if portal is not None and is_link(portal.site_url) else ""
    return ReadResult(None if has_errors(grave, strict=strict) else published, final, site_url)


def lock(data: Path, docs: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of ids.lock with every published id; "" where problems keep it from being written."""
    result = read(data, docs)
    if result.catalog is None:
        return "", result.problems
    path = data / permanence.FILE
    old = path.read_text("utf-8") if path.is_file() else ""
    return permanence.extended_lock(old, result.catalog), ()


def _settings(data: Path, matter: _Matter) -> tuple[Portal | None, Document | None]:
    if settings.FILE not in matter.loaded.files:
        if data.is_dir():
            matter.loaded.problems.append(Problem("PKG-003", settings.FILE, value=settings.FILE))
        return None, None
    document = read_document(settings.FILE, matter.loaded)
    if document is None:
        return None, None
    portal, problems = settings.read_settings(document)
    matter.loaded.problems += problems
    return portal, document


def _foreign_settings(catalog: Catalog, document: Document) -> list[Problem]:
    """References of portal.yaml to the tables."""
    portal = catalog.portal
    places: list[tuple[str, str, Steps]] = [("areas", portal.area, ("area",))]
    for index, rule in enumerate(portal.ladder):
        places.append(("categories", rule.category, ("ladder", index, "category")))
        places.append(("sources", rule.source, ("ladder", index, "source")))
    return [
        Problem("FK-001", settings.FILE, *document.place(*path), str(path[-1]), value, {"tables": table})
        for table, value, path in places
        if value not in catalog.tables[table]
    ]


def _permanence(matter: _Matter) -> list[Problem]:
    text, problems = decode(matter.loaded.files.get(permanence.FILE, b""), permanence.FILE)
    return problems + permanence.check_permanence(text or "", matter.checked)


def _whole(portal: Portal, matter: _Matter) -> Catalog:
    heads = matter.loaded.heads
    files = {**matter.loaded.files, **matter.studies.files, **matter.prose.files}
    return Catalog(
        portal=portal,
        as_of=portal.as_of,
        packages=tuple(
            Package(h.name, h.title, h.description, h.version, h.licenses, h.sources) for h in heads
        ),
        tables={name: _fit(t, matter.checked.problems) for name, t in matter.checked.tables.items()},
        cases=matter.studies.cases,
        files={},
        inputs=_hashes(files),
        slots=matter.prose.slots,
        prose=matter.prose.pages,
        guides=matter.prose.guides_in_order(),
    )


def _fit(table: CheckedTable, problems: list[Problem]) -> dict[str, Record]:
    """Rows that are what their class says: a rule may then rely on required values and on categories."""
    fields = table.schema.by_name
    unfit = {
        p.row
        for p in problems
        if p.file == table.file and p.field in fields
        if p.code == "CAT-001" or (p.code.startswith(("REQ", "TYP")) and fields[p.field].required)
    }
    return {r.id: r for r in table.records if r.id not in unfit}


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}


def _published(whole: Catalog, matter: _Matter, on: date) -> Catalog:
    kept = publishable(whole.tables, whole.cases, whole.portal.as_of, on)
    return Catalog(
        portal=whole.portal,
        as_of=on,
        packages=whole.packages,
        tables=kept.tables,
        cases=kept.cases,
        files=published_files(matter.loaded.tables, whole.tables, kept.tables),
        inputs=whole.inputs,
        slots=whole.slots,
        prose=whole.prose,
        guides=whole.guides,
        withheld=kept.withheld,
        withdrawn=kept.withdrawn,
        later=kept.later,
        supervised=supervision_counts(whole.tables, whole.portal.as_of, on),
    )
