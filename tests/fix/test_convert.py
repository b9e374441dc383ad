"""`portal convert`: GB18030 and Excel's UTF-16 become UTF-8, everything doubtful is refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from cities import portal
from hypothesis import given
from hypothesis import strategies as st
from paths import BASE, CORPORA

from generator.fix.conversion import ConversionError, convert, preview

TEXT = 'id,name_zh\r\nent-a,"甲市第一\r\n酿造, ""老"" 有限公司"\r\nent-b,堃㐀€𠮷\r\n'


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_gb18030_becomes_utf8_and_keeps_its_line_ends(ends: str) -> None:
    text = TEXT.replace("\r\n", ends)
    assert convert(text.encode("gb18030")).data == text.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_excels_unicode_text_becomes_a_csv_file(encoding: str, mark: bool) -> None:
    rows = list(csv.reader(io.StringIO(TEXT, newline="")))
    out = io.StringIO()
    csv.writer(out, "excel-tab").writerows(rows)
    text = out.getvalue()
    data = ("\ufeff" + text if mark and encoding != "utf-16" else text).encode(encoding)
    converted = convert(data, "utf-16")
    assert list(csv.reader(io.StringIO(converted.text, newline=""))) == rows
    assert converted.data == converted.text.encode("utf-8")
    assert b"\xef\xbb\xbf" not in converted.data
    assert preview(converted, 2)[0] == "id │ name_zh"


def test_a_mark_alone_tells_utf16() -> None:
    assert convert("id\tname\r\na\t甲\r\n".encode("utf-16")).data == "id,name\na,甲\n".encode()
    assert convert("id,name\n".encode("utf-16")).data == b"id,name\n"


@pytest.mark.parametrize(
    ("data", "encoding", "word"),
    [
        (b"id,name\n", None, "已经是 UTF-8"),
        ("id,名称\n".encode(), None, "已经是 UTF-8"),
        ("id,名称\n".encode(), "gb18030", "已经是 UTF-8"),
        ("\ufeffid,名称\n".encode(), None, "已经是 UTF-8"),
        ("id,锟斤拷\n".encode(), None, "乱码"),
        ("id,锟斤拷\n".encode("gb18030"), None, "乱码"),
        ("甲,\n".encode() + "乙市\n".encode("gb18030"), None, "混用"),
        ("id\n乙市\n".encode("gb18030") + "甲市工厂\n".encode(), None, "混用"),
        (b"id\n\xff\xff\xff\n", None, "不能转换"),
        (b"PK\x03\x04\x00\x00", None, "ZIP"),
        (b"\x89PNG\r\n", None, "PNG"),
        ("id\t甲\n".encode("utf-16"), "gb18030", "UTF-16"),
        ("id\t甲\n".encode("utf-16")[:-1], None, "UTF-16"),
        ('id\t"甲\n'.encode("utf-16"), None, "引号"),
        ("id\x00\t甲\n".encode("utf-16"), None, "空字符"),
        ("id,\ue5e5\n".encode("gb18030"), None, "乱码"),
    ],
)
def test_what_is_doubtful_is_refused_with_a_reason(data: bytes, encoding: str | None, word: str) -> None:
    with pytest.raises(ConversionError, match=word):
        convert(data, encoding)  # type: ignore[arg-type]


@given(st.binary(max_size=200), st.sampled_from([None, "gb18030", "utf-16"]))
def test_any_bytes_are_converted_wholly_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        converted = convert(data, encoding)  # type: ignore[arg-type]
    except ConversionError:
        return
    assert converted.data.decode("utf-8") == converted.text
    if converted.encoding == "gb18030":
        assert converted.text.encode("gb18030") == data


@pytest.mark.parametrize("path", sorted((CORPORA / "csv-spectrum").rglob("*.csv")), ids=lambda p: p.stem)
def test_every_kind_of_cell_survives_the_way_over_tabs(path: Path) -> None:
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
    out = io.StringIO()
    csv.writer(out, "excel-tab").writerows(rows)
    converted = convert(out.getvalue().encode("utf-16"))
    assert list(csv.reader(io.StringIO(converted.text, newline=""))) == rows


def test_the_command_shows_rows_and_writes_when_told(tmp_path: Path) -> None:
    good = (BASE / "data/registry/enterprises.csv").read_bytes()
    path = tmp_path / "data/registry/enterprises.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(good.decode().encode("gb18030"))
    before = path.read_bytes()
    shown = portal("convert", path)
    assert (shown.returncode, path.read_bytes()) == (1, before)
    assert "甲市第一酿造有限公司" in shown.stdout.decode()
    done = portal("convert", "registry/enterprises.csv", "--write", cwd=tmp_path)
    assert (done.returncode, path.read_bytes()) == (0, good), "named as the check names it"
    again = portal("convert", path, "--write")
    assert (again.returncode, path.read_bytes()) == (1, good)
    assert b"Traceback" not in again.stderr
    (tmp_path / "link.csv").symlink_to(path)
    assert portal("convert", tmp_path / "link.csv", "--write").returncode == 1
    assert portal("convert", tmp_path / "nowhere.csv").returncode == 1
    assert portal("convert", path, "--from", "big5").returncode == 2
