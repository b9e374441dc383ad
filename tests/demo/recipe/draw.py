"""From rounds to lists: draws the names that `rounds` leaves open and writes the lists and their rows.

Names climb as the rules want it: municipal, then provincial in a later year, then national in a later year
still. The two that skip a step stand in `rounds` by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from recipe import cast, documents
from recipe.reference import AREA_NAMES, EVALUATORS
from recipe.rounds import ROUNDS, Round
from recipe.schemes import scheme_id
from recipe.tables import City

LADDER_FROM = 2021
"""First list year in which national factories come from provincial ones."""
FIXED = {
    *(cast.RESTORED, cast.REMOVED, cast.MERGED, cast.MERGER, cast.SPLITTER, cast.LEFT, cast.REBUILT),
    *(cast.BATTERY, cast.WATER, cast.COOPERATIVE, cast.LABEL_ONLY, cast.WITHDRAWN_A, cast.WITHDRAWN_B),
    *cast.INFERRED,
}
"""Units whose whole path is written in `rounds`: they are never drawn."""
_TWICE = "原文序号重复，照录。"
_STAGES = {"recommended": "推荐名单", "publicity": "公示名单", "final": "名单"}
_STAGES_EN = {"recommended": "Recommended", "publicity": "Public Notice", "final": "List"}
_NUMBERS = {"municipal": "演工信", "provincial": "演省工信", "national": "演国工信"}

# The lists that print a unit under another name than its own.
_AS_PRINTED = {
    ("list-factory-municipal-2020-final", cast.ZHANG): "甲辰区张松裕洒业有限公司",
    ("list-factory-provincial-2020-final", cast.QINGHE): "演示青禾纺织有限责任公司",
    ("list-supply-chain-provincial-2023-final", cast.HAILAN): "演示海岚电缆有限公司",
}


@dataclass
class Roll:
    """Who stands on which list, kept while the rounds are drawn."""

    city: City
    listed: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    """By category and level: the units and the year in which they were listed."""

    def at(self, category: str, level: str) -> dict[str, int]:
        """Return the units listed in `category` at `level`, with their years."""
        return self.listed.setdefault((category, level), {})

    def pool(self, wanted: Round) -> list[str]:
        """Return the units from which the open places of a round may be drawn, in order of their ids."""
        same = [r for r in ROUNDS if (r.category, r.level) == (wanted.category, wanted.level)]
        planned = {unit for one in same for unit in one.cast}
        shut = FIXED | planned | set(self.at(wanted.category, wanted.level))
        ready = [u for u in self._candidates(wanted) if u not in shut]
        return sorted(u for u in ready if _within(self.city, u, wanted.area))

    def _candidates(self, wanted: Round) -> list[str]:
        if wanted.category == "zero-carbon-factory":
            lower = ("factory", "national") if wanted.level == "municipal" else (wanted.category, "municipal")
            return self._earlier(*lower, wanted.year)
        if wanted.category == "green-workshop":
            return self._earlier("factory", "municipal", wanted.year)
        if wanted.level == "provincial":
            return self._earlier("factory", "municipal", wanted.year)
        if wanted.level == "national" and wanted.year >= LADDER_FROM:
            return self._earlier("factory", "provincial", wanted.year)
        known = {u for (category, _), units in self.listed.items() if category == "factory" for u in units}
        crowd = list(self.city.tables["enterprises"])[len(cast.CAST) :]
        return [u for u in crowd if u not in known]

    def _earlier(self, category: str, level: str, year: int) -> list[str]:
        return [u for u, listed in self.at(category, level).items() if listed < year]


def _within(city: City, unit: str, area: str) -> bool:
    if not area:
        return True
    inside = any(p["area"] == area.removeprefix("-") for p in city.rows("places", unit=unit))
    return inside != area.startswith("-")


def fill(city: City) -> None:
    """Draw every round in order."""
    roll = Roll(city)
    for wanted in ROUNDS:
        _draw(roll, wanted)


def _draw(roll: Roll, wanted: Round) -> None:
    city = roll.city
    open_places = wanted.count - len(wanted.cast) - len(wanted.unresolved)
    wished = open_places + wanted.extras
    drawn = city.rng.sample(roll.pool(wanted), wished) if wished else []
    chosen = [*wanted.cast, *drawn[:open_places]]
    extras = drawn[open_places:]
    follows = None
    if wanted.recommended:
        add_list(city, wanted, "recommended", wanted.recommended, [*chosen, *extras])
    if wanted.publicity:
        follows = add_list(city, wanted, "publicity", wanted.publicity, [*chosen, *extras])
    if wanted.final or wanted.dateless:
        add_list(city, wanted, "final", wanted.final, chosen, follows=follows)
        roll.at(wanted.category, wanted.level).update(dict.fromkeys(chosen, wanted.year))


def add_list(
    city: City, wanted: Round, stage: str, published: str, units: list[str], *, follows: str | None = None
) -> str:
    """Add one list of a round with its notice and rows, in an order of its own, and return its id."""
    list_id = "-".join(
        filter(None, ("list", wanted.category, wanted.level, str(wanted.year), wanted.tag, stage))
    )
    final = stage == "final"
    order = [*units, *wanted.unresolved, *wanted.inferred, *wanted.hidden] if final else list(units)
    _add_head(city, wanted, list_id, stage, published, len(order), follows)
    city.rng.shuffle(order)
    for serial, unit in enumerate(order, start=1):
        again = wanted.twice and serial == len(order)
        _add_row(city, wanted, list_id, serial - again, unit, _TWICE if again else "")
    if wanted.twice:
        city.rows("recognitions", list=list_id)[-2]["remark"] = _TWICE
    return list_id


def _add_head(
    city: City, wanted: Round, list_id: str, stage: str, published: str, rows: int, follows: str | None
) -> None:
    scheme = city.tables["schemes"][scheme_id(wanted.category, wanted.level)]
    title = f"{wanted.year}年{'度' if wanted.printed else ''}{scheme['name_zh']}{_STAGES[stage]}"
    title_en = f"{scheme['name_en']}, {wanted.year}: {_STAGES_EN[stage]}"
    final = stage == "final"
    dated = wanted.dated if final else ""
    number = (
        f"{_NUMBERS[wanted.level]}〔{published[:4]}〕{20 + wanted.year % 10}号" if final and published else ""
    )
    notice = f"演示：{title}" if final else f"演示：{title}公告"
    source_id = list_id.replace("list-", "src-", 1)
    source = documents.notice(city, source_id, notice, scheme["authority"], number, dated, published)
    count, state, explained = rows, "complete", ""
    if final and wanted.official is not None:
        count, state, explained = wanted.official, "partial" if rows else "none", wanted.explained
    columns = (
        "id scheme title_zh title_en batch list_year list_year_printed stage number annex published dated"
        " official_count count_scope rows_held explained_by follows source"
    )
    row = (
        list_id, scheme["id"], title, title_en, wanted.batch, wanted.year, wanted.printed, stage, number,
        wanted.annex, published, dated, count, wanted.scope, state, explained, follows, source,
    )  # fmt: skip
    city.add_rows("lists", columns, [row], kind="additions")


def _add_row(city: City, wanted: Round, list_id: str, serial: int, unit: str, remark: str) -> None:
    notice = city.tables["lists"][list_id]
    subject = "park" if wanted.category == "park" else "enterprise"
    known = unit.startswith(("ent-", "park-"))
    factory = wanted.category == "factory" and known
    publish = "national_only" if unit in wanted.inferred else "hold" if unit in wanted.hidden else "yes"
    city.append(
        "recognitions",
        "rec",
        list=list_id,
        serial=serial,
        **({subject: unit} if known else {}),
        site="site-01" if unit == cast.STEEL and factory else None,
        name_as_published=name_at(city, unit, notice["published"] or notice["dated"], list_id)
        if known
        else unit,
        region_as_published="演示省"
        if wanted.level == "national"
        else _region(city, unit, notice["published"]),
        industry_as_published=_label(city, unit) if factory else None,
        evaluator=EVALUATORS[(serial + wanted.year) % len(EVALUATORS)] if factory else None,
        standard_as_published="《演示绿色工厂评价通则》（演标 1001—2018）"
        if factory and wanted.year > 2019
        else None,
        remark=remark,
        publish=publish,
        source=notice["source"],
    )


def _region(city: City, unit: str, date: str) -> str:
    """Return the district in which `unit` was on `date`; the city where that is not known."""
    for row in city.rows("places", unit=unit, grade="confirmed"):
        if row["valid_from"] <= date and (not row["valid_to"] or date <= row["valid_to"]):
            return AREA_NAMES[row["area"]]
    return "演示市"


def _label(city: City, unit: str) -> str:
    firm = city.tables["enterprises"][unit]
    return (
        city.tables["industries"][firm["industry"]]["name_zh"] if firm["industry"] else firm["industry_label"]
    )


def name_at(city: City, unit: str, date: str, list_id: str = "") -> str:
    """Return the name a list of `date` prints for `unit`: its misprint if any, else the name of that time."""
    if printed := _AS_PRINTED.get((list_id, unit)):
        return printed
    for row in city.rows("unit_names", unit=unit, kind="former"):
        if date <= row["valid_to"]:
            return row["name_zh"]
    return city.tables["parks" if unit.startswith("park-") else "enterprises"][unit]["name_zh"]
