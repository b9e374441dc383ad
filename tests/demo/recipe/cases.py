"""Case studies: their shape and how they become Markdown.

What they say stands in `case_texts` and `more_case_texts`.
"""

from __future__ import annotations

from dataclasses import dataclass

from recipe import documents
from recipe.reference import industry
from recipe.tables import City
from recipe.writing import Value, yaml_text

HEADINGS = ("单位与场所", "背景与问题", "主要做法", "成效", "存在的问题", "可推广条件", "来源")


@dataclass(frozen=True, slots=True)
class Metric:
    """One result of a case, with what it is compared with and how far it can be trusted."""

    name: str
    kind: str
    value: float
    unit: str
    method: str
    basis: str = "verified"
    operator: str = "eq"
    baseline: tuple[int, float] | None = None
    """Baseline year and value; None where the document gives none."""
    source: str = documents.PRINTED_SITE


@dataclass(frozen=True, slots=True)
class Case:
    """One case study."""

    id: str
    title: str
    subject: str
    area: str
    industry: str
    measures: tuple[tuple[str, str], ...]
    """Kind and what was done."""
    investment: float
    """In units of 10,000 yuan."""
    metrics: tuple[Metric, ...]
    limits: str
    applies_to: str
    published: str
    prose: tuple[str, ...]
    """One text for each of the fixed headings but the last, which is written from the sources."""
    investment_operator: str = "eq"
    sources: tuple[str, ...] = (documents.PRINTED_SITE,)


def files(city: City, cases: tuple[Case, ...]) -> dict[str, str]:
    """Return the Markdown of `cases` by path and reserve their ids. Raises ValueError for an id in use."""
    written = {}
    for case in cases:
        city.reserve(case.id)
        written[f"docs/cases/{case.id}.md"] = (
            f"---\n{yaml_text(_front_matter(city, case))}---\n{_body(city, case)}"
        )
    return written


def _unit_name(city: City, unit: str) -> str:
    row = city.tables["enterprises"].get(unit) or city.tables["parks"].get(unit)
    if row is None:
        row = city.tables["enterprises"][city.tables["products"][unit]["enterprise"]]
    return row["name_zh"]


def _front_matter(city: City, case: Case) -> dict[str, Value]:
    return {
        "title": case.title,
        "subject": case.subject,
        "unit_name": _unit_name(city, case.subject),
        "area": f"area-{case.area}",
        "industry": industry(case.industry),
        "measures": [{"kind": kind, "what": what} for kind, what in case.measures],
        "investment_cny_10k": case.investment,
        "investment_operator": case.investment_operator,
        "metrics": [_metric(m) for m in case.metrics],
        "limits": case.limits,
        "applies_to": case.applies_to,
        "sources": list(case.sources),
        "published": case.published,
    }


def _metric(metric: Metric) -> dict[str, Value]:
    head: dict[str, Value] = {
        "name": metric.name, "kind": metric.kind, "operator": metric.operator, "value": metric.value,
        "unit": metric.unit,
    }  # fmt: skip
    if metric.baseline is not None:
        head |= {"baseline_year": metric.baseline[0], "baseline_value": metric.baseline[1]}
    return head | {"method": metric.method, "basis": metric.basis, "source": metric.source}


def _body(city: City, case: Case) -> str:
    cited = "\n".join(f"- [{city.tables['sources'][s]['title_zh']}](record:{s})" for s in case.sources)
    texts = zip(HEADINGS, (*case.prose, cited), strict=True)
    return "".join(f"\n## {heading}\n\n{text.strip()}\n" for heading, text in texts)
