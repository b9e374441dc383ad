"""The next step of the ladder in short, as the finder shows it: who decides, what comes before, when.

The whole of it is the ladder guide's (ladder_pages), to which every step leads.
"""

from __future__ import annotations

from typing import Any

from generator.register import levels
from generator.register.levels import LevelStep
from generator.schema.records import Requirement
from generator.site.site import Site


def steps(site: Site, category: str) -> dict[str, Any]:
    """Return each level of a category: its name, facts as label and text, dates, where the guide has it."""
    return {
        rung.scheme.level: {
            "name": site.words.of(rung.scheme, "name"),
            "facts": _facts(site, rung),
            "dates": _dates(site, category, rung.scheme.level),
            "to": f"ladder/{category}/",
        }
        for rung in levels.rungs(site.catalog, category)
    }


def _facts(site: Site, rung: LevelStep) -> list[list[str]]:
    words = site.words
    before = [
        words("ladder.requires", level=words(f"level.{r.requires}"), d=site.spoken(r.valid_from))
        for r in rung.rules
    ]
    return [
        [words("ui.authority"), rung.scheme.authority or words("ui.unknown")],
        [words("ladder.before"), "；".join(before) or words("ladder.requires_none")],
        [words("exemplar.requirements"), _requirements(site, rung)],
    ]


def _requirements(site: Site, rung: LevelStep) -> str:
    """How many requirements are held, by kind; dates stand apart."""
    words = site.words
    counts = {kind: sum(r.kind == kind for r in rung.requirements) for kind in levels.KINDS}
    told = [
        words("exemplar.count_of", label=words(f"requirement.{kind}"), n=n)
        for kind, n in counts.items()
        if n and kind != "deadline"
    ]
    return "、".join(told) or words("ui.not_held")


def _dates(site: Site, category: str, level: str) -> list[str]:
    found = levels.deadlines(site.catalog)
    return [_date(site, row) for row in found if (row.category, row.level) == (category, level)]


def _date(site: Site, row: Requirement) -> str:
    words = site.words
    when = words("ladder.yearly", day=str(row.due)[5:]) if row.yearly else str(row.due)
    area = site.name(row.area) if row.area else words("ladder.nationwide")
    doubt = "" if row.checked else f"（{words('ui.unverified')}）"
    doubt += f"（{words('ladder.past')}）" if levels.is_past(row, site.as_of) else ""
    return f"{when}　{area}　{words.of(row, 'text').rstrip('。' if doubt else '')}{doubt}"
