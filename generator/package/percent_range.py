"""Which percentages can be: shares lie between 0 and 100, a reduction is at most 100."""

from __future__ import annotations

from decimal import Decimal

_WHOLE = Decimal(100)


_FALLS = "降减"
"""Characters of which one stands in the name of whatever grows less: 下降, 降低, 减少, 减排."""


_SAVED = frozenset({"energy", "electricity", "carbon", "water"})
"""Kinds of a case's figures that in per cent tell what was saved: never more than there was."""


def is_fall(name: str) -> bool:
    """Tell whether a figure of this name says by how much something grew less."""
    return any(character in name for character in _FALLS)


def is_out_of_range(value: Decimal, *, share: bool, fall: bool) -> bool:
    """Tell whether a percentage cannot be: a share lies between 0 and 100, a fall is at most 100.

    A fall below 0 is a rise. How far something rises has no limit.
    """
    return (share and not 0 <= value <= _WHOLE) or (fall and value > _WHOLE)


def is_out_of_case_range(value: Decimal, kind: str, name: str) -> bool:
    """Tell whether a percentage of a case study cannot be, by the kind and name of its figure."""
    return is_out_of_range(value, share=kind == "share", fall=kind in _SAVED or is_fall(name))
