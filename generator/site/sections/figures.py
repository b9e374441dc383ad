"""How published figures, targets and their outcomes read, wherever they are shown."""

from __future__ import annotations

from datetime import date

from generator.register.progress import Progress
from generator.register.reconcile import Comparison, is_final, on_day
from generator.schema.records import Claim, Metric, Target
from generator.site.site import Site


def amount(site: Site, operator: str, value: str) -> str:
    """Return a number with its operator in words: 超过 600."""
    return value if operator == "eq" else f"{site.words.category('operator', operator)} {value}"


def figure(site: Site, row: Claim | Target) -> str:
    """Return a published figure as it reads: sign, value, unit."""
    metric = site.catalog.rows(Metric)[row.metric]
    return f"{bare_figure(site, row)}{'' if metric.unit == '%' else ' '}{metric.unit}"


def told_on(site: Site, row: Claim) -> str:
    """Return the date or period a figure speaks of."""
    if row.period_from and row.period_to:
        if row.period_from.text == row.period_to.text:
            return str(row.period_to)
        return site.words("ui.at_period", a=row.period_from, b=row.period_to)
    return site.date(row.as_of or row.period_to)


def figure_and_date(site: Site, row: Claim) -> str:
    """Return a published figure with the date or period it speaks of."""
    return f"{figure(site, row)}（{told_on(site, row)}）"


def bare_figure(site: Site, row: Claim | Target) -> str:
    """Return a published number with its sign and without its unit, as a headline has it."""
    return amount(site, row.operator, str(row.value))


def published_totals(site: Site, category: str, level: str, scope: str) -> list[tuple[date, Claim]]:
    """Return the final cumulative figures of a level of a category for an area, in order of their days.

    What was fostered in a period and what a single list brought are no totals.
    """
    catalog = site.catalog
    found = [
        (day, claim.id, claim)
        for metric in catalog.where(Metric, "category", category)
        if (metric.level, metric.measure, metric.counted) == (level, "count", "subject")
        for claim in catalog.where(Claim, "metric", metric.id)
        if claim.scope == scope and is_final(claim)
        if not claim.list and claim.period_from is None
        if (day := on_day(claim)) is not None
    ]
    return [(day, claim) for day, _, claim in sorted(found, key=lambda entry: entry[:2])]


def latest_total(site: Site, category: str, level: str, scope: str, on: date) -> Claim | None:
    """Return the latest final cumulative figure of a level of a category for an area, up to a day."""
    told = [claim for day, claim in published_totals(site, category, level, scope) if day <= on]
    return told[-1] if told else None


def state(site: Site, compared: Comparison) -> str:
    """Return the outcome of a comparison in words; what is not confirmed is never counted as held."""
    n = compared.inferred if compared.state == "equal_inferred" else compared.held
    return site.words(f"recon.{compared.state}", n=n, m=bare_figure(site, compared.claim))


def progress_state(site: Site, found: Progress) -> str:
    """Return how far a target has come, in a word or two."""
    return site.words(f"progress.{found.state}")
