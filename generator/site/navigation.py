"""The site's navigation: only what there is gets an entry, and no section says one thing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.artifacts import NavItem
from generator.catalog.guidance import SYSTEMS
from generator.catalog.prose import ProsePage
from generator.site.kinds.registry import KINDS
from generator.site.routes import CATEGORY_PAGES, prose_frame_key
from generator.site.site import Site

_SUPERVISED = ("supervision", "programmes")
"""Systems whose prose stands in the section of supervision."""
_LISTS = "lists of the categories"
"""Stands for the lists of the categories, which each city has its own of."""


@dataclass(frozen=True, slots=True)
class _NavSection:
    """A section of the navigation."""

    title: str
    """Label key of its title."""
    entries: tuple[str | tuple[str, str], ...]
    """What it leads to, in order: a kind's folder, or the key of another page's frame and its label key."""
    systems: frozenset[str] = frozenset()
    """Systems whose prose stands in it, behind the others; ``""`` for prose of none."""


SECTIONS = (
    _NavSection(
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
    _NavSection(
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
    _NavSection(
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
    _NavSection("nav.supervision", (("supervision", "nav.supervision"),), frozenset(_SUPERVISED)),
    _NavSection(
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


def navigation(site: Site, frames: set[str]) -> tuple[NavItem, ...]:
    """Return the navigation; `frames` are the keys of the pages that exist."""
    words = site.words
    guides = in_order(site.catalog.guides)
    sections = []
    for section in SECTIONS:
        entries = tuple(_entries(site, section, frames))
        told = (guide for guide in guides if guide.system in section.systems)
        prose = _prose(site, told, {entry.title for entry in entries}, frames)
        if entries or prose:
            sections.append(NavItem(words(section.title), children=entries + prose))
    return (
        NavItem(words("nav.home"), frame="home"),
        *sections,
        NavItem(words("nav.guides"), frame="guides"),
        NavItem(words("nav.about"), frame="about"),
    )


def _entries(site: Site, section: _NavSection, frames: set[str]) -> Iterator[NavItem]:
    """Entries of the pages that exist."""
    for entry in section.entries:
        if entry == _LISTS:
            yield from _category_lists(site, frames)
            continue
        key, label = (entry, KINDS[entry].title) if isinstance(entry, str) else entry
        if key in frames:
            yield NavItem(site.words(label), frame=key)


def _category_lists(site: Site, frames: set[str]) -> tuple[NavItem, ...]:
    keys = [(c, CATEGORY_PAGES.get(c.id, "").strip("/")) for c in site.register.categories]
    return tuple(NavItem(site.words.of(c, "name"), frame=key) for c, key in keys if key in frames)


def in_order(guides: Iterable[ProsePage]) -> list[ProsePage]:
    """Return pages of guidance in the order of the systems they tell of, those of none behind."""
    places = {system: place for place, system in enumerate(SYSTEMS)}
    return sorted(guides, key=lambda guide: places.get(guide.system, len(places)))


def _prose(site: Site, guides: Iterable[ProsePage], taken: set[str], frames: set[str]) -> tuple[NavItem, ...]:
    """Entries of prose pages; one that has the name of a list is marked as what documents say."""
    words = site.words
    pages = ((guide.title, prose_frame_key(guide.path)) for guide in guides)
    return tuple(
        NavItem(words("nav.guide_of", title=title) if title in taken else title, frame=key)
        for title, key in pages
        if key in frames
    )
