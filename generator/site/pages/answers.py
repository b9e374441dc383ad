"""统计速查: for a date and an area, level by category: the published figure, the names held, by which rule.

One page to print, a paragraph to copy with its footnotes, the names as an annex, and all of it as CSV. Which
dates and areas have a page is said in asked.py; of any other day the browser says the same as this module
(browser/quick_counts/quick_counts.js, held to it by tests/browser/test_answers_of_any_day.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.formats.csv_writer import csv_text
from generator.register.ledger import AXES, LEVELS
from generator.schema.records import Category, Claim, Scheme
from generator.site.document import (
    MAX_ROWS,
    Block,
    Copy,
    Document,
    Fact,
    Facts,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.routes import CATEGORY_PAGES
from generator.site.sections.figures import figure, latest_total, told_on
from generator.site.sections.quick_counts import FOLDER, QuickCount, units_in, ways
from generator.site.site import Site

_COLUMNS = ("ui.category", "ui.official", "ui.figure_date", "ui.by_list_year", "ui.by_published", "ui.apart")
_NUMERIC = _COLUMNS[3:]


@dataclass(frozen=True, slots=True)
class Line:
    """The answer for one level of one category."""

    category: Category
    scheme: Scheme
    claim: Claim | None
    """The latest final figure published for the area up to the date; None where none was found."""
    held: tuple[int, int]
    """Number of units held by name with confirmed place, by list year and by publication."""
    apart: int
    """Units of unconfirmed place and rows that are not identified, by the axis of headlines."""
    units: tuple[str, ...]
    """Those that are held by the axis of headlines, in the order of their names."""


def lines(site: Site, asked: QuickCount) -> Iterator[Line]:
    """Yield the answer for every level of every category, the highest level first."""
    own = AXES.index(site.register.axis)
    for category in site.register.categories:
        schemes = site.catalog.where(Scheme, "category", category.id)
        for scheme in sorted(schemes, key=lambda s: LEVELS.index(s.level), reverse=True):
            tallies = [site.register.tally(category.id, (scheme.level,), asked.on, axis) for axis in AXES]
            by_year, published = found = [units_in(site, tally, asked) for tally in tallies]
            city = asked.area == site.catalog.settings.area
            headline = tallies[own]
            apart = len(headline.inferred) + headline.unresolved if city else 0
            claim = latest_total(site, category.id, scheme.level, asked.area, asked.on)
            if by_year or published or apart or claim:
                units = site.in_order(found[own])
                yield Line(category, scheme, claim, (len(by_year), len(published)), apart, units)


def answer(site: Site, asked: QuickCount, found: Sequence[Line], every: Sequence[QuickCount]) -> Document:
    """Return the page of one date and area: what was `found` for it; `every` are those that have a page."""
    words = site.words
    area = site.area_name(asked.area)
    notes = list(dict.fromkeys(line.claim.source for line in found if line.claim))
    table = Table(
        site.columns(*_COLUMNS, numeric=_NUMERIC),
        tuple(_row(site, line) for line in found),
    )
    title = words("answers.title", area=area, on=asked.on)
    chooser, links = ways(site, every, asked)
    nothing = "" if found else words("answers.nothing", area=area, on=asked.on)
    rule = Note(nothing + _rule(site, asked), "plain")
    # The page on which other days are worked out needs its table for them.
    counted = (table,) if found or asked == every[0] else ()
    blocks: tuple[Block, ...] = (chooser, *counted, rule)
    sections = [Section("figures", words("answers.figures"), blocks)]
    if found:
        told = Copy(tuple(_prose(site, asked, found, notes)), words("ui.copy"))
        sections.append(Section("prose", words("answers.prose"), (told,), words("answers.prose_lead")))
        sections += _annex(site, found)
    sections.append(Section("others", words("answers.others"), (links,), words("answers.days")))
    lead = words("answers.lead")
    return Document(
        title=title,
        description=lead,
        kind="answer",
        id=asked.token(site) or asked.area,
        lead=lead,
        crumbs=(Inline(words("nav.answers"), to=f"{FOLDER}/"),) if asked.token(site) else (),
        sections=tuple(sections),
        sources=site.sources(notes),
        doors=False,
        csv=csv_path(site, asked),
    )


def csv_path(site: Site, asked: QuickCount) -> str:
    """Return the address of the CSV of a page."""
    return f"{FOLDER}/{asked.token(site) or FOLDER}.csv"


def as_csv(site: Site, asked: QuickCount, found: Iterable[Line]) -> bytes:
    """Return what was `found` for a question as CSV: a row per level and category, then a row per name."""
    words = site.words
    official = ("official", "official_date", "source")
    text = [csv_text([("as_of", "area", "scheme", *official, "axis", "held", "unit", "name")])]
    for line in found:
        claim = line.claim
        told = (figure(site, claim), told_on(site, claim), claim.source) if claim else ("", "", "")
        for axis, count in zip(AXES, line.held, strict=True):
            start = (asked.on, asked.area, words.of(line.scheme, "name"), *told, axis)
            text.append(csv_text([(*start, count, "", "")]))
            if axis == site.register.axis and line.units:
                begun = csv_text([(*start, "", "")])[:-1]  # as the row of every name begins
                text += [begun, begun.join([site.named_rows[unit] for unit in line.units])]
    return "".join(text).encode()


def _row(site: Site, line: Line) -> Row:
    claim, words = line.claim, site.words
    unit = line.category.unit_zh
    page = CATEGORY_PAGES.get(line.category.id)
    official = (Inline(figure(site, claim), to=f"reconciliation/#{claim.id}"),) if claim else site.known("")
    cells: tuple[Inlines, ...] = (
        (Inline(words.of(line.scheme, "name"), to=page),),
        official,
        (Inline(told_on(site, claim)),) if claim else (),
        *((Inline(f"{count} {unit}"),) for count in line.held),
        (Inline(str(line.apart)),),
    )
    return Row(cells, line.scheme.id)


def _rule(site: Site, asked: QuickCount) -> str:
    words = site.words
    city = asked.area == site.catalog.settings.area
    return words("answers.rule") + ("" if city else words("answers.rule_area"))


def _prose(site: Site, asked: QuickCount, found: Sequence[Line], notes: list[str]) -> Iterator[str]:
    """Yield a paragraph as an official would write it, then its footnotes."""
    words = site.words
    area = site.area_name(asked.area)
    parts = []
    for line in found:
        name = words.of(line.scheme, "name")
        places: dict[str, object] = {
            "name": name,
            "unit": line.category.unit_zh,
            "a": line.held[0],
            "b": line.held[1],
        }
        if line.claim:
            places |= {
                "value": figure(site, line.claim),
                "when": told_on(site, line.claim),
                "note": notes.index(line.claim.source) + 1,
            }
        parts.append(words("answers.with_figure" if line.claim else "answers.without_figure", **places))
    yield words("answers.paragraph", area=area, on=asked.on, text="；".join(parts), site=site.title)
    for number, source in enumerate(notes, 1):
        yield f"[{number}] {''.join(part.text for part in site.source(source) if not part.url)}"


def _annex(site: Site, found: Sequence[Line]) -> Iterator[Section]:
    """Yield the names behind the numbers, by the axis of headlines."""
    words = site.words
    facts = []
    for line in found:
        units = line.units
        linked: list[Inline] = []
        for unit in units[:MAX_ROWS]:
            linked += [Inline("、")] if linked else []
            linked.append(site.link(unit, site.full_name(unit)))
        label = f"{words.of(line.scheme, 'name')}　{len(units)} {line.category.unit_zh}"
        cut = words("ui.first_rows", n=MAX_ROWS, m=len(units)) if len(units) > MAX_ROWS else ""
        if units:
            facts.append(Fact(label, tuple(linked), cut))
    if facts:
        yield Section(
            "annex", words("answers.annex"), (Facts(tuple(facts)),), words(f"axis.{site.register.axis}")
        )
