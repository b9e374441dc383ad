"""The city's own text within a page of the product: the home page and the page about the site."""

from __future__ import annotations

from markupsafe import Markup

from generator.formats.markdown import to_markup
from generator.site.site import Site


def prose_slot(site: Site, name: str, root: str) -> Markup:
    """Return the text for the slot `name` as markup, empty where the city wrote none.

    `root` is the relative way from the page to the site's root.
    """
    targets, file = site.link_targets, f"{name}.md"
    text = site.catalog.slots.get(name, "")
    return to_markup(text, targets.links(file, root, own_page=False), targets.images(file, root))
