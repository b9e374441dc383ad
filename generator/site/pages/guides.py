"""Pages of the product's own guides and of every code of the check; the same in every city's site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from generator.formats.markdown import Resolve, to_markup
from generator.formats.urls import is_link
from generator.problems.code_guides import FAMILIES, CodeGuide, code_guides, fenced, paragraphs
from generator.problems.problem import codes
from generator.site.document import Document, Fact, Inline, Prose, Row, Section, Table
from generator.site.guides.texts import Guide, guides
from generator.site.site import Site

INDEX, CODES = "guides/", "guides/codes/"
_PLACE = re.compile(r"\{[a-z_]+\}")
MakePage = tuple[str, Callable[[], Document]]
"""Address of a page, and what makes its body."""


def guide_pages(site: Site, addresses: Collection[str]) -> Iterator[MakePage]:
    """Yield every page of this kind; `addresses` are those of the site's other pages, for links to them."""
    known = {*addresses, *(address_of(id_) for id_ in codes()), INDEX, CODES}
    known |= {f"{INDEX}{guide.name}/" for guide in guides(site.words.lang)}
    yield INDEX, partial(index, site)
    yield CODES, partial(code_index, site)
    for guide in guides(site.words.lang):
        yield f"{INDEX}{guide.name}/", partial(guide_page, site, guide, known)
    for id_ in codes():
        yield address_of(id_), partial(code_page, site, code_guides()[id_])


def address_of(code: str) -> str:
    """Return the address of the page that explains a code."""
    return f"{CODES}{code.lower()}/"


def index(site: Site) -> Document:
    """Return the list of guides."""
    words = site.words
    listed = [(Inline(guide.title, to=f"{INDEX}{guide.name}/"), guide.lead) for guide in guides(words.lang)]
    listed.append((Inline(words("nav.codes"), to=CODES), words("guide.codes_lead")))
    table = Table(
        site.columns("ui.name", "guide.about"),
        tuple(Row(((link,), (Inline(lead),))) for link, lead in listed),
    )
    title, lead = words("nav.guides"), words("guide.lead")
    sections = (Section("guides", words("guide.list"), (table,)),)
    return Document(title=title, description=lead, lead=lead, sections=sections, doors=False)


def guide_page(site: Site, guide: Guide, known: Collection[str]) -> Document:
    """Return the page of a guide."""
    resolve = _resolver(known, "../../")
    opening = (Prose(to_markup(guide.opening, resolve)),) if guide.opening else ()
    sections = [Section("opening", site.words("guide.opening"), opening)] if opening else []
    for number, (title, text) in enumerate(guide.sections, 1):
        sections.append(Section(f"part-{number}", title, (Prose(to_markup(text, resolve)),)))
    return Document(
        title=guide.title,
        description=guide.lead,
        lead=guide.lead,
        kind_label=site.words("nav.guides"),
        crumbs=(Inline(site.words("nav.guides"), to=INDEX),),
        sections=tuple(sections),
        doors=False,
    )


def code_index(site: Site) -> Document:
    """Return the list of codes."""
    words = site.words
    columns = site.columns("guide.code", "guide.code_title")
    sections = []
    for family in FAMILIES:
        rows = tuple(_code_row(site, id_) for id_, guide in code_guides().items() if guide.family == family)
        sections.append(Section(family, words(f"guide.family_{family}"), (Table(columns, rows),)))
    title, lead = words("nav.codes"), words("guide.codes_lead")
    return Document(
        title=title,
        description=lead,
        lead=lead,
        crumbs=(Inline(words("nav.guides"), to=INDEX),),
        sections=tuple(sections),
        doors=False,
    )


def _code_row(site: Site, id_: str) -> Row:
    code = codes()[id_]
    name = [Inline(code.title[site.words.lang])]
    if code.severity == "warning":
        name.append(Inline(f"　{site.words('guide.warning')}", tone="muted"))
    return Row(((Inline(id_, to=address_of(id_)),), tuple(name)))


def code_page(site: Site, guide: CodeGuide) -> Document:
    """Return the page that explains a code: meaning, example, and how to mend it with either tool."""
    words, code = site.words, codes()[guide.code]
    resolve = _resolver((), "../../../")
    parts = [
        ("meaning", paragraphs(guide.meaning[words.lang])),
        ("wrong", fenced(guide.wrong)),
        ("right", fenced(guide.right)),
        *((tool, paragraphs(text)) for tool, text in guide.fixes[words.lang].items()),
    ]
    return Document(
        title=f"{code.id} {code.title[words.lang]}",
        description=guide.meaning[words.lang].split("\n")[0],
        kind_label=words("nav.codes"),
        crumbs=(Inline(words("nav.guides"), to=INDEX), Inline(words("nav.codes"), to=CODES)),
        facts=(
            Fact(words("guide.severity"), (Inline(words(f"severity.{code.severity}")),)),
            Fact(words("guide.message"), (Inline(_template(code.message[words.lang])),)),
            Fact(words("guide.fix"), (Inline(_template(code.fix[words.lang])),)),
        ),
        sections=tuple(
            Section(name, words(f"guide.{name}"), (Prose(to_markup(text, resolve)),)) for name, text in parts
        ),
        doors=False,
    )


def _template(message: str) -> str:
    """Return a message with its places shown as gaps."""
    return _PLACE.sub("…", message)


def _resolver(known: Collection[str], root: str) -> Resolve:
    def resolve(target: str) -> str | None:
        if target.startswith("site:"):
            address, sign, anchor = target.removeprefix("site:").partition("#")
            return f"{root}{address}{sign}{anchor}" if address in known else None
        return target if is_link(target) else None

    return resolve
