"""The outcome of publishing: a report if it succeeded, an error with findings if it did not.

This module holds plain values and their messages; it does no work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import os_error_reason

MAX_SHOWN_FINDINGS = 20
"""Number of findings that an error message lists; the others are only counted."""

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
"""Message of every kind of finding."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault in a page or style sheet of the finished site."""

    page: str
    """Path of the file below the site's root."""
    kind: str
    """Kind of the finding, a key of ``FINDING_MESSAGES``."""
    target: str
    """The faulty link, id or value, as written in the file."""

    def __str__(self) -> str:
        """Return the finding in one line."""
        return f"{self.page}: {FINDING_MESSAGES[self.kind]}: {self.target}"


@dataclass(frozen=True, slots=True)
class Report:
    """Figures about a published site."""

    pages: int
    """Number of HTML pages."""
    files: int
    """Number of files, ``build.json`` included."""
    seconds: Mapping[str, float]
    """Time by stage in seconds: ``shell`` (waiting for the shell engine), ``fill``, ``verify``, ``swap``."""
    findings: tuple[Finding, ...] = ()
    """Findings that did not prevent publishing; empty except in a preview."""


class PublishingError(Exception):
    """The site was not published and the old site is unchanged; the message is meant for the user."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        """Store the message and the findings of the verification, in order."""
        super().__init__(message)
        self.findings = tuple(findings)


def verification_error(findings: Sequence[Finding]) -> PublishingError:
    """Return the error for a site that failed verification; its message lists the first findings."""
    lines = [f"网站未通过检查，共 {len(findings)} 处，未发布："]
    lines += [f"  {finding}" for finding in findings[:MAX_SHOWN_FINDINGS]]
    if len(findings) > MAX_SHOWN_FINDINGS:
        lines.append(f"  …… 另有 {len(findings) - MAX_SHOWN_FINDINGS} 处")
    return PublishingError("\n".join(lines), findings)


def shadowed_lines(shadowed: Iterable[tuple[str, str]]) -> list[str]:
    """Return a line for each prose page that is left out (path below ``docs/``, address of another page)."""
    return [f"docs/{path}：与系统页面 {address or '首页'} 的地址相同，请改名" for path, address in shadowed]


def write_error(error: OSError, folder: Path) -> PublishingError:
    """Return the error for an OSError while writing into ``folder``, or for a killed child process.

    The message names the file relative to ``folder``; it has no absolute path and no error number.
    """
    if isinstance(error, ChildProcessError):
        return PublishingError("生成网站的一个进程被系统中止，可能是内存不足。原有网站保持不变。")
    name = Path(error.filename) if isinstance(error.filename, str) else None
    where = f"：{name.relative_to(folder)}" if name is not None and name.is_relative_to(folder) else ""
    return PublishingError(f"{os_error_reason(error)}{where}。原有网站保持不变。")
