"""The systems of green manufacturing, and the city's own pages about them."""

from __future__ import annotations

from dataclasses import dataclass

SYSTEMS = (
    "parks",
    "factories",
    "supply-chains",
    "products",
    "services",
    "finance",
    "incentives",
    "cases",
    "supervision",
    "programmes",
    "participation",
)
"""The systems that green manufacturing is made of, in the order of 常工信复〔2022〕第52号.

Each is a part of the portal, whatever a city holds of it.
"""


@dataclass(frozen=True, slots=True)
class GuidancePage:
    """A page of the city's own prose below ``docs/guidance/``; its text is left to MkDocs."""

    path: str
    """Source file below ``docs/``: ``guidance/parks.md``."""
    title: str
    system: str
    """The one of SYSTEMS it is about; empty for none."""
