"""What stands around every page: banner, footer, feeds, words of the theme.

The navigation has a module of its own; what a page itself says stands in its body.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.formats.urls import is_link
from generator.outputs.html.templating import render
from generator.site.routes import CASES_FEED, CHANGES_FEED
from generator.site.site import Site

_FILINGS = {"icp": "https://beian.miit.gov.cn/", "psb": "https://beian.mps.gov.cn/", "site_code": ""}
"""Filings of a site in China by their setting of the publisher, with where each may be looked up."""


_OFFICIAL = ("organ_mark", "report_site")
"""What only the site of an authority leads to."""
_STATEMENTS = ("copyright", "privacy")


def banner(site: Site) -> Markup:
    """Return the line that says whose site it is, unless the publisher is the authority itself."""
    words, settings = site.words, site.catalog.settings
    lines = []
    if settings.demo:
        lines.append(Markup('<strong class="banner-demo">{}</strong>').format(words("site.banner_demo")))
    if not settings.publisher.official:
        lines.append(Markup("<span>{}</span>").format(words("site.banner_independent")))
    return Markup("　").join(lines)


def footer(site: Site) -> str:
    """Return the footer of every page: who runs the site, its licence, date, statements and filings."""
    words, settings = site.words, site.catalog.settings
    given = [(name, getattr(settings.publisher, name), address) for name, address in _FILINGS.items()]
    filings = [(words(f"footer.{name}"), number, address) for name, number, address in given if number]
    names = (*_STATEMENTS, *(_OFFICIAL if settings.publisher.official else ()))
    led = [(words(f"footer.{name}"), getattr(settings.publisher, name)) for name in names]
    links = [(text, address) for text, address in led if is_link(address)]
    given_all = {"site": site, "settings": settings, "filings": filings, "links": links}
    return str(render("footer.html", words=words, **given_all))


def theme_words(site: Site) -> dict[str, str]:
    """Return the words that the shell itself shows."""
    names = ("search.label", "search.placeholder", "theme.system", "theme.light", "theme.dark")
    given = {name: site.words(f"shell.{name}") for name in names}
    return given | {"page.breadcrumbs": site.words("ui.breadcrumbs")}


def feeds(site: Site) -> Iterator[Markup]:
    """Yield the feeds, as readers of feeds look for them (HTML, 4.6.6.1 alternate)."""
    # The second word keeps the theme's script off: what is an alternate only it takes for another language.
    link = Markup('<link rel="alternate feed" type="application/atom+xml" title="{}" href="{{root}}{}">')
    if any(found.on for found in site.register.rounds):
        yield link.format(site.words("nav.list_changes"), CHANGES_FEED)
    if site.catalog.cases:
        yield link.format(site.words("nav.cases"), CASES_FEED)
