"""Progress on a terminal, silence elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

STAGES = {"fill": "填写页面", "verify": "检查链接"}
"""The stages that take long, in words."""


@contextmanager
def shown(task: str) -> Iterator[Callable[[str, int], None]]:
    """Show a task while it runs; yields what publishing tells of its stage and count of files.

    It is drawn when there is something to tell, not by a thread that turns a wheel: a process with threads
    cannot be forked, and the work would all be done on one core.
    """
    # Loaded here: a check in CI has no terminal and need not wait for it.
    import os
    import sys

    if not sys.stderr.isatty():
        yield lambda _stage, _count: None
        return
    from rich.console import Console
    from rich.live import Live

    own = os.getpid()
    with Live(
        f"{task} …", console=Console(stderr=True, highlight=False), auto_refresh=False, transient=True
    ) as line:

        def told(stage: str, count: int) -> None:
            if os.getpid() == own:  # others know what they have done, and not where the line is
                line.update(f"{task}：{STAGES.get(stage, stage)} {count or ''}", refresh=True)

        yield told
