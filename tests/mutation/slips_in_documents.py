"""Slips in settings, descriptors, case studies, and in which files there are.

Same agreement as in slips_in_cells.
"""

from __future__ import annotations

import json

from generator.formats import yaml_reader
from generator.schema.table_schema import PACKAGES
from tests.mutation.draft import Draft, Expected
from tests.mutation.slips_in_cells import is_id, told

# Settings and descriptors

PORTAL = "data/portal.yaml"


def _descriptor(draft: Draft) -> str:
    return f"data/{draft.dice.choice(PACKAGES)}/datapackage.yaml"


def settings_key_twice(draft: Draft) -> Expected | None:
    text = draft.text(PORTAL).rstrip("\n")
    draft.put(PORTAL, f"{text}\ncity_zh: 乙市\n")
    return Expected("portal.yaml", text.count("\n") + 2, ("YML-001",))


def settings_misspelt(draft: Draft) -> Expected | None:
    return told(draft.replace(PORTAL, "title_zh:", "titel_zh:"), "PKG-004")


def settings_date_with_strokes(draft: Draft) -> Expected | None:
    place = draft.replace(PORTAL, "as_of: ", "as_of: 2022/1/1 #")
    return told(place, "PKG-004")


def settings_indented_by_a_tab(draft: Draft) -> Expected | None:
    return told(draft.replace(PORTAL, "\n  name_zh:", "\n\tname_zh:"), "YML-004") and Expected(
        "portal.yaml", None, ("YML-004",)
    )


def settings_of_an_area_that_is_not(draft: Draft) -> Expected | None:
    return told(draft.replace(PORTAL, "area: ", "area: x"), "FK-001")


def settings_with_an_anchor(draft: Draft) -> Expected | None:
    return told(draft.replace(PORTAL, "city_zh: ", "city_zh: &name "), "YML-002")


def settings_without_quotes(draft: Draft) -> Expected | None:
    text = draft.text(PORTAL).rstrip("\n")
    draft.put(
        PORTAL,
        f"{text}\ncity_en: NO\n" if "city_en" not in text else text.replace("city_en: ", "city_en: NO #"),
    )
    return Expected("portal.yaml", None, ("YML-007",))


def bracket_never_closed(draft: Draft) -> Expected | None:
    path = _descriptor(draft)
    return told(draft.replace(path, "licenses:", "licenses: [\nx:"), "YML-004") and Expected(
        path.removeprefix("data/"), None, ("YML-004",)
    )


def path_that_leads_outside(draft: Draft) -> Expected | None:
    return _path(draft, "../", "PTH-001")


def path_of_another_server(draft: Draft) -> Expected | None:
    return _path(draft, "https://example.org/", "PTH-004")


def _path(draft: Draft, beginning: str, code: str) -> Expected | None:
    path = _descriptor(draft)
    changed = draft.replace(path, "\n  path: ", f"\n  path: {beginning}")
    return changed and _line_of(draft, path, f"  path: {beginning}", code)


def pattern_of_ones_own(draft: Draft) -> Expected | None:
    place = draft.replace(_descriptor(draft), "        required: true\n", "        pattern: ^(a+)+$\n")
    return told(place, "SCH-001")


def title_of_a_field_changed(draft: Draft) -> Expected | None:
    place = draft.replace(_descriptor(draft), "      title: ", "      title: 我的")
    return place and Expected(place.file, None, ("SCH-003",))


def foreign_key_to_nothing(draft: Draft) -> Expected | None:
    place = draft.replace(_descriptor(draft), "        resource: ", "        resource: my_")
    return place and Expected(place.file, None, ("FK-002",))


def encoding_declared_wrongly(draft: Draft) -> Expected | None:
    place = draft.replace(
        "data/reference/datapackage.yaml", "  path: areas.csv\n", "  path: areas.csv\n  encoding: gbk\n"
    )
    return place and Expected("reference/areas.csv", None, ("ENC-003",))


def licence_forgotten(draft: Draft) -> Expected | None:
    place = draft.replace(_descriptor(draft), "licenses:", "licences:")
    return place and Expected(place.file, None, ("PKG-002",))


