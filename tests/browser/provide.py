"""Provides what the browser tests need and no Python package brings: Chromium and a Chinese font.

``python tests/browser/provide.py`` installs what is missing and prints the browser's path. Where Chromium
cannot be had it says so and fails: a test that nobody ran must not look like one that passed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""What Chromium is called on the PATH, in the order of preference."""


class NotProvidedError(RuntimeError):
    """Chromium is not there and could not be installed."""


def _run(command: Sequence[str]) -> bool:
    """Run a command with its output shown; whether it succeeded."""
    print("+", *command, file=sys.stderr)
    return subprocess.run(command, check=False, stdout=sys.stderr).returncode == 0


def _downloaded() -> str | None:
    """The path of the browser that playwright has downloaded, None where it has not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.access(path, os.X_OK) else None


def _chinese_fonts() -> str:
    """The machine's Chinese fonts, one a line; empty for none."""
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return listed.stdout.strip()


@dataclass(frozen=True, slots=True)
class Machine:
    """What is asked of the machine; tests of this module put in one of their own."""

    which: Callable[[str], str | None] = shutil.which
    run: Callable[[Sequence[str]], bool] = _run
    downloaded: Callable[[], str | None] = _downloaded
    fonts: Callable[[], str] = _chinese_fonts
    root: bool = hasattr(os, "geteuid") and os.geteuid() == 0

    def apt(self, package: str) -> bool:
        """Install a Debian package where that is possible; whether it was."""
        if not self.root or self.which("apt-get") is None:
            return False
        install = ["apt-get", "install", "-y", "--no-install-recommends", package]
        # The index is fetched only if the package is not known: it takes longer than most packages.
        return self.run(install) or (self.run(["apt-get", "update"]) and self.run(install))


def chromium(machine: Machine | None = None) -> str:
    """Return the path of a Chromium, installed if need be: Debian's package, else playwright's own download.

    Raises NotProvidedError where none can be had.
    """
    machine = machine or Machine()
    found = _on_path(machine) or machine.downloaded()
    if found is None and machine.apt("chromium"):
        found = _on_path(machine)
    if found is None and machine.run([sys.executable, "-m", "playwright", "install", "chromium"]):
        found = machine.downloaded()
    if found is None:
        raise NotProvidedError(
            f"the browser tests need Chromium: none of {', '.join(NAMES)} is on the PATH, and neither "
            "apt-get (as root) nor playwright could install it. Install Chromium and run the tests again."
        )
    return found


def chinese_font(machine: Machine | None = None) -> bool:
    """Return whether there is a Chinese font, installing one as root; says so where there is none.

    No reason to fail: without it characters are boxes of about the same size.
    """
    machine = machine or Machine()
    if machine.which("fc-list") is None:
        print("fc-list is missing: whether there is a Chinese font is not known", file=sys.stderr)
        return False
    if machine.fonts() or (machine.apt("fonts-noto-cjk") and machine.fonts()):
        return True
    print("no Chinese font: install fonts-noto-cjk to see the pages as readers do", file=sys.stderr)
    return False


def _on_path(machine: Machine) -> str | None:
    return next((path for name in NAMES if (path := machine.which(name))), None)


if __name__ == "__main__":
    chinese_font()
    try:
        print(chromium())
    except NotProvidedError as missing:
        sys.exit(str(missing))
