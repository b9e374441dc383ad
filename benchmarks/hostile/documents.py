"""YAML, JSON and Markdown that ask a parser for more than they are worth."""

from __future__ import annotations

from pathlib import Path

from benchmarks.hostile.package import BASE, Hostile, write

CASE = "docs/cases/case-b.md"
FRONT = (
    "---\ntitle: 甲\nunit_name: 乙\nmeasures: [{kind: water, what: 丙}]\n"
    "sources: [src-a]\npublished: 2021-05\n---\n"
)
BOMB = "".join(
    f"{k}: &{k} [{', '.join([f'*{p}'] * 9)}]\n" for p, k in zip("abcdefgh", "bcdefghi", strict=True)
)


def _yaml(text: str) -> Hostile:
    def fill(folder: Path, share: float = 1) -> None:
        write(folder / "data/accepted.yaml", text)
        write(folder / "data/portal.yaml", (BASE / "data/portal.yaml").read_text("utf-8") + text[:200_000])

    return fill


def _descriptor(text: str) -> Hostile:
    def fill(folder: Path, share: float = 1) -> None:
        (folder / "data/supervision/datapackage.yaml").unlink()
        write(folder / "data/supervision/datapackage.json", text)

    return fill


def _markdown(text: str) -> Hostile:
    """Return what writes a case of sixty kilobytes."""

    def fill(folder: Path, share: float = 1) -> None:
        body = (text * 60_000)[: 60_000 // max(1, len(text.encode()) // len(text))]
        write(folder / CASE, FRONT + body + "\n")

    return fill


DOCUMENTS: dict[str, Hostile] = {
    "YAML: aliases": _yaml(f"a: &a [x, x, x, x, x, x, x, x, x]\n{BOMB}"),
    "YAML: brackets": _yaml("z: " + "[" * 200_000),
    "YAML: repeated keys": _yaml("k: 1\n" * 50_000),
    "YAML: scalars": _yaml("z: [" + "1," * 100_000 + "]\n"),
    "YAML: booleans": _yaml("z: [" + "no," * 60_000 + "]\n"),
    "YAML: digits": _yaml("z: " + "1" * 200_000 + "\n"),
    "JSON: brackets": _descriptor("[" * 260_000),
    "JSON: repeated keys": _descriptor("{" + '"k":1,' * 40_000 + '"k":1}'),
    "JSON: escapes": _descriptor('"' + "\\u0041" * 40_000),
    "Markdown: anchors": _markdown("<a "),
    "Markdown: brackets": _markdown("["),
    "Markdown: links": _markdown("[a]("),
    "Markdown: images": _markdown("![[]()"),
    "Markdown: stars": _markdown("*a_"),
    "Markdown: backticks": _markdown("`a``"),
    "Markdown: quotes": _markdown("> "),
    "Markdown: lists": _markdown("- "),
    "Markdown: attributes": _markdown("{ a="),
    "Markdown: references": _markdown("[a]: b\n"),
    "Markdown: tables": _markdown("|a|\n|-|\n"),
    "Markdown: entities": _markdown("&#x"),
    "Markdown: comments": _markdown("<!"),
    "Markdown: mailboxes": _markdown("a.@"),
    "Markdown: digits": _markdown("1"),
}
