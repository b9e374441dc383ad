"""Values of a case study as they read: investment, payback, figures with their change."""

from __future__ import annotations

from generator.catalog.cases import Case, CaseMetric
from generator.register import case_figures
from generator.site.document import (
    Inline,
    Inlines,
)
from generator.site.sections.figures import amount
from generator.site.site import Site


def investment(site: Site, row: Case) -> Inlines:
    """Return the investment in 10,000 yuan as stated, "not known" where it is not."""
    stated = "" if row.investment is None else amount(site, row.investment_operator, f"{row.investment:,}")
    return site.known(stated)


def payback(site: Site, row: Case) -> Inlines:
    """Return the static payback in years as computed, marked where it rests on a claimed saving."""
    found = case_figures.payback(row)
    if found is None:
        return (Inline(site.words("ui.not_computable"), tone="unknown"),)
    shown = Inline(amount(site, found.operator, str(found.years)))
    claimed = Inline(site.words("ui.payback_claimed"), tone="status status-unverified")
    return (shown, claimed) if found.claimed else (shown,)


def figure(site: Site, metric: CaseMetric) -> Inlines:
    """Return a figure with its unit, marked where it is claimed."""
    shown = f"{amount(site, metric.operator, f'{metric.value:,}')} {metric.unit}".replace(" %", "%")
    return (Inline(shown), *_claimed(site, metric))


def against(site: Site, metric: CaseMetric) -> Inlines:
    """Return what became of a figure since its baseline year; nothing where that is not known."""
    if case_figures.change(metric) is None:
        return ()
    told = "".join(part.text for part in _change(site, metric))
    return (Inline(site.words("exemplar.against", year=metric.baseline_year, change=told)),)


def _claimed(site: Site, metric: CaseMetric) -> Inlines:
    """The mark of a figure without baseline year or method: who says it, and that it has no baseline."""
    if not metric.claimed:
        return ()
    return (Inline(site.words(f"claimed.{metric.basis}"), tone="status status-unverified"),)


def _change(site: Site, metric: CaseMetric) -> Inlines:
    found = case_figures.change(metric)
    if found is None:
        return (Inline(site.words("ui.not_computable"), tone="unknown"),)
    unit = site.words("ui.points") if found.points else "%"
    signed = f"{found.amount:+,}".replace("-", "−")
    return (Inline(f"{amount(site, found.operator, signed)}{unit}"),)
