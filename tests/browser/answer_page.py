"""What a page of quick answers says, and what generator/site/pages/answers.py has it say."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from generator.site.document import Copy, Facts
from generator.site.pages import answers
from generator.site.sections import quick_counts
from generator.site.site import Site


def wanted(site: Site, question: quick_counts.QuickCount) -> dict[str, Any]:
    """What the built page of that day and area would say."""
    lines = list(answers.lines(site, question))
    every = [quick_counts.QuickCount(site.as_of, question.area), question]
    body = answers.answer(site, question, lines, every)
    blocks = [block for section in body.sections for block in section.blocks]
    annex = [block for section in body.sections if section.id == "annex" for block in section.blocks]
    names = [fact for block in annex if isinstance(block, Facts) for fact in block.facts]
    return {
        "title": body.title,
        "rule": next(b.text for b in blocks if hasattr(b, "tone")),
        "apart": [line.apart for line in lines],
        "prose": [text for block in blocks if isinstance(block, Copy) for text in block.paragraphs],
        "annex": [
            [fact.label, [[r.to.split("/")[1] if r.to else "", r.text] for r in fact.value if r.text != "、"]]
            for fact in names
        ],
        "sources": list(dict.fromkeys(line.claim.source for line in lines if line.claim)),
        "csv": answers.as_csv(site, question, lines).decode(),
    }


def shown(page: Page) -> dict[str, Any]:
    """What a page of answers says, whichever way it came to it."""
    found: dict[str, Any] = page.evaluate(
        """() => {
          const text = (selector) => document.querySelector(selector)?.textContent;
          const all = (selector) => [...document.querySelectorAll(selector)];
          const link = (a) => [a.textContent, new URL(a.href).pathname + new URL(a.href).hash];
          return {
            title: document.title, heading: text("h1"), crumb: text('.crumbs [aria-current="page"]'),
            cite: text(".page-foot .cite"),
            head: all("#figures ~ .table-scroll th").map((cell) => [cell.textContent, cell.className]),
            rows: all("#figures ~ .table-scroll tbody tr").map((row) => [
              row.dataset.id, ...[...row.cells].map((cell) =>
              [cell.textContent, cell.className, cell.dataset.label, cell.querySelector("span")?.className,
               ...[...cell.querySelectorAll("a")].map(link)])]),
            rule: document.querySelector("#figures").parentElement.lastElementChild.textContent,
            parts: all("article > section > h2").map((h) => [h.id, h.textContent,
              h.parentElement.className, h.parentElement.querySelector(".section-lead")?.textContent]),
            copied: all("[data-copied] p").map((p) => p.textContent),
            annex: all("#annex ~ .facts .fact").map((fact) => [fact.textContent,
              ...[...fact.querySelectorAll("a")].map(link)]),
            sources: all("#sources ~ ol li").map((li) => [li.textContent,
              ...[...li.querySelectorAll("a")].map((a) => [a.href, a.className, a.rel])]),
          };
        }"""
    )
    return found
