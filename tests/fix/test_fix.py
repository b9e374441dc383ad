"""`portal fix`: what is mended, what never is, and that no other byte changes."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest
from cities import contents, portal
from hypothesis import example, given
from hypothesis import strategies as st
from paths import BASE

from generator.checks.validate import validate
from generator.fix.difference import as_diff
from generator.fix.fixers import is_closed, is_same_value, mend
from generator.fix.folder import mended_files, write
from generator.fix.replacement import ReplacementError, replace
from generator.package.data_folder import LoadedTable
from generator.schema import table_schema

LISTS = "registry/lists.csv"
ENTERPRISES = "registry/enterprises.csv"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "city")
    return tmp_path / "city"


def spoil(city: Path, file: str, *changes: tuple[str, str]) -> bytes:
    """Change a file of the data and return its bytes."""
    path = city / "data" / file
    text = path.read_bytes().decode("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_bytes(text.encode())
    return path.read_bytes()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LISTS, "2020-12-20", "2020/12/20"),
        (LISTS, "2020-12-20", "2020年12月20日"),
        (LISTS, "2020-12-20", "２０２０-12-20"),
        (LISTS, "2020-12-20", "2020.12.20"),
        (LISTS, "2020-12-20", "2020/12/20 0:00:00"),
        (LISTS, ",2020,true", ",２０２０,true"),
        (LISTS, ",2020,true", ",2020,TRUE"),
        (LISTS, ",2020,true", ",\u200b2020 ,true"),
        (LISTS, "list-m20,fac-m", "\ufefflist-m20,fac-m"),
        (LISTS, "area-city", " area-city\u3000"),
        (LISTS, "complete", "complete\u200b"),
        (LISTS, "id,scheme", "id, Scheme\ufeff"),
        (LISTS, ",additions,", ",列入名单,"),
        ("registry/schemes.csv", ",factory,municipal,", ",factory,市级,"),
        (ENTERPRISES, ",medium,", ",Medium,"),
        (ENTERPRISES, "91990100MA001KHABB", " 91990100MA001KHABB"),
        (ENTERPRISES, "91990100MA001KHABB", "９１990100ＭＡ001KHABB"),
        (ENTERPRISES, "https://example.org/ent-a", "https://example.org/ent-a\u00a0"),
    ],
)
def test_a_slip_of_writing_is_mended_to_what_stood_there(city: Path, file: str, old: str, new: str) -> None:
    spoil(city, file, (old, new))
    assert validate(city / "data", city / "docs").problems
    write(city / "data", mended_files(city / "data"))
    assert contents(city) == contents(BASE)
    assert mended_files(city / "data") == []
    assert validate(city / "data", city / "docs").problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENTERPRISES, "甲市第二机械有限公司,", " 甲市第二机械有限公司\u200b,"),
        (ENTERPRISES, "甲市第二机械有限公司,", "甲市第２机械有限公司,"),
        (ENTERPRISES, ",medium,,,,", ",medium,,,, 民营"),
        (LISTS, "2020-12-20", "44185"),
        (LISTS, "2020-12-20", "2020-02-30"),
        (LISTS, "2020-12-20", "12/20/2020"),
        (LISTS, "2020-12-20", "2020.1"),
        (LISTS, "2020-12-28,2020-12-20,2,", "2020-12-28,2020-12-20,1 2,"),
        (LISTS, "2020-12-28,2020-12-20,2,", "2020-12-28,2020-12-20,1_2,"),
        (LISTS, "2020-12-28,2020-12-20,2,", "2020-12-28,2020-12-20,5²,"),
        (LISTS, "2020-12-28,2020-12-20,2,", '2020-12-28,2020-12-20,"1,234",'),
        (LISTS, "complete", "Complete"),
        (LISTS, "complete", "completed"),
        (LISTS, ",additions,", ",列入,"),
        ("registry/schemes.csv", ",factory,municipal,", ",factory,市,"),
        (ENTERPRISES, "\nent-b,", "\nent_B,"),
        (ENTERPRISES, "\nent-b,", "\nent-\u202eb,"),
        (ENTERPRISES, "91990100MA001KHABB", "91990100ma001khabb"),
        ("registry/places.csv", "公告所载", "公告\ufeff所载 "),
        ("registry/products.csv", "T-500", "Ｔ-500 "),
    ],
)
def test_what_a_person_must_judge_is_left_alone(city: Path, file: str, old: str, new: str) -> None:
    spoil(city, file, (old, new))
    assert mended_files(city / "data") == []


def test_every_other_byte_stays_as_it_is(city: Path) -> None:
    """Byte order mark, CRLF, needless quotes, cells of several lines, a last line without its end."""
    path = city / "data" / LISTS
    text = path.read_bytes().decode().replace("2020年市级绿色工厂名单", '"2020年市级\n绿色""工厂""名单,"')
    text = text.replace("fac-m,", '"fac-m",').replace(",2020-12-20,", ',"2020/12/20",').removesuffix("\n")
    before = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    path.write_bytes(before)
    path.chmod(0o640)
    write(city / "data", mended_files(city / "data"))
    assert path.read_bytes() == before.replace(b'"2020/12/20"', b'"2020-12-20"')
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert validate(city / "data", city / "docs").problems == ()
    assert [p.name for p in path.parent.iterdir() if p.name.startswith(".")] == []


def test_a_file_in_a_declared_encoding_keeps_it(city: Path) -> None:
    descriptor = city / "data/registry/datapackage.yaml"
    text = descriptor.read_text("utf-8")
    descriptor.write_text(
        text.replace("  path: lists.csv\n", "  path: lists.csv\n  encoding: gb18030\n"), "utf-8"
    )
    path = city / "data" / LISTS
    good = path.read_text("utf-8").encode("gb18030")
    path.write_bytes(good.replace(b"2020-12-20", b"2020/12/20"))
    write(city / "data", mended_files(city / "data"))
    assert path.read_bytes() == good


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.decode().encode("gb18030"),
        lambda data: data.decode().encode("utf-16"),
        lambda data: data + b'x,"never closed\n',
        lambda data: data + b"\x00\n",
        lambda data: data + b'a,b"c,\n',
    ],
    ids=["gb18030", "utf-16", "unclosed", "nul", "stray quote"],
)
def test_a_file_whose_cells_are_not_certain_is_not_touched(city: Path, damage: object) -> None:
    data = spoil(city, LISTS, ("2020-12-20", "2020/12/20"))
    (city / "data" / LISTS).write_bytes(damage(data))  # type: ignore[operator]
    assert mended_files(city / "data") == []


def test_a_linked_file_is_not_followed(city: Path, tmp_path: Path) -> None:
    spoil(city, LISTS, ("2020-12-20", "2020/12/20"))
    outside = tmp_path / "lists.csv"
    (city / "data" / LISTS).rename(outside)
    (city / "data" / LISTS).symlink_to(outside)
    assert mended_files(city / "data") == []
    with pytest.raises(ReplacementError):
        replace(city / "data" / LISTS, expected=outside.read_bytes(), data=b"")
    assert outside.read_bytes()


def test_a_file_that_changed_meanwhile_is_not_written_over(city: Path) -> None:
    spoil(city, LISTS, ("2020-12-20", "2020/12/20"))
    files = mended_files(city / "data")
    newer = spoil(city, LISTS, ("2020/12/20", "2020/12/21"))
    with pytest.raises(ReplacementError):
        write(city / "data", files)
    assert (city / "data" / LISTS).read_bytes() == newer


def test_the_difference_is_shown_line_by_line(city: Path) -> None:
    spoil(city, LISTS, ("2020-12-20", "2020/12/20\u200b"))
    (mended,) = mended_files(city / "data")
    lines = as_diff(mended).splitlines()
    assert lines[:3] == [f"--- {LISTS}", f"+++ {LISTS}", "@@ -1,3 +1,3 @@"]
    assert [line[0] for line in lines[3:]] == [" ", "-", "+", " "]
    assert "2020/12/20U+200B" in lines[4]
    assert "2020-12-20," in lines[5]


TABLE = table_schema.tables()["lists"]
CLOSED = [field.name for field in TABLE.fields if is_closed(field)]
PIECES = st.text(st.sampled_from('0123456789２０١-/.年月日 \u3000\u200b\ufeffatrueTRUE_,"\n②²-'), max_size=12)


@given(st.dictionaries(st.sampled_from([f.name for f in TABLE.fields]), PIECES, max_size=5))
@example({"id": "0\n"})
@example({"dated": "2020/1/1", "title_zh": " 2020/1/1 ", "id": "\ufeffa"})
def test_mending_twice_changes_nothing_more_and_only_closed_columns(cells: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        return f'"{text.replace(chr(34), chr(34) * 2)}"' if set(text) & set(',"\n') else text

    header = ",".join(field.name for field in TABLE.fields)
    row = ",".join(quoted(cells.get(field.name, "")) for field in TABLE.fields)
    data = f"{header}\n{row}\nlast{',' * (len(TABLE.fields) - 1)}\n".encode()

    def mended(given: bytes) -> bytes:
        made = mend(LoadedTable(TABLE, LISTS, given, "", False))
        if made is None:
            return given
        for change in made.mends:
            assert change.field in CLOSED
            assert is_same_value(change.before, change.after, TABLE.by_name[change.field])
        return made.after

    once = mended(data)
    assert mended(once) == once
    assert once.count(b"\n") == data.count(b"\n")


def test_the_command_shows_first_and_writes_when_told(city: Path) -> None:
    before = spoil(city, LISTS, ("2020-12-20", "2020/12/20"))
    data = city / "data"
    shown = portal("fix", "--data", data)
    assert shown.returncode == 1
    assert "+list-m20" in shown.stdout.decode()
    assert (data / LISTS).read_bytes() == before
    assert portal("fix", "--data", data, "--write").returncode == 0
    assert contents(city) == contents(BASE)
    assert portal("fix", "--data", data).returncode == 0
    assert portal("fix", "--data", city / "nowhere").returncode == 2


def test_what_cannot_be_written_is_told_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)  # the new file beside it would have too long a name
    path.write_bytes(b"old")
    with pytest.raises(ReplacementError) as told:
        replace(path, expected=b"old", data=b"new")
    assert "Errno" not in str(told.value)
    assert str(tmp_path) not in str(told.value)
    assert path.read_bytes() == b"old"
