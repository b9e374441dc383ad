"""Addresses of the site: folders of kinds, pages of categories, feeds, calendars and the data package."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.catalog.public_view import PublicView
from generator.schema.records import IndustryGroup, Requirement

FOLDERS = {
    "enterprises": "enterprises",
    "parks": "parks",
    "products": "products",
    "lists": "lists",
    "areas": "areas",
    "industries": "industries",
    "evaluators": "evaluators",
    "standards": "standards",
    "sources": "sources",
    "cases": "cases",
    "policies": "policies",
    "incentives": "incentives",
    "technologies": "technologies",
    "institutions": "institutions",
    "finance": "finance",
    "activities": "activities",
}
"""Folder of the pages of each table that has pages."""


CATEGORY_PAGES = {
    "factory": "factories/",
    "park": "parks/",
    "product": "products/",
    "supply-chain": "supply-chains/",
}
"""Index of each of the four categories that have one of their own."""


UNIT_FOLDERS = {"enterprise": "enterprises", "park": "parks", "product": "products"}
"""Folder of the units that a category is about, by its subject."""


def record_addresses(catalog: PublicView) -> dict[str, str]:
    """Return the address of the page of every record that has one, by id."""
    found = {
        id_: f"{folder}/{id_}/"
        for table, folder in FOLDERS.items()
        if table != "cases"
        for id_ in catalog.tables[table]
    }
    groups = {row.group for row in catalog.rows(IndustryGroup).values()}
    sectors = {group: f"sectors/{group}/" for group in groups}
    return sectors | found | {id_: f"cases/{id_}/" for id_ in catalog.cases}


def withdrawn_addresses(catalog: PublicView) -> dict[str, str]:
    """Return where the notices of withdrawn records stand, by the records' ids."""
    withdrawn = catalog.withdrawn.items()
    return {id_: f"{FOLDERS[row.table]}/{id_}/" for id_, row in withdrawn if row.table in FOLDERS}


def link_addresses(catalog: PublicView) -> dict[str, str]:
    """Return where ``record:<id>`` in prose leads, by the id.

    To a record, to the notice of a withdrawn one; for a record later than the catalog's date to its index.
    """
    filled = {table for table, rows in catalog.tables.items() if rows} | (
        {"cases"} if catalog.cases else set()
    )
    later = {
        id_: f"{FOLDERS[table]}/" if table in filled else "coverage/"
        for id_, table in catalog.later.items()
        if table in FOLDERS
    }
    return later | withdrawn_addresses(catalog) | record_addresses(catalog)


def prose_address(path: str) -> str:
    """Return the address of a page of prose from its path below ``docs/``: ``a/b.md`` stands at ``a/b/``."""
    file = PurePosixPath(path)
    folder = file.parent if file.stem in ("index", "README") else file.with_suffix("")
    return "" if str(folder) == "." else f"{folder}/"


def prose_frame_key(path: str) -> str:
    """Return the key of the frame of a page of prose: a file's name, which no page of the product has."""
    return f"docs/{path}"


DATA_FOLDER = "data"


UNLISTED_FILES = (f"{DATA_FOLDER}/entries.csv",)
"""Files that search engines are asked to leave: what the page of supervision asks for itself."""


CALENDAR = "ladder/calendar.ics"


def calendar_address(row: Requirement) -> str:
    """Return where the file of a deadline lies; "" for one that names no day."""
    return f"ladder/{row.id}.ics" if row.due and row.due.first == row.due.last else ""


CHANGES_FEED = "changes/feed.xml"


CASES_FEED = "cases/feed.xml"
