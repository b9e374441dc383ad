"""The documents that everything refers to. Lists add their own notices as they are drawn (see `notice`)."""

from __future__ import annotations

from recipe.tables import City

BUREAU = "演示市工业和信息化局"
PROVINCE = "演示省工业和信息化厅"
NATION = "演示国家工业主管部门"
AUTHORITY = {"municipal": BUREAU, "provincial": PROVINCE, "national": NATION}

AREAS = "src-areas"
INDUSTRIES = "src-industries"
STANDARDS = "src-standards"
PLAN = "src-plan"
LADDER = "src-ladder"
COMPILED = "src-compiled"
REGISTER = "src-register"
PRINTED_SITE = "src-yearbook"
DECLARED = "src-declarations"
CHAIN_REPORT = "src-chain-reports"
BULLETIN = "src-bulletin"
PRESS = "src-press"
OUTLOOK = "src-outlook"
AUDIT_PUBLIC = "src-audit-results"
AUDIT_EARLIER = "src-audit-results-2022"
AUDIT_CLOSED = "src-audit-summary"
FUNDS = "src-funds"
BANKS = "src-banks"
CATALOGUE = "src-catalogue"
TRAINING = "src-training"

# id, title, English title, issuer, number, dated, published, openness, kind, note
_DOCUMENTS = (
    (AREAS, "演示市行政区划与开发区名录", "Demo City: Areas and Zones", "演示市人民政府办公室",
     "演政办〔2020〕3号", "2020-01-10", "2020-01-15", "public", "document", ""),
    (INDUSTRIES, "演示行业分类节录", "Demo Extract of the Industrial Classification", "演示标准资料室",
     "", "", "2018-03", "public", "own", "行业代码与名称为国家标准的公开内容，此处只节录演示所需。"),
    (STANDARDS, "演示评价标准汇编", "Demo Collection of Standards", "演示标准资料室",
     "", "2024-12-20", "2025-01-08", "public", "document", "标准号、指标与数值均为虚构。"),
    (PLAN, "演示市绿色制造体系建设方案", "Demo Plan for Green Manufacturing", BUREAU,
     "演工信〔2021〕8号", "2021-03-02", "2021-03-09", "public", "document", ""),
    (LADDER, "演示省绿色工厂梯度培育办法", "Demo Rules on Tiered Cultivation", PROVINCE,
     "演省工信规〔2019〕2号", "2019-11-20", "2019-12-01", "public", "document", ""),
    (COMPILED, "演示名录编制记录", "Notes of the Compilers", "演示数据编制组",
     "", "2025-06-20", "2025-06-25", "public", "own", ""),
    (REGISTER, "演示企业名称变更公告汇编", "Demo Notices of Changed Names", "演示市登记机关",
     "", "2025-05-30", "2025-06-05", "public", "notice", ""),
    (PRINTED_SITE, "演示企业年度公开报告汇编", "Demo Annual Reports", "演示市企业联合会",
     "", "", "2024-04-18", "public", "document", ""),
    (DECLARED, "演示企业自愿公开指标声明汇编", "Demo Voluntary Declarations", "演示数据编制组",
     "", "2025-06-10", "2025-06-16", "public", "own", "各单位自愿公开，附同意公开的方式。"),
    (CHAIN_REPORT, "演示绿色供应链企业年度报告", "Demo Supply-Chain Reports", "演示市企业联合会",
     "", "2024-06-12", "2024-06-20", "public", "document", ""),
    (BULLETIN, "演示市绿色发展公报", "Demo Bulletin of Green Development", "演示市人民政府办公室",
     "", "2025-02-20", "2025-02-28", "public", "document", ""),
    (PRESS, "演示日报：绿色制造五年回望", "Demo Daily: Five Years of Green Manufacturing", "演示日报社",
     "", "", "2024-12-19", "not_stated", "press", "报道所用“培育”为期间数，与累计数口径不同。"),
    (OUTLOOK, "演示市工业绿色发展展望", "Demo Outlook", BUREAU,
     "演工信〔2025〕5号", "2025-01-22", "2025-02", "public", "document", ""),
    (AUDIT_PUBLIC, "演示市节能监察结果公告", "Demo Notice of Inspection Results", BUREAU,
     "演工信函〔2024〕31号", "2024-06-28", "2024-07-05", "public", "notice", ""),
    (AUDIT_EARLIER, "演示市节能监察结果公告（2022年）", "Demo Notice of Inspection Results, 2022", BUREAU,
     "演工信函〔2022〕27号", "2022-06-24", "2022-07-01", "public", "notice", ""),
    (AUDIT_CLOSED, "演示市节能工作汇总表", "Demo Summary of Energy-Saving Work", BUREAU,
     "", "2024-12-10", "", "on_request", "document", ""),
    (FUNDS, "演示市工业绿色转型资金管理办法", "Demo Rules on Funds", BUREAU,
     "演工信规〔2022〕4号", "2022-04-11", "2022-04-20", "public", "document", ""),
    (BANKS, "演示市绿色金融产品手册", "Demo Handbook of Green Finance", "演示市地方金融管理局",
     "", "", "2024-09", "public", "document", ""),
    (CATALOGUE, "演示市绿色技术与服务机构目录", "Demo Catalogue of Technologies and Institutions", BUREAU,
     "演工信函〔2024〕12号", "2024-03-14", "2024-03-21", "public", "document", ""),
    (TRAINING, "演示市绿色制造服务活动安排", "Demo Calendar of Activities", BUREAU,
     "", "2025-02-25", "2025-03-03", "public", "notice", ""),
)  # fmt: skip


def fill(city: City) -> None:
    """Add the documents that are not lists."""
    for row_id, title, title_en, issuer, number, dated, published, openness, kind, note in _DOCUMENTS:
        linked = openness == "public" and kind in ("document", "notice")
        city.add(
            "sources",
            row_id,
            title_zh=title,
            title_en=title_en,
            issuer=issuer,
            number=number,
            dated=dated,
            published=published,
            openness=openness,
            kind=kind,
            note=note,
            url=f"https://example.org/documents/{row_id}" if linked else None,
            retrieved="2025-06-28" if linked else None,
        )


def notice(city: City, row_id: str, title: str, issuer: str, number: str, dated: str, published: str) -> str:
    """Add the notice that carries a list and return its id; `published` is empty where no date was found."""
    return city.add(
        "sources",
        row_id,
        title_zh=title,
        issuer=issuer,
        number=number,
        dated=dated,
        published=published,
        openness="public",
        kind="notice",
        url=f"https://example.org/notices/{row_id}" if published else None,
        retrieved="2025-06-28" if published else None,
        note=None if published else "只见到转载件，未查到发布日期。",
    )
