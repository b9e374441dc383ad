"""Categories, the names they had, and the schemes: one for each category at each level."""

from __future__ import annotations

from recipe import documents
from recipe.tables import Cell, City

_CATEGORIES: tuple[tuple[Cell, ...], ...] = (
    ("factory", "enterprise", "绿色工厂", "Green Factory", "家", "2017", None),
    ("park", "park", "绿色工业园区", "Green Industrial Park", "个", "2018", None),
    ("product", "product", "绿色设计产品", "Green-Design Product", "种", "2017", "2022-12-31"),
    ("supply-chain", "enterprise", "绿色供应链管理企业", "Green Supply Chain Management Enterprise", "家",
     "2018", None),
    ("zero-carbon-factory", "enterprise", "零碳工厂", "Zero-Carbon Factory", "家", "2023", None),
    ("green-workshop", "enterprise", "演示市绿色车间示范单位", "Demo Green Workshop", "家", "2021", None),
)  # fmt: skip

_NAMES: tuple[tuple[Cell, ...], ...] = (
    ("park", "绿色园区", "Green Park", "2018", "2021-12-31"),
    ("park", "绿色工业园区", "Green Industrial Park", "2022-01-01", None),
    ("supply-chain", "绿色供应链管理示范企业", "", "2018", "2020-12-31"),
    ("supply-chain", "绿色供应链管理企业", "Green Supply Chain Management Enterprise", "2021-01-01", None),
)  # fmt: skip

LEVELS = {"municipal": "市级", "provincial": "省级", "national": "国家级"}
_LEVELS_EN = {"municipal": "Municipal", "provincial": "Provincial", "national": "National"}

# category, level, from, to
_SCHEMES = (
    ("factory", "municipal", "2019", None), ("factory", "provincial", "2020", None),
    ("factory", "national", "2017", None),
    ("park", "provincial", "2019", None), ("park", "national", "2018", None),
    ("product", "provincial", "2021", "2021-12-31"), ("product", "national", "2017", "2022-12-31"),
    ("supply-chain", "provincial", "2021", None), ("supply-chain", "national", "2018", None),
    ("zero-carbon-factory", "municipal", "2023", None), ("zero-carbon-factory", "provincial", "2024", None),
    ("green-workshop", "municipal", "2021", None),
)  # fmt: skip


def scheme_id(category: str, level: str) -> str:
    """Return the id of the scheme of `category` at `level`."""
    return f"scheme-{category}-{level}"


def fill(city: City) -> None:
    """Add categories, their names by period, and schemes."""
    columns = "id subject name_zh name_en unit_zh valid_from valid_to"
    city.add_rows("categories", columns, _CATEGORIES, source=documents.PLAN)
    columns = "category name_zh name_en valid_from valid_to"
    city.add_rows("category_names", columns, _NAMES, prefix="cat", source=documents.COMPILED)
    for category, level, start, end in _SCHEMES:
        kind = city.tables["categories"][category]
        city.add(
            "schemes",
            scheme_id(category, level),
            category=category,
            level=level,
            name_zh=LEVELS[level] + kind["name_zh"].removeprefix("演示市"),
            name_en=f"{_LEVELS_EN[level]} {kind['name_en']}",
            authority=documents.AUTHORITY[level],
            valid_from=start,
            valid_to=end,
            source=documents.LADDER if level == "provincial" else documents.PLAN,
        )
