"""From another encoding to UTF-8, for files saved by Excel. Pure: bytes in, text and bytes out.

Which encoding a file has is never taken from its content alone: a person sees the first rows before anything
is written (bad-inputs.md, Decoding). Strict throughout; what cannot be wholly right is refused with a reason.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from generator.formats.csv_writer import csv_text
from generator.package.decode import decode
from generator.problems.problem import escape_invisible

Encoding = Literal["gb18030", "utf-16"]
_CJK = re.compile("[\u3000-\u9fff]")
_OWN_USE = re.compile("[\ue000-\uf8ff\ufffd]")
"""Characters no standard gives a meaning: signs of another encoding than the one it was read in."""


class ConversionError(Exception):
    """A file that is not converted, and why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A file as it reads in its encoding, and its bytes as UTF-8."""

    encoding: Encoding
    text: str
    """The CSV text as it will be written."""
    data: bytes


def convert(data: bytes, encoding: Encoding | None = None) -> Conversion:
    """Return `data` as UTF-8 without a byte order mark.

    GB18030 keeps its line ends; of UTF-16 Excel's tab-separated text becomes a CSV file with line feeds.
    Without `encoding`, UTF-16 is known by its mark and everything else is read as GB18030. ConversionError
    for what is UTF-8 already, of two encodings, no text, or garbled.
    """
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked and encoding == "gb18030":
        raise ConversionError("这是 UTF-16 文件，不是 GB18030；去掉 --from，或写 --from utf-16")
    chosen: Encoding = encoding or ("utf-16" if marked else "gb18030")
    text = _from_utf16(data) if chosen == "utf-16" else _from_gb18030(data)
    if _OWN_USE.search(text):
        raise ConversionError(f"按 {chosen} 读出来有乱码，不能转换；请找到原文件重新导出")
    return Conversion(chosen, text, text.encode("utf-8"))


def preview(converted: Conversion, rows: int) -> list[str]:
    """Return the first rows as they will be read, cells apart, control characters shown."""
    return [
        " │ ".join(escape_invisible(cell) for cell in row)
        for row in islice(csv.reader(io.StringIO(converted.text, newline="")), rows)
    ]


def _from_gb18030(data: bytes) -> str:
    _, problems = decode(data, "")
    found = {p.code for p in problems}
    if found & {"FMT-001", "FMT-002"}:
        kind = problems[0].details["kind"]
        raise ConversionError(f"这不是文字文件（{kind}）；用 Excel 打开后另存为“CSV UTF-8（逗号分隔）”")
    if "ENC-004" in found:
        raise ConversionError("这是 UTF-16 文件；请加上 --from utf-16")
    if "ENC-005" in found:
        raise ConversionError("这个文件已经是 UTF-8，但里面的字已成乱码，转换不能复原；请找到原文重新录入")
    if not found:
        raise ConversionError("这个文件已经是 UTF-8，不用转换")
    if "ENC-002" in found or _has_utf8_line(data):
        raise ConversionError("同一文件混用两种编码，整个转换会毁掉一半；请把不同编码的行分开，重新录入")
    text, _ = decode(data, "", declared="gb18030")
    if text is None:
        raise ConversionError("既不是 UTF-8 也不是 GB18030，不能转换；请回到原来的软件重新导出")
    return text


def _has_utf8_line(data: bytes) -> bool:
    """Tell whether some line is Chinese in UTF-8, in a file that as a whole is not."""
    for line in data.split(b"\n"):
        if not line.isascii():
            try:
                if _CJK.search(line.decode("utf-8")):
                    return True
            except UnicodeDecodeError:
                pass
    return False


def _from_utf16(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        codec = "utf-16"
    else:
        # Of ASCII every second byte is zero; which one it is tells the order of bytes.
        codec = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ConversionError("不是完整的 UTF-16 文件，不能转换；请重新另存一次") from error
    if "\x00" in text:
        raise ConversionError("按 UTF-16 读出来有空字符，不能转换；请重新另存一次")
    return _commas(text) if "\t" in text.partition("\n")[0] else text


def _commas(text: str) -> str:
    """Return tab-separated text as comma-separated text."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True))
    except csv.Error as error:
        raise ConversionError("表格里的引号不成对，不能转换；请在 Excel 里另存为“CSV UTF-8”") from error
    return csv_text(rows)
