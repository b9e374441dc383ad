"""Pictures beside a case study: which the prose names, and whether each may be shown.

A picture lies in ``docs/cases/`` or in the case's own folder ``docs/cases/<id>/``. That it is there and has
a description is checked with the Markdown (MD-003); here its bytes are checked (MD-007).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from pathlib import Path

from generator.catalog.prose import Picture
from generator.formats.markdown import parse
from generator.package.picture_bytes import ImageFacts, picture_facts
from generator.package.reading import Reading
from generator.problems.problem import Problem

MAX_BYTES = 400 * 1024
"""Of one picture: a page of words and figures must stay quick on a telephone."""
MAX_SIDE = 4000
"""Pixels of the longer side."""
MAX_PICTURES = 12
"""Of one case, which is to be read on one sheet."""
_NAME = re.compile(r"(?:([a-z0-9-]+)/)?[a-z0-9][a-z0-9_-]*\.(png|jpg|jpeg|webp)\Z")
KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp"}
"""What a picture must be, by the end of its name."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_REASONS = {
    "name": ("限 png、jpg、webp；文件名用小写字母、数字、连字符；放在案例旁或它自己的目录", "name or place"),
    "link": ("不允许符号链接", "a symbolic link"),
    "size": (f"超过 {MAX_BYTES // 1024} KB", f"over {MAX_BYTES // 1024} KB"),
    "side": (f"边长超过 {MAX_SIDE} 像素", f"a side over {MAX_SIDE} pixels"),
    "kind": ("内容不是扩展名所说的图片", "not the picture its name says"),
    "shot": ("带有拍摄信息（Exif、XMP、IPTC），可能含地点和姓名", "it carries Exif, XMP or IPTC data"),
    "many": (f"一个案例最多 {MAX_PICTURES} 张", f"more than {MAX_PICTURES} in a case"),
}


def targets(body: str) -> Iterator[tuple[int, str]]:
    """Yield line from 0 and target of every local picture that a Markdown text names, each target once."""
    seen = set()
    for token in parse(body):
        for child in token.children or ():
            target = str(child.attrs.get("src", "")) if child.type == "image" else ""
            if target and target not in seen and not _SCHEME.match(target):
                seen.add(target)
                yield (token.map or [0])[0], target


def read_pictures(
    case: str, body: str, folder: Path, file: str, first_line: int, refused: Container[str] = ()
) -> Reading[tuple[Picture, ...]]:
    """Return the pictures of a case that may be shown, in order of first mention. Problems: MD-007.

    The prose begins on `first_line` of `file`; `folder` is docs/cases. Targets in `refused` have another
    problem already (MD-003).
    """
    pictures: list[Picture] = []
    for number, (line, target) in enumerate(t for t in targets(body) if t[1] not in refused):
        picture = "many" if number >= MAX_PICTURES else _read(case, folder, target)
        if isinstance(picture, Picture):
            pictures.append(picture)
        elif picture is not None:
            yield refusal(picture, file, first_line + line, target)
    return tuple(pictures)


def _read(case: str, folder: Path, target: str) -> Picture | str | None:
    """Return the picture, the key of the reason why it cannot be shown, or None where there is no file."""
    match = _NAME.match(target)
    if match is None or match[1] not in (None, case):
        return "name"
    path = folder / target
    if path.is_symlink() or path.parent.is_symlink():
        return "link"
    if not path.is_file():
        return None
    read = look(path)
    if isinstance(read, str):
        return read
    data, facts = read
    return Picture(target, f"cases/{target}", facts.width, facts.height, data)


def look(path: Path) -> tuple[bytes, ImageFacts] | str:
    """Read a picture whose name ends as one of KINDS says, or return the key of why it cannot be shown."""
    if path.stat().st_size > MAX_BYTES:
        return "size"
    data = path.read_bytes()
    facts = picture_facts(data)
    if facts is None or facts.kind != KINDS[path.suffix.lower()] or not (facts.width and facts.height):
        return "kind"
    if max(facts.width, facts.height) > MAX_SIDE:
        return "side"
    return "shot" if facts.shot else (data, facts)


def refusal(reason: str, file: str, line: int | None, value: str) -> Problem:
    """Return the problem (MD-007) of a picture that cannot be shown, for a reason by its key."""
    zh, en = _REASONS[reason]
    return Problem("MD-007", file, line, None, None, value, {"reason": zh, "reason_en": en})