def _as_json(draft: Draft) -> tuple[str, str]:
    path = _descriptor(draft)
    value = yaml_reader.read(draft.text(path)).value
    draft.changed[path] = None
    return path.replace(".yaml", ".json"), json.dumps(value, ensure_ascii=False, indent=1)


def comma_behind_the_last(draft: Draft) -> Expected | None:
    path, text = _as_json(draft)
    draft.put(path, text[: text.rindex("\n")] + ",\n}\n")
    return Expected(path.removeprefix("data/"), text.count("\n"), ("JSN-001",))


def json_with_a_mark(draft: Draft) -> Expected | None:
    path, text = _as_json(draft)
    draft.put(path, "\ufeff" + text)
    return Expected(path.removeprefix("data/"), 1, ("JSN-001",))


# Files


def file_forgotten(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    if cell is None:
        return None
    draft.changed[f"data/{cell.table.path}"] = None
    return Expected(f"{cell.table.package}/datapackage.yaml", None, ("PKG-003",))


def copy_of_a_file_left(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id)
    path = cell.table.path.replace(".csv", "-copy.csv") if cell else ""
    draft.put(f"data/{path}", b"id\n")
    return Expected(path, None, ("PKG-001",))


def file_of_excel_left(draft: Draft) -> Expected | None:
    draft.put("data/registry/~$lists.csv", b"x")
    return Expected("registry/~$lists.csv", None, ("PTH-003",))


def published_id_gone(draft: Draft) -> Expected | None:
    cell = draft.pick(is_id, "recognitions")
    if cell is None:
        return None
    lock = draft.text("data/ids.lock") or "# \n"
    draft.put("data/ids.lock", f"{lock}gone-for-ever recognitions\n")
    return Expected("ids.lock", lock.count("\n") + 1, ("REG-001",))


# Case studies


def _case(draft: Draft) -> str:
    return draft.any_path("docs/cases/", ".md")


def case_without_a_title(draft: Draft) -> Expected | None:
    place = draft.replace(_case(draft), "title: ", 'title: "" #')
    return told(place, "REQ-001")


def case_of_a_wrong_date(draft: Draft) -> Expected | None:
    path = _case(draft)
    return told(draft.replace(path, "\npublished: 2", "\npublished: 2022年 #"), "TYP-004") and _line_of(
        draft, path, "published: 2022年", "TYP-004"
    )


def _line_of(draft: Draft, path: str, begins: str, code: str) -> Expected:
    lines = draft.text(path).split("\n")
    return Expected(
        path.removeprefix("data/"),
        next(n for n, line in enumerate(lines, 1) if line.startswith(begins)),
        (code,),
    )


def case_of_nobody(draft: Draft) -> Expected | None:
    return told(draft.replace(_case(draft), "subject: ", "subject: nobody #"), "FK-001")


def case_key_misspelt(draft: Draft) -> Expected | None:
    return told(draft.replace(_case(draft), "unit_name:", "unit-name:"), "MD-006")


def case_never_begun(draft: Draft) -> Expected | None:
    return told(draft.replace(_case(draft), "---\n", ""), "MD-006")


def _appended(draft: Draft, text: str, *codes: str) -> Expected:
    path = _case(draft)
    before = draft.text(path).rstrip("\n")
    draft.put(path, f"{before}\n\n{text}\n")
    return Expected(path, before.count("\n") + 3, codes)


def case_with_a_script(draft: Draft) -> Expected | None:
    return _appended(draft, "甲<script>alert(1)</script>", "MD-001")


def case_with_an_image_of_another_server(draft: Draft) -> Expected | None:
    return _appended(draft, "![甲](https://example.org/a.png)", "MD-003")


def case_with_an_image_without_words(draft: Draft) -> Expected | None:
    return _appended(draft, "![](a.png)", "MD-003")


def case_with_a_link_to_nothing(draft: Draft) -> Expected | None:
    return _appended(draft, "[甲](record:nothing-of-this-name)", "MD-002")


def case_with_a_heading_too_high(draft: Draft) -> Expected | None:
    return _appended(draft, "# 甲", "MD-004")


def case_with_a_telephone(draft: Draft) -> Expected | None:
    return _appended(draft, "联系电话：13800138000", "PII-001")
