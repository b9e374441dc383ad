"""A picture for a case study, made of bytes that depend on nothing: three pipes and a tank, no words.

Pixels are stored, not compressed, so that no version of zlib can change the file.
"""

from __future__ import annotations

import struct
import zlib

WIDTH, HEIGHT = 320, 120
_PALETTE = bytes((255, 255, 255, 23, 105, 74, 47, 111, 176, 179, 84, 30))  # paper, green, blue, brown
_PIPES = ((20, 2), (55, 1), (90, 3))
"""Top edge and colour of each pipe."""


def png() -> bytes:
    """Return the picture as a PNG."""
    rows = b"".join(b"\x00" + _row(y) for y in range(HEIGHT))
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", _PALETTE), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _row(y: int) -> bytes:
    colour = next((c for top, c in _PIPES if top <= y < top + 12), 0)
    tank = 1 if 10 <= y < 110 else 0
    return bytes((colour,)) * 230 + bytes((tank,)) * 70 + bytes(20)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
