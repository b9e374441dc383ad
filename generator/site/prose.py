"""The one way from contributed Markdown to markup: markdown-it-py without HTML, then nh3 with a short list.

Linear on every hostile input tried, where Python-Markdown took over 8 s on four of fourteen (architecture.md,
decision 4). Links to records are `record:<id>`; images are local.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.catalog.cases import Picture
from generator.formats.urls import is_link

_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "s",
}
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"style"},
    "th": {"style"},
    "ol": {"start"},
}
Resolve = Callable[[str], str | None]


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def to_markup(text: str, resolve: Resolve, pictures: Iterable[Picture] = ()) -> Markup:
    """Return `text` as sanitised markup.

    `resolve` is given the target of every link and returns the address to print, or None to leave the words
    without a link. Of images only the `pictures` are shown, at the size their own header says, so that the
    text does not move when they come; of any other its words are left.
    """
    sizes = {picture.target: picture for picture in pictures}
    tokens = _parser().parse(text)
    for token in tokens:
        if (token.type == "heading_open" and token.tag == "h1") or (
            token.type == "heading_close" and token.tag == "h1"
        ):
            token.tag = "h2"
        for child in token.children or ():
            _resolve(child, resolve, sizes)
    html = _parser().renderer.render(tokens, _parser().options, {})
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"https", "http"},
        link_rel=None,
        filter_style_properties={"text-align"},
    )
    return Markup(
        clean.replace("<table>", '<div class="table-scroll" tabindex="0"><table>').replace(
            "</table>", "</table></div>"
        )
    )


def title_and_text(text: str) -> tuple[str, str]:
    """Return the first heading of contributed Markdown and all its words, a line a block, no markup."""
    title, lines = "", []
    tokens = _parser().parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("inline", "fence", "code_block"):
            parts = token.children or [token]
            line = "".join("\n" if p.type.endswith("break") else p.content for p in parts).strip()
            title = title or (line if before is not None and before.type == "heading_open" else "")
            lines.append(line)
    return title, "\n".join(line for line in lines if line)


def _resolve(token: Token, resolve: Resolve, pictures: Mapping[str, Picture]) -> None:
    name = {"link_open": "href", "image": "src"}.get(token.type)
    if name is None:
        return
    target = str(token.attrs.get(name, ""))
    picture = pictures.get(target) if token.type == "image" else None
    resolved = resolve(target) if token.type == "link_open" or picture else None
    if resolved is None:
        token.attrs.pop(name, None)
        if token.type == "image":
            token.type, token.tag = "text", ""
        return
    token.attrs[name] = resolved
    if picture:
        token.attrs |= {"width": picture.width, "height": picture.height}


def resolver(addresses: Mapping[str, str], root: str, pictures: Iterable[Picture] = ()) -> Resolve:
    """Return what resolves the links of contributed prose: `record:<id>`, pictures and plain web addresses.

    `addresses` leads from a record's id to its page, `root` is the relative way to the site's root.
    """
    shown = {picture.target: picture.address for picture in pictures}

    def resolve(target: str) -> str | None:
        if target in shown:
            return root + shown[target]
        if target.startswith("record:"):
            address = addresses.get(target.removeprefix("record:"))
            return None if address is None else f"{root}{address}"
        return target if is_link(target) else None

    return resolve
