"""One broken site for each kind of finding: the first of its files holds exactly that fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.outcome import FINDING_MESSAGES, Finding
from generator.publish.verify import verify

GOOD = '<!doctype html><html lang="zh"><head><title>t</title></head><body><h1 id="a">h</h1>%s</body></html>'


def site(folder: Path, body: str = "", **files: str) -> dict[str, str]:
    """Write a sound site with ``body`` added to ``e/x/index.html``; ``files`` replace or add to it."""
    texts = {
        "e/x/index.html": GOOD % body,
        "e/y/index.html": GOOD % '<p id="here">',
        "index.html": GOOD % '<a href="e/x/">x</a>',
        "assets/A.png": "png",
        "assets/s.css": "p{background:url(A.png)}",
    }
    texts |= files
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return texts


SOUND = [
    '<a href="../y/">', '<a href="../y/#here">', '<a href="../y/?q=1#here">', '<a href="#a">', '<a href="">',
    '<a href="#">', '<a href="../..">', '<a href="../../#a">', '<a href="../x/index.html#a">',
    '<a href="?p=2">',
    '<a href="https://example.org/x">', '<a href="mailto:a@example.org">', '<a href="tel:12345">',
    '<img src="../../assets/A.png">', '<img src="data:image/png;base64,AA">', '<a href="../y/#top">',
    '<img srcset="../../assets/A.png 1x, ../../assets/A.png 2x">',
    '<svg><title>z</title><use href="#a"/></svg>',
    '<link rel="canonical" href="https://example.org/">', '<form action="../y/"></form>',
    '<link rel="stylesheet" href="../../assets/s.css">', '<meta http-equiv="refresh" content="0; url=../y/">',
    '<p style="background:url(&quot;../../assets/A.png&quot;)">', '<a href="../../assets/%41.png">',
    '<a href="../y/#:~:text=h">',
]  # fmt: skip

BROKEN = [
    ("missing", '<a href="../z/">', "../z/"),
    ("missing", '<img src="../../assets/B.png">', "../../assets/B.png"),
    ("missing", '<img srcset="../../assets/A.png 1x, ../../assets/B.png 2x">', "../../assets/B.png"),
    ("missing", '<video poster="../../assets/B.png"></video>', "../../assets/B.png"),
    ("missing", '<form action="../z/"></form>', "../z/"),
    ("missing", '<button formaction="../z/">', "../z/"),
    ("missing", '<object data="../z.svg"></object>', "../z.svg"),
    ("missing", '<p style="background:url(../../assets/B.png)">', "../../assets/B.png"),
    ("missing", "<style>p{background:url('../../assets/B.png')}</style>", "../../assets/B.png"),
    ("missing", '<svg><image xlink:href="../z.png"/></svg>', "../z.png"),
    ("missing", '<meta http-equiv="refresh" content="0; url=../z/">', "../z/"),
    ("missing", '<a href="../y" style="color:red">', "../y"),
    ("case", '<img src="../../assets/a.png">', "../../assets/a.png"),
    ("anchor", '<a href="#gone">', "#gone"),
    ("anchor", '<a href="../y/#gone">', "../y/#gone"),
    ("outside", '<a href="../../../x">', "../../../x"),
    ("absolute", '<a href="/e/y/">', "/e/y/"),
    ("external", '<script src="https://example.org/x.js"></script>', "https://example.org/x.js"),
    ("external", '<img src="//example.org/x.png">', "//example.org/x.png"),
    ("external", '<link rel="stylesheet" href="https://example.org/x.css">', "https://example.org/x.css"),
    ("external", '<link rel="preconnect" href="https://example.org">', "https://example.org"),
    ("external", '<iframe src="https://example.org/"></iframe>', "https://example.org/"),
    ("external", '<style>@import "https://example.org/x.css"</style>', "https://example.org/x.css"),
    ("external", '<pre class="mermaid"></pre>', "https://unpkg.com/mermaid"),
    ("scheme", '<a href="javascript:alert(1)">', "javascript:alert(1)"),
    ("scheme", '<a href="java&#10;script:alert(1)">', "java\nscript:alert(1)"),
    ("duplicate_id", '<p id="a">', "a"),
    ("duplicate_id", '<p id="">', ""),
    ("h1", "<h1>again</h1>", "2"),
    ("title", "<title>again</title>", "2"),
    ("base", '<base href="/x/">', "/x/"),
]


@pytest.mark.parametrize("body", SOUND)
def test_a_sound_page_has_no_finding(tmp_path: Path, body: str) -> None:
    assert verify(tmp_path, site(tmp_path, body)) == []


@pytest.mark.parametrize(("what", "body", "target"), BROKEN)
def test_a_fault_is_found(tmp_path: Path, what: str, body: str, target: str) -> None:
    assert verify(tmp_path, site(tmp_path, body)) == [Finding("e/x/index.html", what, target)]


def test_every_kind_of_finding_is_tested() -> None:
    assert {what for what, _, _ in BROKEN} | {"lang"} == set(FINDING_MESSAGES)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("h1", GOOD.replace("h1", "p")),
        ("title", GOOD.replace("<title>t</title>", "")),
        ("lang", GOOD.replace(' lang="zh"', "")),
        ("title", GOOD.replace("<title>t</title>", "<svg><title>t</title></svg>")),
    ],
)
def test_what_a_page_must_have(tmp_path: Path, what: str, text: str) -> None:
    found = verify(tmp_path, site(tmp_path, **{"e/x/index.html": text % ""}))
    assert [(finding.page, finding.kind) for finding in found] == [("e/x/index.html", what)]


def test_a_style_sheet_is_read(tmp_path: Path) -> None:
    text = '/* url(no.png) */ p{background:url("no.png")} @import url(https://example.org/x.css);'
    found = verify(tmp_path, site(tmp_path, **{"assets/s.css": text}))
    assert [finding.kind for finding in found] == ["external", "missing"]


def test_a_body_that_swallows_the_rest_of_the_page_is_seen(tmp_path: Path) -> None:
    text = (GOOD % "<textarea>").replace("<body>", "<body><p>").replace("<h1", "<!-- <h1")
    found = verify(tmp_path, site(tmp_path, **{"e/x/index.html": text}))
    assert [finding.kind for finding in found] == ["h1"]


def test_the_same_words_mean_another_place_in_another_folder(tmp_path: Path) -> None:
    """What is remembered of a link holds for its folder or, from the root down, for its depth only."""
    good, bad = GOOD % '<a href="../y/">', GOOD % '<a href="../../e/y/">'
    files = {
        "e/x/index.html": good + bad[:0],
        "f/x/index.html": good,
        "g/index.html": bad,
        "e/z/index.html": bad,
    }
    found = verify(tmp_path, site(tmp_path, **files))
    assert [(finding.page, finding.kind) for finding in found] == [
        ("f/x/index.html", "missing"),
        ("g/index.html", "outside"),
    ]


def test_every_page_with_a_fault_is_named_in_order(tmp_path: Path) -> None:
    files = {f"e/p{number}/index.html": GOOD % '<a href="../../z/">' for number in (3, 1, 2)}
    found = verify(tmp_path, site(tmp_path, **files))
    assert [finding.page for finding in found] == [f"e/p{number}/index.html" for number in (1, 2, 3)]
