"""Products and the lists of products, whose serials begin anew in every section."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from recipe import cast, documents
from recipe.draw import name_at
from recipe.schemes import scheme_id
from recipe.tables import CITY, City


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of product: a section of the lists."""

    name: str
    standard_as_published: str
    standard: str | None
    goods: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Enterprise, name, models."""


_KINDS = (
    Kind("家用纺织品", "《演示绿色设计产品评价规范：家用纺织品》（演标 2002—2017）", "std-2002-2017", (
        (cast.QINGHE, "棉麻混纺床品", ("QH-M01", "QH-M02", "QH-M03A/B", "QH-M04")),
        (cast.CHANGLE, "再生涤纶窗帘", ("CL60×60", "CL80×80")),
    )),
    Kind("电线电缆", "《演示绿色设计产品评价规范：电线电缆》", None, (
        (cast.HAILAN, "低烟无卤电缆", ("WDZ-YJY-0.6/1kV 4×35mm²", "WDZ-BYJ-450/750V")),
    )),
    Kind("动力电池", "《演示绿色设计产品评价规范：动力电池》（演团标 6006—2019）", "std-6006-2019", (
        (cast.BATTERY, "磷酸铁锂动力电池", ("YX-LFP-280", "-41℃超低温蓄电池")),
        (cast.STORAGE, "储能电池模组", ("YX-ESS-1725000", "YX-ESS-1725001")),
    )),
    Kind("光伏组件", "《演示绿色设计产品评价规范：光伏组件》", None, (
        (cast.XIHU, "双玻单晶组件", ("XH-210M55", "XH-182M72", "XH-xxxDE19")),
    )),
    Kind("钢筋", "《演示绿色设计产品评价规范：钢筋》", None, (
        (cast.STEEL, "高强抗震钢筋", ("HRB600Ф12~40mm", "HRB500EΦ8mm")),
    )),
    Kind("显示器件", "《演示绿色设计产品评价规范：显示器件》", None, (
        (cast.JIYUE, "低功耗显示面板", ("JY-55UHD", "-")),
    )),
    Kind("水处理设备", "《演示绿色设计产品评价规范：水处理设备》", None, (
        (cast.WATER, "一体化中水回用装置", ("LZ-MBR50", "LZ-MBR120")),
        (cast.SONGFENG, "高效离心泵", ("SF150-315", "SF200-400")),
    )),
    Kind("调味品包装", "《演示绿色设计产品评价规范：包装》", None, (
        (cast.LI, "轻量化玻璃瓶装酱油", ("500 mL", "1.28 L")),
        (cast.JIXIANG, "可回收餐盒装速食", ("JX-A",)),
    )),
    Kind("陶瓷砖", "《演示绿色设计产品评价规范：陶瓷砖（吸水率0.5%<E≤3%）》", None, (
        (cast.LEFT, "轻质陶瓷砖", ("SQ-600×1200", "SQ-750×1500")),
    )),
    Kind("轴承", "《演示绿色设计产品评价规范：轴承》", None, (
        (cast.XIAHANG, "低摩擦轴承", ("6204-2RS", "22222CA/W33")),
    )),
)  # fmt: skip

_ENGLISH = {"棉麻混纺床品": "Cotton and Linen Bedding", "高强抗震钢筋": "High-Strength Rebar"}
_HIGHLIGHTS = ("单位产品能耗低于规范要求", "再生材料使用比例较高", "全生命周期评价报告已公开", None)

# year, level, stage, published, batch, printed
_LISTS = (
    (2017, "national", "final", "2017-09-18", 1, False),
    (2018, "national", "final", "2018-11-15", 2, False),
    (2019, "national", "final", "2019-12-20", 3, False),
    (2020, "national", "final", "2020-10-28", 4, False),
    (2021, "provincial", "final", "2021-11-12", 1, True),
    (2021, "national", "publicity", "2021-12-06", 5, True),
    (2021, "national", "final", "2022-01-14", 5, True),
    (2022, "national", "final", "2023-02-10", 6, True),
)  # fmt: skip
_FIRST_YEAR, _YEARS = 2017, 6


def fill(city: City) -> None:
    """Add products and the lists that name them."""
    sections: dict[str, str] = {}
    for kind in _KINDS:
        for owner, name, models in kind.goods:
            for model in models:
                _add_product(city, sections, kind, owner, name, model)
    for head in _LISTS:
        chosen = _chosen(list(sections), *head[:3])
        _add_list(city, head, {product: sections[product] for product in chosen})


def _chosen(products: list[str], year: int, level: str, stage: str) -> list[str]:
    """Return the products of one list; neighbours go together, so that sections have several serials."""
    if level == "provincial":
        return products[1::5]
    turn = year - _FIRST_YEAR
    chosen = [p for number, p in enumerate(products) if number // 2 % _YEARS == turn]
    return [*chosen, products[-1]] if stage == "publicity" else chosen


def _add_product(city: City, sections: dict[str, str], kind: Kind, owner: str, name: str, model: str) -> None:
    number = len(sections) + 1
    row_id = city.add(
        "products",
        f"prod-{number:03d}",
        enterprise=owner,
        name_zh=name,
        name_en=_ENGLISH.get(name),
        model=model,
        kind_zh=kind.name,
        standard_as_published=kind.standard_as_published,
        standard=kind.standard,
        highlight=_HIGHLIGHTS[number % len(_HIGHLIGHTS)],
        source=documents.CATALOGUE,
    )
    sections[row_id] = kind.name


def _add_list(city: City, head: tuple[int, str, str, str, int, bool], chosen: dict[str, str]) -> None:
    year, level, stage, published, batch, printed = head
    scheme = city.tables["schemes"][scheme_id("product", level)]
    list_id = f"list-product-{level}-{year}-{stage}"
    title = (
        f"{year}年{'度' if printed else ''}{scheme['name_zh']}{'名单' if stage == 'final' else '公示名单'}"
    )
    source = documents.notice(
        city, list_id.replace("list-", "src-", 1), f"演示：{title}", scheme["authority"], "", "", published
    )
    follows = f"list-product-{level}-{year}-publicity" if stage == "final" else ""
    scope = CITY if level == "national" else None
    columns = (
        "id scheme title_zh batch list_year list_year_printed stage published official_count count_scope"
        " follows"
    )
    row = (
        list_id, scheme["id"], title, batch, year, printed, stage, published, len(chosen), scope,
        follows if follows in city.tables["lists"] else None,
    )  # fmt: skip
    city.add_rows(
        "lists", columns, [row], kind="additions", annex="附件2", rows_held="complete", source=source
    )
    _add_rows(city, list_id, chosen, "演示省" if level == "national" else "演示市")


def _add_rows(city: City, list_id: str, chosen: dict[str, str], region: str) -> None:
    """Add the rows of a list, section by section; serials begin at 1 in each."""
    notice = city.tables["lists"][list_id]
    serials: Counter[str] = Counter()
    for product, section in sorted(chosen.items(), key=lambda item: item[1]):
        serials[section] += 1
        row = city.tables["products"][product]
        city.append(
            "recognitions",
            "rec",
            list=list_id,
            section=section,
            serial=serials[section],
            product=product,
            name_as_published=name_at(city, row["enterprise"], notice["published"]),
            region_as_published=region,
            standard_as_published=row["standard_as_published"],
            publish="yes",
            source=notice["source"],
        )
