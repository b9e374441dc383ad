"""What every output format works from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from generator.artifacts import Artifact, Page
from generator.caching import uncached_state
from generator.site.chart import Chart
from generator.site.charts import Charts
from generator.site.site import Site

Job = Callable[[], Iterator[Page | Artifact]]
"""A part of the output: yields some of its pages and files, and depends on no other job."""


class Format(Protocol):
    """What the module of an output format has."""

    @property
    def ADDRESSES(self) -> tuple[str, ...]:  # noqa: N802 (a constant of the module)
        """Paths of the files that the format writes below the site's root; ``*`` stands for any text."""
        ...

    def jobs(self, context: OutputContext, /) -> Iterator[Job]:
        """Yield the jobs that write them."""
        ...


@dataclass(frozen=True)
class OutputContext:
    """A site, its charts and its address. Pickled without charts, which are derived again."""

    site: Site
    site_url: str
    """Absolute address of the site with a slash at its end, or empty where it is not known."""

    __getstate__ = uncached_state

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """Every chart of the site by id."""
        return Charts(self.site)
