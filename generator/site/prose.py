"""What contributed prose may lead to: records, pages and pictures of the site, and plain web addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from generator.catalog.prose import Picture
from generator.formats.markdown import Image, Resolve, ResolveImage
from generator.formats.urls import is_link

RECORD = "record:"
"""Begins a link to a record; its id follows, and perhaps an anchor of its page."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CONTACTS = ("mailto:", "tel:")


@dataclass(frozen=True)
class LinkTargets:
    """What prose may lead to besides other sites."""

    records: Mapping[str, str] = field(default_factory=dict)
    """Address of the page of a record, by its id."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """Address of a page of prose, by its path below ``docs/``."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    """Pictures by their path below ``docs/``."""

    def links(self, path: str, root: str, *, own_page: bool = True) -> Resolve:
        """Return what resolves the links of the file at `path` below ``docs/``.

        `root` is the relative way from its page to the site's root. Links to records, to other files of prose
        and to pictures become addresses; those to http(s), mail and telephone stay. On a page of its own
        relative links to anything else stay as well and are verified with the finished site. All others are
        dropped.
        """

        def resolve(target: str) -> str | None:
            if target.startswith(RECORD):
                return self._record(target, root)
            if _SCHEME.match(target):
                return target if is_link(target) or target.startswith(_CONTACTS) else None
            file, sharp, anchor = target.partition("#")
            name = _beside(path, file) if file else ""
            if name in self.pages:
                return f"{root}{quote(self.pages[name])}{sharp}{anchor}"
            if name in self.pictures:
                return root + quote(self.pictures[name].address)
            return target if own_page else None

        return resolve

    def images(self, path: str, root: str) -> ResolveImage:
        """Return what resolves the images of the file at `path` below ``docs/``: only those of the site."""

        def resolve(target: str) -> Image | None:
            shown = None if _SCHEME.match(target) else self.pictures.get(_beside(path, target))
            return Image(root + quote(shown.address), shown.width, shown.height) if shown else None

        return resolve

    def of_case(self, pictures: Iterable[Picture], root: str) -> tuple[Resolve, ResolveImage]:
        """Return what resolves the links and images of a case, which leads to no other page of prose."""
        shown = {picture.target: picture for picture in pictures}

        def resolve(target: str) -> str | None:
            if target.startswith(RECORD):
                return self._record(target, root)
            if target in shown:
                return root + shown[target].address
            return target if is_link(target) else None

        def image(target: str) -> Image | None:
            picture = shown.get(target)
            return Image(root + picture.address, picture.width, picture.height) if picture else None

        return resolve, image

    def _record(self, target: str, root: str) -> str | None:
        id_, sharp, anchor = target.removeprefix(RECORD).partition("#")
        address = self.records.get(id_)
        return None if address is None else f"{root}{quote(address)}{sharp}{anchor}"


def _beside(path: str, target: str) -> str:
    """Return the path below ``docs/`` that a relative `target` in the file at `path` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
