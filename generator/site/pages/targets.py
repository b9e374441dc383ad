"""The page 目标进展: every target with its base, its latest figure, how far it came, how that was judged."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.register.progress import Progress
from generator.schema.records import Claim
from generator.site.document import (
    Block,
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
from generator.site.sections.figures import figure, figure_and_date, told_on
from generator.site.sections.target_figures import aim, outcome, shown_figure
from generator.site.site import Site


def targets(site: Site, charts: Container[str] = ()) -> Document:
    """Return the targets: an overview, then each by itself; those that are over stay with their outcome.

    `charts` are the ids of the charts there are: a target leads to its own.
    """
    words = site.words
    found = sorted(site.register.progress.values(), key=lambda p: (p.closed, -(p.target.year or 0)))
    columns = site.columns("ui.name", "ui.target_value", "ui.target_latest", "ui.progress")
    overview = Table(columns, tuple(_row(site, p) for p in found))
    sections = [Section("overview", words("ui.overview"), (overview,), words("ui.targets_method"))]
    sections += [_section(site, p, charts) for p in found]
    lead = words("ui.targets_lead")
    documents = [p.target.source for p in found]
    documents += [c.source for p in found for c in (p.claim, p.other) if c]
    return Document(
        title=words("nav.targets"),
        description=lead,
        lead=lead,
        sections=tuple(sections),
        sources=site.sources(documents),
    )


def _row(site: Site, found: Progress) -> Row:
    name = site.words.of(found.metric, "name")
    cells: tuple[Inlines, ...] = (
        (Inline(name, to=f"targets/#{found.target.id}"),),
        (Inline(aim(site, found)),),
        _figure(site, shown_figure(found)),
        (outcome(site, found),),
    )
    return Row(cells, found.target.id)


def _figure(site: Site, claim: Claim | None) -> Inlines:
    if claim is None:
        return site.known("")
    return (Inline(figure_and_date(site, claim), to=f"reconciliation/#{claim.id}"),)


def _section(site: Site, found: Progress, charts: Container[str]) -> Section:
    words, target = site.words, found.target
    quote = (Inline(f"“{target.quote}”", tone="quote"),) if target.quote else ()
    facts = [
        Fact(words("ui.target_value"), (Inline(aim(site, found)), *quote), target.note),
        Fact(words("ui.base"), _base(site, found)),
        Fact(words("ui.target_latest"), _figure(site, found.claim)),
        *_course(site, found),
    ]
    if found.other:
        facts.append(Fact(words("ui.other_figure"), _figure(site, found.other), _named(site, found.other)))
    facts.append(Fact(words("ui.progress"), (outcome(site, found),), " ".join(_why(site, found))))
    facts += _paces(site, found)
    facts.append(Fact(words("ui.target_source"), site.source(target.source)))
    if claim := shown_figure(found):
        facts.append(Fact(words("ui.shown_by"), site.source(claim.source)))
    title = f"{words.of(found.metric, 'name')}　{target.year}"
    blocks: list[Block] = [Facts(tuple(facts))]
    if f"target-{target.id}" in charts:
        blocks.append(Note(words("ui.target_chart"), "plain", to=f"charts/target-{target.id}/"))
    return Section(target.id, title, tuple(blocks))


def _named(site: Site, claim: Claim) -> str:
    metric = site.register.compared[claim.id].metric
    said = claim.explained_by
    return f"{site.words.of(metric, 'name')}。{said}"


def _base(site: Site, found: Progress) -> Inlines:
    """What a target counts from, and whether a document says so or the target itself does."""
    words, target = site.words, found.target
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


def _course(site: Site, found: Progress) -> Iterator[Fact]:
    """The published figures from the first to the last, where there are several: the base is none of them."""
    claims = [p.claim for p in found.points if p.claim]
    if len(claims) > 1:
        yield site.fact("ui.course", " → ".join(figure_and_date(site, claim) for claim in claims))


def _paces(site: Site, found: Progress) -> Iterator[Fact]:
    words = site.words
    for label, pace in (("ui.pace_needed", found.needed), ("ui.pace_kept", found.kept)):
        if pace is not None:
            told = words(f"ui.a_year_{pace.operator}", n=pace.value, unit=found.metric.unit)
            note = "" if pace.operator == "eq" else words("ui.pace_inexact")
            yield Fact(words(label), (Inline(told),), note)


def _why(site: Site, found: Progress) -> Iterator[str]:
    """Say by which rule the outcome was found, with the numbers it was found from."""
    words = site.words
    claim = shown_figure(found)
    places: dict[str, object] = {
        "value": figure(site, claim) if claim else "",
        "when": told_on(site, claim) if claim else "",
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
