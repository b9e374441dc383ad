"""The units with a part in a story, written by hand. Their ids never change; the rest of the city is drawn (`crowd`).

What happens to them is told in `rounds` (lists), `changes` and `evidence`.
"""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from dataclasses import dataclass

QINGHE, SONGFENG, XIHU = "ent-001", "ent-002", "ent-003"
CHONGHANG, CHANGLE, XIAHANG = "ent-004", "ent-005", "ent-006"
HAILAN, XY, KUNTAI, QIUSHAN, JIXIANG = "ent-007", "ent-008", "ent-009", "ent-010", "ent-011"
QINGHE_BRANCH, LI, ZHANG = "ent-012", "ent-013", "ent-014"
RESTORED, REMOVED, MERGED, MERGER = "ent-015", "ent-016", "ent-017", "ent-018"
SPLITTER, SPLIT, MOVER, LEFT, REBUILT = "ent-019", "ent-020", "ent-021", "ent-022", "ent-023"
JIYUE, HECHUAN, STEEL, BATTERY, STORAGE = "ent-024", "ent-025", "ent-026", "ent-027", "ent-028"
PHARMA, WATER, INSTITUTE, COOPERATIVE = "ent-029", "ent-030", "ent-031", "ent-032"
TYRES, MOTORS, GLASS, PAINT = "ent-033", "ent-034", "ent-035", "ent-036"
WITHDRAWN_A, WITHDRAWN_B, ORPHAN, LABEL_ONLY, STEEL_BRANCH = (
    "ent-037",
    "ent-038",
    "ent-039",
    "ent-040",
    "ent-041",
)

INFERRED = (TYRES, MOTORS, GLASS, PAINT)
"""Units whose place is only inferred or a lead: they stand on national lists that print the province."""


@dataclass(frozen=True, slots=True)
class Part:
    """One unit written by hand."""

    id: str
    name: str
    industry: str
    """Code of the industry; empty where only a printed label is known."""
    area: str
    """Short name of the area (`jiachen`); empty where `changes` tells the places."""
    size: str = "medium"
    kind: str = "company"
    parent: str = ""
    english: str = ""
    ownership: str = ""
    code: str = "drawn"
    """Organisation part of the credit code; `drawn` for an invented one, empty for none known."""


