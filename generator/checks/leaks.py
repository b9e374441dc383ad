"""Names that may not be shown and still stand elsewhere: in a row that is public, in a case, in prose.

Taking a row out takes its name out of the register, not out of texts about it. The check reports where the
name is (PUB-002); people decide what becomes of the sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.public_view import PublicView
from generator.checks.context import CheckContext
from generator.problems.problem import Problem
from generator.register.subjects import subject_of
from generator.schema import table_schema
from generator.schema.records import Enterprise, Park, Recognition, UnitName

_SHORTEST = 4
"""Characters of a name worth looking for: shorter ones are part of other words."""


def check_leaks(context: CheckContext) -> Iterator[Problem]:
    """Yield PUB-002 for every public text with a name that is withdrawn or kept back."""
    whole, shown = context.catalog, context.released
    hidden = {*_names_of_units(whole), *_names_of_rows(whole, shown)} - set(_shown_names(shown))
    if not hidden:
        return
    names = _Hidden(hidden)
    yield from _in_tables(names, context)
    yield from _in_texts(names, context)


class _Hidden:
    """Looks for many names in many texts: by their first characters, not one by one at every place."""

    def __init__(self, names: set[str]) -> None:
        self._names = names
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(names, key=lambda name: (-len(name), name)):
            self._by_start[name[:_SHORTEST]].append(name)

    def whole(self, text: str) -> tuple[int, str] | None:
        """Return the text where it is a hidden name itself."""
        return (0, text) if text in self._names else None

    def inside(self, text: str) -> tuple[int, str] | None:
        """Return where the first hidden name begins, from 0, and the longest that does."""
        for at in range(len(text) - _SHORTEST + 1):
            for name in self._by_start.get(text[at : at + _SHORTEST], ()):
                if text.startswith(name, at):
                    return at, name
        return None


def _names_of_units(catalog: Catalog) -> Iterator[str]:
    units: list[Enterprise | Park | UnitName] = [
        *catalog.rows(Enterprise).values(),
        *catalog.rows(Park).values(),
        *catalog.rows(UnitName).values(),
    ]
    yield from (unit.name_zh for unit in units if len(unit.name_zh) >= _SHORTEST)


def _names_of_rows(whole: Catalog, shown: PublicView) -> Iterator[str]:
    """Yield the names printed in rows whose unit is not identified, but of lists later than the site."""
    for row in whole.rows(Recognition).values():
        if not subject_of(row) and row.list not in shown.later and len(row.name_as_published) >= _SHORTEST:
            yield row.name_as_published


def _shown_names(shown: PublicView) -> Iterator[str]:
    """Yield the names of everything that is shown: a park may be called after the area it is in."""
    for table in table_schema.tables().values():
        if "name_zh" in table.by_name:
            yield from (str(getattr(row, "name_zh")) for row in shown.tables[table.name].values())  # noqa: B009
    yield from (row.name_as_published for row in shown.rows(Recognition).values())


def _in_tables(hidden: _Hidden, context: CheckContext) -> Iterator[Problem]:
    for table in table_schema.tables().values():
        # A name may hold another, as a branch's holds the firm's, and be another unit's all the same.
        searches = {f.name: hidden.inside for f in table.fields if f.format == "text" and not f.internal}
        searches |= {f.name: hidden.whole for f in table.fields if f.format == "name"}
        for row in context.released.tables[table.name].values():
            for name, search in searches.items():
                if match := search(getattr(row, name)):
                    yield context.problem("PUB-002", row, name, match[1])


def _in_texts(hidden: _Hidden, context: CheckContext) -> Iterator[Problem]:
    for file, data in context.texts.items():
        case = file.removeprefix("docs/cases/").removesuffix(".md")
        if not file.endswith(".md") or (
            file.startswith("docs/cases/") and case not in context.released.cases
        ):
            continue  # a picture, or a case that is not shown either
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if match := hidden.inside(line):
                yield Problem("PUB-002", file, number, match[0] + 1, None, match[1])
