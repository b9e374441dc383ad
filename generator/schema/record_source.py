"""Generate records.py from the schema files: a typed class per table, so that no field is declared twice.

`make records` runs it; a test compares its result with the committed file.
"""

from __future__ import annotations

from pathlib import Path

from generator.schema import table_schema

TARGET = Path(__file__).with_name("records.py")

_HEAD = '''"""One frozen class per table, a field per column. `make records` writes it from schema/tables/.

Unknown is "" for text and references, None for dates and numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.formats.dates import PartialDate
'''


def annotation(field: table_schema.Field) -> str:
    """Return the type annotation of the attribute for `field`."""
    if field.type == "boolean":
        return "bool"
    if field.format == "partial-date":
        return "PartialDate" if field.required else "PartialDate | None"
    if field.type == "integer":
        return "int" if field.required else "int | None"
    if field.type == "number":
        return "Decimal" if field.required else "Decimal | None"
    return "str"


def render() -> str:
    """Return the source text of records.py."""
    parts = [_HEAD]
    for table in table_schema.tables().values():
        lines = ["", "@dataclass(frozen=True, slots=True)", f"class {table.record}:"]
        lines += [f'    """{table.description_zh}"""', ""]
        for field in table.fields:
            lines.append(f"    {field.name}: {annotation(field)}")
            lines.append(f'    """{field.description_zh}"""')
        parts.append("\n".join(lines) + "\n")
    union = " | ".join(t.record for t in table_schema.tables().values())
    parts.append("\n" + _wrap(f"Record = {union}"))
    names = "".join(f'    "{t.name}": {t.record},\n' for t in table_schema.tables().values())
    parts.append(f"\nRECORDS: dict[str, type[Record]] = {{\n{names}}}\n")
    return "\n".join(parts)


def _wrap(line: str) -> str:
    head, _, rest = line.partition(" = ")
    return f"{head} = (\n    " + "\n    | ".join(rest.split(" | ")) + "\n)\n"


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
