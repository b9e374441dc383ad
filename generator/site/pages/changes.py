"""The page 名单变动: what each list brought, why a number fell, and the difference between two dates."""

from __future__ import annotations

from collections import Counter

from generator.register.changes import ListRelease, UnitChange, What
from generator.register.coverage import is_whole
from generator.site.document import (
    Block,
    Difference,
    Document,
    Inline,
    Inlines,
    Note,
    Row,
    Section,
    Table,
)
from generator.site.site import Site

KINDS: tuple[What, ...] = ("added", "renamed", "removed", "restored", "succeeded")
DATA = "changes/changes.json"
_MOST_NAMES = 40
_YEARS = ("ui.year", "ui.scheme", "change.added", "change.renamed", "change.removed", "ui.year_end")
_ROUND = ("ui.scheme", "ui.list", "ui.before", "ui.after", "ui.change")
_CHANGES = ("ui.change", "ui.name", "ui.scheme", "ui.reason")


def changes(site: Site) -> Document:
    """Return the changes: year by year in numbers, between two dates, then list by list with the names."""
    words = site.words
    dated = [r for r in site.register.rounds if r.on]
    days = tuple(dict.fromkeys(str(r.on.last) for r in dated if r.on))
    sections = []
    if dated:
        years = (_years(site, dated),)
        sections.append(Section("years", words("ui.changes_years"), years, words("ui.changes_rule")))
    if len(days) > 1:
        compared = Difference(days, DATA)
        sections.append(Section("between", words("ui.changes_between"), (compared,)))
    days_of: dict[str, list[ListRelease]] = {}
    for found in site.register.rounds:
        days_of.setdefault(day_of(found), []).append(found)
    sections += [_section(site, day, grouped) for day, grouped in days_of.items()]
    lead = words("ui.changes_lead")
    if dated:  # feed.py writes none where no day is known
        feed = Note(words("ui.changes_feed"), "plain", to="changes/feed.xml")
        sections.append(Section("feed", words("ui.feed"), (feed,)))
    return Document(title=words("nav.list_changes"), description=lead, lead=lead, sections=tuple(sections))


def day_of(found: ListRelease) -> str:
    """Return the id of the section a round stands in: its day."""
    return f"on-{found.on.text}" if found.on else "undated"


def anchor(found: ListRelease) -> str:
    """Return the id of a round's row."""
    return f"{day_of(found)}-{found.scheme.id}"


def unit_name(site: Site, change: UnitChange) -> str:
    """Return what the unit of a change is called now; where it is not identified, what the row prints."""
    return site.full_name(change.subject) if change.subject else change.name


def summary(site: Site, found: ListRelease) -> str:
    """Return in words how many a round brought by name, and what the lists announce."""
    words = site.words
    counts = Counter(c.what for c in found.changes)
    told = [words("ui.change_n", what=words(f"change.{k}"), n=counts[k]) for k in KINDS if counts[k]]
    told += [
        words("ui.change_official", what=words.category("list_kind", x.kind), n=x.official_count)
        for x in found.lists
        if x.official_count is not None
    ]
    return "；".join(told)


def _years(site: Site, dated: list[ListRelease]) -> Table:
    """What each year of publication brought to each scheme, by name, and how many there were at its end."""
    words = site.words
    rows: dict[tuple[int, str], list[ListRelease]] = {}
    for found in dated:
        if found.on:
            rows.setdefault((found.on.last.year, found.scheme.id), []).append(found)
    table = []
    for (year, _), grouped in rows.items():
        counts = Counter(c.what for r in grouped for c in r.changes if c.confirmed)
        # Where not every row is held, none held is not none there were.
        whole = all(is_whole(site.catalog, official) for r in grouped for official in r.lists)
        after = next((r.after for r in grouped if whole and r.after is not None), "—")
        cells: tuple[Inlines, ...] = (
            (Inline(str(year)),),
            (Inline(words.of(grouped[0].scheme, "name"), to=f"changes/#{anchor(grouped[0])}"),),
            *(
                (Inline(str(counts[k] if whole or counts[k] else "—")),)
                for k in ("added", "renamed", "removed")
            ),
            (Inline(str(after)),),
        )
        table.append(Row(cells))
    return Table(site.columns(*_YEARS, numeric=_YEARS[2:]), tuple(table))


def _section(site: Site, day: str, grouped: list[ListRelease]) -> Section:
    """What was published on one day: the numbers of each scheme, then the names, then what removal means."""
    words = site.words
    columns = site.columns(*_ROUND, numeric=_ROUND[2:4])
    blocks: list[Block] = [Table(columns, tuple(_round(site, r) for r in grouped))]
    changes = [(r, c) for r in grouped for kind in KINDS for c in r.of(kind)[:_MOST_NAMES]]
    if changes:
        names = site.columns(*_CHANGES)
        blocks.append(Table(names, tuple(_row(site, r, c) for r, c in changes)))
    whole = sum(len(r.changes) for r in grouped)
    if len(changes) < whole:
        blocks.append(Note(words("ui.changes_cut", n=len(changes), m=whole)))
    if any(r.of("removed") or any(x.kind == "removals" for x in r.lists) for r in grouped):
        blocks.append(Note(words("msg.removed")))
    on = grouped[0].on
    return Section(day, str(on) if on else words("ui.undated"), tuple(blocks))


def _round(site: Site, found: ListRelease) -> Row:
    words = site.words
    lists: list[Inline] = []
    for official in found.lists:
        lists += [Inline("；")] if lists else []
        lists.append(site.link(official.id))
    numbers = ("—" if n is None else str(n) for n in (found.before, found.after))
    why = _why(site, found)
    told = summary(site, found)
    cells: tuple[Inlines, ...] = (
        (Inline(words.of(found.scheme, "name")),),
        tuple(lists),
        *((Inline(n),) for n in numbers),
        (Inline(told), *((Inline(why, tone="quote"),) if why else ())),
    )
    return Row(cells, anchor(found), anchor=True)


def _why(site: Site, found: ListRelease) -> str:
    """Say what a number fell by, where it fell."""
    if found.before is None or found.after is None or found.after >= found.before:
        return ""
    gone = [c for c in (*found.of("removed"), *found.of("succeeded")) if c.confirmed]
    return site.words("ui.fell", n=found.before - found.after, m=len(gone))


def _row(site: Site, found: ListRelease, change: UnitChange) -> Row:
    words = site.words
    unit: list[Inline] = [Inline(change.name)]
    if change.subject:
        unit = [site.link(change.subject, site.full_name(change.subject))]
        if not change.confirmed:
            unit.append(Inline(words("attribution.inferred"), tone="status status-inferred"))
        if change.name and change.name != site.name(change.subject):
            unit.append(Inline(f"{words('field.name_as_published')}：{change.name}", tone="quote"))
    reason: Inlines = ()
    if change.what == "removed":
        reason = (Inline(change.reason or words("ui.removed_unstated")),)
    elif change.successor:
        reason = (site.link(change.successor),)
    cells: tuple[Inlines, ...] = (
        (Inline(words(f"change.{change.what}")),),
        tuple(unit),
        (Inline(words.of(found.scheme, "name")),),
        reason,
    )
    return Row(cells)
