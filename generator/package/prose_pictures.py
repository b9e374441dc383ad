"""Pictures beside prose: whether each may be published. Those of cases are told by case_pictures.py.

Every picture below docs/ goes into the site, named by a page or not, so every one is looked at. What has
another end to its name is not published at all (publishing/docs_files.py).
"""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.package.case_pictures import KINDS, look, refusal
from generator.package.texts import PREFIX, Texts


def read_prose_pictures(texts: Texts) -> None:
    """Look at the pictures of prose: what is wrong goes to `texts.problems` (MD-007), the rest to `files`."""
    for file, path in texts.paths.items():
        if file.startswith(f"{PREFIX}cases/") or path.suffix.lower() not in KINDS:
            continue
        read = look(path)
        if isinstance(read, str):
            texts.problems.append(refusal(read, file, None, PurePosixPath(file).name))
        else:
            texts.files[file] = read[0]
