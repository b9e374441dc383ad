"""A format is a module that says which addresses it writes, and a line in the table."""

from __future__ import annotations

from fnmatch import fnmatchcase

from generator.artifacts import Artifact, Page
from generator.catalog.public_view import PublicView
from generator.i18n.translations import Translations
from generator.outputs import prose_pictures
from generator.outputs.build import FORMATS
from generator.outputs.context import OutputContext
from generator.register.register import Register
from generator.site.site import Site


def path_of(item: Page | Artifact) -> str:
    """Path of the file that a page or a finished file becomes."""
    if isinstance(item, Artifact):
        return item.path
    return item.address if item.address.endswith(".html") else f"{item.address}index.html"


def test_a_format_writes_the_addresses_that_it_declares_and_no_others(demo: PublicView) -> None:
    context = OutputContext(Site(Register(demo), Translations("zh")), "https://example.org/")
    empty = []
    for form in FORMATS:
        paths = [path_of(item) for job in form.jobs(context) for item in job()]
        if not paths:
            empty.append(form)
        strangers = [p for p in paths if not any(fnmatchcase(p, pattern) for pattern in form.ADDRESSES)]
        assert strangers == [], form
    assert empty == [prose_pictures], "all but pictures of prose are in the demonstration city"


def test_every_declared_address_lies_below_the_root() -> None:
    for form in FORMATS:
        assert form.ADDRESSES
        assert not [a for a in form.ADDRESSES if a.startswith(("/", ".")) or ".." in a]
