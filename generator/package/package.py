"""Read a data folder and the prose beside it into one value: rows, texts, settings, problems."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.catalog.prose import Picture
from generator.catalog.settings import Settings
from generator.package.cases import CaseSet, case_files, read_cases
from generator.package.data_folder import LoadedFolder
from generator.package.keys import check_keys
from generator.package.markdown import LinkScope
from generator.package.prose_files import CityProse, read_prose
from generator.package.prose_pictures import read_prose_pictures
from generator.package.read_folder import load_folder
from generator.package.read_tables import read_tables
from generator.package.reading import Reading, collect
from generator.package.row_check import RowCheck
from generator.package.settings import read_settings
from generator.package.tables import CheckedTable, TableSet
from generator.package.texts import PREFIX, list_texts
from generator.problems.problem import Problem
from generator.schema.records import Record
from generator.schema.table_schema import ANY


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that was read. Plain values: it can be sent to another process."""

    folder: LoadedFolder
    settings: Settings | None
    """None where portal.yaml is missing or cannot be used; then there is no catalog."""
    rows: TableSet
    cases: CaseSet
    prose: CityProse
    pictures: tuple[Picture, ...] = ()
    """Pictures of the prose that may be shown."""
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of the prose, the cases and their pictures, by path with ``docs/`` before it."""
    problems: tuple[Problem, ...] = ()


def read_package(data: Path, docs: Path, row_check: RowCheck | None = None) -> Package:
    """Read the data folder `data` and the folder of prose `docs`. Never raises for what they hold.

    Rows are handed to `row_check` as well, where one is given.
    """
    package, problems = collect(_read(data, docs, row_check))
    return replace(package, problems=problems)


def _read(data: Path, docs: Path, row_check: RowCheck | None) -> Reading[Package]:
    folder = yield from load_folder(data)
    listing = list_texts(docs)
    yield from listing.problems
    case_ids = case_files(listing.paths).keys()
    rows = yield from read_tables(folder, row_check, case_ids)
    yield from check_keys(rows)

    def known(id_: str) -> bool:
        return id_ in rows.owners or id_ in rows.cases or rows.could_hold(id_, ANY)

    alone = LinkScope(known, listing.paths, relative=False, title=False)
    cases = yield from read_cases(listing.paths, rows, alone)
    linked = LinkScope(known, listing.paths, relative=True, title=True)
    prose = yield from read_prose(listing.paths, linked)
    pictures = yield from read_prose_pictures(listing.paths)
    settings = yield from read_settings(folder.settings)
    shown = {f"{PREFIX}{picture.target}": picture.data for picture in pictures}
    texts = {**cases.files, **prose.files, **shown}
    return Package(folder, settings, rows, cases, prose, pictures, texts)


def whole_catalog(package: Package) -> Catalog | None:
    """Return the catalog of every row, also those that may not be published; None without settings."""
    settings = package.settings
    if settings is None:
        return None
    return Catalog(
        settings=settings,
        as_of=settings.as_of,
        packages=package.folder.heads,
        tables={name: _fit_rows(table, package.rows) for name, table in package.rows.tables.items()},
        cases=package.cases.cases,
        inputs=_hashes({**package.folder.inputs, **package.texts}),
        slots=package.prose.slots,
        prose=package.prose.pages,
        prose_pictures=package.pictures,
    )


def _fit_rows(table: CheckedTable, rows: TableSet) -> dict[str, Record]:
    """Return the rows that are what their class says: a check may then rely on required values.

    A row whose id is that of an earlier one, or looks like it, has a problem of its own and is left out.
    """
    fit: dict[str, Record] = {}
    for record in table.records:
        if record.id not in table.unfit and rows.owners.get(record.id) == table.schema.name:
            fit.setdefault(record.id, record)
    return fit


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of every file by its path, in order of path."""
    return {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
