"""Messages for errors of the operating system."""

from __future__ import annotations

import errno

REASONS = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘配额已满",
    errno.EFBIG: "文件过大",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "文件系统只读",
    errno.EBUSY: "输出目录是挂载点或正在使用",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EXDEV: "输出目录与其上级目录不在同一文件系统",
    errno.ENOENT: "文件或目录不存在",
    errno.ENOTDIR: "上级不是目录",
    errno.EISDIR: "是目录，不是文件",
    errno.EEXIST: "已经存在",
}
"""Chinese message by error number; these are the errors that a user can do something about."""


def os_error_reason(error: OSError) -> str:
    """Return the reason for `error` in a few Chinese words; a general one for an error number not listed."""
    return REASONS.get(error.errno or 0, "读写失败")
