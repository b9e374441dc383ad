"""What a page consists of, before any markup: small frozen pieces that one template prints.

Every text here is plain text and is escaped by the template; only `Prose` holds markup, made by the
sanitising renderer or by the charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of text, perhaps a link."""

    text: str
    to: str | None = None
    """Address below the site's root; "" is the home page, None no link."""
    url: str = ""
    """Address elsewhere."""
    tone: str = ""
    """Class of the run: ``unknown``, ``muted``, ``status status-listed``, ``quote`` …"""


Value = Sequence[Inline]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: str
    value: Value
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `id` names the record it stands for."""

    cells: tuple[Value, ...]
    id: str = ""
    anchor: bool = False
    """Whether other pages may point at this row."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of a timeline."""

    when: str
    what: str
    lines: tuple[Value, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A history, drawn with CSS."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """A list of facts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Markup that is known to be safe."""

    html: Markup


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that must be read: a limit, a caution, a coverage statement."""

    text: str
    tone: str = ""


MAX_ROWS = 500
"""Rows that a record's page prints of one table; the downloads hold them all."""

Block = Table | Timeline | Facts | Prose | Note


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a page."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """The printable result of a look-up."""

    unit: str
    facts: tuple[Fact, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Body:
    """A whole page."""

    title: str
    description: str
    kind: str = ""
    """Kind of record in the singular; empty where the page is no record."""
    id: str = ""
    kind_label: str = ""
    lead: str = ""
    status: Value = ()
    crumbs: tuple[Inline, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Value, ...] = ()
    checked: str = ""
    """What is said of how far changes were checked; empty where it does not apply."""
    slip: Slip | None = None
    downloads: tuple[Inline, ...] = ()
    compared: str = ""
    """Folder of its kind where the record can be put beside others; empty where it cannot."""
    doors: bool = True
    indexed: bool = True
    extra: dict[str, object] = field(default_factory=dict)
    """What a page's own template needs besides."""
