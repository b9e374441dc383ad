"""From printed rows of national lists to the tables of the data model, for real and made-up rows alike.

Nothing is corrected: a name is one unit per way of printing it, a region that is no place gives no place.
Only blanks around a cell are dropped, which no page would show. The recommending body has no column to go to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Row = dict[str, str]

CATEGORIES: Mapping[str, tuple[str, str, str]] = {
    "factory": ("enterprise", "绿色工厂", "家"),
    "park": ("park", "绿色园区", "个"),
    "product": ("product", "绿色设计产品", "个"),
    "supply-chain": ("enterprise", "绿色供应链管理企业", "家"),
}
"""Subject, name and counter word of each category by id."""
CITIES: Mapping[str, str] = {
    "青岛": "山东",
    "宁波": "浙江",
    "深圳": "广东",
    "厦门": "福建",
    "大连": "辽宁",
    "合肥": "安徽",
    "西安": "陕西",
    "无锡": "江苏",
    "苏州": "江苏",
    "常州": "江苏",
    "武汉": "湖北",
    "珠海": "广东",
}
"""Cities that the lists print where they otherwise print a province, and the province each lies in."""
NO_AREA = frozenset({"", "海信", "蒙娜", "景泰"})
"""Printed as a region but the beginning of a firm's name, or a county, for which the model has no level."""
REPEATED = "名单原文序号重复"
_COUNTRY = {
    "id": "china",
    "name_zh": "中国",
    "kind": "administrative",
    "level": "country",
    "source": "src-own",
}


