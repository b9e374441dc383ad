"""The published data package: one descriptor and a CSV per table, all tables in one folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.artifacts import Artifact
from generator.outputs.context import Job, OutputContext
from generator.schema import table_schema
from generator.site.routes import DATA_FOLDER
from generator.site.site import Site

ADDRESSES = (f"{DATA_FOLDER}/datapackage.json", f"{DATA_FOLDER}/*.csv")


def jobs(context: OutputContext) -> Iterator[Job]:
    """Yield the one job of this format."""
    yield partial(files, context.site)


def files(site: Site) -> Iterator[Artifact]:
    """Yield the package's descriptor and its tables."""
    text = json.dumps(descriptor(site), ensure_ascii=False, indent=1, sort_keys=False)
    yield Artifact(f"{DATA_FOLDER}/datapackage.json", f"{text}\n".encode())
    for table in table_schema.tables().values():
        yield Artifact(f"{DATA_FOLDER}/{table.name}.csv", site.catalog.files[table.name])


def descriptor(site: Site) -> dict[str, Any]:
    """Return the descriptor of the published package (Data Package v2), with ordinary foreign keys."""
    catalog = site.catalog
    licenses = {tuple(sorted(x.items())): dict(x) for p in catalog.packages for x in p.licenses}
    sources = {tuple(sorted(x.items())): dict(x) for p in catalog.packages for x in p.sources}
    out: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"green-register-{catalog.settings.area}",
        "title": site.title,
        "version": catalog.settings.version,
        "created": f"{catalog.settings.as_of}T00:00:00Z",
        "licenses": list(licenses.values()),
        "sources": list(sources.values()),
    }
    if catalog.settings.demo:
        out["description"] = site.words("site.banner_demo")
        out["keywords"] = ["演示数据", "demonstration data"]
    if catalog.settings.site_url:
        out["homepage"] = catalog.settings.site_url
    out["resources"] = [
        _resource(table, catalog.files[table.name]) for table in table_schema.tables().values()
    ]
    return out


def _resource(table: table_schema.TableSchema, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title_zh,
        "description": table.description_zh,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "schema": table_schema.data_resource(table, published=True),
    }
