"""The rounds of selection, year by year, as a table: which lists there are and who must stand on them.

Drawing the other names is done in `draw`, products in `goods`, removals and renames in `changes`. The order is that of
the final lists' dates, because every round draws from the outcome of the earlier ones.
"""
# ruff: noqa: E501 - rows of Chinese text, whose characters count as two columns each

from __future__ import annotations

from dataclasses import dataclass

from recipe import cast
from recipe.tables import CITY


@dataclass(frozen=True, slots=True)
class Round:
    """One selection: up to three lists (recommended, publicity, final) of the same year."""

    category: str
    level: str
    year: int
    final: str = ""
    """Date of the final list; empty where there is none yet or no date was found."""
    count: int = 0
    """Names on the final list (on the publicity list where there is no final one), those of `cast` included."""
    cast: tuple[str, ...] = ()
    extras: int = 0
    """Names that stood on the publicity list, but not on the final one."""
    publicity: str = ""
    recommended: str = ""
    printed: bool = True
    """Whether the year is printed on the list."""
    batch: int | None = None
    annex: str = ""
    area: str = ""
    """Draw only from this area, `-area` from all others; empty for no limit."""
    scope: str | None = None
    """Area that the official count is about; None where it is about the whole list."""
    official: int | None = None
    """Official count of a list that is not held in full; None where it equals the rows."""
    explained: str = ""
    inferred: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    unresolved: tuple[str, ...] = ()
    dated: str = ""
    twice: bool = False
    """Whether the list prints one serial twice."""
    tag: str = ""
    """Tells annexes of one round apart."""

    @property
    def dateless(self) -> bool:
        """Whether the final list exists but its date of publication was not found."""
        return bool(self.dated) and not self.final


_WHOLE = "名单为全国名单，本库只收录与本市有关的各行。"
_MUNICIPAL, _PROVINCIAL, _NATIONAL = "municipal", "provincial", "national"

