"""The prose that is searched: guides, cases, policies, standards; a file of its own, read when needed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog.cases import Case
from generator.formats.markdown import title_and_text
from generator.problems.code_guides import code_guides
from generator.problems.problem import codes
from generator.register.levels import dimensions
from generator.schema.records import Indicator, Policy, Standard
from generator.site.guides.texts import guides
from generator.site.pages.guides import INDEX
from generator.site.pages.guides import address_of as address_of_code
from generator.site.routes import prose_address
from generator.site.site import Site

Passage = tuple[str, str, str, str]
"""Address below the root, what kind of page it is in words, its title, its text with a line a block."""


def passages(site: Site) -> Iterator[Passage]:
    """Yield every page of prose with its text, in the order in which those that are found are shown.

    The explanations of codes come last: they outnumber the rest, and are for those who keep the data.
    """
    words = site.words
    for path, page in site.catalog.prose.items():
        _, text = title_and_text(page.body)
        yield prose_address(path), words("nav.guidance"), page.title, text
    for guide in guides(words.lang):
        _, text = title_and_text(guide.text)
        yield f"{INDEX}{guide.name}/", words("nav.guides"), guide.title, f"{guide.lead}\n{text}"
    for case in site.catalog.cases.values():
        yield site.addresses[case.id], words("kind.case"), case.title, _case(case)
    for policy in site.catalog.rows(Policy).values():
        if policy.summary_zh:
            title = words.of(policy, "title")
            yield site.addresses[policy.id], words("kind.policy"), title, policy.summary_zh
    for standard in site.catalog.rows(Standard).values():
        indicators = site.catalog.where(Indicator, "standard", standard.id)
        if indicators or standard.dimensions:
            measured = (f"{words.of(i, 'name')} {i.unit}".strip() for i in indicators)
            text = "\n".join((*dimensions(site.catalog, standard), *measured))
            title = f"{standard.code}—{standard.version} {words.of(standard, 'title')}"
            yield site.addresses[standard.id], words("kind.standard"), title, text
    for id_, explained in code_guides().items():
        title = f"{id_} {codes()[id_].title[words.lang]}"
        yield address_of_code(id_), words("nav.codes"), title, explained.meaning[words.lang]


def _case(case: Case) -> str:
    _, text = title_and_text(case.body)
    measures = "\n".join(measure.what for measure in case.measures)
    figures = "\n".join(metric.name for metric in case.metrics)
    parts = (case.unit_name, measures, figures, text, case.limits, case.applies_to)
    return "\n".join(part for part in parts if part)
