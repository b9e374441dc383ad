"""The site's navigation: only what there is gets an entry, and no section says one thing twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.artifacts import NavItem
from generator.model import SYSTEMS, Guide
from generator.rendering.edition import CATEGORY_PAGES, Edition
from generator.rendering.kinds import KINDS

_SUPERVISED = ("supervision", "programmes")
"""Systems whose prose stands in the section of supervision."""
_LIBRARIES = (
    "cases",
    "standards",
    "policies",
    "incentives",
    "technologies",
    "institutions",
    "finance",
    "activities",
    "sectors",
)
"""Kinds of the section of guidance, in its order."""


def navigation(edition: Edition, frames: set[str]) -> tuple[NavItem, ...]:
    """Return the navigation; `frames` are the keys of the pages that exist."""
    words = edition.words
    guides = in_order(edition.catalog.guides)

    def items(**labels: str) -> tuple[NavItem, ...]:
        """Entries of the pages that exist; "" for the title of the kind."""
        titles = {key: words(label or KINDS[key].title) for key, label in labels.items() if key in frames}
        return tuple(NavItem(title, frame=key) for key, title in titles.items())

    def kinds(*folders: str) -> tuple[NavItem, ...]:
        return items(**dict.fromkeys(folders, ""))

    def section(label: str, entries: tuple[NavItem, ...], systems: Collection[str] = ()) -> Iterator[NavItem]:
        prose = _prose(edition, (g for g in guides if g.system in systems), {e.title for e in entries})
        if entries or prose:
            yield NavItem(words(label), children=entries + prose)

    register = kinds("enterprises", "lists", "areas", "industries", "evaluators")
    guidance = {"", *SYSTEMS} - {*_SUPERVISED}
    statistics = items(
        answers="nav.answers",
        charts="nav.charts",
        targets="nav.targets",
        reconciliation="nav.reconciliation",
        changes="nav.list_changes",
        chains="nav.relations",
    )
    guide = items(
        **{
            "guidance": "nav.systems",
            "exemplars": "nav.exemplars",
            "ladder": "nav.ladder",
            "self-check": "nav.self_check",
        }
    )
    data = items(data="ui.data_title_page", coverage="nav.coverage", method="nav.method")
    return (
        NavItem(words("nav.home"), frame="home"),
        *section(
            "nav.register",
            _category_lists(edition, frames) + register + items(check="nav.bulk_check"),
        ),
        *section("nav.statistics", statistics),
        *section("nav.guidance", guide + kinds(*_LIBRARIES), guidance),
        *section("nav.supervision", items(supervision="nav.supervision"), _SUPERVISED),
        *section("nav.open_data", data + kinds("sources")),
        NavItem(words("nav.guides"), frame="guides"),
        NavItem(words("nav.about"), frame="about"),
    )


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
