"""The package `reference`: areas, industries, evaluators, standards and their indicators."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import documents
from recipe.credit import credit_code
from recipe.tables import CITY, Cell, City

DISTRICTS = ("area-jiachen", "area-yisi", "area-dingwei", "area-wushen", "area-bingwu")
ZONE = "area-zone"
OLD_DISTRICT = "area-gengxu"
AREA_NAMES = {
    "area-jiachen": "甲辰区", "area-yisi": "乙巳区", "area-dingwei": "丁未区", "area-wushen": "戊申区",
    "area-bingwu": "丙午市", ZONE: "演示经开区", OLD_DISTRICT: "庚戌区",
}  # fmt: skip

# Division codes begin with 99, which no division of the country uses.
_AREAS: tuple[tuple[Cell, ...], ...] = (
    ("area-nation", "", "全国", "Nation", "administrative", "country", None, None, None, None, None),
    ("area-province", "990000", "演示省", "Demo Province", "administrative", "province", "area-nation", None, None, None, None),
    (CITY, "990100", "演示市", "Demo City", "administrative", "city", "area-province", None, None, None, None),
    ("area-jiachen", "990102", "甲辰区", "Jiachen District", "administrative", "district", CITY, None, None, None, None),
    ("area-yisi", "990103", "乙巳区", "Yisi District", "administrative", "district", CITY, None, None, None, None),
    ("area-dingwei", "990104", "丁未区", "Dingwei District", "administrative", "district", CITY, None, None, None, None),
    ("area-wushen", "990105", "戊申区", "Wushen District", "administrative", "district", CITY, None, None, None, None),
    ("area-bingwu", "990181", "丙午市", "Bingwu", "administrative", "county_level_city", CITY, None, None, None, None),
    (ZONE, None, "演示经开区", "Demo Economic Zone", "zone", "zone", CITY, "area-dingwei", "2012-09", None, None),
    (OLD_DISTRICT, "990106", "庚戌区", "Gengxu District", "administrative", "district", CITY, None, None, "2019-12-31",
     "area-yisi"),
)  # fmt: skip

_INDUSTRIES = (
    ("C13", "农副食品加工业"), ("C14", "食品制造业"), ("C15", "酒、饮料和精制茶制造业"), ("C17", "纺织业"),
    ("C22", "造纸和纸制品业"), ("C26", "化学原料和化学制品制造业"), ("C27", "医药制造业"),
    ("C29", "橡胶和塑料制品业"), ("C30", "非金属矿物制品业"), ("C31", "黑色金属冶炼和压延加工业"),
    ("C33", "金属制品业"), ("C34", "通用设备制造业"), ("C35", "专用设备制造业"), ("C36", "汽车制造业"),
    ("C38", "电气机械和器材制造业"), ("C39", "计算机、通信和其他电子设备制造业"),
    ("C42", "废弃资源综合利用业"), ("C384", "电池制造"), ("C382", "输配电及控制设备制造"),
)  # fmt: skip

# group, name, English name, kind, codes of industries, basis
GROUPS = (
    ("g-textile", "纺织印染", "Textiles and Dyeing", "priority", ("C17",), "printed"),
    ("g-equipment", "装备制造", "Equipment", "priority", ("C34", "C35"), "own"),
    ("g-new-energy", "新能源", "New Energy", "priority", ("C384", "C382"), "own"),
    ("g-chemicals", "化工", "Chemicals", "priority", ("C26",), "printed"),
    ("g-future", "未来能源", "Energy of the Future", "priority", ("",), "printed"),
    ("g-vehicles", "汽车", "Vehicles", "supply_chain", ("C36",), "printed"),
    ("g-electronics", "电子电器", "Electronics", "supply_chain", ("C39", "C38"), "own"),
    ("g-light", "轻工", "Light Industry", "supply_chain", ("C22",), "own"),
)  # fmt: skip

EVALUATORS = ("eva-001", "eva-002", "eva-003", "eva-004", "eva-005")
_EVALUATORS = (
    ("eva-001", "演示绿色评价中心", "Demo Centre for Green Evaluation", ("演示绿评中心", "演示市绿色评价中心")),
    ("eva-002", "演示质量认证有限公司", "Demo Quality Certification", ("演示质量认证公司",)),
    ("eva-003", "演示省节能技术服务中心", "", ("演示省节能中心", "演示省节能技术服务中心（评价部）")),
    ("eva-004", "演示工业设计研究院", "Demo Institute of Industrial Design", ()),
    ("eva-005", "演示清源环境检测股份有限公司", "", ("演示清源检测",)),
)  # fmt: skip

_STANDARDS: tuple[tuple[Cell, ...], ...] = (
    ("std-1001-2018", "演标 1001", "2018", "national", "演示绿色工厂评价通则", "Demo General Rules for Green Factories",
     "factory", None, "2018-12-01", "2024-12-31", None),
    ("std-1001-2025", "演标 1001", "2025", "national", "演示绿色工厂评价通则", "Demo General Rules for Green Factories",
     "factory", None, "2025-01-01", None, "std-1001-2018"),
    ("std-2002-2017", "演标 2002", "2017", "industry", "演示绿色设计产品评价规范：家用纺织品", "", "product", "ind-c17",
     "2017-06-01", None, None),
    ("std-3003-2020", "演标 3003", "2020", "industry", "演示绿色供应链管理评价要求", "", "supply-chain", None,
     "2020-05", None, None),
    ("std-4004-2016", "演地标 4004", "2016", "local", "演示绿色园区评价导则", "", "park", None, "2016", None, None),
    ("std-5005-2021", "演团标 5005", "2021", "group", "演示零碳工厂评价规范", "", "zero-carbon-factory", None,
     "2021-10-01", None, None),
    ("std-6006-2019", "演团标 6006", "2019", "group", "演示绿色设计产品评价规范：动力电池", "", "product", "ind-c384",
     "2019-09-01", None, None),
)  # fmt: skip

_DIMENSIONS = {"std-3003-2020": "战略；供应商管理；绿色生产；绿色回收"}
"""Of a standard whose indicators are not held."""

_INDICATORS: tuple[tuple[Cell, ...], ...] = (
    ("idc-001", "std-1001-2018", "能源资源投入", "单位产品综合能耗", "Energy per Product", "kgce/t", "lower",
     "综合能耗 ÷ 合格产品产量", 320, 260, True),
    ("idc-002", "std-1001-2018", "能源资源投入", "单位产品取水量", "Water per Product", "m3/t", "lower",
     "取水量 ÷ 合格产品产量", 60, 42, True),
    ("idc-003", "std-1001-2018", "基础设施", "厂房容积率", "Floor Area Ratio", "1", "higher", "总建筑面积 ÷ 用地面积",
     0.8, 1.2, True),
    ("idc-004", "std-1001-2018", "环境排放", "工业固体废物综合利用率", "Use of Solid Waste", "%", "higher",
     "综合利用量 ÷ 产生量 × 100", 73, 95, True),
    ("idc-005", "std-1001-2018", "环境排放", "单位产品主要污染物产生量", "", "kg/t", "lower", "", None, None, False),
    ("idc-006", "std-1001-2025", "能源低碳化", "单位产品综合能耗", "Energy per Product", "kgce/t", "lower",
     "综合能耗 ÷ 合格产品产量", 290, 230, True),
    ("idc-007", "std-1001-2025", "能源低碳化", "可再生能源使用比例", "Share of Renewables", "%", "higher",
     "可再生能源使用量 ÷ 能源使用总量 × 100", 15, 40, True),
    ("idc-008", "std-1001-2025", "生产洁净化", "单位产品取水量", "Water per Product", "m3/t", "lower",
     "取水量 ÷ 合格产品产量", 52, 36, True),
    ("idc-009", "std-1001-2025", "废物资源化", "工业固体废物综合利用率", "Use of Solid Waste", "%", "higher",
     "综合利用量 ÷ 产生量 × 100", 80, 98, True),
    ("idc-010", "std-1001-2025", "用地集约化", "单位用地产值", "Output per Area", "万元/亩", "higher", "", None, None,
     False),
    ("idc-011", "std-4004-2016", "能源利用", "园区绿色供能种类数", "Kinds of Green Supply", "1", "none", "", None, None,
     True),
    ("idc-012", "std-4004-2016", "资源利用", "园区再生水回用率", "Reuse of Water", "%", "higher", "", 20, 35, True),
    ("idc-013", "std-2002-2017", "资源属性", "单位产品新鲜水耗", "Fresh Water per Product", "m3/t", "lower", "", 90, 70,
     True),
    ("idc-014", "std-6006-2019", "资源属性", "再生材料使用比例", "Share of Recycled Material", "%", "unknown", "", None,
     None, False),
    ("idc-015", "std-5005-2021", "碳排放", "单位产值碳排放", "Carbon per Output", "tCO2/万元", "lower", "", 0.18, 0.05,
     True),
)  # fmt: skip

# Points of the indicators of 演标 1001—2025 and 演标 2002—2017, 100 each; of the other standards none is printed.
_WEIGHTS = {"idc-006": 35, "idc-007": 25, "idc-008": 15, "idc-009": 15, "idc-010": 10, "idc-013": 100}


def industry(code: str) -> str:
    """Return the id of the industry with the given code."""
    return f"ind-{code.lower()}"


def fill(city: City) -> None:
    """Add the whole package except its documents."""
    city.add_rows(
        "areas",
        "id code name_zh name_en kind level parent one_management_with valid_from valid_to successor",
        _AREAS,
        source=documents.AREAS,
    )
    _fill_industries(city)
    for row_id, name, name_en, aliases in _EVALUATORS:
        code = credit_code("MAEA00" + row_id[-3:], "12990100") if name_en else None
        city.add("evaluators", row_id, name_zh=name, name_en=name_en, uscc=code, source=documents.COMPILED)
        for alias in aliases:
            city.append(
                "evaluator_aliases", "als", evaluator=row_id, name_zh=alias, source=documents.COMPILED
            )
    city.add_rows(
        "standards",
        "id code version kind title_zh title_en category industry in_force_from in_force_to replaces"
        " dimensions",
        [(*row, _DIMENSIONS.get(str(row[0]))) for row in _STANDARDS],
        source=documents.STANDARDS,
    )
    city.add_rows(
        "indicators",
        "id standard dimension name_zh name_en unit direction formula benchmark leading checked weight",
        [(*row, _WEIGHTS.get(str(row[0]))) for row in _INDICATORS],
        source=documents.STANDARDS,
    )


def _fill_industries(city: City) -> None:
    city.add(
        "industries",
        "ind-c",
        code="C",
        name_zh="制造业",
        name_en="Manufacturing",
        source=documents.INDUSTRIES,
    )
    for code, name in _INDUSTRIES:
        parent = industry(code[:3]) if len(code) > 3 else "ind-c"
        city.add(
            "industries", industry(code), code=code, name_zh=name, parent=parent, source=documents.INDUSTRIES
        )
    columns = "group name_zh name_en kind industry basis"
    for group, name, name_en, kind, codes, basis in GROUPS:
        rows = [(group, name, name_en, kind, industry(code) if code else None, basis) for code in codes]
        city.add_rows("industry_groups", columns, rows, prefix="grp", source=documents.PLAN)
    label: dict[str, Cell] = {"industry_label": "工艺美术", "basis": "own", "source": documents.PLAN}
    light = {"group": "g-light", "name_zh": "轻工", "name_en": "Light Industry", "kind": "supply_chain"}
    city.append("industry_groups", "grp", **light, **label)
