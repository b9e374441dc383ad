"""Progress on a terminal, silence elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

STAGES = {
    "shell": "版面",
    "fill": "填写页面",
    "artifacts": "数据与图表",
    "verify": "检查链接",
    "swap": "换上新站",
}


@contextmanager
def shown(task: str) -> Iterator[Callable[[str, int], None]]:
    """Show a task while it runs; yields what publishing tells of its stage and count of files."""
    # Loaded here: a check in CI has no terminal and need not wait for it.
    import sys

    if not sys.stderr.isatty():
        yield lambda _stage, _count: None
        return
    from rich.console import Console

    with Console(stderr=True).status(task) as status:
        yield lambda stage, count: status.update(f"{task}：{STAGES.get(stage, stage)} {count or ''}")