def category_of(printed: str) -> str:
    """Return the model's id of a category as the rows write it: `green_supply_chain` → `supply-chain`."""
    return printed.removeprefix("green_").replace("_", "-")


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What is known of one list besides its rows."""

    title: str
    year: int
    year_printed: bool
    official_count: int | None = None
    """The number its notice gives; none where that is not the number of rows."""
    explained_by: str = ""


@dataclass(slots=True)
class _Numbered:
    """Rows told apart by a key, numbered in the order in which they first come."""

    prefix: str
    digits: int = 6
    rows: dict[str, Row] = field(default_factory=dict)

    def id_of(self, key: str, **cells: str) -> str:
        """Return the id of `key`; the cells are those of a new row."""
        if key not in self.rows:
            self.rows[key] = {"id": f"{self.prefix}-{len(self.rows) + 1:0{self.digits}d}", **cells}
        return self.rows[key]["id"]

    def listed(self) -> list[Row]:
        """Return the rows in order."""
        return list(self.rows.values())


class _Conversion:
    """Tables that grow row by row."""

    def __init__(self) -> None:
        self.areas = _Numbered("area", 3)
        self.enterprises = _Numbered("ent")
        self.parks = _Numbered("park")
        self.products = _Numbered("prod")
        self.evaluators = _Numbered("eval", 5)
        self.places = _Numbered("place")
        self.recognitions: list[Row] = []

    def area(self, printed: str) -> str:
        """Return the id of the area of a printed region, empty where it is none."""
        if printed in NO_AREA:
            return ""
        parent = self.area(CITIES[printed]) if printed in CITIES else "china"
        cells = {"name_zh": printed, "kind": "administrative", "parent": parent, "source": "src-own"}
        return self.areas.id_of(printed, level="city" if printed in CITIES else "province", **cells)

    def add(self, row: Mapping[str, str], *, repeated: bool) -> None:
        """Add a printed row: its unit, its product, the place of its unit, its evaluator, the row itself."""
        category, source = category_of(row["category"]), source_id(row["batch_no"])
        name, subject = row["name_as_published"], CATEGORIES[category][0]
        unit = self._park(name, source) if subject == "park" else self._enterprise(row, name, source)
        product = self._product(row, unit, source) if subject == "product" else ""
        area = self.area(row["region"])
        if area:
            basis = "名单所印地区"
            self.places.id_of(unit, unit=unit, area=area, grade="confirmed", basis=basis, source=source)
        evaluator = self._evaluator(row["evaluator"], source)
        self.recognitions.append(
            {
                "id": f"r-{len(self.recognitions) + 1:06d}",
                "list": list_id(category, row["batch_no"]),
                "section": row["product_category"],
                "serial": row["serial_no"],
                subject: product or unit,
                "name_as_published": name,
                "region_as_published": row["region"],
                "industry_as_published": row["industry_label"],
                "evaluator": evaluator,
                "standard_as_published": row["product_standard"],
                "remark": REPEATED if repeated else "",
                "publish": "yes",
                "source": source,
            }
        )

    def _enterprise(self, row: Mapping[str, str], name: str, source: str) -> str:
        kind = "branch" if name.endswith("分公司") else "company"
        cells = {"kind": kind, "size": "unknown", "comparable": "true", "source": source}
        return self.enterprises.id_of(name, name_zh=name, industry_label=row["industry_label"], **cells)

    def _evaluator(self, name: str, source: str) -> str:
        return self.evaluators.id_of(name, name_zh=name, source=source) if name else ""

    def _park(self, name: str, source: str) -> str:
        return self.parks.id_of(name, name_zh=name, source=source)

    def _product(self, row: Mapping[str, str], enterprise: str, source: str) -> str:
        cells = {
            "enterprise": enterprise,
            "name_zh": row["product_name"],
            "model": row["product_model"],
            "kind_zh": row["product_category"],
            "standard_as_published": row["product_standard"],
            "source": source,
        }
        # A row is a product: nothing says which rows mean the same one.
        return self.products.id_of(str(len(self.products.rows)), **cells)


def convert(
    rows: Iterable[Mapping[str, str]], facts: Mapping[tuple[str, str], ListFacts]
) -> dict[str, list[Row]]:
    """Return every table by name. `facts` says of each (category id, batch) what its rows do not.

    The rows have the columns of national_lists_batches_1_6.csv; a list without facts raises KeyError.
    """
    printed = [{name: cell.strip() for name, cell in row.items()} for row in rows]
    serials = Counter(map(_place_in_list, printed))
    made = _Conversion()
    for row in printed:
        made.add(row, repeated=serials[_place_in_list(row)] > 1)
    batches = {row["batch_no"]: row for row in printed}
    lists = {(category_of(row["category"]), row["batch_no"]): row for row in printed}
    return {
        "areas": [_COUNTRY, *made.areas.listed()],
        "evaluators": made.evaluators.listed(),
        "sources": [_own(), *(_source(row) for row in batches.values())],
        "enterprises": made.enterprises.listed(),
        "parks": made.parks.listed(),
        "products": made.products.listed(),
        "places": made.places.listed(),
        "lists": [_list(category, row, facts[category, batch]) for (category, batch), row in lists.items()],
        "recognitions": made.recognitions,
        **_frame(list(batches.values())),
    }


def list_id(category: str, batch: str) -> str:
    """Return the id of a list of the national level."""
    return f"list-{category}-national-{batch}"


def source_id(batch: str) -> str:
    """Return the id of the notice that published a batch."""
    return f"src-national-{batch}"


def _place_in_list(row: Mapping[str, str]) -> tuple[str, str, str, str]:
    return row["category"], row["batch_no"], row["product_category"], row["serial_no"]


def _own() -> Row:
    return {"id": "src-own", "title_zh": "性能测量的整理说明", "openness": "public", "kind": "own"}


def _source(row: Mapping[str, str]) -> Row:
    return {
        "id": source_id(row["batch_no"]),
        "title_zh": f"{row['list_label']}绿色制造名单",
        "issuer": "工业和信息化部",
        "number": row["doc_no"],
        "published": row["published"],
        "openness": "not_stated",
        "url": row["list_page"],
        "kind": "notice",
    }


def _list(category: str, row: Mapping[str, str], facts: ListFacts) -> Row:
    return {
        "id": list_id(category, row["batch_no"]),
        "scheme": f"{category}-national",
        "kind": "additions",
        "title_zh": facts.title,
        "batch": row["batch_no"],
        "list_year": str(facts.year),
        "list_year_printed": str(facts.year_printed).lower(),
        "stage": "final",
        "number": row["doc_no"],
        "published": row["published"],
        "official_count": "" if facts.official_count is None else str(facts.official_count),
        "rows_held": "complete",
        "explained_by": facts.explained_by,
        "source": source_id(row["batch_no"]),
    }


def _frame(batches: Sequence[Mapping[str, str]]) -> dict[str, list[Row]]:
    """Return categories, schemes and coverage: what the lists belong to and how far they reach."""
    days = sorted(row["published"] for row in batches)
    first = source_id(min(batches, key=lambda row: row["published"])["batch_no"])
    tables: dict[str, list[Row]] = {"categories": [], "schemes": [], "coverage": []}
    for id_, (subject, name, unit) in CATEGORIES.items():
        scheme = f"{id_}-national"
        tables["categories"].append(
            {"id": id_, "subject": subject, "name_zh": name, "unit_zh": unit, "source": first}
        )
        tables["schemes"].append(
            {"id": scheme, "category": id_, "level": "national", "name_zh": f"国家级{name}", "source": first}
        )
        held = {"additions": "all", "removals": "all", "source": "src-own"}
        tables["coverage"].append(
            {
                "id": f"coverage-{id_}",
                "scheme": scheme,
                "area": "china",
                "valid_from": days[0],
                "valid_to": days[-1],
            }
            | held
        )
    return tables
