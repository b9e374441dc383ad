"""The one Markdown dialect: CommonMark with tables and strikethrough, no HTML; parsed and rendered.

The check, cases, guides, prose pages and the search all parse here. markdown-it-py is linear on every hostile
input tried, where Python-Markdown took over 8 s on four of fourteen. What it renders goes through nh3 with a
short list of elements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token as Token
from markupsafe import Markup

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TAGS = {
    *("a", "blockquote", "br", "code", "em", "hr", "img", "li", "ol", "p", "pre", "s", "strong", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
    *_HEADINGS,
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"style"},
    "th": {"style"},
    "ol": {"start"},
    **{name: {"id"} for name in _HEADINGS},
}
_NUMBERED = re.compile(r"(.*)_([0-9]+)\Z", re.DOTALL)


class Image(NamedTuple):
    """A picture that may be shown."""

    address: str
    """Address to print."""
    width: int
    """In pixels, as is the height: the text does not move when the picture is loaded."""
    height: int


Resolve = Callable[[str], str | None]
"""Returns the address to print for the target of a link, None to leave the words without a link."""
ResolveImage = Callable[[str], Image | None]
"""Returns the picture to print for the target of an image, None to leave its description."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below one heading of the second level, or before the first."""

    id: str
    """Anchor of the heading; empty for what stands before the first."""
    title: str
    """Words of the heading, no markup."""
    html: Markup


def no_image(_: str) -> Image | None:
    """Resolve no image."""
    return None


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # A link that the parser refuses would stay text: the check could not report it. Who renders resolves it.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def parse(text: str) -> list[Token]:
    """Return the tokens of a text, with every link and image whatever it leads to."""
    return _parser().parse(text)


def to_markup(text: str, resolve: Resolve, image: ResolveImage = no_image) -> Markup:
    """Return a text as sanitised markup; a heading of the first level becomes one of the second."""
    return _markup(_resolved(parse(text), resolve, image))


def parts(
    text: str, resolve: Resolve, image: ResolveImage = no_image, taken: Collection[str] = ()
) -> list[Part]:
    """Return a text cut at its headings of the second level, each heading with an anchor made of its words.

    `taken` are ids that the page around the text uses. The first part is what stands before any heading.
    """
    tokens = _resolved(parse(text), resolve, image)
    _set_anchors(tokens, set(taken))
    starts = [n for n, token in enumerate(tokens) if _opens_part(token)]
    cut = [Part("", "", _markup(tokens[: starts[0]] if starts else tokens))]
    for start, end in pairwise([*starts, len(tokens)]):
        title = _plain(tokens[start + 1])
        cut.append(Part(str(tokens[start].attrs["id"]), title, _markup(tokens[start + 3 : end])))
    return cut


def split_title(text: str) -> tuple[str, str]:
    """Return the words of the heading of the first level that a text begins with, and the text below it.

    Without such a heading the words are empty and the text is returned as it is.
    """
    tokens = parse(text)
    if not tokens or tokens[0].type != "heading_open" or tokens[0].tag != "h1" or tokens[0].map is None:
        return "", text
    return _plain(tokens[1]), "\n".join(text.split("\n")[tokens[0].map[1] :])


def title_and_text(text: str) -> tuple[str, str]:
    """Return the first heading of a text and all its words, a line a block, no markup."""
    title, lines = "", []
    tokens = parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("inline", "fence", "code_block"):
            line = _plain(token)
            title = title or (line if before is not None and before.type == "heading_open" else "")
            lines.append(line)
    return title, "\n".join(line for line in lines if line)


def anchor(title: str) -> str:
    """Return the anchor made of a heading's words: lower case, hyphens for blanks, letters of any script."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def _plain(token: Token) -> str:
    """Return the words of a block."""
    children = token.children or [token]
    return "".join("\n" if p.type.endswith("break") else p.content for p in children).strip()


def _opens_part(token: Token) -> bool:
    return token.type == "heading_open" and token.tag == "h2" and token.level == 0


def _set_anchors(tokens: Sequence[Token], taken: set[str]) -> None:
    """Give every heading an id that no other has: of two with the same words the second ends in ``_1``."""
    for before, token in pairwise(tokens):
        if before.type != "heading_open":
            continue
        id_ = anchor(_plain(token))
        while not id_ or id_ in taken:
            numbered = _NUMBERED.match(id_)
            id_ = f"{numbered[1]}_{int(numbered[2]) + 1}" if numbered else f"{id_}_1"
        taken.add(id_)
        before.attrs["id"] = id_


def _resolved(tokens: list[Token], resolve: Resolve, image: ResolveImage) -> list[Token]:
    """Return the tokens with the addresses of links and images settled and headings a level down."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close") and token.tag == "h1":
            token.tag = "h2"
        for child in token.children or ():
            if child.type == "link_open":
                _set_link(child, resolve)
            elif child.type == "image":
                _set_image(child, image)
    return tokens


def _set_link(token: Token, resolve: Resolve) -> None:
    address = resolve(str(token.attrs.pop("href", "")))
    if address is not None:
        token.attrs["href"] = address


def _set_image(token: Token, image: ResolveImage) -> None:
    shown = image(str(token.attrs.get("src", "")))
    if shown is None:
        token.type, token.tag, token.attrs = "text", "", {}
    else:
        token.attrs |= {"src": shown.address, "width": shown.width, "height": shown.height}


def _markup(tokens: Sequence[Token]) -> Markup:
    html = _parser().renderer.render(tokens, _parser().options, {})
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel=None,
        filter_style_properties={"text-align"},
    )
    scrolling = '<div class="table-scroll" tabindex="0"><table>'
    return Markup(clean.replace("<table>", scrolling).replace("</table>", "</table></div>"))
