"""What is known of units beyond their listing: measured values, practices in the chain, supply links; and coverage."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import cast, documents
from recipe.schemes import scheme_id
from recipe.tables import AS_OF, CITY, City

# subject, indicator, basis, values by year
_MEASUREMENTS: tuple[tuple[str, str, str, dict[int, float]], ...] = (
    (cast.QINGHE, "idc-001", "verified", {2019: 331, 2020: 318.5, 2021: 305, 2022: 291, 2023: 274.2, 2024: 258.8}),
    (cast.QINGHE, "idc-002", "verified", {2020: 58, 2022: 49.5, 2024: 41.2}),
    (cast.QINGHE, "idc-004", "self_declared", {2024: 96}),
    (cast.QINGHE, "idc-006", "verified", {2025: 251}),
    (cast.QINGHE, "idc-007", "verified", {2025: 38}),
    (cast.QINGHE, "idc-008", "self_declared", {2025: 40.3}),
    (cast.SONGFENG, "idc-001", "self_declared", {2021: 402, 2023: 366}),
    (cast.SONGFENG, "idc-003", "verified", {2021: 1.25}),
    (cast.XIHU, "idc-001", "press", {2021: 240}),
    (cast.XIHU, "idc-007", "self_declared", {2025: 52.5}),
    (cast.STEEL, "idc-001", "verified", {2019: 585, 2021: 561, 2023: 540}),
    (cast.STEEL, "idc-004", "verified", {2023: 99.1}),
    ("site-02", "idc-001", "self_declared", {2023: 118}),
    (cast.JIYUE, "idc-005", "self_declared", {2022: 0.42}),
    (cast.JIYUE, "idc-010", "self_declared", {2025: 820}),
    (cast.JIYUE, "idc-015", "verified", {2024: 0.11}),
    (cast.HECHUAN, "idc-002", "estimated", {2022: 7.6}),
    (cast.PHARMA, "idc-009", "verified", {2025: 78}),
    ("park-01", "idc-012", "verified", {2020: 18, 2022: 27.5, 2024: 36}),
    ("park-02", "idc-011", "self_declared", {2023: 4}),
    ("prod-001", "idc-013", "verified", {2017: 86}),
    ("prod-003", "idc-013", "verified", {2020: 71.5}),
    ("prod-009", "idc-014", "self_declared", {2021: 12}),
)  # fmt: skip

_PRACTICES = (
    (cast.JIYUE, "purchasing", "供应商分级管理，优先采购列入名单的单位", "Suppliers graded; listed units preferred",
     "列入名单的供应商占比 46%"),
    (cast.JIYUE, "production", "建立物料与能耗追溯系统", "Traceability of materials and energy", "单位产品用电下降 11%"),
    (cast.JIYUE, "marketing", "产品随附环境信息说明", "Environmental information with every product", ""),
    (cast.JIYUE, "recycling", "废旧面板逆向回收", "Return of old panels", "年回收 1200 吨"),
    (cast.JIYUE, "logistics", "周转箱循环使用，干线改用铁路", "Reusable crates; rail for long hauls", "一次性包装减少 63%"),
    (cast.HECHUAN, "purchasing", "订单农业统一采购标准", "", "覆盖 38 个种植基地"),
    (cast.HECHUAN, "logistics", "冷链共同配送", "Shared cold chain", "空驶率下降 9 个百分点"),
    (cast.XIHU, "purchasing", "要求关键供应商披露产品碳足迹", "", ""),
    (cast.XIHU, "recycling", "组件退役回收试点", "Take-back pilot for modules", "试点容量 3 兆瓦"),
    (cast.QINGHE, "production", "染整用水分质回用", "Water reused by quality", "回用率 45%"),
    (cast.CHONGHANG, "marketing", "以旧换新的再制造服务", "Remanufacturing service", ""),
)  # fmt: skip

_LINKS = (
    (cast.XY, cast.JIYUE, "驱动芯片", cast.JIYUE), (cast.MOVER, cast.JIYUE, "柔性电路板", cast.MOVER),
    (cast.STEEL, cast.SPLITTER, "汽车用钢板", cast.STEEL), (cast.STEEL, cast.SONGFENG, "铸钢件坯料", cast.SONGFENG),
    (cast.XIAHANG, cast.SONGFENG, "轴承", cast.XIAHANG), (cast.HAILAN, cast.XIHU, "光伏电缆", cast.XIHU),
    (cast.STORAGE, cast.XIHU, "储能模组", cast.XIHU), (cast.LI, cast.HECHUAN, "酱料", cast.HECHUAN),
    (cast.QINGHE, cast.CHANGLE, "坯布", cast.CHANGLE), (cast.INSTITUTE, cast.STEEL, "除尘灰利用技术", cast.STEEL),
)  # fmt: skip

# category, level, from, to, additions, removals, official number where it is not the number held, note
_COVERAGE = (
    ("factory", "municipal", "2019-01-01", AS_OF, "all", "all", None, ""),
    ("factory", "provincial", "2020-01-01", "2022-12-31", "all", "all", None, ""),
    ("factory", "provincial", "2023-01-01", AS_OF, "all", "all", None, ""),
    ("factory", "national", "2017-01-01", "2020-12-31", "all", "all", None, "只标注省份的各行另列，不计入本市。"),
    ("factory", "national", "2021-01-01", "2024-12-31", "all", "all", None, ""),
    ("factory", "national", "2025-01-01", AS_OF, "all", "some", None, "2025年移出名单尚未核对。"),
    ("park", "provincial", "2019-01-01", AS_OF, "all", "all", None, ""),
    ("park", "national", "2018-01-01", "2024-12-31", "all", "all", None, ""),
    ("product", "provincial", "2021-01-01", "2022-12-31", "all", "none", None, "移出情况未见公布。"),
    ("product", "national", "2017-01-01", AS_OF, "all", "all", None, "该类别此后不再遴选。"),
    ("supply-chain", "provincial", "2021-01-01", "2024-12-31", "all", "none", None, ""),
    ("supply-chain", "national", "2018-01-01", "2022-12-31", "some", "some", 7, "早期名单由发布机关保存。"),
    ("supply-chain", "national", "2023-01-01", AS_OF, "all", "all", None, ""),
    ("zero-carbon-factory", "municipal", "2023-01-01", AS_OF, "all", "all", None, ""),
    ("zero-carbon-factory", "provincial", "2024-01-01", "2024-12-31", "all", "none", None, ""),
    ("green-workshop", "municipal", "2021-01-01", "2021-12-31", "none", "none", 9, "只有总数，可向发布机关申请公开。"),
    ("green-workshop", "municipal", "2022-01-01", "2023-12-31", "some", "none", 18, ""),
)  # fmt: skip


def fill(city: City) -> None:
    """Add measurements, practices, links and coverage."""
    for subject, indicator, basis, values in _MEASUREMENTS:
        unit = city.tables["indicators"][indicator]["unit"]
        consent = None if basis in ("press", "estimated") else "单位书面同意公开"
        source = documents.PRESS if basis == "press" else documents.DECLARED
        rows = [
            (subject, indicator, year, value, unit, basis, consent, source) for year, value in values.items()
        ]
        columns = "subject indicator year value unit basis consent source"
        city.add_rows("measurements", columns, rows, prefix="mea")
    columns = "enterprise system practice_zh practice_en metric_zh"
    city.add_rows("chain_practices", columns, _PRACTICES, prefix="prac", source=documents.CHAIN_REPORT)
    columns = "from_unit to_unit item published_by"
    city.add_rows("supply_links", columns, _LINKS, prefix="link", source=documents.CHAIN_REPORT)
    for category, level, start, end, additions, removals, official, note in _COVERAGE:
        held = names_held(city, category, level, start, end)
        known = held if official is None else official
        row = (scheme_id(category, level), CITY, start, end, additions, removals, held, known, note)
        columns = "scheme area valid_from valid_to additions removals names_held official_number note"
        city.add_rows("coverage", columns, [row], prefix="cov", source=documents.COMPILED)


def names_held(city: City, category: str, level: str, start: str, end: str) -> int:
    """Return how many publishable names of the scheme stand on final lists published from `start` to `end`.

    A list without a date of publication counts by the date it bears; what was withdrawn does not count.
    """
    withdrawn = {row["row"] for row in city.rows("withdrawals")}
    lists = city.rows("lists", scheme=scheme_id(category, level), kind="additions", stage="final")
    inside = [r["id"] for r in lists if start <= (r["published"] or r["dated"]) <= end]
    held = [r for list_id in inside for r in city.rows("recognitions", list=list_id, publish="yes")]
    return sum(r["id"] not in withdrawn for r in held)
