"""portal.yaml and the heads of the descriptors: what describes the site rather than the city."""

from __future__ import annotations

from collections.abc import Mapping

from recipe import documents
from recipe.reference import GROUPS
from recipe.tables import AS_OF, CITY, PACKAGES
from recipe.writing import Value

VERSION = "1.0.0"
_LICENCE: Value = [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}]
_ORIGIN: Value = [{"title": "演示数据，全部为虚构，与任何真实单位无关"}]
_PACKAGES = {
    "reference": ("演示参考数据", "Demo Reference Data", "区域、行业、评价机构、标准与指标、文件与来源。"),
    "registry": ("演示名录", "Demo Register", "类别、名单、名单行、单位及其变动。"),
    "figures": ("演示公布数字与目标", "Demo Figures", "统计指标、公布数字与目标。"),
    "library": ("演示资料库", "Demo Library", "政策、激励、机构、技术、金融与活动。"),
    "supervision": ("演示节能监管", "Demo Supervision", "监管与节能行动及其条目。"),
}

PORTAL: dict[str, Value] = {
    "city_zh": "演示市",
    "city_en": "Demo City",
    "area": CITY,
    "title_zh": "演示市绿色制造名录",
    "title_en": "Demo City Register of Green Manufacturing",
    "languages": ["zh"],
    "version": VERSION,
    "as_of": AS_OF,
    "axis": "list_year",
    "demo": True,
    "site_url": "",
    "publisher": {
        "name_zh": "演示数据编制组", "name_en": "Demo Data", "official": False, "telephone": "",
        "address": "", "icp": "演ICP备00000000号", "psb": "演公网安备00000000号",
    },
    "corrections": "https://example.org/corrections",
    "concerns": "",
    "lookup": "https://example.org/lookup",
    "hotlines": ["12345"],
    "ladder": [
        {"category": "factory", "level": "provincial", "requires": "municipal", "valid_from": "2020-01-01",
         "source": documents.LADDER},
        {"category": "factory", "level": "national", "requires": "provincial", "valid_from": "2021-01-01",
         "source": documents.LADDER},
        {"category": "park", "level": "national", "requires": "provincial", "valid_from": "2020-01-01",
         "source": documents.LADDER},
    ],
    "priority_groups": list(dict.fromkeys(group for group, _, _, kind, _, _ in GROUPS if kind == "priority")),
}  # fmt: skip


def heads() -> Mapping[str, Mapping[str, Value]]:
    """Return the head of every package's descriptor, in the order in which it is written."""
    return {name: _head(name) for name in PACKAGES}


def _head(name: str) -> Mapping[str, Value]:
    title, title_en, description = _PACKAGES[name]
    return {
        "name": f"demo-{name}",
        "title": title,
        "title_en": title_en,
        "description": description,
        "version": VERSION,
        "licenses": _LICENCE,
        "sources": _ORIGIN,
    }
