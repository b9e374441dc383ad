"""The published data package: one descriptor and a CSV per table, all tables in one folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.artifacts import Artifact
from generator.schema import table_schema
from generator.site.routes import DATA_FOLDER
from generator.site.site import Edition


def files(edition: Edition) -> Iterator[Artifact]:
    """Yield the package's descriptor and its tables."""
    text = json.dumps(descriptor(edition), ensure_ascii=False, indent=1, sort_keys=False)
    yield Artifact(f"{DATA_FOLDER}/datapackage.json", f"{text}\n".encode())
    for table in table_schema.tables().values():
        yield Artifact(f"{DATA_FOLDER}/{table.name}.csv", edition.catalog.files[table.name])


def descriptor(edition: Edition) -> dict[str, Any]:
    """Return the descriptor of the published package (Data Package v2), with ordinary foreign keys."""
    catalog = edition.catalog
    licenses = {tuple(sorted(x.items())): dict(x) for p in catalog.packages for x in p.licenses}
    sources = {tuple(sorted(x.items())): dict(x) for p in catalog.packages for x in p.sources}
    out: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"green-register-{catalog.portal.area}",
        "title": edition.title,
        "version": catalog.portal.version,
        "created": f"{catalog.portal.as_of}T00:00:00Z",
        "licenses": list(licenses.values()),
        "sources": list(sources.values()),
    }
    if catalog.portal.demo:
        out["description"] = edition.words("site.banner_demo")
        out["keywords"] = ["演示数据", "demonstration data"]
    if catalog.portal.site_url:
        out["homepage"] = catalog.portal.site_url
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
