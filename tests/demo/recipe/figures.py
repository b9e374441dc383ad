"""The package `figures`: metrics, claims and targets.

Cumulative counts are taken from the lists as drawn, so that claims and ledger agree where they are meant to; where they
are meant to differ, the claim says why.
"""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from collections.abc import Iterable

from recipe import documents
from recipe.changes import subject
from recipe.schemes import LEVELS
from recipe.tables import CITY, Cell, City

_METRICS: tuple[tuple[Cell, ...], ...] = (
    ("met-factory-municipal", "市级绿色工厂累计", "Municipal Green Factories", "factory", "municipal", "count", "subject",
     "家"),
    ("met-factory-provincial", "省级绿色工厂累计", "Provincial Green Factories", "factory", "provincial", "count",
     "subject", "家"),
    ("met-factory-national", "国家级绿色工厂累计", "National Green Factories", "factory", "national", "count", "subject",
     "家"),
    ("met-factory-above", "省级以上绿色工厂累计", "Green Factories, Provincial or Above", "factory",
     "provincial_or_above", "count", "enterprise", "家"),
    ("met-factory-new", "当年新增国家级绿色工厂", "New National Green Factories", "factory", "national", "new",
     "subject", "家"),
    ("met-factory-removed", "移出国家级绿色工厂", "National Green Factories Removed", "factory", "national", "removed",
     "subject", "家"),
    ("met-park-provincial", "省级绿色工业园区累计", "", "park", "provincial", "count", "subject", "个"),
    ("met-park-national", "国家级绿色工业园区累计", "", "park", "national", "count", "subject", "个"),
    ("met-product-national", "国家级绿色设计产品累计", "", "product", "national", "count", "subject", "种"),
    ("met-product-firms", "有国家级绿色设计产品的企业", "", "product", "national", "count", "enterprise", "家"),
    ("met-chain-national", "国家级绿色供应链管理企业累计", "", "supply-chain", "national", "count", "subject", "家"),
    ("met-zero-municipal", "市级零碳工厂累计", "", "zero-carbon-factory", "municipal", "count", "subject", "家"),
    ("met-workshop", "绿色车间示范单位累计", "", "green-workshop", "municipal", "count", "subject", "家"),
    ("met-rank", "国家级绿色工厂数量全省位次", "Rank in the Province", "factory", "national", "rank", "other", "位"),
    ("met-rank-park", "绿色园区数量全省位次", "", "park", "provincial_or_above", "rank", "other", "位"),
    ("met-share", "绿色工厂产值占规模以上工业比重", "Share of Output", "factory", "provincial_or_above", "share",
     "other", "%"),
    ("met-waste-share", "工业固体废物综合利用率", "", None, None, "share", "other", "%"),
    ("met-renewable-share", "工业用电中绿电占比", "", None, None, "share", "other", "%"),
    ("met-energy-year", "单位工业增加值能耗比上年下降", "Fall of Energy Intensity, Year", None, None, "change", "other",
     "%"),
    ("met-energy-since", "单位工业增加值能耗比2020年累计下降", "Fall of Energy Intensity since 2020", None, None,
     "change", "other", "%"),
    ("met-water-since", "万元工业增加值用水量比2020年累计下降", "", None, None, "change", "other", "%"),
)  # fmt: skip

# What industry uses of energy: parts that make up the whole, for each year as the bulletin prints them.
_MIX = "met-energy-mix"
_PARTS: tuple[tuple[str, str, tuple[float, ...]], ...] = (
    ("met-energy-mix-coal", "工业用能中煤炭占比", (41.6, 38.2)),
    ("met-energy-mix-gas", "工业用能中天然气占比", (17.9, 18.6)),
    ("met-energy-mix-power", "工业用能中电力占比", (35.1, 37.5)),
    ("met-energy-mix-other", "工业用能中其他能源占比", (5.3, 5.7)),
)
_MIX_YEARS = (2021, 2023)

