"""Addresses of the site: folders of kinds, pages of categories, feeds, calendars and the data package."""

from __future__ import annotations

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


DATA_FOLDER = "data"


UNLISTED_FILES = (f"{DATA_FOLDER}/entries.csv",)
"""Files that search engines are asked to leave: what the page of supervision asks for itself."""


CALENDAR = "ladder/calendar.ics"


def calendar_address(row: Requirement) -> str:
    """Return where the file of a deadline lies; "" for one that names no day."""
    return f"ladder/{row.id}.ics" if row.due and row.due.first == row.due.last else ""


CHANGES_FEED = "changes/feed.xml"


CASES_FEED = "cases/feed.xml"
