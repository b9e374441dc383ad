"""Blocks of a page: every kind has a template, and one without is an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args

import pytest
from jinja2 import UndefinedError

from generator.i18n.translations import Translations
from generator.outputs.html import templating
from generator.site.document import Block


@dataclass(frozen=True, slots=True)
class Unknown:
    """A block that no template prints."""

    text: str = "text"


def _block() -> Any:
    """Return the function that prints a block, as the templates know it."""
    return templating.template("page.html", Translations("zh")).globals["block"]


def test_an_unknown_block_is_an_error() -> None:
    with pytest.raises(TypeError, match="Unknown"):
        _block()(Unknown(), "./", "label")


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_block_has_a_template(kind: type) -> None:
    # The block is empty: its template fails at the first value, and a missing template with a TypeError.
    with pytest.raises((AttributeError, UndefinedError)):
        _block()(object.__new__(kind), "./", "label")
