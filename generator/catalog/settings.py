"""The settings of a city and its site, as portal.yaml has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.formats.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who runs the site; the only place a public contact comes from."""

    name_zh: str
    name_en: str
    official: bool
    """Whether the publisher is the authority itself; otherwise every page says the site is independent."""
    telephone: str
    address: str
    site_code: str
    icp: str
    psb: str
    maintainer: str
    """Who looks after the site for the publisher (承办单位)."""
    organ_mark: str
    """Where the mark of a party or government site can be looked up; an authority's site only."""
    report_site: str
    """Where a fault of a government site is reported (我为政府网站找错); an authority's site only."""
    copyright: str
    """Address of the publisher's own statement on copyright."""
    privacy: str
    """Address of the publisher's own statement on privacy."""
    ipv6: bool
    """Whether the site can be reached by IPv6; said only where it is true."""


@dataclass(frozen=True, slots=True)
class LadderRule:
    """A step of the ladder: entering `level` presupposes `requires`, from a date on."""

    category: str
    level: str
    requires: str
    valid_from: PartialDate
    source: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What portal.yaml says of the city and its site."""

    city_zh: str
    city_en: str
    area: str
    """Id of the city in areas."""
    title_zh: str
    title_en: str
    languages: tuple[str, ...]
    version: str
    as_of: date
    """Date of the data; nothing later than it can have been published, dated or retrieved."""
    axis: str
    """Axis of headline counts: list_year or published."""
    demo: bool
    """Whether the data is synthetic; every page and download is marked then."""
    site_url: str
    publisher: Publisher
    corrections: str
    concerns: str
    lookup: str
    hotlines: tuple[str, ...]
    ladder: tuple[LadderRule, ...]
    priority_groups: tuple[str, ...]