CAST = (
    Part(QINGHE, "演示青禾纺织有限公司", "C17", "jiachen", "large", english="Demo Qinghe Textile Co., Ltd.",
         ownership="民营"),
    Part(SONGFENG, "甲辰区松风机械股份有限公司", "C34", "jiachen", "large", ownership="民营"),
    Part(XIHU, "演示汐湖新能源股份有限公司", "C382", "wushen", "large", english="Demo Xihu New Energy Co., Ltd."),
    Part(CHONGHANG, "演示重行精密机械有限公司", "C34", "yisi"),
    Part(CHANGLE, "演示长乐家纺有限公司", "C17", "bingwu", "small"),
    Part(XIAHANG, "演示厦行轴承股份有限公司", "C34", "dingwei", ownership="国有控股"),
    Part(HAILAN, "演示海岚（甲辰）电缆有限公司", "C38", "jiachen", ownership="中外合资"),
    Part(XY, "演示ＸＹ微电子有限公司", "C39", "zone", english="Demo XY Microelectronics Co., Ltd."),
    Part(KUNTAI, "演示堃泰铸造有限公司", "C33", "bingwu", "small"),
    Part(QIUSHAN, "演示㐀山生物科技有限公司", "C27", "wushen", "small", code=""),
    Part(JIXIANG, "演示𠮷祥食品有限公司", "C14", "yisi", "small"),
    Part(QINGHE_BRANCH, "演示青禾纺织有限公司丙午分公司", "C17", "bingwu", "unknown", "branch", QINGHE),
    Part(LI, "演示李锦禾酱园有限公司", "C14", "wushen", "small"),
    Part(ZHANG, "甲辰区张松裕酒业有限公司", "C15", "jiachen"),
    Part(RESTORED, "演示云麓化工股份有限公司", "C26", "zone", "large"),
    Part(REMOVED, "演示北渚印染有限公司", "C17", "bingwu"),
    Part(MERGED, "演示南汀造纸有限公司", "C22", "wushen", code=""),
    Part(MERGER, "演示南汀纸业集团股份有限公司", "C22", "wushen", "large"),
    Part(SPLITTER, "演示远岫汽车零部件有限公司", "C36", "dingwei", "large"),
    Part(SPLIT, "演示远岫传动系统有限公司", "C36", "zone"),
    Part(MOVER, "演示白榆电子有限公司", "C39", ""),
    Part(LEFT, "乙巳区石桥建筑陶瓷有限公司", "C30", "yisi"),
    Part(REBUILT, "丙午石桥新型建材有限公司", "C30", "bingwu"),
    Part(JIYUE, "演示霁月光电科技股份有限公司", "C39", "wushen", "large", english="Demo Jiyue Optoelectronics Inc.",
         ownership="民营"),
    Part(HECHUAN, "演示禾川食品集团有限公司", "C13", "bingwu", "large"),
    Part(STEEL, "演示金汐钢铁有限公司", "C31", "yisi", "large", english="Demo Jinxi Steel Co., Ltd.", ownership="国有"),
    Part(BATTERY, "演示银杏动力电池有限公司", "C384", "zone", "large"),
    Part(STORAGE, "演示银杏储能科技股份有限公司", "C384", "zone", "large"),
    Part(PHARMA, "丙午云溪制药有限公司", "C27", "bingwu"),
    Part(WATER, "演示绿洲水处理设备有限公司", "C35", "dingwei", "small"),
    Part(INSTITUTE, "演示市第一再生资源研究所", "C42", "jiachen", "unknown", "institution", code="990000112"),
    Part(COOPERATIVE, "演示老街豆制品合作社", "C13", "yisi", "micro", "other", code=""),
    Part(TYRES, "演示远帆轮胎有限公司", "C29", ""),
    Part(MOTORS, "演示逐浪电机有限公司", "C38", "", code=""),
    Part(GLASS, "演示明澈玻璃有限公司", "C30", ""),
    Part(PAINT, "演示素尘涂料有限公司", "C26", "", code=""),
    Part(WITHDRAWN_A, "演示撤下企业甲有限公司", "C33", "yisi", "small"),
    Part(WITHDRAWN_B, "演示撤下企业乙有限公司", "C35", "jiachen"),
    Part(ORPHAN, "演示疏桐包装有限公司", "C22", "jiachen", "small", parent=WITHDRAWN_B),
    Part(LABEL_ONLY, "戊申区归帆工艺品有限公司", "", "wushen", "unknown", code=""),
    Part(STEEL_BRANCH, "演示金汐钢铁有限公司特钢分公司", "C31", "zone", "large", "branch", STEEL),
)  # fmt: skip

