"""One address of every kind of page of a built site, found in its folders: a new kind is tested unasked."""

from __future__ import annotations

from pathlib import Path

GONE = ("enterprises/ent-900/", "enterprises/ent-037/")
"""Of the demonstration city: a tombstone and a withdrawn unit."""
MOVED = ("parks/park-90/", "parks/park-02/")
"""Of the same: the address of an identifier that was changed, and the one it leads to at once."""
DENSE = ("", "enterprises/*", "lists/*", "results", "filtered", "nothing left", "compared")
"""The kinds with most to go wrong, at which axe looks in every combination; ``*`` for a record."""


def of_every_kind(site: Path) -> dict[str, str]:
    """Return an address by kind: the pages that stand alone, each index, and the longest page below each."""
    found = {"": "", "404": "404.html"}
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        if (folder / "index.html").is_file():
            found[f"{folder.name}/"] = f"{folder.name}/"
        records = sorted(folder.glob("*/index.html"), key=lambda page: (-page.stat().st_size, page))
        if records:
            found[f"{folder.name}/*"] = f"{records[0].relative_to(site).parent.as_posix()}/"
    codes = sorted(
        (site / "guides/codes").glob("*/index.html"), key=lambda page: (-page.stat().st_size, page)
    )
    found["guides/codes/*"] = f"{codes[0].relative_to(site).parent.as_posix()}/"
    found["slip"] = found["enterprises/*"] + "#slip"
    found["results"] = "search/?q=" + "有限公司"
    found["no results"] = "search/?q=" + "没有这个单位"
    found["filtered"] = "factories/?level=national&view=cards"
    found["nothing left"] = "factories/?level=national&q=" + "没有这个单位"
    found["compared"] = (
        f"compare/?ids={','.join(p.parent.name for p in sorted(site.glob('enterprises/*/index.html'))[:4])}"
    )
    found["comparable units"] = "exemplars/?level=municipal&improve=energy"
    for address in GONE:
        notice = site / address / "index.html"
        # A notice that leads on by itself is gone before it has been looked at.
        if notice.is_file() and 'http-equiv="refresh"' not in notice.read_text("utf-8"):
            found[f"gone {address}"] = address
    return found
