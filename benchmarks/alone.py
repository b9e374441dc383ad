"""The peer of the check: frictionless on the same files, as someone without this project would run it.

It reads each package's descriptor with its Table Schemas and foreign keys; only what is the portal's own in
them is taken out, since it refuses or cannot know it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from frictionless import Checklist, Package

from generator.schema.table_schema import PACKAGES

_FOREIGN = ("categories", "portal:format", "portal:access")


def validate(data: Path, packages: Iterable[str] = PACKAGES) -> int:
    """Validate packages below `data` and return the number of rows; SystemExit at an error."""
    rows = 0
    for name in packages:
        descriptor = yaml.load((data / name / "datapackage.yaml").read_bytes(), yaml.CSafeLoader)
        package = Package.from_descriptor(_plain(descriptor), basepath=str(data / name))
        # A table may be empty here; frictionless alone would also warn of that.
        report = package.validate(Checklist(skip_errors=["source-error"]))
        if not report.valid:
            raise SystemExit(f"{name}: {report.flatten(['title', 'rowNumber', 'message'])[:5]}")
        rows += sum(task.stats.get("rows") or 0 for task in report.tasks)
    return rows


def is_valid(data: Path, packages: Iterable[str]) -> bool:
    """Tell whether frictionless finds nothing wrong; an exception of its own counts as a finding."""
    try:
        validate(data, packages)
    except (SystemExit, Exception):
        return False
    return True


def _plain(descriptor: dict[str, Any]) -> dict[str, Any]:
    for resource in descriptor["resources"]:
        resource.pop("allow_empty", None)
        fields = resource["schema"]["fields"]
        resource["schema"]["fields"] = [{k: v for k, v in f.items() if k not in _FOREIGN} for f in fields]
        resource["schema"].get("uniqueKeys", []).clear()
    return descriptor