# unit, name, kind, reading, from, to
NAMES: tuple[tuple[str, str, str, str, str | None, str | None], ...] = (
    (SONGFENG, "甲辰区松风机械有限公司", "former", "", "2006-04", "2022-05-18"),
    (SONGFENG, "甲辰松风", "short", "", None, None),
    (XIHU, "演示汐湖光伏有限公司", "former", "", "2009", "2021-08-30"),
    (XIHU, "演示汐湖", "short", "", None, None),
    (CHONGHANG, "演示重行精密机械有限公司", "legal", "yan shi chong hang jing mi ji xie", None, None),
    (CHANGLE, "演示长乐家纺有限公司", "legal", "yan shi chang le jia fang", None, None),
    (XIAHANG, "演示厦行轴承股份有限公司", "legal", "yan shi sha hang zhou cheng", None, None),
    (QINGHE, "演示青禾纺织有限责任公司", "as_printed", "", None, None),
    (QINGHE, "演示青禾", "short", "", None, None),
    (HAILAN, "演示海岚电缆有限公司", "as_printed", "", None, None),
    (ZHANG, "甲辰区张松裕洒业有限公司", "as_printed", "", None, None),
    (XIAHANG, "演示厦行轴承有限公司", "former", "", "1998", "2023-06-30"),
    (JIYUE, "演示霁月光电有限公司", "former", "", "2011-07", "2019-05-31"),
    (MERGER, "演示南汀纸业有限公司", "former", "", "2001", "2020-03-31"),
    (STORAGE, "演示银杏", "short", "", None, None),
    ("park-01", "演示甲辰绿色染整产业园", "second_plate", "", "2016-03", None),
    ("park-02", "演示经开区汽车零部件产业园", "second_plate", "", "2014", None),
    ("park-03", "丙午市循环经济试点园区", "former", "", "2010", "2017-12-31"),
    ("park-04", "戊申光电园", "short", "", None, None),
)  # fmt: skip

# id, name, English name, type, area of its own, body, district
PARKS: tuple[tuple[str, str, str, str, str | None, str, str], ...] = (
    ("park-01", "演示甲辰纺织产业园", "Demo Jiachen Textile Park", "市级特色园区", None, "演示甲辰纺织产业园管理办公室",
     "area-jiachen"),
    ("park-02", "演示经济开发区", "Demo Economic Development Zone", "省级开发区", "area-zone",
     "演示经济开发区管理委员会", "area-zone"),
    ("park-03", "丙午循环经济产业园", "Bingwu Circular Economy Park", "省级特色园区", None, "丙午循环园管理办公室",
     "area-bingwu"),
    ("park-04", "演示戊申光电产业园", "Demo Wushen Optics Park", "市级特色园区", None, "", "area-wushen"),
    ("park-05", "乙巳新材料产业园", "", "", None, "乙巳新材料产业园管理办公室", "area-yisi"),
    ("park-06", "演示丁未汽车城", "Demo Dingwei Auto City", "市级特色园区", None, "", "area-dingwei"),
    ("park-07", "丙午食品产业园", "", "县级园区", None, "", "area-bingwu"),
)  # fmt: skip

# id, enterprise, name, English name, area, address
SITES = (
    ("site-01", STEEL, "演示金汐钢铁炼钢厂区", "Jinxi Steel, Melting Plant", "area-yisi", "演示市乙巳区示例大道北侧"),
    ("site-02", STEEL, "演示金汐钢铁冷轧厂区", "", "area-zone", "演示经开区样本路东侧"),
    ("site-03", JIYUE, "演示霁月光电二期厂区", "", "area-wushen", "演示市戊申区范例街"),
)  # fmt: skip

# unit, area, grade, from, to, basis, internal note
PLACES: tuple[tuple[str, str, str, str | None, str | None, str, str | None], ...] = (
    (MOVER, "area-jiachen", "confirmed", "2008", "2022-06-30", "年度公开报告", None),
    (MOVER, "area-zone", "confirmed", "2022-07-01", None, "搬迁公告", "演示内部备注：已与两地核对"),
    (TYRES, "area-city", "inferred", None, None, "名称所含地名", "演示内部备注：待函询"),
    (MOTORS, "area-dingwei", "inferred", None, None, "招聘信息所印地址", None),
    (GLASS, "area-city", "inferred", None, None, "名称所含地名", None),
    (PAINT, "area-yisi", "candidate", None, None, "演示线索依据", "演示内部线索：来源不可公开"),
    (GLASS, "area-wushen", "candidate", "2021", None, "演示线索依据", "演示内部线索：两处说法不一"),
    (HECHUAN, "area-wushen", "inferred", None, "2012-12-31", "旧年度报告", None),
)  # fmt: skip
