"""The table `requirements`: dates, procedure, conditions, bars, systems and documents of every ladder."""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from recipe import documents
from recipe.tables import CITY, Cell, City

PROVINCE = "area-province"

# category, level, area, kind, text, English text, due, every year, from, to, checked
_ROWS: tuple[tuple[Cell, ...], ...] = (
    ("factory", "municipal", CITY, "deadline", "向区工业和信息化部门提交申报材料", "Apply to the district", "2025-03-31", True, "2021", None, True),
    ("factory", "municipal", CITY, "procedure", "自评价，区级推荐，市级评审，公示七天后公布。", "Self-evaluation, recommendation, review, notice, list.", None, None, "2021", None, True),
    ("factory", "municipal", CITY, "condition", "在本市注册，正常生产满两年。", "Registered in the city; two years of production.", None, None, "2021", None, True),
    ("factory", "municipal", CITY, "bar", "近三年发生过重大安全、环境事故。", "A major accident within three years.", None, None, "2021", None, True),
    ("factory", "municipal", CITY, "system", "能源管理台账和环境管理制度。", "Energy records and environmental rules.", None, None, "2021", None, True),
    ("factory", "municipal", CITY, "document", "申报书、自评价报告、能源审计或诊断报告。", "Application, self-evaluation, energy audit.", None, None, "2021", None, True),
    ("factory", "provincial", PROVINCE, "deadline", "市级主管部门报送推荐名单", "Cities recommend", "2025-05-30", True, "2020", None, True),
    ("factory", "provincial", PROVINCE, "deadline", "已列入单位报送年度总结", "Yearly summary of listed units", "2026-02-28", True, "2020", None, True),
    ("factory", "provincial", PROVINCE, "condition", "先列入市级名单满一年。", "A year on the municipal list.", None, None, "2020", None, True),
    ("factory", "provincial", PROVINCE, "document", "第三方评价报告。", "Report of a third party.", None, None, "2020", "2024-12-31", True),
    ("factory", "national", None, "deadline", "已列入单位填报动态管理表", "Yearly form of listed units", "2026-04-15", True, "2024", None, True),
    ("factory", "national", None, "deadline", "省级主管部门报送推荐名单", "Provinces recommend", "2025-07-31", True, "2024", None, False),
    ("factory", "national", None, "condition", "先列入省级名单；按演标 1001 评价。", "The provincial list first.", None, None, "2021", None, True),
    ("factory", "national", None, "bar", "列入节能监察整改名单且未按要求完成整改。", "On the rectification list and not rectified.", None, None, "2021", None, True),
    ("factory", "national", None, "system", "质量、环境、能源、职业健康安全四个管理体系。", "Four management systems.", None, None, "2021", None, True),
    ("factory", "national", None, "document", "自评价报告；自2025年起不再要求第三方评价报告。", "Self-evaluation; no third-party report from 2025.", None, None, "2025", None, True),
    ("factory", "national", None, "change", "名称、生产地址、生产经营范围、组织边界。", "Name, address, scope, boundary.", None, None, "2024", None, True),
    ("park", "provincial", PROVINCE, "deadline", "园区管理机构提交申请", "Parks apply", "2025-06", None, "2019", None, True),
    ("park", "provincial", PROVINCE, "condition", "有法定边界和统一管理机构。", "A legal boundary and one management.", None, None, "2019", None, True),
    ("park", "national", None, "deadline", "省级主管部门报送推荐名单", "Provinces recommend", "2025-07-31", True, "2018", None, True),
    ("park", "national", None, "system", "能源、资源、基础设施、产业、生态环境、运行管理六个方面。", "Six fields.", None, None, "2018", None, True),
    ("park", "national", None, "bar", "园区内企业近三年发生重大事故。", "A major accident within three years.", None, None, "2018", None, True),
    ("park", "national", None, "document", "园区自评价报告和规划文件。", "Self-evaluation and plans.", None, None, "2018", None, True),
    ("supply-chain", "provincial", PROVINCE, "deadline", "企业提交申请", "Firms apply", "2025-09-15", True, "2021", None, True),
    ("supply-chain", "provincial", PROVINCE, "procedure", "自评价后由行业协会评审。", "Self-evaluation, then review.", None, None, "2021", None, True),
    ("supply-chain", "national", None, "system", "绿色采购、生产、营销、回收、物流五个体系。", "Five systems.", None, None, "2018", None, True),
    ("supply-chain", "national", None, "condition", "供应链核心企业，上下游带动作用明显。", "A firm at the centre of its chain.", None, None, "2018", None, True),
    ("supply-chain", "national", None, "document", "绿色供应链管理报告。", "Report on the chain.", None, None, "2018", None, True),
    ("product", "provincial", PROVINCE, "procedure", "按产品评价规范自评价，省级公布。", "Self-evaluation by the product standard.", None, None, "2021", "2021-12-31", True),
    ("product", "national", None, "condition", "符合相应的产品评价规范。", "Meets the product's standard.", None, None, "2017", "2022-12-31", True),
    ("product", "national", None, "document", "产品检测报告和生命周期评价报告。", "Test report and life-cycle assessment.", None, None, "2017", "2022-12-31", True),
    ("product", "national", None, "deadline", "提交产品评价材料（最后一次）", "Documents for products (the last call)", "2022-08-31", None, "2017", "2022-12-31", True),
    ("zero-carbon-factory", "municipal", CITY, "condition", "完成年度碳排放核算并公开。", "A public carbon account.", None, None, "2023", None, True),
)  # fmt: skip


def fill(city: City) -> None:
    """Add the whole table; the rules of a level are those of its own document."""
    columns = "category level area kind text_zh text_en due yearly valid_from valid_to checked source"
    rows = [(*row, documents.PLAN if row[1] == "municipal" else documents.LADDER) for row in _ROWS]
    city.add_rows("requirements", columns, rows, prefix="req")
