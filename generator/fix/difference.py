"""The difference between a file and its mended self, as people are used to read it (unified diff).

Mends never add or remove a line, so line stands against line; comparing whole files would take minutes for
a large register.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from generator.fix.fixers import FixedFile
from generator.problems.problem import escape_invisible

_AROUND = 1
"""Unchanged lines shown before and after changed ones."""


def as_diff(mended: FixedFile, *, colour: bool = False) -> str:
    """Return the unified diff of a mended file; control characters are shown as U+XXXX."""
    texts = (data.decode(mended.encoding).removesuffix("\n") for data in (mended.before, mended.after))
    before, after = (text.split("\n") for text in texts)
    changed = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    lines = [_styled(f"--- {mended.file}", "bold", colour), _styled(f"+++ {mended.file}", "bold", colour)]
    for first, last in _hunks(changed, len(before)):
        length = last - first
        lines.append(_styled(f"@@ -{first + 1},{length} +{first + 1},{length} @@", "cyan", colour))
        for at in range(first, last):
            if before[at] == after[at]:
                lines.append(" " + _shown(before[at]))
            else:
                lines.append(_styled("-" + _shown(before[at]), "red", colour))
                lines.append(_styled("+" + _shown(after[at]), "green", colour))
    return "\n".join(lines) + "\n"


def _hunks(changed: list[int], total: int) -> Iterator[tuple[int, int]]:
    """Yield first line and line after the last of each run of changes with the lines around it."""
    first = last = -1
    for at in changed:
        if first >= 0 and at - _AROUND > last:
            yield first, last
            first = -1
        if first < 0:
            first = max(at - _AROUND, 0)
        last = min(at + _AROUND + 1, total)
    if first >= 0:
        yield first, last


def _shown(line: str) -> str:
    return escape_invisible(line.removesuffix("\r"))


def _styled(text: str, style: str, colour: bool) -> str:
    if not colour:
        return text
    return click.style(text, bold=True) if style == "bold" else click.style(text, fg=style)
