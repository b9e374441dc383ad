"""Names that may not be shown and still stand elsewhere: in a row that is public, in a case, in prose.

Taking a row out takes its name out of the register, not out of what somebody wrote about it. The check says
where (PUB-002), people decide what becomes of the sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.catalog.catalog import Catalog
from generator.package.tables import Checked
from generator.problems.problem import Problem
from generator.register.subjects import subject_of
from generator.schema import table_schema
from generator.schema.records import Enterprise, Park, Recognition, UnitName

_SHORTEST = 4
"""Characters of a name worth looking for: shorter ones are part of other words."""


def find_traces(
    whole: Catalog, shown: Catalog, checked: Checked, texts: Mapping[str, bytes]
) -> list[Problem]:
    """Return PUB-002 for every public text with a name that is withdrawn or held back.

    `whole` is all data, `shown` what may be published, `texts` the Markdown files by path.
    """
    hidden = {*_names_of_units(whole), *_names_of_rows(whole, shown)} - set(_names(shown))
    if not hidden:
        return []
    names = _Hidden(hidden)
    return [*_in_tables(names, shown, checked), *_in_texts(names, shown, texts)]


class _Hidden:
    """Many names to be found in many texts: by their first characters, not one by one at every place."""

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
        *catalog.all(Enterprise).values(),
        *catalog.all(Park).values(),
        *catalog.all(UnitName).values(),
    ]
    yield from (unit.name_zh for unit in units if len(unit.name_zh) >= _SHORTEST)


def _names_of_rows(whole: Catalog, shown: Catalog) -> Iterator[str]:
    """Names printed in rows whose unit is not identified; a list later than the site keeps none back."""
    for row in whole.all(Recognition).values():
        if not subject_of(row) and row.list not in shown.later and len(row.name_as_published) >= _SHORTEST:
            yield row.name_as_published


def _names(shown: Catalog) -> Iterator[str]:
    """Names of everything that is shown, areas and the like too: a park may be called as the area it is."""
    for table in table_schema.tables().values():
        if "name_zh" in table.by_name:
            yield from (str(getattr(row, "name_zh")) for row in shown.tables[table.name].values())  # noqa: B009
    yield from (row.name_as_published for row in shown.all(Recognition).values())


def _in_tables(hidden: _Hidden, shown: Catalog, checked: Checked) -> Iterator[Problem]:
    for table in table_schema.tables().values():
        # A name may hold another, as a branch's holds the firm's, and is somebody else's all the same.
        looks = {f.name: hidden.inside for f in table.fields if f.format == "text" and not f.internal}
        looks |= {f.name: hidden.whole for f in table.fields if f.format == "name"}
        result = checked.tables[table.name]
        for row in shown.tables[table.name].values():
            for name, look in looks.items():
                if found := look(getattr(row, name)):
                    line, column = checked.line_of(row.id), result.columns.get(name)
                    yield Problem("PUB-002", result.file, line, column, name, found[1], {}, row.id)


def _in_texts(hidden: _Hidden, shown: Catalog, texts: Mapping[str, bytes]) -> Iterator[Problem]:
    for file, data in texts.items():
        case = file.removeprefix("docs/cases/").removesuffix(".md")
        if file.startswith("docs/cases/") and case not in shown.cases:
            continue  # it is not shown either
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if found := hidden.inside(line):
                yield Problem("PUB-002", file, number, found[0] + 1, None, found[1])
