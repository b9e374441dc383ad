"""The package `supervision`: programmes and their entries, of which few are public.

Internal entries carry the canary 演示内部条目, entries whose time is over 演示期满条目, withdrawn ones 演示撤下条目.
"""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import cast, documents
from recipe.tables import Cell, City
from recipe.withheld import withdraw

_PROGRAMMES = (
    ("prog-inspection", "工业节能监察", "inspection", "每年对部分用能单位开展节能监察。"),
    ("prog-audit", "能源审计", "audit", "重点用能单位自愿或按要求开展能源审计。"),
    ("prog-cleaner", "清洁生产审核", "cleaner_production", "按年度名单开展审核与验收。"),
    ("prog-price", "差别化电价", "differential_price", "对名单内工序执行差别化电价。"),
    ("prog-key", "重点用能单位“演示百千”行动", "key_enterprises", "分级管理重点用能单位。"),
    ("prog-dual", "能耗强度管理", "dual_control", "按年度评价各区能耗强度。"),
    ("prog-retrofit", "节能技术改造", "retrofit", "年度改造项目清单。"),
    ("prog-source", "固定资产投资项目节能审查", "source_control", "项目开工前的节能审查。"),
    ("prog-resource", "资源综合利用", "resource_use", "工业固废综合利用情况。"),
    ("prog-two-high", "高耗能项目管理", "two_high", "项目清单管理。"),
    ("prog-evaluation", "企业资源集约利用评价", "resource_evaluation", "每年一次，结果按档次汇总。"),
    ("prog-industry", "重点行业能效提升", "industry", "分行业对标。"),
    ("prog-target", "年度节能目标", "target", "分解到各区的节能目标。"),
)  # fmt: skip

_ENGLISH = {"prog-inspection": "Energy-Saving Inspections", "prog-audit": "Energy Audits"}
_LATER = "2024-07-05"
"""From this day entries rest on the later of the two notices."""

# programme, subject, project, year, state, result, from, until: all shown by a notice of results
_PUBLIC: tuple[tuple[str, str | None, str, int, str, str, str, str | None], ...] = (
    ("prog-inspection", cast.STEEL, "", 2024, "已完成", "符合能耗限额标准", "2024-07-05", "2026-07-04"),
    ("prog-inspection", cast.LEFT, "", 2022, "已完成", "演示期满条目：限期整改", "2022-07-05", "2023-07-04"),
    ("prog-inspection", cast.PHARMA, "", 2024, "已完成", "符合要求", "2024-07-05", None),
    ("prog-cleaner", cast.QINGHE, "", 2023, "通过验收", "", "2024-07-05", "2027-07-04"),
    ("prog-cleaner", "park-01", "", 2023, "通过验收", "园区整体审核", "2024-07-05", None),
    ("prog-price", cast.REMOVED, "", 2022, "已解除", "演示期满条目：执行一年", "2022-09-01", "2023-08-31"),
    ("prog-retrofit", cast.KUNTAI, "熔炼炉余热利用", 2023, "已完成", "年节能量 640 吨标准煤", "2024-07-05", None),
    ("prog-retrofit", cast.SONGFENG, "永磁电机改造", 2024, "实施中", "", "2024-07-05", None),
    ("prog-two-high", None, "演示金汐钢铁轧线改造项目", 2024, "已审查", "同意", "2024-07-05", "2025-12-31"),
    ("prog-source", cast.STORAGE, "储能模组二期", 2024, "已审查", "同意", "2024-07-05", None),
    ("prog-resource", cast.INSTITUTE, "", 2023, "已公布", "列入综合利用名录", "2024-07-05", None),
    ("prog-key", cast.STEEL, "", 2024, "已公布", "第一级", "2024-07-05", None),
)  # fmt: skip

# programme, year, result, number of entries: shown as counts only, those under three not at all
_AGGREGATE = (
    ("prog-evaluation", 2023, "A档", 6), ("prog-evaluation", 2023, "B档", 5), ("prog-evaluation", 2023, "C档", 2),
    ("prog-audit", 2024, "已完成", 4), ("prog-audit", 2024, "未完成", 1), ("prog-industry", 2024, "达到标杆水平", 3),
    ("prog-dual", 2023, "已评价", 3), ("prog-target", 2024, "已下达", 3),
)  # fmt: skip

_INTERNAL = (
    ("prog-inspection", cast.RESTORED, 2024), ("prog-audit", cast.MERGER, 2024), ("prog-price", cast.GLASS, 2023),
    ("prog-evaluation", cast.LI, 2023), ("prog-two-high", cast.STEEL, 2025), ("prog-dual", "park-02", 2024),
)  # fmt: skip


def fill(city: City) -> None:
    """Add programmes, entries of each disclosure, and the withdrawal of two of them."""
    columns = "id name_zh kind description_zh"
    city.add_rows("programmes", columns, _PROGRAMMES, source=documents.PLAN)
    for row_id, name_en in _ENGLISH.items():
        city.tables["programmes"][row_id]["name_en"] = name_en
    for programme, subject, project, year, state, result, start, until in _PUBLIC:
        _public(city, programme, subject, year, result, start, until, project=project, state=state)
    crowd = [row for row in city.tables["enterprises"] if row > cast.STEEL_BRANCH]
    columns = "programme subject year state result project disclosure"
    for programme, year, result, count in _AGGREGATE:
        chosen = sorted(city.rng.sample(crowd, count))
        rows: list[tuple[Cell, ...]] = [
            (programme, unit, year, "已汇总", result, None, "aggregate") for unit in chosen
        ]
        city.add_rows("entries", columns, rows, prefix="entry", source=documents.AUDIT_CLOSED)
    words = ("演示内部条目状态", "演示内部条目：处理中", "演示内部条目项目", "internal")
    rows = [(programme, unit, year, *words) for programme, unit, year in _INTERNAL]
    city.add_rows("entries", columns, rows, prefix="entry", source=documents.AUDIT_CLOSED)
    over = _public(city, "prog-inspection", cast.XY, 2022, "演示撤下条目：期满", "2022-07-05", "2023-07-04")
    withdraw(city, over, "2023-07-05", "period_ended")
    restored = _public(
        city, "prog-inspection", cast.HAILAN, 2022, "演示撤下条目：已修复", "2022-07-05", "2025-07-04"
    )
    withdraw(city, restored, "2024-10-09", "credit_restored")


def _public(
    city: City,
    programme: str,
    subject: str | None,
    year: int,
    result: str,
    start: str,
    until: str | None,
    *,
    project: str = "",
    state: str = "已完成",
) -> str:
    document = documents.AUDIT_PUBLIC if start >= _LATER else documents.AUDIT_EARLIER
    return city.append(
        "entries",
        "entry",
        programme=programme,
        subject=subject,
        project=project,
        year=year,
        state=state,
        result=result,
        basis_document=document,
        disclosure="public",
        public_from=start,
        public_until=until,
        source=document,
    )
