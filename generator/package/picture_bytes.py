"""What the bytes of a picture say of it: its kind, its size in pixels, whether it carries data of the shot.

Knows PNG, JPEG and WebP by their own headers, never by a file's name; what may be shown is for
case_pictures.py to say.
"""

from __future__ import annotations

from typing import NamedTuple

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""JPEG markers of a frame, in which height and width stand (ITU T.81, table B.1)."""

_XMP = b"XML:com.adobe.xmp\x00"
"""Begins the iTXt chunk of a PNG that holds XMP (XMP specification, part 3, 1.1.5)."""
_SEGMENTS = ((0xE1, b"Exif\x00"), (0xE1, b"http://ns.adobe.com/x"), (0xED, b"Photoshop 3.0\x00"))
"""How segments of a JPEG begin that tell of the shot: Exif, XMP and its continuation, IPTC."""
_WEBP_TOLD = 0x08 | 0x04
"""Flags of an extended WebP: Exif data, XMP data (WebP container specification, extended file format)."""
_ENDS = (0xD9, 0xDA)
"""JPEG markers behind which no header follows: the end of the picture, the picture itself."""


class ImageFacts(NamedTuple):
    """What a picture says of itself."""

    kind: str
    """``png``, ``jpeg`` or ``webp``."""
    width: int
    height: int
    shot: bool
    """Whether it carries Exif, XMP or IPTC data, in which cameras and editors write place and owner."""


def picture_facts(data: bytes) -> ImageFacts | None:
    """Return what a picture's header says, or None where `data` is no whole PNG, JPEG or WebP header."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return None


def _png(data: bytes) -> ImageFacts | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    at, shot = len(_PNG), False
    while at + 8 <= len(data):
        kind, text = data[at + 4 : at + 8], data[at + 8 : at + 8 + len(_XMP)]
        shot = shot or kind == b"eXIf" or (kind == b"iTXt" and text == _XMP)
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return ImageFacts("png", int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"), shot)


def _jpeg(data: bytes) -> ImageFacts | None:
    at, shot, width, height = 2, False, -1, -1
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _ENDS:
            break
        if marker == 0xFF:  # a fill byte before a marker
            at += 1
            continue
        if marker in _SIZES and at + 9 <= len(data):
            height = int.from_bytes(data[at + 5 : at + 7], "big")
            width = int.from_bytes(data[at + 7 : at + 9], "big")
        shot = shot or any(marker == kind and data.startswith(text, at + 4) for kind, text in _SEGMENTS)
        at += 2 + length
    return ImageFacts("jpeg", width, height, shot) if width >= 0 else None


def _webp(data: bytes) -> ImageFacts | None:
    form, bits = data[12:16], int.from_bytes(data[21:25], "little")
    if len(data) < 30:
        return None
    if form == b"VP8X":
        width, height = int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
        return ImageFacts("webp", width, height, bool(data[20] & _WEBP_TOLD))
    if form == b"VP8L" and data[20] == 0x2F:
        return ImageFacts("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, False)
    if form == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = int.from_bytes(data[26:28], "little"), int.from_bytes(data[28:30], "little")
        return ImageFacts("webp", width & 0x3FFF, height & 0x3FFF, False)
    return None