ROUNDS = (
    Round("factory", _NATIONAL, 2017, "2017-09-18", 1, (cast.STEEL,), printed=False, batch=1, scope=CITY),
    Round("factory", _NATIONAL, 2018, "2018-11-15", 2, (cast.JIYUE,), printed=False, batch=2, official=188,
          explained=_WHOLE, inferred=(cast.TYRES,)),
    Round("park", _NATIONAL, 2018, "2018-11-15", 1, ("park-02",), printed=False, batch=1, scope=CITY),
    Round("supply-chain", _NATIONAL, 2018, "2018-11-15", 2, (cast.JIYUE,), printed=False, batch=1, official=21,
          explained=_WHOLE, unresolved=("演示望川通讯",), hidden=("演示保密单位甲", "演示保密单位乙有限公司")),
    Round("factory", _MUNICIPAL, 2019, "2019-10-12", 5, (cast.QINGHE, cast.SONGFENG), annex="附件1",
          area="area-jiachen", scope="area-jiachen", tag="a"),
    Round("factory", _MUNICIPAL, 2019, "2019-10-12", 11,
          (cast.XIHU, cast.CHONGHANG, cast.XIAHANG, cast.SPLITTER, cast.BATTERY, cast.RESTORED, cast.REMOVED),
          annex="附件2", area="-area-jiachen", tag="b"),
    Round("park", _PROVINCIAL, 2019, "2019-11-29", 2, ("park-01", "park-03"), batch=1),
    Round("factory", _NATIONAL, 2019, "2019-12-20", 2, (cast.HECHUAN,), printed=False, batch=3, official=265,
          explained=_WHOLE, inferred=(cast.MOTORS, cast.GLASS)),
    Round("factory", _MUNICIPAL, 2020, "2020-09-25", 13,
          (cast.LEFT, cast.XY, cast.MERGED, cast.ZHANG, cast.HAILAN)),
    Round("factory", _NATIONAL, 2020, "2020-10-28", 2, (), printed=False, batch=4, official=402, explained=_WHOLE,
          inferred=(cast.PAINT,)),
    Round("park", _NATIONAL, 2020, "2020-10-28", 1, ("park-01",), printed=False, batch=2, scope=CITY),
    Round("supply-chain", _NATIONAL, 2020, "2020-10-28", 2, (cast.HECHUAN, cast.STEEL), printed=False, batch=2,
          scope=CITY),
    Round("factory", _PROVINCIAL, 2020, "2020-11-06", 11,
          (cast.QINGHE, cast.SONGFENG, cast.XIHU, cast.RESTORED, cast.XIAHANG, cast.SPLITTER, cast.BATTERY), batch=1),
    Round("factory", _MUNICIPAL, 2021, "2021-09-17", 13,
          (cast.JIXIANG, cast.PHARMA, cast.WATER, cast.MOVER, cast.MERGER, cast.KUNTAI)),
    Round("factory", _PROVINCIAL, 2021, "2021-11-12", 9, (cast.REMOVED, cast.CHONGHANG, cast.XY, cast.LEFT), 2,
          "2021-10-20", batch=2),
    Round("park", _PROVINCIAL, 2021, "2021-11-12", 2, ("park-04", "park-05"), batch=2),
    Round("supply-chain", _PROVINCIAL, 2021, "2021-11-12", 3, (cast.QINGHE, cast.SONGFENG, cast.XIHU), batch=1),
    Round("green-workshop", _MUNICIPAL, 2021, "2021-12-24", 0, official=9, explained="只见到总数，未见到名单。"),
    Round("factory", _NATIONAL, 2021, "2022-01-14", 5, (cast.QINGHE, cast.SONGFENG, cast.XIHU), 1, "2021-12-06",
          "2021-09-10", batch=5, scope=CITY),
    Round("factory", _MUNICIPAL, 2022, "2022-09-23", 13,
          (cast.CHANGLE, cast.LI, cast.QINGHE_BRANCH, cast.LABEL_ONLY, cast.QIUSHAN), twice=True),
    Round("factory", _PROVINCIAL, 2022, "2022-11-18", 9, (cast.HAILAN, cast.MERGED, cast.MOVER), batch=3),
    Round("green-workshop", _MUNICIPAL, 2022, "", 6, (cast.WATER, cast.COOPERATIVE), dated="2022-12",
          unresolved=("演示清源染整", "演示范例玻纤")),
    Round("factory", _NATIONAL, 2022, "2023-02-10", 5, (cast.XIAHANG, cast.REMOVED, cast.WATER), 1, "2022-12-20",
          "2022-09-16", batch=6, scope=CITY),
    Round("park", _NATIONAL, 2022, "2023-02-10", 1, ("park-03",), batch=3, scope=CITY),
    Round("supply-chain", _NATIONAL, 2022, "2023-02-10", 1, (cast.XIHU,), batch=3, scope=CITY),
    Round("factory", _MUNICIPAL, 2023, "2023-09-15", 12, (cast.SPLIT, cast.REBUILT), 1, "2023-08-25"),
    Round("factory", _PROVINCIAL, 2023, "2023-11-24", 8, (cast.COOPERATIVE, cast.KUNTAI, cast.CHANGLE), batch=4),
    Round("park", _PROVINCIAL, 2023, "2023-11-24", 1, ("park-06",), batch=3),
    Round("supply-chain", _PROVINCIAL, 2023, "2023-11-24", 2, (cast.CHONGHANG, cast.HAILAN), batch=2),
    Round("zero-carbon-factory", _MUNICIPAL, 2023, "2023-12-08", 4, (cast.QINGHE, cast.JIYUE)),
    Round("green-workshop", _MUNICIPAL, 2023, "2023-12-22", 6, (cast.INSTITUTE,), official=12,
          explained="另有各行因来源不全或已撤下，未能列出。", hidden=("演示保密单位丙研究所",)),
    Round("factory", _NATIONAL, 2023, "2024-01-19", 6, (cast.CHONGHANG, cast.XY), 1, "2023-12-15", "2023-09-08",
          batch=7, scope=CITY),
    Round("supply-chain", _NATIONAL, 2023, "2024-01-19", 1, (cast.QINGHE,), batch=4, scope=CITY),
    Round("factory", _MUNICIPAL, 2024, "2024-09-20", 13, (cast.STEEL_BRANCH,), 1, "2024-08-30"),
    Round("factory", _PROVINCIAL, 2024, "2024-11-22", 8, (cast.SPLIT, cast.REBUILT), 1, "2024-11-01", "2024-09-27",
          batch=5),
    Round("zero-carbon-factory", _MUNICIPAL, 2024, "2024-12-13", 4, (cast.XIHU,)),
    Round("zero-carbon-factory", _PROVINCIAL, 2024, "2024-12-27", 2, (cast.QINGHE,)),
    Round("factory", _NATIONAL, 2024, "2025-01-17", 6, (cast.MOVER, cast.HAILAN), 1, "2024-12-12", "2024-09-06",
          batch=8, scope=CITY),
    Round("park", _NATIONAL, 2024, "2025-01-17", 2, ("park-04", "park-06"), batch=4, scope=CITY),
    Round("supply-chain", _NATIONAL, 2024, "2025-01-17", 1, (cast.CHONGHANG,), batch=5, scope=CITY),
    Round("zero-carbon-factory", _MUNICIPAL, 2025, "", 3, (cast.STEEL,), publicity="2025-05-20"),
)  # fmt: skip
