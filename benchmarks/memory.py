"""The memory of a process and all it has started, taken together, while it runs.

The system's own figure for a finished process is the largest of its parts, not their sum, and adding them
would count twice what a forked child shares with its parent. So the proportional set size is asked for, every
few milliseconds (Linux alone has it).
"""

from __future__ import annotations

import threading
from pathlib import Path

_EVERY = 0.02
PROC = Path("/proc")


class Watch:
    """Watches a process from its start until `stop`."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._over = threading.Event()
        self._peak = 0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Return the largest sum seen, in MiB; 0 where the system does not tell."""
        self._over.set()
        self._thread.join()
        return self._peak / 1024

    def _run(self) -> None:
        while not self._over.wait(_EVERY):
            self._peak = max(self._peak, sum(map(_kibibytes, _family(self._pid))))


def _family(pid: int) -> list[int]:
    try:
        children = (PROC / str(pid) / "task" / str(pid) / "children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _kibibytes(pid: int) -> int:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
