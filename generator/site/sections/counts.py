"""How many units a category has at each level, and in words by which rule they were counted."""

from __future__ import annotations

from collections.abc import Iterator

from generator.register.ledger import LEVELS
from generator.register.totals import Tally, has_begun
from generator.schema.records import Category, Scheme
from generator.site.document import Inline, Inlines, Row, Section, Table
from generator.site.sections.axes import axes
from generator.site.site import Site


def counts(site: Site, category: Category) -> Iterator[Section]:
    """Yield how many units stand at each level, with the rule of counting; nothing without a level."""
    words = site.words
    rows = []
    for level in reversed(LEVELS):
        if not any(s.level == level for s in site.catalog.where(Scheme, "category", category.id)):
            continue
        counted = site.register.tally(category.id, (level,), site.as_of, site.register.axis)
        begun = has_begun(site.catalog, counted.question)
        numbers = (counted.count, len(counted.inferred), counted.unresolved)
        told = rule(site, counted) if begun else words("onday.before_first", on=site.as_of)
        cells: tuple[Inlines, ...] = (
            (Inline(words.category("level", level)),),
            *((Inline(str(n) if begun else "—"),) for n in numbers),
            (Inline(told, tone="muted"),),
        )
        rows.append(Row(cells, facets={"level": (level,)}))
    if rows:
        names = ("ui.level", "attribution.confirmed", "attribution.inferred", "status.unresolved", "ui.rule")
        numeric = ("attribution.confirmed", "attribution.inferred", "status.unresolved")
        columns = site.columns(*names, numeric=numeric)
        yield Section(
            "counts",
            words("nav.statistics"),
            (Table(columns, tuple(rows)), axes(site, (category,))),
            first=True,
        )


def rule(site: Site, counted: Tally) -> str:
    """Return in words by which rule a count was made and what it leaves out."""
    words = site.words
    question = counted.question
    if counted.removals_held_by_name:
        removals = words("ui.rule_removed_all")
    elif counted.removals_published or counted.removed:
        removals = words("ui.rule_removed_some", m=counted.removals_published, n=counted.removed)
    else:
        removals = words("ui.rule_removed_unknown")
    undated = words("ui.rule_undated", n=counted.undated) if counted.undated else ""
    return words(
        "ui.rule_text",
        axis=words(f"axis.{question.axis}"),
        on=question.on,
        inferred=len(counted.inferred),
        unresolved=counted.unresolved,
        unit=site.catalog.rows(Category)[question.category].unit_zh,
        undated=undated,
        removals=removals,
    )
