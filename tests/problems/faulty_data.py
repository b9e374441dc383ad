"""Data with errors of many kinds and its problems; the fixture is in conftest.py."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from paths import BASE

from generator.checks.validate import validate
from generator.package.source_lines import SourceLines
from generator.problems.formats import ReportContext
from generator.problems.problem import Problem

ERRORS = (
    ("registry/enterprises.csv", ",medium,", ",mediun,"),
    ("registry/enterprises.csv", "甲市第一酿造有限公司", '"甲市第一""老""酿造, 有限公司"'),
    ("registry/enterprises.csv", "91990100MA001KHABB", "9.19901E+17"),
    ("registry/lists.csv", "2020-12-20", "2020/12/20"),
    ("registry/lists.csv", ",2020,true", ",２０２０,TRUE"),
    ("registry/places.csv", "area-east", "area-esat"),
    ("registry/places.csv", "公告所载", "公告\u200b所载"),
    ("registry/recognitions.csv", ",yes,src-a", ",yse,src-a"),
    ("portal.yaml", 'version: "1.0.0"', "version: 1.10"),
    ("reference/sources.csv", "甲市公告一", '"=HYPERLINK(""x"")"'),
)
"""File, text in the base data, and the error that replaces it."""


@dataclass(frozen=True)
class FaultyData:
    """A city's folder with errors in it."""

    data: Path
    docs: Path
    problems: tuple[Problem, ...]

    def context(self, lang: str = "zh", **more: object) -> ReportContext:
        return ReportContext(lang=lang, lines=SourceLines(self.data, self.docs), **more)  # type: ignore[arg-type]


def make_faulty_data(folder: Path) -> FaultyData:
    """Copy the base data into `folder`, add the errors and check it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for file, old, new in ERRORS:
        path = folder / "data" / file
        text = path.read_text("utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new), "utf-8")
    result = validate(folder / "data", folder / "docs")
    return FaultyData(folder / "data", folder / "docs", result.problems)
