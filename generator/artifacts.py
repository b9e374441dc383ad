"""The values that outputs pass to publishing: finished files, and page bodies that still need a shell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.parallel import Shard


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file of the site."""

    path: str
    """Path of the file below the site's root, with forward slashes and no leading slash."""
    data: bytes
    """The exact bytes of the file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page without a body, which the shell engine renders once for all pages that use it.

    A frame of many pages is rendered at their depth, so that its relative links fit all of them. Only pages
    in the navigation, which mark their own entry, need frames of their own.
    """

    key: str
    """Name of the frame, to which Page.frame refers, e.g. ``record`` or ``factories``."""
    address: str
    """Address below the root: ``""`` for the home page, ``factories/``, ``404.html``; the frame of many pages
    has ``{token}`` for each folder that differs: ``{token}/{token}/``."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation."""

    title: str
    """Text of the entry."""
    frame: str = ""
    """Key of the frame that the entry links to; empty for a section."""
    children: tuple[NavItem, ...] = ()
    """Entries of a section, in order."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its body, still without its shell."""

    frame: str
    """Key of the frame whose shell the page uses."""
    address: str
    """Address below the root: ``""``, ``factories/``, ``enterprises/x/``, ``404.html``."""
    title: str
    """Text of ``<title>``, without the site's name; plain text, not markup."""
    description: str
    """Text of the description in the page's head; plain text, not markup."""
    body: str
    """Markup of the page's content with exactly one ``<h1>``; text from data is escaped."""
    indexed: bool = True
    """Whether search engines may list the page and the sitemap has it."""
    updated: str = ""
    """ISO date for the sitemap; empty for the site's as-of date."""


@dataclass(frozen=True, slots=True)
class SiteOutput:
    """Everything that a site consists of."""

    site_name: str
    """Name of the site, shown in the header and after each page's title."""
    language: str
    """Language of the pages as a BCP 47 code, e.g. ``zh``."""
    banner: str
    """Markup of the banner of every page (independence, demonstration data); empty for none."""
    footer: str
    """Markup of the footer of every page; ``{root}`` stands for the relative path to the site's root."""
    noindex: bool
    """Whether search engines must not list any page (demonstration data)."""
    site_url: str
    """Absolute URL of the site with a final slash; empty if unknown."""
    as_of: str
    """ISO date of the data; in the sitemap the date of pages without ``updated``."""
    frames: tuple[Frame, ...]
    """Frames that the shell engine renders."""
    navigation: tuple[NavItem, ...]
    """The site's navigation."""
    words: Mapping[str, str]
    """Messages that the shell shows, by key, in the site's language."""
    content: Callable[[Shard], Iterator[Page | Artifact]]
    """Yields the items of the site that belong to a shard: first finished files (assets, data, search),
    which need no shell, then pages and the files that belong to them. Together, the shards yield every item
    once."""
    manifest: Mapping[str, object]
    """Facts about the input for ``build.json``: generator, data_version, as_of, axis, counts, inputs."""
    prepare: Callable[[], None] = lambda: None
    """Does the expensive work that all shards need; called once, before processes are forked."""
    hidden: tuple[str, ...] = ()
    """Paths of files that robots.txt disallows; for pages see Page.indexed."""
    head: str = ""
    """Markup for the head of every page (links to feeds), with ``{root}``."""
    shadowed: tuple[tuple[str, str], ...] = ()
    """Prose pages that are left out because another page has their address: path below ``docs/``, address."""
