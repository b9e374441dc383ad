"""Made-up registers of any size in the shape of the national one: as many units, lists and sections to a row.

Every name says that it is made up (演示). The same size always gives the same rows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.city import write_city
from benchmarks.conversion import CATEGORIES, ListFacts, convert

SEED = 20220115
ROWS_IN_A_BATCH = 1076
"""6,457 real rows in six batches."""
_SHARES = {"product": 0.488, "factory": 0.431, "supply-chain": 0.046, "park": 0.035}
_KNOWN_UNIT = {"product": 0.69, "factory": 0.02, "supply-chain": 0.45, "park": 0.0}
"""How often a row names a unit that an earlier row has named, by category."""
_ROWS_OF_AN_EVALUATOR = 19
_ROWS_OF_A_SECTION = 10
_REGIONS = ("北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "上海", "江苏", "浙江", "安徽", "福建")
_TRADES = ("化工", "机械", "电子", "建材", "纺织", "食品", "轻工", "制药", "汽车", "新材料", "环保", "电气")
_SIGNS = "安邦宝昌诚达德东恒丰富高光广海汉和宏华佳嘉江金京晶久康科乐力利联龙隆美明南宁鹏启庆荣瑞润盛泰通"
_FIRST_YEAR = 2001


def write_synthetic(folder: Path, size: int) -> None:
    """Write a register of `size` recognitions into `folder`/data and `folder`/docs."""
    rows = list(printed_rows(size))
    facts = {}
    for row in rows:
        category, batch = row["category"], row["batch_no"]
        title = f"演示第{batch}批名单：{CATEGORIES[category][1]}"
        facts[category, batch] = ListFacts(title, int(row["published"][:4]), year_printed=True)
    last = max(row["published"] for row in rows)
    write_city(
        folder, convert(rows, facts), title="演示绿色制造名单", source="演示名单", as_of=last, demo=True
    )


def printed_rows(size: int) -> Iterator[dict[str, str]]:
    """Yield `size` rows with the columns of national_lists_batches_1_6.csv."""
    dice = random.Random(SEED)
    names = _Names(dice)
    evaluators = [f"演示评价中心第{n}所" for n in range(1, size // _ROWS_OF_AN_EVALUATOR + 2)]
    batches = max(1, round(size / ROWS_IN_A_BATCH))
    for batch in range(batches):
        published = date(_FIRST_YEAR + batch // 6, 2 * (batch % 6) + 1, 15).isoformat()
        rows = size * (batch + 1) // batches - size * batch // batches
        kinds = dice.choices(list(_SHARES), list(_SHARES.values()), k=rows)
        for category in _SHARES:
            for number in range(kinds.count(category)):
                yield _row(category, batch + 1, number, published, names, evaluators)


def _row(
    category: str, batch: int, number: int, published: str, names: _Names, evaluators: list[str]
) -> dict[str, str]:
    dice = names.dice
    name, region = names.draw(category)
    section, serial = (number // _ROWS_OF_A_SECTION + 1, number % _ROWS_OF_A_SECTION + 1)
    product = category == "product"
    kind = _TRADES[section % len(_TRADES)] if product else ""
    return {
        "category": category,
        "batch_no": str(batch),
        "list_label": f"演示第{batch}批",
        "published": published,
        "doc_no": f"演示函〔{published[:4]}〕{batch}号",
        "serial_no": str(serial if product else number + 1),
        "region": region,
        "name_as_published": name,
        "industry_label": next((trade for trade in _TRADES if name.endswith(f"{trade}有限公司")), ""),
        "evaluator": "" if product else dice.choice(evaluators),
        "product_name": f"演示{kind}产品" if product else "",
        "product_model": f"YS-{dice.randrange(10_000)}{dice.choice('ABCDEF')}" if product else "",
        "product_category": f"{section}. 演示{kind}类" if product else "",
        "product_standard": f"《演示绿色设计产品评价技术规范 第{section}部分》（演示 {section:04d}-2020）"
        if product
        else "",
        "list_page": "",
    }


class _Names:
    """Units drawn anew or again, each with its region."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self._taken: set[str] = set()
        self._firms: list[tuple[str, str]] = []

    def draw(self, category: str) -> tuple[str, str]:
        """Return name and region of the unit of a row."""
        if self._firms and self.dice.random() < _KNOWN_UNIT[category]:
            return self.dice.choice(self._firms)
        unit = self._new("经济开发区" if category == "park" else f"{self.dice.choice(_TRADES)}有限公司")
        if category != "park":
            self._firms.append(unit)
        return unit

    def _new(self, ending: str) -> tuple[str, str]:
        region = self.dice.choice(_REGIONS)
        while True:
            name = f"演示{region}{''.join(self.dice.choices(_SIGNS, k=3))}{ending}"
            if name not in self._taken:
                self._taken.add(name)
                return name, region
