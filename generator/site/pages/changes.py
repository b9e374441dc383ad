"""The page 名单变动: what each list brought, why a number fell, and the difference between two dates."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.register.changes import Change, Round, What
from generator.register.coverage import is_whole
from generator.site.document import (
    Block,
    Body,
    Difference,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.site import Edition

KINDS: tuple[What, ...] = ("added", "renamed", "removed", "restored", "succeeded")
DATA = "changes/changes.json"
_MOST_NAMES = 40
_YEARS = ("ui.year", "ui.scheme", "change.added", "change.renamed", "change.removed", "ui.year_end")
_ROUND = ("ui.scheme", "ui.list", "ui.before", "ui.after", "ui.change")
_CHANGES = ("ui.change", "ui.name", "ui.scheme", "ui.reason")


def changes(edition: Edition) -> Body:
    """Return the changes: year by year in numbers, between two dates, then list by list with the names."""
    words = edition.words
    dated = [r for r in edition.rounds if r.on]
    days = tuple(dict.fromkeys(str(r.on.last) for r in dated if r.on))
    sections = []
    if dated:
        years = (_years(edition, dated),)
        sections.append(Section("years", words("ui.changes_years"), years, words("ui.changes_rule")))
    if len(days) > 1:
        compared = Difference(days, DATA)
        sections.append(Section("between", words("ui.changes_between"), (compared,)))
    days_of: dict[str, list[Round]] = {}
    for found in edition.rounds:
        days_of.setdefault(day_of(found), []).append(found)
    sections += [_section(edition, day, grouped) for day, grouped in days_of.items()]
    lead = words("ui.changes_lead")
    if dated:  # feed.py writes none where no day is known
        feed = Note(words("ui.changes_feed"), "plain", to="changes/feed.xml")
        sections.append(Section("feed", words("ui.feed"), (feed,)))
    return Body(title=words("nav.list_changes"), description=lead, lead=lead, sections=tuple(sections))


def files(edition: Edition) -> Iterator[Artifact]:
    """Yield what the browser needs to compare two dates: every change of a day, scheme and unit."""
    words = edition.words
    rows = [
        (str(r.on.last), r.scheme.id, c.what, unit_name(edition, c), edition.addresses.get(c.subject, ""))
        for r in edition.rounds
        if r.on
        for c in r.changes
        if c.confirmed
    ]
    schemes = {r.scheme.id: words.of(r.scheme, "name") for r in edition.rounds}
    told = {
        "kinds": {kind: words(f"change.{kind}") for kind in KINDS},
        "none": words("ui.no_changes"),
        "removed": words("msg.removed"),
        "schemes": schemes,
        "changes": rows,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    yield Artifact(DATA, text.encode())


def day_of(found: Round) -> str:
    """Return the id of the section a round stands in: its day."""
    return f"on-{found.on.text}" if found.on else "undated"


def anchor(found: Round) -> str:
    """Return the id of a round's row."""
    return f"{day_of(found)}-{found.scheme.id}"


def unit_name(edition: Edition, change: Change) -> str:
    """Return what the unit of a change is called now; where it is not identified, what the row prints."""
    return edition.full_name(change.subject) if change.subject else change.name


def summary(edition: Edition, found: Round) -> str:
    """Return in words how many a round brought by name, and what the lists announce."""
    words = edition.words
    counts = Counter(c.what for c in found.changes)
    told = [words("ui.change_n", what=words(f"change.{k}"), n=counts[k]) for k in KINDS if counts[k]]
    told += [
        words("ui.change_official", what=words.category("list_kind", x.kind), n=x.official_count)
        for x in found.lists
        if x.official_count is not None
    ]
    return "；".join(told)


