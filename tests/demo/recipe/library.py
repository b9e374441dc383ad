"""The package `library`: policies, incentives, institutions, technologies, finance, activities."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import cast, documents
from recipe.tables import Cell, City

_POLICIES: tuple[tuple[Cell, ...], ...] = (
    ("pol-001", "演示市绿色制造体系建设方案", "Demo Plan for Green Manufacturing", documents.BUREAU, "municipal", "演工信〔2021〕8号", "2021-03-09",
     "2021-03-09", "2025-12-31", "in_force", None, None, "提出到2025年的绿色工厂、园区和供应链目标，明确逐级培育。",
     documents.PLAN),
    ("pol-002", "演示省绿色工厂梯度培育办法", "", documents.PROVINCE, "provincial", "演省工信规〔2019〕2号", "2019-12-01",
     "2020-01-01", None, "in_force", "factory", None, "规定市级、省级、国家级逐级推荐的条件与起始时间。", documents.LADDER),
    ("pol-003", "演示市工业绿色转型资金管理办法", "", documents.BUREAU, "municipal", "演工信规〔2022〕4号", "2022-04-20",
     "2022-05-01", "2027-04-30", "in_force", None, None, "说明奖励与项目资金的范围、条件和程序。", documents.FUNDS),
    ("pol-004", "演示市印染行业节水行动计划", "", "", "municipal", "", "2018-05", "2018-06", "2020-12-31", "expired", None, "ind-c17",
     "已到期，部分措施并入建设方案。", documents.COMPILED),
    ("pol-005", "演示国家绿色制造工作指引", "", documents.NATION, "national", "", "2017", None, None, "unknown", None, None,
     "各类名单的总体安排。", documents.COMPILED),
    ("pol-006", "演示市零碳工厂培育若干措施", "", documents.BUREAU, "municipal", "演工信〔2025〕14号", "2025-05-16",
     "2025-07-01", None, "in_force", "zero-carbon-factory", None, "自2025年7月起施行，鼓励自愿核算与公开。",
     documents.OUTLOOK),
)  # fmt: skip

# Amounts in units of 10,000 yuan.
_INCENTIVES: tuple[tuple[Cell, ...], ...] = (
    ("pol-003", "国家级绿色工厂奖励", "Reward for National Green Factories", "factory", "national", "reward", 50, "正式公布当年申请"),
    ("pol-003", "省级绿色工厂奖励", "", "factory", "provincial", "reward", 20, "正式公布当年申请"),
    ("pol-003", "绿色园区奖励", "", "park", "provincial_or_above", "reward", 100, ""),
    ("pol-003", "节能改造项目资金", "", None, None, "fund", None, "年节能量达到文件要求，可申请"),
    ("pol-003", "绿色供应链项目资金", "", "supply-chain", "provincial_or_above", "fund", 37.5, "按项目投资的一定比例"),
    ("pol-003", "绿色信贷贴息", "", "factory", "municipal", "credit", None, "列入市级名单后可申请"),
)  # fmt: skip

_INSTITUTIONS: tuple[tuple[Cell, ...], ...] = (
    ("inst-001", "演示绿色制造创新中心", "Demo Innovation Centre", "innovation_centre", "共性技术、检测、中试", "装备、电子",
     "area-zone", None,
     "https://example.org/institutions/inst-001"),
    ("inst-002", "演示市绿色制造联盟", "Demo Alliance", "alliance", "供需对接、经验交流", "各行业", "area-city", None,
     "https://example.org/institutions/inst-002"),
    ("inst-003", "演示市纺织印染协会", "", "association", "标准宣贯、节水培训", "纺织", "area-jiachen", None,
     None),
    ("inst-004", "演示工业节能研究院", "Demo Institute of Industrial Energy", "institute", "能源审计、诊断", "各行业",
     "area-yisi", None,
     "https://example.org/institutions/inst-004"),
    ("inst-005", "演示城市商业银行", "Demo City Bank", "bank", "绿色信贷", "各行业", "area-city", None,
     "https://example.org/institutions/inst-005"),
    ("inst-006", "演示融资担保有限公司", "", "bank", "担保", "小微企业", "area-city", None,
     None),
    ("inst-007", "演示工业碳管理平台", "Demo Carbon Platform", "platform", "碳核算工具、数据托管", "各行业", None, None,
     "https://example.org/institutions/inst-007"),
    ("inst-008", "演示绿色评价中心", "Demo Centre for Green Evaluation", "evaluator", "绿色工厂第三方评价", "各行业",
     "area-jiachen", "eva-001",
     "https://example.org/institutions/inst-008"),
    ("inst-009", "演示租赁股份有限公司", "", "bank", "设备租赁", "制造业", "area-zone", None,
     None),
)  # fmt: skip

_TECHNOLOGIES: tuple[tuple[Cell, ...], ...] = (
    ("染浴分质回用技术", "Reuse of Dye Baths by Quality", "ind-c17", "water", "demonstration", "单位产品取水下降", 28, "%", 2020, cast.QINGHE, "inst-003"),
    ("铸造余热梯级利用", "", "ind-c33", "energy", "pilot", "年节能量", 640, "tce/年", 2021, cast.KUNTAI, "inst-004"),
    ("高效永磁电机系统改造", "", "", "energy", "widespread", "系统用电下降", 12.5, "%", 2019, cast.SONGFENG, "inst-004"),
    ("水性涂装替代", "", "ind-c36", "cleaner", "demonstration", "挥发性有机物产生量下降", 61, "%", 2020, cast.SPLITTER, None),
    ("除尘灰提锌与铁回收", "", "ind-c31", "circular", "demonstration", "含铁尘泥综合利用率", 98, "%", 2018, cast.STEEL, "inst-001"),
    ("退役组件拆解回收", "", "ind-c382", "circular", "pilot", "", None, "", None, cast.XIHU, "inst-001"),
    ("酿造废水沼气利用", "", "ind-c15", "energy", "pilot", "年产沼气", 310000, "m3/年", 2022, cast.ZHANG, None),
    ("冷却水智能加药", "", "", "water", "widespread", "补水量下降", 18, "%", 2021, None, "inst-007"),
)  # fmt: skip

_FINANCE = (
    ("inst-005", "绿色工厂贷", "Green Factory Loan", "credit", "列入市级以上名单的企业可申请，期限最长五年", "enterprise"),
    ("inst-006", "小微节能担保", "", "guarantee", "担保费率以机构公布为准", "enterprise"),
    ("inst-005", "园区绿色债券承销", "", "bond", "以园区运营单位为发行人", "park"),
    ("inst-009", "节能设备租赁", "", "lease", "设备由机构购入后出租", "both"),
)  # fmt: skip

_ACTIVITIES: tuple[tuple[Cell, ...], ...] = (
    ("零碳工厂核算入户辅导", "Coaching on Carbon Accounts", "2025-04-16", "coaching", "有意申报零碳工厂的企业", "inst-007", "std-5005-2021"),
    ("演标 1001—2025 新版标准培训", "", "2025-03-20", "training", "各级绿色工厂", "inst-001", "std-1001-2025"),
    ("绿色供应链供需对接会", "", "2025-05", "matching", "供应链企业及其供应商", "inst-002", None),
    ("节能宣传周开放日", "Open Day", "2025-06-09", "publicity", "公众", None, None),
    ("下半年节能诊断辅导（计划）", "", "2025-09", "coaching", "中小企业", "inst-004", None),
)  # fmt: skip


def fill(city: City) -> None:
    """Add the whole package."""
    city.add_rows(
        "policies",
        "id title_zh title_en issuer level number published effective valid_to validity category industry summary_zh source",
        _POLICIES,
    )
    city.add_rows(
        "incentives",
        "policy title_zh title_en category level nature amount condition",
        _INCENTIVES,
        prefix="inc",
        source=documents.FUNDS,
    )
    _fill_services(city)


def _fill_services(city: City) -> None:
    city.add_rows(
        "institutions",
        "id name_zh name_en kind services industries area evaluator website",
        _INSTITUTIONS,
        source=documents.CATALOGUE,
    )
    city.add_rows(
        "technologies",
        "title_zh title_en industry kind maturity effect_zh effect_value effect_unit baseline_year enterprise"
        " institution",
        _TECHNOLOGIES,
        prefix="tech",
        source=documents.CATALOGUE,
    )
    city.add_rows(
        "finance",
        "institution name_zh name_en kind terms audience",
        _FINANCE,
        prefix="fin",
        source=documents.BANKS,
    )
    city.add_rows(
        "activities",
        "title_zh title_en date kind audience institution standard",
        _ACTIVITIES,
        prefix="act",
        source=documents.TRAINING,
    )
