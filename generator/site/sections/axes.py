"""What the axis of counting changes, in a sentence: one day's count by list year and by publication.

Where a figure was published for that very day, the sentence names its document and says whether it tells
which axis it used. The browser says the same of any other day (browser/as_of/counts.js).
"""

from __future__ import annotations

from generator.register.ledger import LEVELS
from generator.register.reconcile import on_day
from generator.register.totals import Tally
from generator.schema.records import Category, Scheme
from generator.site.document import DatedLines, Inline, Inlines
from generator.site.sections.figures import bare_figure, latest_total
from generator.site.site import Site


def axes(site: Site, categories: tuple[Category, ...]) -> DatedLines:
    """Return a sentence for each level of the categories on which the axes differ at the site's date."""
    found = [
        sentence
        for category in categories
        for level in reversed(LEVELS)
        if any(s.level == level for s in site.catalog.where(Scheme, "category", category.id))
        if (sentence := _sentence(site, category, level))
    ]
    return DatedLines(tuple(found), "axes", " ".join(c.id for c in categories))


def _sentence(site: Site, category: Category, level: str) -> Inlines:
    words, on = site.words, site.as_of
    by_year = site.register.tally(category.id, (level,), on, "list_year")
    published = site.register.tally(category.id, (level,), on, "published")
    if _parts(by_year) == _parts(published):
        return ()
    told = words(
        "onday.axes",
        on=on,
        category=f"{words.category('level', level)}{words.of(category, 'name')}",
        a=_counted(site, category, by_year),
        b=_counted(site, category, published),
    )
    claim = latest_total(site, category.id, level, site.catalog.settings.area, on)
    if claim is None or on_day(claim) != on:
        return (Inline(f"{told}。"),)
    said = words(
        f"onday.claim_{'said' if claim.axis else 'unsaid'}",
        value=bare_figure(site, claim),
        unit=category.unit_zh,
        axis=words(f"axis.{claim.axis}") if claim.axis else "",
    )
    return (Inline(f"{told}；"), site.link(claim.source), Inline(said))


def _parts(counted: Tally) -> tuple[int, int, int]:
    return counted.count, len(counted.inferred), counted.unresolved


def _counted(site: Site, category: Category, counted: Tally) -> str:
    """A count with everything in it, how much of that is not certain, and what could not be counted."""
    words, unit = site.words, category.unit_zh
    apart = [words("onday.unconfirmed", n=len(counted.inferred), unit=unit)] if counted.inferred else []
    apart += [words("onday.unidentified", n=counted.unresolved)] if counted.unresolved else []
    told = [words("onday.of_these", text="、".join(apart))] if apart else []
    told += [words("onday.undated", n=counted.undated)] if counted.undated else []
    whole = counted.rows + len(counted.inferred)
    if not told:
        return words("onday.plain", n=whole, unit=unit)
    return words("onday.with", n=whole, unit=unit, apart="；".join(told))
