"""Pictures beside the city's prose, at the same path below the site's root as below ``docs/``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.artifacts import Artifact
from generator.catalog.rows import RowStore
from generator.outputs.context import Job, OutputContext

ADDRESSES = ("*.png", "*.jpg", "*.jpeg", "*.webp")


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the job that copies the pictures."""
    yield partial(files, context.site.catalog)


def files(catalog: RowStore) -> Iterator[Artifact]:
    """Yield every picture of prose, whether a page shows it or not."""
    for picture in catalog.prose_pictures:
        yield Artifact(picture.address, picture.data)