# metric, category, levels, years: the claims that agree with the names held
_AGREEING = (
    ("met-factory-municipal", "factory", ("municipal",), (2019, 2020, 2021, 2022)),
    ("met-factory-provincial", "factory", ("provincial",), (2020, 2021, 2022)),
    ("met-factory-national", "factory", ("national",), (2017, 2021)),
    ("met-factory-above", "factory", ("provincial", "national"), (2020, 2021)),
    ("met-park-provincial", "park", ("provincial",), (2019, 2021, 2023)),
    ("met-park-national", "park", ("national",), (2018, 2020, 2022, 2024)),
    ("met-product-national", "product", ("national",), (2018, 2020, 2021)),
    ("met-zero-municipal", "zero-carbon-factory", ("municipal",), (2023, 2024)),
)  # fmt: skip

_ENERGY = {2017: 3.9, 2018: 4.2, 2019: 3.4, 2020: 2.8, 2021: 3.6, 2022: 3.3, 2023: 2.7, 2024: 3.5}
_SHARES = (
    ("met-share", {2020: 14.2, 2021: 18.6, 2022: 22.3, 2023: 24.1, 2024: 25.4}),
    ("met-waste-share", {2020: 88.1, 2022: 91.4, 2024: 93.2}),
    ("met-energy-since", {2021: 3.6, 2022: 6.8, 2023: 9.3, 2024: 12.5}),
    ("met-water-since", {2021: 4.1, 2022: 9.6, 2023: 13.8, 2024: 17.2}),
)  # fmt: skip

# metric, year, place, tied, operator
_RANKS = (
    ("met-rank", 2022, 5, False, "eq"),
    ("met-rank", 2024, 3, True, "eq"),
    ("met-rank-park", 2023, 4, False, "le"),
)


def fill(city: City) -> None:
    """Add metrics and claims."""
    city.add_rows("metrics", "id name_zh name_en category level measure counted unit", _METRICS)
    for metric, category, levels, years in _AGREEING:
        for year in years:
            _cumulative(city, metric, year, len(held(city, category, levels, year)))
    _fill_disagreeing(city)
    _fill_periods(city)
    _fill_of_lists(city)
    _fill_series(city)
    _fill_mix(city)


def _fill_mix(city: City) -> None:
    """Add shares that make up a whole; those of one year are printed rounded and add up to 99.9."""
    common: dict[str, Cell] = {"measure": "share", "counted": "other", "unit": "%"}
    city.add_rows("metrics", "id name_zh", [(_MIX, "工业用能构成")], **common)
    city.add_rows("metrics", "id name_zh", [part[:2] for part in _PARTS], **common, whole=_MIX)
    for number, year in enumerate(_MIX_YEARS):
        for metric, name, values in _PARTS:
            quote = f"{year}年{name}{values[number]}%"
            _claim(city, metric, values[number], as_of=f"{year}-12-31", quote=quote)


def held(
    city: City, category: str, levels: Iterable[str], year: int, publish: Iterable[str] = ("yes",)
) -> set[str]:
    """Return the subjects that final lists of additions up to list year `year` name in `category` at `levels`."""
    schemes = {f"scheme-{category}-{level}" for level in levels}
    lists = [
        row["id"] for row in city.rows("lists", kind="additions", stage="final")
        if row["scheme"] in schemes and int(row["list_year"]) <= year
    ]  # fmt: skip
    rows = [row for list_id in lists for row in city.rows("recognitions", list=list_id)]
    return {subject(row) or row["id"] for row in rows if row["publish"] in publish}


def _claim(city: City, metric: str, value: float, **cells: Cell) -> None:
    common: dict[str, Cell] = {
        "scope": CITY, "operator": "eq", "tied": False, "stage": "final", "date_basis": "printed",
        "source": documents.BULLETIN,
    }  # fmt: skip
    city.append("claims", "claim", **(common | cells | {"metric": metric, "value": value}))


def _cumulative(city: City, metric: str, year: int, value: int, **cells: Cell) -> None:
    row = city.tables["metrics"][metric]
    level = LEVELS.get(row["level"], "省级以上")
    category = city.tables["categories"][row["category"]]["name_zh"]
    quote = f"截至{year}年度名单，全市{level}{category}累计{value}{row['unit']}"
    defaults: dict[str, Cell] = {"as_of": f"{year}-12-31", "axis": "list_year", "quote": quote}
    _claim(city, metric, value, **(defaults | cells))


