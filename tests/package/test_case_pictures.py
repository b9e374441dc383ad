"""Pictures of cases: what their bytes say, and which may not be shown. Real files in a folder."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from generator.package import case_pictures
from generator.package.picture_bytes import ImageFacts, picture_facts
from generator.package.prose_pictures import read_prose_pictures
from generator.package.reading import collect
from generator.package.texts import list_texts


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 3, height: int = 2, *extra: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00" * (width + 1) * height)
    parts = chunk(b"IHDR", head), *extra, chunk(b"IDAT", pixels), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(width: int = 5, height: int = 4, *segments: bytes) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + b"".join(segments) + b"\xff" + frame + b"\xff\xd9"  # one fill byte before the frame


def webp(form: bytes, data: bytes) -> bytes:
    body = b"WEBP" + form + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body + b"\x00" * 8


def segment(marker: int, data: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


EXIF = segment(0xE1, b"Exif\x00\x00II")
XMP = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta/>")
IPTC = segment(0xED, b"Photoshop 3.0\x008BIM")
EXTENDED = bytes(4) + struct.pack("<I", 639)[:3] + struct.pack("<I", 479)[:3]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(), ImageFacts("png", 3, 2, False)),
        (png(3, 2, chunk(b"eXIf", b"II*\x00")), ImageFacts("png", 3, 2, True)),
        (jpeg(), ImageFacts("jpeg", 5, 4, False)),
        (jpeg(5, 4, EXIF), ImageFacts("jpeg", 5, 4, True)),
        (jpeg(5, 4, XMP), ImageFacts("jpeg", 5, 4, True)),
        (jpeg(5, 4, IPTC), ImageFacts("jpeg", 5, 4, True)),
        (jpeg()[:-2] + XMP + b"\xff\xd9", ImageFacts("jpeg", 5, 4, True)),
        (jpeg(5, 4, segment(0xE0, b"JFIF\x00")), ImageFacts("jpeg", 5, 4, False)),
        (
            png(3, 2, chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00<x/>")),
            ImageFacts("png", 3, 2, True),
        ),
        (png(3, 2, chunk(b"iTXt", b"Title\x00\x00\x00\x00\x00a")), ImageFacts("png", 3, 2, False)),
        (webp(b"VP8X", EXTENDED), ImageFacts("webp", 640, 480, False)),
        (webp(b"VP8X", b"\x08" + EXTENDED[1:]), ImageFacts("webp", 640, 480, True)),
        (webp(b"VP8X", b"\x04" + EXTENDED[1:]), ImageFacts("webp", 640, 480, True)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 9 | (7 << 14))), ImageFacts("webp", 10, 8, False)),
        (
            webp(b"VP8 ", b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 16, 12)),
            ImageFacts("webp", 16, 12, False),
        ),
        (b"", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"GIF89a" + bytes(20), None),
        (png()[:20], None),
        (b"\xff\xd8\xff", None),
        (jpeg()[:11], None),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", None),
    ],
)
def test_what_bytes_say(data: bytes, expected: ImageFacts | None) -> None:
    assert picture_facts(data) == expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case-a").mkdir()
    (tmp_path / "case-b").mkdir()
    for name in ("roof.png", "case-a/plan.png", "case-b/other.png", "Roof.png", "屋顶.png"):
        (tmp_path / name).write_bytes(png())
    (tmp_path / "roof.jpg").write_bytes(jpeg())
    (tmp_path / "shot.jpg").write_bytes(jpeg(5, 4, EXIF))
    (tmp_path / "false.png").write_bytes(jpeg())
    (tmp_path / "page.png").write_bytes(b"<!doctype html><script>1</script>")
    (tmp_path / "wide.png").write_bytes(png(case_pictures.MAX_SIDE + 1, 1))
    (tmp_path / "heavy.png").write_bytes(png() + bytes(case_pictures.MAX_BYTES))
    (tmp_path / "empty.png").write_bytes(png(0, 2))
    (tmp_path / "drawing.svg").write_bytes(b"<svg/>")
    (tmp_path / "link.png").symlink_to(tmp_path / "roof.png")
    return tmp_path


def read(folder: Path, body: str) -> tuple[list[str], list[tuple[str, int | None, str | None]]]:
    shown, problems = collect(case_pictures.read_pictures("case-a", body, folder, "docs/cases/case-a.md", 30))
    assert {p.code for p in problems} <= {"MD-007"}
    assert all(p.details["reason"] and p.details["reason_en"] for p in problems)
    return [p.address for p in shown], [(p.value or "", p.line, p.details["reason_en"]) for p in problems]


def test_pictures_beside_the_case_and_in_its_folder_are_shown_once(folder: Path) -> None:
    body = "![a](roof.png)\n\n![b](case-a/plan.png) ![again](roof.png)\n\n![c](roof.jpg)"
    assert read(folder, body) == (["cases/roof.png", "cases/case-a/plan.png", "cases/roof.jpg"], [])


@pytest.mark.parametrize(
    "name",
    ["case-b/other.png", "../roof.png", "/etc/x.png", "Roof.png", "屋顶.png", "drawing.svg", "link.png",
     "false.png", "page.png", "wide.png", "heavy.png", "empty.png", "shot.jpg", "case-a/../roof.png"],
)  # fmt: skip
def test_what_may_not_be_shown_is_told_at_its_line(folder: Path, name: str) -> None:
    shown, problems = read(folder, f"First.\n\n![a]({name})")
    assert shown == []
    assert [line for _, line, _ in problems] == [32]


def test_a_folder_that_is_a_link_is_not_followed(folder: Path) -> None:
    (folder / "case-a/plan.png").unlink()
    (folder / "case-a").rmdir()
    (folder / "case-a").symlink_to(folder / "case-b")
    assert read(folder, "![a](case-a/other.png)")[1] == [("case-a/other.png", 30, "a symbolic link")]


def test_code_links_and_addresses_elsewhere_are_no_pictures(folder: Path) -> None:
    code = "`![a](no.png)`\n\n    ![a](no.png)\n\n"
    body = f"{code}[a](roof.png) ![x](https://example.org/a.png) ![y](data:image/png,x)"
    assert read(folder, body) == ([], [])


def test_a_case_has_not_more_than_some(folder: Path) -> None:
    names = [f"p{n}.png" for n in range(case_pictures.MAX_PICTURES + 2)]
    for name in names:
        (folder / name).write_bytes(png())
    shown, problems = read(folder, "\n\n".join(f"![a]({name})" for name in names))
    assert len(shown) == case_pictures.MAX_PICTURES
    assert [value for value, _, _ in problems] == names[case_pictures.MAX_PICTURES :]


def test_only_pictures_of_prose_that_were_looked_at_are_published(tmp_path: Path) -> None:
    """Nothing else beside prose is published, pictures of cases go with their case."""
    names = ("a.png", "b.js", "c.html", "d.css", "e.svg", "f.pdf", "g.gif", "h.avif", "i.PNG", "j.jpg")
    for name in names:
        (tmp_path / name).write_bytes(png())
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/k.png").write_bytes(png())
    pictures, problems = collect(read_prose_pictures(list_texts(tmp_path).paths))
    assert [picture.address for picture in pictures] == ["a.png", "i.PNG"]
    assert [(problem.code, problem.file) for problem in problems] == [("MD-007", "docs/j.jpg")]
