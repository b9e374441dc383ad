"""What rendering hands to publishing: finished files, and page bodies that still need their shell.

Nothing here reads, writes or decides anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.parallel import Shard


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file of the site."""

    path: str
    """Address of the file below the site's root, with forward slashes and no leading slash."""
    data: bytes
    """The exact bytes of the file."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One page that MkDocs Material renders once, to be filled for each page that uses it.

    A frame of many pages stands at their depth, so that its relative addresses fit all of them, wherever they
    are: only pages of the navigation, which mark their own place in it, need frames of their own.
    """

    key: str
    """Name by which a Page asks for this frame, e.g. ``record`` or ``factories``."""
    address: str
    """Address below the root: ``""`` for the home page, ``factories/``, ``404.html``; a frame of many
    pages has the token ``{token}`` for each folder that differs: ``{token}/{token}/``."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the site's navigation."""

    title: str
    """Words shown; empty for a prose page that is called what it calls itself."""
    frame: str = ""
    """Key of the frame it leads to; empty for a section."""
    prose: str = ""
    """Source file below ``docs/`` of the prose page it leads to; empty for none."""
    children: tuple[NavItem, ...] = ()
    """Entries of a section, in order."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose body is ready and whose shell is not yet put around it."""

    frame: str
    """Key of the frame that gives the shell."""
    address: str
    """Address below the root: ``""``, ``factories/``, ``enterprises/x/``, ``404.html``."""
    title: str
    """Text of ``<title>``, without the site's name; plain text, not markup."""
    description: str
    """Text of the description in the page's head; plain text, not markup."""
    body: str
    """Markup of the page's content, escaped where it comes from data; holds exactly one ``<h1>``."""
    indexed: bool = True
    """Whether search engines may list the page; only such pages are in the sitemap."""
    updated: str = ""
    """ISO date for the sitemap; empty for the site's as-of date."""


@dataclass(frozen=True, slots=True)
class SiteOutput:
    """Everything a site is made of, except what MkDocs renders from prose."""

    site_name: str
    """Name of the site, shown in the header and after each page's title."""
    language: str
    """Language of the pages as a BCP 47 code, e.g. ``zh``."""
    banner: str
    """Markup of the banner on every page (independence, demonstration data); empty for none."""
    footer: str
    """Markup of the footer of every page; may hold ``{root}`` for the relative way to the site's root."""
    noindex: bool
    """Whether the whole site asks search engines to stay away (demonstration data)."""
    site_url: str
    """Absolute address of the site with a slash at its end, or empty where it is not known."""
    as_of: str
    """ISO date of the data, the date of every page in the sitemap that has none of its own."""
    frames: tuple[Frame, ...]
    """Shells to be rendered by MkDocs."""
    navigation: tuple[NavItem, ...]
    """The site's navigation."""
    addresses: Mapping[str, str]
    """Record id to the address of its page: what ``record:<id>`` in prose leads to."""
    words: Mapping[str, str]
    """Words the theme itself shows, by label key, in the page's language."""
    content: Callable[[Shard], Iterator[Page | Artifact]]
    """Yields what the site holds, one at a time: first finished files (assets, data, search columns), which
    need no shell, then pages to be filled and the files that are made with them. Made of it is what `shard`
    picks: processes that pick apart make each thing once."""
    manifest: Mapping[str, object]
    """What ``build.json`` says of the input: generator, data_version, as_of, axis, counts, inputs."""
    prepare: Callable[[], None] = lambda: None
    """Does what the content needs and takes long; called once, before the content is shared out."""
    hidden: tuple[str, ...] = ()
    """Paths of files that search engines are asked not to fetch; pages say so themselves (Page.indexed)."""
    head: str = ""
    """Markup in the head of every page (the feeds it may be followed by); may hold ``{root}``."""
    prose_foot: str = ""
    """Markup below every prose page (how to cite it, its date); may hold ``{root}`` and ``{title}``."""
