"""The site's navigation: only what there is gets an entry, and no section says one thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.artifacts import NavItem
from generator.catalog.catalog import SYSTEMS, Guide
from generator.site.kinds.registry import KINDS
from generator.site.routes import CATEGORY_PAGES
from generator.site.site import Edition

_SUPERVISED = ("supervision", "programmes")
"""Systems whose prose stands in the section of supervision."""
_LISTS = "lists of the categories"
"""Stands for the lists of the categories, which each city has its own of."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of the navigation."""

    title: str
    """Label key of its title."""
    entries: tuple[str | tuple[str, str], ...]
    """What it leads to, in order: a kind's folder, or the key of another page's frame and its label key."""
    systems: frozenset[str] = frozenset()
    """Systems whose prose stands in it, behind the others; ``""`` for prose of none."""


SECTIONS = (
    _Section(
        "nav.register",
        (
            _LISTS,
            "enterprises",
            "lists",
            "areas",
            "industries",
            "evaluators",
            ("check", "nav.bulk_check"),
        ),
    ),
    _Section(
        "nav.statistics",
        (
            ("answers", "nav.answers"),
            ("charts", "nav.charts"),
            ("targets", "nav.targets"),
            ("reconciliation", "nav.reconciliation"),
            ("changes", "nav.list_changes"),
            ("chains", "nav.relations"),
        ),
    ),
    _Section(
        "nav.guidance",
        (
            ("guidance", "nav.systems"),
            ("exemplars", "nav.exemplars"),
            ("ladder", "nav.ladder"),
            ("self-check", "nav.self_check"),
            "cases",
            "standards",
            "policies",
            "incentives",
            "technologies",
            "institutions",
            "finance",
            "activities",
            "sectors",
        ),
        frozenset({"", *SYSTEMS} - {*_SUPERVISED}),
    ),
    _Section("nav.supervision", (("supervision", "nav.supervision"),), frozenset(_SUPERVISED)),
    _Section(
        "nav.open_data",
        (
            ("data", "ui.data_title_page"),
            ("coverage", "nav.coverage"),
            ("method", "nav.method"),
            "sources",
        ),
    ),
)
"""The sections between the home page and the guides, in order; one without entries is not shown."""


def navigation(edition: Edition, frames: set[str]) -> tuple[NavItem, ...]:
    """Return the navigation; `frames` are the keys of the pages that exist."""
    words = edition.words
    guides = in_order(edition.catalog.guides)
    sections = []
    for section in SECTIONS:
        entries = tuple(_entries(edition, section, frames))
        told = (guide for guide in guides if guide.system in section.systems)
        prose = _prose(edition, told, {entry.title for entry in entries})
        if entries or prose:
            sections.append(NavItem(words(section.title), children=entries + prose))
    return (
        NavItem(words("nav.home"), frame="home"),
        *sections,
        NavItem(words("nav.guides"), frame="guides"),
        NavItem(words("nav.about"), frame="about"),
    )


def _entries(edition: Edition, section: _Section, frames: set[str]) -> Iterator[NavItem]:
    """Entries of the pages that exist."""
    for entry in section.entries:
        if entry == _LISTS:
            yield from _category_lists(edition, frames)
            continue
        key, label = (entry, KINDS[entry].title) if isinstance(entry, str) else entry
        if key in frames:
            yield NavItem(edition.words(label), frame=key)


def _category_lists(edition: Edition, frames: set[str]) -> tuple[NavItem, ...]:
    keys = [(c, CATEGORY_PAGES.get(c.id, "").strip("/")) for c in edition.categories]
    return tuple(NavItem(edition.words.of(c, "name"), frame=key) for c, key in keys if key in frames)


def in_order(guides: Iterable[Guide]) -> list[Guide]:
    """Return pages of guidance in the order of the systems they tell of, those of none behind."""
    places = {system: place for place, system in enumerate(SYSTEMS)}
    return sorted(guides, key=lambda guide: places.get(guide.system, len(places)))


def _prose(edition: Edition, guides: Iterable[Guide], taken: set[str]) -> tuple[NavItem, ...]:
    """Entries of prose pages; one that has the name of a list says that it tells what documents say."""
    words = edition.words
    return tuple(
        NavItem(words("nav.guide_of", title=g.title) if g.title in taken else "", prose=g.path)
        for g in guides
    )
