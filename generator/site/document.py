"""What a page consists of, before any markup: small frozen pieces that one template prints.

Every text here is plain text and is escaped by the template; only `Prose` holds markup, made by the
sanitising renderer or by the charts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

if TYPE_CHECKING:
    from generator.site.chart import Chart


class Inline(NamedTuple):
    """A run of text, perhaps a link.

    A named tuple, like a fact, a row and a moment: they are made by the dozen for each page, and a frozen
    dataclass takes three times as long.
    """

    text: str
    to: str | None = None
    """Address below the site's root; "" is the home page, None no link."""
    url: str = ""
    """Address elsewhere."""
    tone: str = ""
    """Class of the run: ``unknown``, ``muted``, ``status status-listed``, ``quote`` …"""


Inlines = Sequence[Inline]
Facets = Mapping[str, Sequence[str]]
"""Codes or ids by the name of a facet: what lists are filtered by."""
Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    value: Inlines
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    numeric: bool = False


class Row(NamedTuple):
    """A row of a table; `id` names the record it stands for."""

    cells: tuple[Inlines, ...]
    id: str = ""
    anchor: bool = False
    """Whether other pages may point at this row."""
    state: str = ""
    """What a `Choice` beside the table picks the row by."""
    facets: Facets = MappingProxyType({})
    """Values by which the row may be picked, printed as `data-<facet>`."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    twin_of: str = ""
    """Words under which the table is folded away, where a drawing beside it shows the same; "" for open."""


class Moment(NamedTuple):
    """An entry of a timeline."""

    when: str
    what: str
    lines: tuple[Inlines, ...]
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
class Card:
    """A record in short, for reading rather than comparing."""

    id: str
    title: Inline
    lines: tuple[Inlines, ...]
    facts: tuple[Fact, ...]
    facets: Facets


@dataclass(frozen=True, slots=True)
class Cards:
    """Records side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A table of benchmarks beside whose rows figures are entered; without a script it says `without`."""

    table: Table
    words: Facets
    """Words of the script, printed as `data-word-…`."""
    without: str


@dataclass(frozen=True, slots=True)
class Finder:
    """A form whose answer a script puts together; where there is none it says `without`."""

    selects: tuple[tuple[str, str, Groups], ...]
    """Name, label, and values with their words by the title of their group, "" for none."""
    without: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Markup that is known to be safe."""

    html: Markup


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that must be read: a limit, a caution, a coverage statement."""

    text: str
    tone: str = ""
    to: str = ""
    """Address below the site's root that the paragraph leads to; empty for none."""


@dataclass(frozen=True, slots=True)
class DatedLines:
    """Sentences with links that a script may say anew for another date; hidden while there are none."""

    lines: tuple[Inlines, ...]
    name: str
    """What they are, printed as `data-<name>`."""
    of: str
    """Ids of what they speak of."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Picks the rows of the section's tables by their state; it works by the style sheet alone."""

    name: str
    label: str
    everything: str
    """Words of the option that hides nothing."""
    options: tuple[tuple[str, str], ...]
    """State and words of the others."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text to be taken over elsewhere as it stands: its paragraphs."""

    paragraphs: tuple[str, ...]
    button: str
    """Words of the button that copies it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two dates to be chosen, and what lies between them; worked out in the browser when it is asked for."""

    days: tuple[str, ...]
    """Dates to choose from, the latest first."""
    data: str
    """Address of the changes below the site's root."""


@dataclass(frozen=True, slots=True)
class Chooser:
    """An area and a day to choose: some have a page, others the browser works out (browser/quick_counts/)."""

    areas: tuple[tuple[str, str, str], ...]
    """Id and name of each area, the city first, with the days that have a page."""
    area: str
    """Id of the area that the page is about."""
    on: date
    """The day that the page is about."""
    last: date
    """The register's own date: the last day that may be chosen."""
    home: str
    """Address below the root of the page that answers for any day."""


MAX_ROWS = 500
"""Rows that a record's page prints of one table; the downloads hold them all."""

Block = (
    Table
    | Timeline
    | Facts
    | Cards
    | SelfCheck
    | Finder
    | Prose
    | Note
    | DatedLines
    | RowFilter
    | Difference
    | Copy
    | Chooser
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page."""

    id: str
    """Anchor of its heading, or of the part where it has none."""
    title: str
    """Words of its heading; empty for none."""
    blocks: tuple[Block, ...]
    lead: str = ""
    first: bool = False
    """Whether it stands above the table of an index."""


@dataclass(frozen=True, slots=True)
class LookupReceipt:
    """The printable result of a look-up."""

    unit: str
    facts: tuple[Fact, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Document:
    """A whole page."""

    title: str
    description: str
    kind: str = ""
    """Kind of record in the singular; empty where the page is no record."""
    id: str = ""
    kind_label: str = ""
    lead: str = ""
    status: Inlines = ()
    crumbs: tuple[Inline, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Inlines, ...] = ()
    checked: str = ""
    """What is said of how far changes were checked; empty where it does not apply."""
    slip: LookupReceipt | None = None
    sheet: bool = False
    """Whether the page is laid out to be printed on one sheet, and offers it."""
    compared: str = ""
    """Folder of its kind where the record can be put beside others; empty where it cannot."""
    alike: str = ""
    """Address that looks for units like the record's; empty for none."""
    csv: str = ""
    """Address of what the page shows as CSV; empty for none."""
    doors: bool = True
    indexed: bool = True
    charts: tuple[Chart, ...] = ()
    """Charts of the page; where there are none, those that name its address."""
    extra: dict[str, object] = field(default_factory=dict)
    """What a page's own template needs besides."""


StandalonePage = tuple[str, str, Callable[[], Document]]
"""Address, template and maker of a page that is none of many: its body is made where the page is."""
