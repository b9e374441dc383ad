"""The overview of the systems of green manufacturing: what is held of each, what is missing, where it is."""

from __future__ import annotations

from collections.abc import Callable, Collection

from generator.catalog.guidance import SYSTEMS
from generator.site.document import Document, Fact, Facts, Inline, Note, Section
from generator.site.sections.systems import SYSTEM_CONTENTS, Content, guides_to, number_of
from generator.site.site import Site


def overview(site: Site, addresses: Callable[[], Collection[str]]) -> Document:
    """Return the overview, every system in the letter's order whatever is held of it.

    `addresses` gives those of the pages that there are: a city may hold practices and no list of that kind.
    """
    there = addresses()
    words = site.words
    missing = Section("missing", words("ui.not_held"), (Note(words("ui.missing_note")),))
    title, lead = words("nav.systems"), words("ui.systems_lead")
    return Document(
        title=title,
        description=f"{site.title}：{lead}",
        lead=lead,
        sections=(*(_system(site, system, there) for system in SYSTEMS), missing),
    )


def _system(site: Site, system: str, there: Collection[str]) -> Section:
    words = site.words
    facts = [_content(site, content, there) for content in SYSTEM_CONTENTS[system]]
    guides = guides_to(site, system)
    if guides:
        facts.append(Fact(words("ui.documents_say"), guides))
    title = f"{number_of(system)}　{words(f'system.{system}')}"
    return Section(f"system-{system}", title, (Facts(tuple(facts)),), words(f"system_text.{system}"))


def _content(site: Site, content: Content, there: Collection[str]) -> Fact:
    """How much there is, with the way to it where it has a page; of nothing, that nothing is held."""
    words = site.words
    held, apart = content.count(site), content.apart(site)
    if held or apart:
        link = Inline(words("ui.held_count", n=held), to=content.to if content.to in there else None)
        return Fact(words(content.label), (link,), words("ui.apart_count", n=apart) if apart else "")
    return Fact(
        words(content.label), (Inline(words(content.absent), to="guidance/#missing", tone="unknown"),)
    )