def _years(edition: Edition, dated: list[Round]) -> Table:
    """What each year of publication brought to each scheme, by name, and how many there were at its end."""
    words = edition.words
    rows: dict[tuple[int, str], list[Round]] = {}
    for found in dated:
        if found.on:
            rows.setdefault((found.on.last.year, found.scheme.id), []).append(found)
    table = []
    for (year, _), grouped in rows.items():
        counts = Counter(c.what for r in grouped for c in r.changes if c.confirmed)
        # Where not every row is held, none held is not none there were.
        whole = all(is_whole(edition.catalog, official) for r in grouped for official in r.lists)
        after = next((r.after for r in grouped if whole and r.after is not None), "—")
        cells: tuple[Value, ...] = (
            (Inline(str(year)),),
            (Inline(words.of(grouped[0].scheme, "name"), to=f"changes/#{anchor(grouped[0])}"),),
            *(
                (Inline(str(counts[k] if whole or counts[k] else "—")),)
                for k in ("added", "renamed", "removed")
            ),
            (Inline(str(after)),),
        )
        table.append(Row(cells))
    return Table(edition.columns(*_YEARS, numeric=_YEARS[2:]), tuple(table))


def _section(edition: Edition, day: str, grouped: list[Round]) -> Section:
    """What was published on one day: the numbers of each scheme, then the names, then what removal means."""
    words = edition.words
    columns = edition.columns(*_ROUND, numeric=_ROUND[2:4])
    blocks: list[Block] = [Table(columns, tuple(_round(edition, r) for r in grouped))]
    changes = [(r, c) for r in grouped for kind in KINDS for c in r.of(kind)[:_MOST_NAMES]]
    if changes:
        names = edition.columns(*_CHANGES)
        blocks.append(Table(names, tuple(_row(edition, r, c) for r, c in changes)))
    whole = sum(len(r.changes) for r in grouped)
    if len(changes) < whole:
        blocks.append(Note(words("ui.changes_cut", n=len(changes), m=whole)))
    if any(r.of("removed") or any(x.kind == "removals" for x in r.lists) for r in grouped):
        blocks.append(Note(words("msg.removed")))
    on = grouped[0].on
    return Section(day, str(on) if on else words("ui.undated"), tuple(blocks))


def _round(edition: Edition, found: Round) -> Row:
    words = edition.words
    lists: list[Inline] = []
    for official in found.lists:
        lists += [Inline("；")] if lists else []
        lists.append(edition.link(official.id))
    numbers = ("—" if n is None else str(n) for n in (found.before, found.after))
    why = _why(edition, found)
    told = summary(edition, found)
    cells: tuple[Value, ...] = (
        (Inline(words.of(found.scheme, "name")),),
        tuple(lists),
        *((Inline(n),) for n in numbers),
        (Inline(told), *((Inline(why, tone="quote"),) if why else ())),
    )
    return Row(cells, anchor(found), anchor=True)


def _why(edition: Edition, found: Round) -> str:
    """Say what a number fell by, where it fell."""
    if found.before is None or found.after is None or found.after >= found.before:
        return ""
    gone = [c for c in (*found.of("removed"), *found.of("succeeded")) if c.confirmed]
    return edition.words("ui.fell", n=found.before - found.after, m=len(gone))


def _row(edition: Edition, found: Round, change: Change) -> Row:
    words = edition.words
    unit: list[Inline] = [Inline(change.name)]
    if change.subject:
        unit = [edition.link(change.subject, edition.full_name(change.subject))]
        if not change.confirmed:
            unit.append(Inline(words("attribution.inferred"), tone="status status-inferred"))
        if change.name and change.name != edition.name(change.subject):
            unit.append(Inline(f"{words('field.name_as_published')}：{change.name}", tone="quote"))
    reason: Value = ()
    if change.what == "removed":
        reason = (Inline(change.reason or words("ui.removed_unstated")),)
    elif change.successor:
        reason = (edition.link(change.successor),)
    cells: tuple[Value, ...] = (
        (Inline(words(f"change.{change.what}")),),
        tuple(unit),
        (Inline(words.of(found.scheme, "name")),),
        reason,
    )
    return Row(cells)
