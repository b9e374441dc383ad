"""The site's navigation: only what there is gets an entry."""

from __future__ import annotations

from generator.artifacts import NavItem
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.kinds import KINDS


def navigation(edition: Edition, frames: set[str]) -> tuple[NavItem, ...]:
    """Return the navigation; `frames` are the keys of the pages that exist."""
    words = edition.words

    def item(key: str, label: str = "") -> tuple[NavItem, ...]:
        return (NavItem(words(label or KINDS[key].title), frame=key),) if key in frames else ()

    def section(label: str, *children: tuple[NavItem, ...], prose: str = "") -> tuple[NavItem, ...]:
        flat = tuple(c for group in children for c in group)
        return (NavItem(words(label), prose=prose, children=flat),) if flat or prose else ()

    lists = tuple(
        NavItem(words.of(c, "name"), frame=CATEGORY_PAGES[c.id].strip("/"))
        for c in edition.categories
        if CATEGORY_PAGES.get(c.id, "").strip("/") in frames
    )
    return (
        NavItem(words("nav.home"), frame="home"),
        *section(
            "nav.register",
            lists,
            item("enterprises"),
            item("lists"),
            item("areas"),
            item("industries"),
            item("evaluators"),
            item("check", "nav.bulk_check"),
        ),
        *section(
            "nav.statistics", item("targets", "nav.targets"), item("reconciliation", "nav.reconciliation")
        ),
        *section(
            "nav.guidance",
            item("cases"),
            item("standards"),
            item("policies"),
            item("technologies"),
            item("institutions"),
            item("finance"),
            prose="guidance",
        ),
        *section("nav.supervision", item("supervision", "nav.supervision")),
        *section(
            "nav.open_data",
            item("data", "ui.data_title_page"),
            item("coverage", "nav.coverage"),
            item("method", "nav.method"),
            item("sources"),
        ),
        NavItem(words("nav.guides"), frame="guides"),
        NavItem(words("nav.about"), frame="about"),
    )
