"""How a target reads: its aim, its outcome, the figure that shows it."""

from __future__ import annotations

from generator.register.progress import Progress
from generator.schema.records import Claim
from generator.site.document import (
    Inline,
)
from generator.site.sections.figures import figure, progress_state
from generator.site.site import Site


def outcome(site: Site, found: Progress) -> Inline:
    """Return how far a target has come, marked for the eye as well."""
    return Inline(progress_state(site, found), tone=f"status progress-{found.state}")


def aim(site: Site, found: Progress) -> str:
    """Return what a target promises, by when, and how firmly."""
    target, words = found.target, site.words
    return words(
        "ui.aim",
        year=target.year,
        word=words.category("target", target.commitment),
        value=figure(site, target),
    )


def shown_figure(found: Progress) -> Claim | None:
    """Return the figure that is shown for a target: the one its outcome rests on."""
    return found.other if found.state == "met_other_scope" else found.claim