def _fill_disagreeing(city: City) -> None:
    """Add claims that the names held do not bear out, each with its reason."""
    national = "met-factory-national"
    inferred = len(held(city, "factory", ("national",), 2018, ("yes", "national_only")))
    _cumulative(city, national, 2018, inferred, explained_by="含名单只标注省份、属地待核实的单位。")
    count = len(held(city, "factory", ("national",), 2024)) + 3
    _cumulative(city, national, 2024, count, explained_by="公报含未随通知公布名称的单位，且未扣除移出单位。")
    count = len(held(city, "factory", ("provincial",), 2024))
    _cumulative(city, "met-factory-provincial", 2024, count, explained_by="公报未扣除移出单位。")
    _cumulative(city, "met-chain-national", 2020, 7, explained_by="早期名单只收录一部分。")
    _cumulative(city, "met-workshop", 2023, 27, explained_by="2021年只见到总数，2023年名单不全。")
    count = len(held(city, "factory", ("national",), 2022))
    note = "报道未说明按名单年度还是公布日期统计，且未扣除移出单位。"
    quote = "截至2022年底的国家级绿色工厂数"
    _reported(city, national, count, as_of="2022-12-31", quote=quote, explained_by=note)


def _fill_periods(city: City) -> None:
    """Add figures that say too little, or speak of a period, and so bear no comparison."""
    quote = "至少6家企业拥有国家级绿色设计产品"
    _reported(city, "met-product-firms", 6, as_of="2021-12-31", axis="published", operator="ge", quote=quote)
    _reported(city, "met-waste-share", 88, as_of="2019-12-31", operator="lt", quote="2019年还不到88%")
    note = "期间数，包括已移出和重复计算的单位，与累计数口径不同。"
    for metric, value, start, operator in (
        ("met-factory-above", 88, "2021", "eq"),
        ("met-factory-municipal", 71, "2020", "gt"),
    ):
        quote = f"{start}年以来共培育{value}家"
        period: dict[str, Cell] = {"period_from": start, "period_to": "2024"}
        _reported(city, metric, value, **period, operator=operator, quote=quote, explained_by=note)
    quote, note = "“十三五”期间下降约18.4%", "基期为2015年，不与2020年以来的累计数相接。"
    period = {"period_from": "2016", "period_to": "2020", "operator": "approx"}
    _claim(city, "met-energy-since", 18.4, **period, quote=quote, explained_by=note)
    for metric, year, place, tied, operator in _RANKS:
        rank: dict[str, Cell] = {"scope": "area-province", "tied": tied, "operator": operator}
        _reported(city, metric, place, **rank, as_of=f"{year}-12-31", quote=f"居全省第{place}位")


def _reported(city: City, metric: str, value: float, **cells: Cell) -> None:
    """Add a claim of the press, whose dates follow from the context only."""
    _claim(city, metric, value, **({"date_basis": "context", "source": documents.PRESS} | cells))


def _fill_of_lists(city: City) -> None:
    for metric, list_id in (
        ("met-factory-new", "list-factory-national-2021-final"),
        ("met-factory-new", "list-factory-national-2023-final"),
        ("met-factory-new", "list-factory-national-2024-recommended"),
        ("met-factory-new", "list-factory-national-2024-publicity"),
        ("met-factory-removed", "list-factory-national-2022-removals"),
    ):
        row = city.tables["lists"][list_id]
        count = len(city.rows("recognitions", list=list_id, publish="yes"))
        _claim(
            city,
            metric,
            count,
            as_of=row["published"],
            list=list_id,
            stage=row["stage"],
            axis="list_year",
            quote=f"本次名单涉及我市{count}家",
            source=row["source"],
        )


def _fill_series(city: City) -> None:
    for year, value in _ENERGY.items():
        quote = f"{year}年单位工业增加值能耗下降{value}%"
        _claim(city, "met-energy-year", value, period_from=str(year), period_to=str(year), quote=quote)
    for metric, values in _SHARES:
        for year, value in values.items():
            _claim(city, metric, value, as_of=f"{year}-12-31", quote=f"{year}年为{value}%")
