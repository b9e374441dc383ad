"""The units in the tables: those of `cast`, and a crowd drawn to fill the lists.

Every name begins with a word that no real place or firm bears, so that none can be taken for a real one.
"""

from __future__ import annotations

from recipe import cast, documents
from recipe.credit import credit_code
from recipe.reference import AREA_NAMES, DISTRICTS, OLD_DISTRICT, ZONE, industry
from recipe.tables import City

CROWD = 88
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BRANDS = (
    "青岚 朝露 晚舟 听澜 望舒 扶光 清嘉 疏影 云笺 竹喧 松涛 鹿鸣 沧浪 溪山 月白 "
    "天青 石绿 缃叶 赤霞 玄圃 丹枫 苍葭 白蘋 菱歌 渔火 梅坞 桃津 柳浪 荷风 稻香 "
    "麦秋 芒种 小满 寒露 霜降 大雪 冬至 立春 惊蛰 春分 清明 谷雨 立夏 夏至 小暑 "
    "大暑 立秋 处暑 白露 秋分 立冬 小雪 小寒 大寒 星汉 天河 北辰 南斗 东篱 西窗 "
    "蓬莱 方壶 瀛洲 扶桑 若木 建木 青鸾 玄鹤 白鹭 苍鹰 锦鲤 金乌 玉兔 银蟾 璇玑 "
    "玉衡 开阳 摇光 天枢 天璇 长庚 重明 乐山居 行云 流水间 半亩塘 归去来 千里莺 一叶舟"
)
# Code of the industry, words that a firm of it puts in its name
_TRADES = (
    ("C17", ("纺织", "印染", "针织")), ("C34", ("机械", "泵阀", "轴承制造")), ("C38", ("电气", "电缆")),
    ("C39", ("电子", "光电科技")), ("C26", ("化工", "新材料")), ("C36", ("汽车零部件", "车辆系统")),
    ("C14", ("食品",)), ("C30", ("建材", "玻璃科技")), ("C33", ("金属制品", "紧固件")),
    ("C35", ("环保装备", "智能装备")),
    ("C29", ("塑胶", "橡塑制品")), ("C384", ("电池", "储能技术")),
)  # fmt: skip
_ENDINGS = ("有限公司", "有限公司", "有限公司", "股份有限公司", "集团有限公司", "（演示）有限公司")
_SIZES = ("large", "medium", "medium", "small", "small", "small", "micro", "unknown")
_OWNERSHIP = (None, None, "民营", "民营", "国有控股", "外商投资")


def fill(city: City) -> None:
    """Add enterprises, parks, sites, and their names and present places."""
    for part in cast.CAST:
        _add_part(city, part)
    for unit, area, grade, start, end, basis, note in cast.PLACES:
        place(city, unit, area, grade=grade, start=start, end=end, basis=basis, note=note)
    for number, brand in enumerate(_BRANDS.split()[:CROWD]):
        _add_drawn(city, len(cast.CAST) + number + 1, brand)
    for row_id, name, name_en, kind, own_area, body, district in cast.PARKS:
        website = f"https://example.org/parks/{row_id}" if body else None
        row = (row_id, name, name_en, kind, own_area, body, website)
        columns = "id name_zh name_en type area managing_body website"
        city.add_rows("parks", columns, [row], source=documents.AREAS)
        place(city, row_id, district, source=documents.AREAS, basis="园区名录")
    columns = "id enterprise name_zh name_en area address"
    city.add_rows("sites", columns, cast.SITES, source=documents.PRINTED_SITE)
    for row_id, _, _, _, area, _ in cast.SITES:
        place(city, row_id, area, basis="年度公开报告所印地址")
    for known in cast.NAMES:
        source = documents.REGISTER if "former" in known else documents.COMPILED
        columns = "unit name_zh kind pinyin valid_from valid_to"
        city.add_rows("unit_names", columns, [known], prefix="name", source=source)


def place(
    city: City,
    unit: str,
    area: str,
    *,
    source: str = documents.PRINTED_SITE,
    grade: str = "confirmed",
    start: str | None = None,
    end: str | None = None,
    basis: str = "年度公开报告",
    note: str | None = None,
) -> None:
    """Add one place of `unit`, confirmed unless told otherwise, from `start` to `end` where known."""
    city.append(
        "places",
        "place",
        unit=unit,
        area=area,
        grade=grade,
        valid_from=start,
        valid_to=end,
        basis=basis,
        source=source,
        internal_note=note,
    )


def _organisation(city: City, number: int) -> str:
    tail = "".join(city.rng.choice(_ALPHABET) for _ in range(4))
    return f"MA{number:03d}{tail}"


def _add_part(city: City, part: cast.Part) -> None:
    number = int(part.id.removeprefix("ent-"))
    organisation = _organisation(city, number) if part.code == "drawn" else part.code
    head = "12990100" if part.kind == "institution" else "91990100"
    city.add(
        "enterprises",
        part.id,
        name_zh=part.name,
        name_en=part.english,
        kind=part.kind,
        parent=part.parent,
        uscc=credit_code(organisation, head) if organisation else None,
        size=part.size,
        industry=industry(part.industry) if part.industry else None,
        industry_label=None if part.industry else "工艺美术",
        ownership=part.ownership,
        industry_source=documents.COMPILED if part.industry else None,
        website=f"https://example.org/firms/{part.id}" if part.english else None,
        comparable=part.id != cast.PHARMA,
        source=documents.PRINTED_SITE,
    )
    if part.area:
        place(city, part.id, f"area-{part.area}")


def _add_drawn(city: City, number: int, brand: str) -> None:
    rng = city.rng
    areas = (*DISTRICTS, ZONE)
    area = areas[number % len(areas)]
    code, words = _TRADES[number % len(_TRADES)]
    start = rng.choice(("演示", AREA_NAMES[area].removesuffix("市")))
    row_id = f"ent-{number:03d}"
    city.add(
        "enterprises",
        row_id,
        name_zh=f"{start}{brand}{rng.choice(words)}{rng.choice(_ENDINGS)}",
        kind="company",
        uscc=None if number % 9 == 0 else credit_code(_organisation(city, number)),
        size=rng.choice(_SIZES),
        industry=industry(code),
        industry_source=documents.COMPILED,
        ownership=rng.choice(_OWNERSHIP),
        comparable=number % 31 != 0,
        source=documents.PRINTED_SITE,
    )
    if area == "area-yisi" and number % 4 == 0:
        place(city, row_id, OLD_DISTRICT, end="2019-12-31", source=documents.AREAS, basis="行政区划调整")
        place(city, row_id, area, start="2020-01-01", source=documents.AREAS, basis="行政区划调整")
    else:
        place(city, row_id, area)
