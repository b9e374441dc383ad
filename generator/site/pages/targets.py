"""The page 目标进展: every target with its base, its latest figure, how far it came, how that was judged."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.register.progress import Progress
from generator.schema.records import Claim
from generator.site.document import (
    Block,
    Body,
    Fact,
    Facts,
    Inline,
    Note,
    Row,
    Section,
    Table,
    Value,
)
from generator.site.sections.figures import figure, figure_and_date, told_on
from generator.site.sections.target_figures import aim, outcome, shown_figure
from generator.site.site import Edition


def targets(edition: Edition, charts: Container[str] = ()) -> Body:
    """Return the targets: an overview, then each by itself; those that are over stay with their outcome.

    `charts` are the ids of the charts there are: a target leads to its own.
    """
    words = edition.words
    found = sorted(edition.progress.values(), key=lambda p: (p.closed, -(p.target.year or 0)))
    columns = edition.columns("ui.name", "ui.target_value", "ui.target_latest", "ui.progress")
    overview = Table(columns, tuple(_row(edition, p) for p in found))
    sections = [Section("overview", words("ui.overview"), (overview,), words("ui.targets_method"))]
    sections += [_section(edition, p, charts) for p in found]
    lead = words("ui.targets_lead")
    documents = [p.target.source for p in found]
    documents += [c.source for p in found for c in (p.claim, p.other) if c]
    return Body(
        title=words("nav.targets"),
        description=lead,
        lead=lead,
        sections=tuple(sections),
        sources=edition.sources(documents),
    )


def _row(edition: Edition, found: Progress) -> Row:
    name = edition.words.of(found.metric, "name")
    cells: tuple[Value, ...] = (
        (Inline(name, to=f"targets/#{found.target.id}"),),
        (Inline(aim(edition, found)),),
        _figure(edition, shown_figure(found)),
        (outcome(edition, found),),
    )
    return Row(cells, found.target.id)


def _figure(edition: Edition, claim: Claim | None) -> Value:
    if claim is None:
        return edition.known("")
    return (Inline(figure_and_date(edition, claim), to=f"reconciliation/#{claim.id}"),)


def _section(edition: Edition, found: Progress, charts: Container[str]) -> Section:
    words, target = edition.words, found.target
    quote = (Inline(f"“{target.quote}”", tone="quote"),) if target.quote else ()
    facts = [
        Fact(words("ui.target_value"), (Inline(aim(edition, found)), *quote), target.note),
        Fact(words("ui.base"), _base(edition, found)),
        Fact(words("ui.target_latest"), _figure(edition, found.claim)),
        *_course(edition, found),
    ]
    if found.other:
        facts.append(
            Fact(words("ui.other_figure"), _figure(edition, found.other), _named(edition, found.other))
        )
    facts.append(Fact(words("ui.progress"), (outcome(edition, found),), " ".join(_why(edition, found))))
    facts += _paces(edition, found)
    facts.append(Fact(words("ui.target_source"), edition.source(target.source)))
    if claim := shown_figure(found):
        facts.append(Fact(words("ui.shown_by"), edition.source(claim.source)))
    title = f"{words.of(found.metric, 'name')}　{target.year}"
    blocks: list[Block] = [Facts(tuple(facts))]
    if f"target-{target.id}" in charts:
        blocks.append(Note(words("ui.target_chart"), "plain", to=f"charts/target-{target.id}/"))
    return Section(target.id, title, tuple(blocks))


def _named(edition: Edition, claim: Claim) -> str:
    metric = edition.compared[claim.id].metric
    said = claim.explained_by
    return f"{edition.words.of(metric, 'name')}。{said}"


def _base(edition: Edition, found: Progress) -> Value:
    """What a target counts from, and whether a document says so or the target itself does."""
    words, target = edition.words, found.target
    if target.base_year is None:
        return (Inline(words("ui.not_stated")),)
    told: list[Inline] = [Inline(words("ui.in_year", year=target.base_year))]
    start = next((p for p in found.points if p.claim is None), None)
    if start is not None:
        unit = found.metric.unit
        told.append(Inline(f"　{start.value}{'' if unit == '%' else ' '}{unit}"))
        told.append(
            Inline(
                f"（{words('ui.base_stated' if found.base_is_stated else 'ui.base_defined')}）", tone="muted"
            )
        )
    return tuple(told)


def _course(edition: Edition, found: Progress) -> Iterator[Fact]:
    """The published figures from the first to the last, where there are several: the base is none of them."""
    claims = [p.claim for p in found.points if p.claim]
    if len(claims) > 1:
        yield edition.fact("ui.course", " → ".join(figure_and_date(edition, claim) for claim in claims))


def _paces(edition: Edition, found: Progress) -> Iterator[Fact]:
    words = edition.words
    for label, pace in (("ui.pace_needed", found.needed), ("ui.pace_kept", found.kept)):
        if pace is not None:
            told = words(f"ui.a_year_{pace.operator}", n=pace.value, unit=found.metric.unit)
            note = "" if pace.operator == "eq" else words("ui.pace_inexact")
            yield Fact(words(label), (Inline(told),), note)


def _why(edition: Edition, found: Progress) -> Iterator[str]:
    """Say by which rule the outcome was found, with the numbers it was found from."""
    words = edition.words
    claim = shown_figure(found)
    places: dict[str, object] = {
        "value": figure(edition, claim) if claim else "",
        "when": told_on(edition, claim) if claim else "",
        "due": found.due,
        "unit": found.metric.unit,
        **dict(found.by_axis),
    }
    rule: str = found.state
    if found.state == "met" and found.by_axis:
        rule = "met_by_names"
    elif found.state == "no_data" and claim is None:
        rule = "no_figure"
    elif found.state == "no_data" and found.kept and not found.closed:
        rule = "bound"
    yield words(f"progress_why.{rule}", **places)
    if found.closed:
        told = found.state in ("met", "missed", "met_other_scope")
        yield words("progress_why.closed" if told else "progress_why.undecided", year=found.target.year)
