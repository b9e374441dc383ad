"""Chromium is found, installed, or its absence is an error; never passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import provide
import pytest


@dataclass
class Pretended:
    """A machine on which commands only leave a trace, and may bring a program with them."""

    programs: dict[str, str] = field(default_factory=dict)
    brings: dict[str, str] = field(default_factory=dict)
    """What a command whose last word is the key puts on the PATH."""
    ran: list[str] = field(default_factory=list)
    download: str | None = None

    def run(self, command: Sequence[str]) -> bool:
        self.ran.append(command[-1])
        if command[-1] not in self.brings:
            return False
        self.programs[command[-1]] = self.brings[command[-1]]
        return True

    def machine(self, *, root: bool) -> provide.Machine:
        return provide.Machine(
            which=self.programs.get, run=self.run, downloaded=lambda: self.download, fonts=str, root=root
        )


def test_what_is_on_the_path_is_taken() -> None:
    pretended = Pretended({"google-chrome": "/opt/chrome"})
    assert provide.chromium(pretended.machine(root=False)) == "/opt/chrome"
    assert pretended.ran == []


def test_root_installs_the_package() -> None:
    pretended = Pretended({"apt-get": "/usr/bin/apt-get"}, brings={"chromium": "/usr/bin/chromium"})
    assert provide.chromium(pretended.machine(root=True)) == "/usr/bin/chromium"


def test_others_do_not_ask_apt() -> None:
    pretended = Pretended({"apt-get": "/usr/bin/apt-get"}, brings={"chromium": ""})
    with pytest.raises(provide.NotProvidedError):
        provide.chromium(pretended.machine(root=False))
    assert pretended.ran == ["chromium"], "only playwright's download was tried"


def test_none_to_be_had_is_an_error() -> None:
    pretended = Pretended({"apt-get": "/usr/bin/apt-get"})
    with pytest.raises(provide.NotProvidedError, match="Chromium"):
        provide.chromium(pretended.machine(root=True))
    assert pretended.ran == ["chromium", "update", "chromium"]


def test_no_font_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert not provide.chinese_font(Pretended({"fc-list": "/usr/bin/fc-list"}).machine(root=False))
    assert "fonts-noto-cjk" in capsys.readouterr().err
