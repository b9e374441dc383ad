"""What happened after a name was listed: removals and renames (lists of their own), events and relations.

Events that a list announces refer to it; the others refer to a notice only.
"""

from __future__ import annotations

from dataclasses import dataclass

from recipe import cast, documents
from recipe.draw import FIXED
from recipe.schemes import scheme_id
from recipe.tables import City, Row


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One annex that removes or renames units, with those it must name and how many more it names."""

    kind: str
    category: str
    level: str
    year: int
    published: str
    units: tuple[str, ...]
    drawn: int = 0
    reasons: tuple[str, ...] = ()
    """Reason printed for each unit, in order; empty where the annex prints none."""


_ADJUSTMENTS = (
    Adjustment("renames", "factory", "provincial", 2022, "2022-11-18", (cast.SONGFENG,)),
    Adjustment("removals", "factory", "national", 2022, "2023-02-10", (), 1),
    Adjustment("removals", "product", "national", 2022, "2023-02-10", ("prod-001",), 0, ("产品停产",)),
    Adjustment("removals", "supply-chain", "national", 2022, "2023-02-10", (cast.STEEL,), 0, ("未按时填报",)),
    Adjustment("renames", "factory", "national", 2022, "2023-02-10", (cast.SONGFENG,)),
    Adjustment("removals", "factory", "municipal", 2023, "2023-09-15", (cast.REMOVED,), 2),
    Adjustment("removals", "factory", "provincial", 2023, "2023-11-24", (cast.RESTORED, cast.REMOVED), 1,
               ("未按时提交动态管理材料", "", "企业申请退出")),
    Adjustment("renames", "factory", "provincial", 2023, "2023-11-24", (cast.XIAHANG,)),
    Adjustment("renames", "factory", "national", 2023, "2024-01-19", (cast.XIAHANG,)),
    Adjustment("removals", "factory", "municipal", 2024, "2024-09-20", (), 2, ("企业注销", "停产")),
    Adjustment("removals", "factory", "national", 2024, "2025-01-17", (cast.REMOVED,), 1),
)  # fmt: skip
_WORDS = {"removals": "移出名单", "renames": "名称变更"}


def fill(city: City) -> None:
    """Add adjustment lists with their events, then the single events and the relations between units."""
    for adjustment in _ADJUSTMENTS:
        _add_adjustment(city, adjustment)
    for unit, category, level, stage, kind, date, word, reason, successor in _EVENTS:
        row = final_row(city, unit, category, level, stage)
        notice = city.tables["lists"][row["list"]]
        announced = kind in _STAGED
        city.append(
            "events",
            "evt",
            recognition=row["id"],
            type=kind,
            date=notice["published"] if announced else date,
            list=row["list"] if announced else None,
            word=word,
            reason=reason,
            successor=successor,
            source=row["source"] if announced else documents.REGISTER,
        )
    columns = "from_unit to_unit kind date"
    city.add_rows("unit_relations", columns, _RELATIONS, prefix="rel", source=documents.REGISTER)


def subject(row: Row) -> str:
    """Return the unit or product of a recognition; empty while it is unresolved."""
    return row["enterprise"] or row["park"] or row["product"]


def final_row(city: City, unit: str, category: str, level: str, stage: str = "final") -> Row:
    """Return the first row in which a list of additions of that scheme and stage names `unit`.

    Raises LookupError where there is none.
    """
    lists = city.rows("lists", scheme=scheme_id(category, level), kind="additions", stage=stage)
    for row in city.tables["recognitions"].values():
        if subject(row) == unit and any(row["list"] == known["id"] for known in lists):
            return row
    raise LookupError(f"{unit} stands on no {stage} list of {category}, {level}")


def _drawn(city: City, wanted: Adjustment) -> list[str]:
    """Draw units listed two years before or earlier that no later list of any category names."""
    latest: dict[str, int] = {}
    for row in city.tables["recognitions"].values():
        latest[subject(row)] = max(
            latest.get(subject(row), 0), int(city.tables["lists"][row["list"]]["list_year"])
        )
    lists = city.rows(
        "lists", scheme=scheme_id(wanted.category, wanted.level), kind="additions", stage="final"
    )
    rows = [r for held in lists for r in city.rows("recognitions", list=held["id"], publish="yes")]
    old = {subject(r) for r in rows if 0 < latest[subject(r)] <= wanted.year - 1}
    crowd = sorted(
        u for u in old - FIXED - set(wanted.units) if u.startswith("ent-") and u > cast.STEEL_BRANCH
    )
    return city.rng.sample(crowd, wanted.drawn)


def _add_adjustment(city: City, wanted: Adjustment) -> None:
    scheme = city.tables["schemes"][scheme_id(wanted.category, wanted.level)]
    list_id = f"list-{wanted.category}-{wanted.level}-{wanted.year}-{wanted.kind}"
    title = f"{wanted.year}年度{scheme['name_zh']}{_WORDS[wanted.kind].removesuffix('名单')}名单"
    units = [*wanted.units, *_drawn(city, wanted)]
    source = documents.notice(
        city,
        list_id.replace("list-", "src-", 1),
        f"演示：{title}",
        scheme["authority"],
        "",
        "",
        wanted.published,
    )
    city.add(
        "lists",
        list_id,
        scheme=scheme["id"],
        kind=wanted.kind,
        title_zh=title,
        list_year=wanted.year,
        list_year_printed=True,
        stage="final",
        annex="附件3" if wanted.kind == "removals" else "附件4",
        published=wanted.published,
        official_count=len(units),
        rows_held="complete",
        source=source,
    )
    for serial, unit in enumerate(units, start=1):
        reason = wanted.reasons[serial - 1] if serial <= len(wanted.reasons) else ""
        _add_change(city, wanted, list_id, serial, unit, reason)


def _add_change(city: City, wanted: Adjustment, list_id: str, serial: int, unit: str, reason: str) -> None:
    before = final_row(city, unit, wanted.category, wanted.level)
    source = city.tables["lists"][list_id]["source"]
    product = wanted.category == "product"
    owner = city.tables["products"][unit]["enterprise"] if product else unit
    city.append(
        "recognitions",
        "rec",
        list=list_id,
        serial=serial,
        section=before["section"],
        name_as_published=city.tables["enterprises"][owner]["name_zh"],
        region_as_published=before["region_as_published"],
        publish="yes",
        source=source,
        remark=f"原名称：{before['name_as_published']}" if wanted.kind == "renames" else "",
        **{"product" if product else "enterprise": unit},
    )
    city.append(
        "events",
        "evt",
        recognition=before["id"],
        type="removed" if wanted.kind == "removals" else "renamed",
        date=wanted.published,
        list=list_id,
        word=_WORDS[wanted.kind],
        reason=reason,
        source=source,
    )


_STAGED = frozenset({"recommended", "publicity", "listed"})
_FACTORY = "factory"

# unit, category, level, stage of the row, type, date, word, reason, successor
_EVENTS: tuple[tuple[str, str, str, str, str, str, str, str, str | None], ...] = (
    (cast.QINGHE, _FACTORY, "national", "recommended", "recommended", "", "推荐", "", None),
    (cast.QINGHE, _FACTORY, "national", "publicity", "publicity", "", "公示", "", None),
    (cast.QINGHE, _FACTORY, "national", "final", "listed", "", "公布", "", None),
    (cast.QINGHE, _FACTORY, "municipal", "final", "review_passed", "2022-10-18", "复核通过", "", None),
    (cast.QINGHE, _FACTORY, "provincial", "final", "review_passed", "2023-11", "复核合格", "", None),
    (cast.QINGHE, _FACTORY, "national", "final", "review_passed", "2025-03-14", "复核通过", "", None),
    ("park-01", "park", "provincial", "final", "review_passed", "2022-12", "复核通过", "", None),
    (cast.XIHU, _FACTORY, "provincial", "final", "renamed", "2021-10-12", "更名", "", None),
    (cast.JIYUE, _FACTORY, "national", "final", "renamed", "2019-07", "更名", "", None),
    (cast.MOVER, _FACTORY, "municipal", "final", "relocated", "2022-08-02", "生产地址变更", "整体搬迁", None),
    (cast.STEEL, _FACTORY, "national", "final", "relocated", "2021", "生产地址变更", "", None),
    (cast.SPLITTER, _FACTORY, "provincial", "final", "scope_changed", "2022-06-15", "生产范围变更",
     "传动系统业务分立", None),
    ("park-03", "park", "provincial", "final", "boundary_changed", "2021-06", "四至范围调整", "扩区", None),
    (cast.MERGED, _FACTORY, "municipal", "final", "succeeded", "2023-04-20", "主体变更", "吸收合并",
     cast.MERGER),
    (cast.MERGED, _FACTORY, "provincial", "final", "succeeded", "2023-04-20", "主体变更", "吸收合并",
     cast.MERGER),
    (cast.MERGED, _FACTORY, "municipal", "final", "deregistered", "2023-05-31", "注销", "吸收合并", None),
    (cast.BATTERY, _FACTORY, "municipal", "final", "succeeded", "2023-07-01", "主体承继", "", cast.STORAGE),
    (cast.LEFT, _FACTORY, "provincial", "final", "removed", "2023-12-28", "撤销", "停产搬迁", None),
    (cast.RESTORED, _FACTORY, "provincial", "final", "restored", "2024-06-18", "恢复", "补交材料", None),
    (cast.ZHANG, _FACTORY, "municipal", "final", "list_corrected", "2020-10-15", "勘误", "名称误印", None),
)  # fmt: skip

_RELATIONS = (
    (cast.MERGED, cast.MERGER, "merged_into", "2023-04-20"),
    (cast.SPLITTER, cast.SPLIT, "split_from", "2022-06-15"),
    (cast.BATTERY, cast.STORAGE, "succeeded_by", "2023-07-01"),
    (cast.QINGHE_BRANCH, cast.QINGHE, "branch_of", "2015"),
    (cast.STEEL_BRANCH, cast.STEEL, "branch_of", "2018-06"),
    (cast.LEFT, cast.REBUILT, "relocated_as", "2022-12"),
    ("park-07", "park-03", "merged_into", "2023"),
)  # fmt: skip
