"""The systems of green manufacturing."""

from __future__ import annotations

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
