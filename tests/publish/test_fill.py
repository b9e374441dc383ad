"""A shell is compiled at its tokens, can be pickled, and fills only pages of its own depth."""

from __future__ import annotations

import pickle

import pytest
from sample_site import rendering

from generator.artifacts import Frame, Page
from generator.shells.contract import Shell

FRAME = Frame("enterprise", "enterprises/{token}/")
HTML = '<title>@@title@@ - @@site@@</title>\n\n   <a href="@@root@@">@@site@@</a>\n@@body@@\n'


def page(address: str = "enterprises/a/", title: str = "甲", body: str = "<h1>甲</h1>") -> Page:
    return Page("enterprise", address, title, "", body)


def test_a_page_is_its_shell_with_what_differs_put_in() -> None:
    shell = Shell.compile(HTML, frame=FRAME, site_output=rendering())
    filled = shell.fill(page(title="甲 & 乙"), rendering()).decode()
    assert filled == (
        '<title>甲 &amp; 乙 - 甲市绿色制造名录</title>\n<a href="../../">甲市绿色制造名录</a>\n<h1>甲</h1>\n'
    )


def test_a_shell_is_the_same_in_another_process() -> None:
    shell = Shell.compile(HTML, frame=FRAME, site_output=rendering())
    assert pickle.loads(pickle.dumps(shell)) == shell


def test_a_page_at_another_depth_does_not_fit() -> None:
    shell = Shell.compile(HTML, frame=FRAME, site_output=rendering())
    with pytest.raises(ValueError, match="depth"):
        shell.fill(page(address="enterprises/"), rendering())


@pytest.mark.parametrize("html", ["<title>@@title@@</title>", "@@body@@ @@bodies@@"])
def test_a_shell_without_a_body_or_with_an_unknown_token_is_an_error(html: str) -> None:
    with pytest.raises(ValueError, match="enterprise"):
        Shell.compile(html, frame=FRAME, site_output=rendering())
