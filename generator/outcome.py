"""How a publication ends: a report when it worked, an error with its findings when it did not.

Only plain values and their wording belong here; nothing in this module does any work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import os_error_reason

MAX_SHOWN_FINDINGS = 20
"""How many findings an error spells out; the others are counted."""

FINDING_MESSAGES = {
    "missing": "目标不存在",
    "case": "目标大小写不符",
    "anchor": "目标页面没有此锚点",
    "outside": "链接越出网站根目录",
    "absolute": "以 / 开头的地址在子路径下失效",
    "external": "从其他网站加载内容",
    "scheme": "不允许的链接类型",
    "duplicate_id": "id 重复",
    "h1": "应有且仅有一个 h1",
    "title": "应有且仅有一个 title",
    "lang": "未注明语言",
    "base": "不允许使用 base",
}
"""Every kind of finding and its words."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong with a page or style sheet of the finished site."""

    page: str
    """Path of the file below the site's root."""
    kind: str
    """Kind of the finding, a key of ``FINDING_MESSAGES``."""
    target: str
    """The link, id or value at fault, as written in the file."""

    def __str__(self) -> str:
        """The finding in one line."""
        return f"{self.page}: {FINDING_MESSAGES[self.kind]}: {self.target}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a publication made."""

    pages: int
    """HTML pages in the site."""
    files: int
    """Files in the site, ``build.json`` included."""
    seconds: Mapping[str, float]
    """Time spent by stage, in seconds: ``shell`` (what MkDocs takes longer than the charts beside it),
    ``fill``, ``verify``, ``swap``."""
    findings: tuple[Finding, ...] = ()
    """Findings that did not stop the publication; empty except in a preview."""


class PublishingError(Exception):
    """The site was not published and the one before it is untouched; the text is for whoever asked."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        """Keep the message and what verification found, in order."""
        super().__init__(message)
        self.findings = tuple(findings)


def verification_error(findings: Sequence[Finding]) -> PublishingError:
    """The error for a site that did not pass verification, with its first findings spelt out."""
    lines = [f"网站未通过检查，共 {len(findings)} 处，未发布："]
    lines += [f"  {finding}" for finding in findings[:MAX_SHOWN_FINDINGS]]
    if len(findings) > MAX_SHOWN_FINDINGS:
        lines.append(f"  …… 另有 {len(findings) - MAX_SHOWN_FINDINGS} 处")
    return PublishingError("\n".join(lines), findings)


def write_error(error: OSError, folder: Path) -> PublishingError:
    """The error for what the system refused to write or ended, without the machine's paths or codes.

    ``folder`` is the folder being written; the name of the file at fault is given relative to it.
    """
    if isinstance(error, ChildProcessError):
        return PublishingError("生成网站的一个进程被系统中止，可能是内存不足。原有网站保持不变。")
    name = Path(error.filename) if isinstance(error.filename, str) else None
    where = f"：{name.relative_to(folder)}" if name is not None and name.is_relative_to(folder) else ""
    return PublishingError(f"{os_error_reason(error)}{where}。原有网站保持不变。")
