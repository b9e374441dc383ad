"""Whether a policy or a version of a standard holds on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.catalog.public_view import PublicView
from generator.formats.dates import PartialDate
from generator.schema.records import Policy, Standard

Validity = Literal["in_force", "expired", "not_yet", "unknown"]


def validity_of_policy(catalog: PublicView, policy: Policy, on: date) -> Validity:
    """Tell whether a policy is in force on `on`.

    Its dates decide where they can. Else the word in the data counts, which was true on the date of the data
    and says nothing of an earlier day.
    """
    told = _by_dates(policy.effective, policy.valid_to, on)
    if told in ("expired", "not_yet"):
        return told
    if policy.validity == "unknown" or on < catalog.settings.as_of:
        return told
    return "in_force" if policy.validity == "in_force" else "expired"


def validity_of_standard(standard: Standard, on: date) -> Validity:
    """Tell whether a version of a standard is in force on `on`; without any date that is not known."""
    told = _by_dates(standard.in_force_from, standard.in_force_to, on)
    return "in_force" if told == "unknown" and standard.in_force_from else told


def _by_dates(begins: PartialDate | None, ends: PartialDate | None, on: date) -> Validity:
    """What a period alone says; a date of lesser precision begins with its first day, ends with its last."""
    if begins and begins.first > on:
        return "not_yet"
    if ends and ends.last < on:
        return "expired"
    return "in_force" if begins and ends else "unknown"
