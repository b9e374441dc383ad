"""Values of a case study as they read: investment, payback, figures with their change."""

from __future__ import annotations

from generator.catalog.catalog import Case, CaseMetric
from generator.register import case_figures
from generator.site.document import (
    Inline,
    Value,
)
from generator.site.sections.figures import amount
from generator.site.site import Edition


def investment(edition: Edition, row: Case) -> Value:
    """Return the investment in 10,000 yuan as stated, "not known" where it is not."""
    stated = "" if row.investment is None else amount(edition, row.investment_operator, f"{row.investment:,}")
    return edition.known(stated)


def payback(edition: Edition, row: Case) -> Value:
    """Return the static payback in years as computed, marked where it rests on a claimed saving."""
    found = case_figures.payback(row)
    if found is None:
        return (Inline(edition.words("ui.not_computable"), tone="unknown"),)
    shown = Inline(amount(edition, found.operator, str(found.years)))
    claimed = Inline(edition.words("ui.payback_claimed"), tone="status status-unverified")
    return (shown, claimed) if found.claimed else (shown,)


def figure(edition: Edition, metric: CaseMetric) -> Value:
    """Return a figure with its unit, marked where it is claimed."""
    shown = f"{amount(edition, metric.operator, f'{metric.value:,}')} {metric.unit}".replace(" %", "%")
    return (Inline(shown), *_claimed(edition, metric))


def against(edition: Edition, metric: CaseMetric) -> Value:
    """Return what became of a figure since its baseline year; nothing where that is not known."""
    if case_figures.change(metric) is None:
        return ()
    told = "".join(part.text for part in _change(edition, metric))
    return (Inline(edition.words("exemplar.against", year=metric.baseline_year, change=told)),)


def _claimed(edition: Edition, metric: CaseMetric) -> Value:
    """The mark of a figure without baseline year or method: who says it, and that it has no baseline."""
    if not metric.claimed:
        return ()
    return (Inline(edition.words(f"claimed.{metric.basis}"), tone="status status-unverified"),)


def _change(edition: Edition, metric: CaseMetric) -> Value:
    found = case_figures.change(metric)
    if found is None:
        return (Inline(edition.words("ui.not_computable"), tone="unknown"),)
    unit = edition.words("ui.points") if found.points else "%"
    signed = f"{found.amount:+,}".replace("-", "−")
    return (Inline(f"{amount(edition, found.operator, signed)}{unit}"),)
