"""Five questions that a resident asks about a listed factory, answered in plain words on its page.

Words only, from the labels, with what the register knows of this factory; the long answers are in the guides.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.standing import Standing
from generator.schema.records import Scheme
from generator.site.document import Fact, Facts, Inline, Inlines, Section
from generator.site.site import Site

CATEGORY = "factory"
GUIDE = "guides/questions/"
"""Page of the guide that answers at length (generator/site/guides/questions.md)."""


def questions(site: Site, unit: str) -> Iterator[Section]:
    """Yield the five questions where the unit was ever named as a green factory."""
    words = site.words
    if CATEGORY not in site.register.named.get(unit, ()):
        return
    at = site.register.standing(unit, CATEGORY)
    answers: dict[str, Inlines] = {
        "meaning": (Inline(words("msg.meaning")), Inline(words("question.more"), to=GUIDE)),
        "current": (Inline(_current(site, at)),),
        "who": (Inline(_who(site, at)),),
        "clean": (Inline(words("question.clean_text")),),
        "report": _report(site),
    }
    facts = tuple(Fact(words(f"question.{key}"), answer) for key, answer in answers.items())
    yield Section("questions", words("question.title"), (Facts(facts),))


def _current(site: Site, at: Standing) -> str:
    """Status as far as it was checked; of a removal nothing is concluded."""
    words = site.words
    told = f"{words(f'status.{at.status}')}。"
    if at.status in ("removed", "succeeded"):
        return told + words("msg.removed")
    if at.spell is None:
        return told + words("msg.publicity")
    until = at.checked_until or words("ui.checked_never")
    return told + words("msg.status_limit", date=until)


def _who(site: Site, at: Standing) -> str:
    words = site.words
    found = at.spell or at.notice
    authority = site.catalog.rows(Scheme)[found.row.scheme].authority if found else ""
    return words("question.who_text", authority=authority or words("ui.unknown"))


def _report(site: Site) -> Inlines:
    words, settings = site.words, site.catalog.settings
    hotlines = words("ui.door_hotlines", n="、".join(settings.hotlines)) if settings.hotlines else ""
    parts = [Inline(f"{words('ui.door_concern')}{hotlines}")]
    if settings.concerns:
        parts.append(Inline(words("action.concern"), url=settings.concerns))
    return tuple(parts)
