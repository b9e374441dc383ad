"""What must never be shown: rows withdrawn, rows held back, and what remains of ids that are no longer used.

Their words are canaries: a test that finds 演示撤下, 演示保密, 演示内部, 演示线索 or 演示期满 anywhere in
the output has found a leak. Rows held back on lists stand in `rounds`, leads on places in `cast`, internal
entries in `supervision`.
"""

from __future__ import annotations

from recipe import cast, documents
from recipe.tables import City
from recipe.units import place

_LIST = "list-green-workshop-municipal-2023-final"

_TOMBSTONES = (
    ("ent-900", "enterprises", "2024-06-30", "与另一编号重复登记", cast.QINGHE),
    ("ent-901", "enterprises", "2024-11-15", "登记有误，查无此单位", None),
    ("list-9001", "lists", "2025-01-20", "并入同一通知的另一附件", "list-factory-municipal-2019-b-final"),
    ("prod-901", "products", "2025-03-02", "型号重复登记", "prod-002"),
)  # fmt: skip

_REDIRECTS = (
    ("ent-902", cast.SONGFENG),
    ("park-90", "park-02"),
    ("list-9002", "list-park-national-2018-final"),
)


def fill(city: City) -> None:
    """Add withdrawn rows and their withdrawals, a row held back for a known unit, tombstones, redirects."""
    place(city, cast.WITHDRAWN_A, "area-wushen", end="2015-12-31", basis="演示撤下属地依据")
    mistaken = _add_row(city, 8, cast.KUNTAI, "演示撤下备注：误录的一行")
    firms = {
        unit: _add_row(city, 9 + n, unit, "") for n, unit in enumerate((cast.WITHDRAWN_A, cast.WITHDRAWN_B))
    }
    _add_row(city, 11, cast.LI, "演示保密单位内部备注", publish="hold")
    person = city.append(
        "unit_names",
        "name",
        unit=cast.ZHANG,
        name_zh="演示撤下个人字号",
        kind="short",
        source=documents.COMPILED,
    )
    grounds = {
        mistaken: ("2025-01-15", "correction"),
        person: ("2025-02-10", "personal_information"),
        cast.WITHDRAWN_A: ("2024-12-01", "lawful_request"),
        firms[cast.WITHDRAWN_A]: ("2024-12-01", "lawful_request"),
        cast.WITHDRAWN_B: ("2025-04-08", "credit_restored"),
        firms[cast.WITHDRAWN_B]: ("2025-04-08", "credit_restored"),
    }
    for row, (date, ground) in grounds.items():
        withdraw(city, row, date, ground)
    columns = "id kind date reason replaced_by"
    city.add_rows("tombstones", columns, _TOMBSTONES, source=documents.COMPILED)
    for old, _ in _REDIRECTS:
        city.reserve(old)
    city.add_rows("redirects", "from_id to_id", _REDIRECTS, prefix="redir")


def withdraw(city: City, row: str, date: str, ground: str) -> None:
    """Withdraw the row with id `row` on the given ground."""
    city.append("withdrawals", "wd", row=row, date=date, ground=ground)


def _add_row(city: City, serial: int, unit: str, remark: str, publish: str = "yes") -> str:
    held = city.tables["lists"][_LIST]
    return city.append(
        "recognitions",
        "rec",
        list=_LIST,
        serial=serial,
        enterprise=unit,
        remark=remark,
        publish=publish,
        name_as_published=city.tables["enterprises"][unit]["name_zh"],
        region_as_published="演示市",
        source=held["source"],
    )
