"""数据字典与下载: the tables with their downloads, a page for each with the fields its schema declares."""

from __future__ import annotations

from generator.formats.urls import is_link
from generator.schema import table_schema
from generator.site.document import Document, Fact, Inline, Row, Section, Table
from generator.site.routes import DATA_FOLDER
from generator.site.site import Site


def data(site: Site) -> Document:
    """Return 数据字典与下载: every table with its number of rows, licence, version."""
    words, catalog = site.words, site.catalog
    licences = {
        x.get("title") or x.get("name", ""): x.get("path", "") for p in catalog.packages for x in p.licenses
    }
    facts = (
        site.fact("ui.data_version", catalog.settings.version),
        site.fact("field.as_of", site.as_of),
        Fact(
            words("ui.data_licence"),
            tuple(Inline(t, url=u if is_link(u) else "") for t, u in licences.items()),
        ),
        Fact(words("ui.data_file"), (Inline("datapackage.json", to=f"{DATA_FOLDER}/datapackage.json"),)),
    )
    rows = tuple(
        Row(
            (
                (Inline(t.title(words.lang), to=f"data/{t.name}/"),),
                (Inline(f"{t.name}.csv", to=f"{DATA_FOLDER}/{t.name}.csv"),),
                (Inline(str(len(catalog.tables[t.name]))),),
                (Inline(t.description_zh),),
            )
        )
        for t in table_schema.tables().values()
    )
    names = ("ui.data_table", "ui.data_file", "ui.data_rows", "ui.data_description")
    overview = Table(site.columns(*names, numeric=("ui.data_rows",)), rows)
    sections = (Section("tables", words("ui.data_table"), (overview,)),)
    lead = words("ui.data_lead")
    return Document(
        title=words("ui.data_title_page"), description=lead, lead=lead, facts=facts, sections=sections
    )


def table_page(site: Site, table: table_schema.TableSchema) -> Document:
    """Return the page of one table: its fields, its rows in number, its download."""
    words = site.words
    file = f"{DATA_FOLDER}/{table.name}.csv"
    facts = (
        Fact(words("ui.data_file"), (Inline(f"{table.name}.csv", to=file),)),
        site.fact("ui.data_rows", len(site.catalog.tables[table.name])),
    )
    return Document(
        title=f"{table.title(words.lang)}　{table.name}",
        description=table.description_zh,
        lead=table.description_zh,
        crumbs=(Inline(words("ui.data_title_page"), to="data/"),),
        facts=facts,
        sections=(Section("fields", words("ui.data_field"), (_dictionary(site, table),)),),
        csv=file,
    )


def _dictionary(site: Site, table: table_schema.TableSchema) -> Table:
    words = site.words
    rows = []
    for f in table.fields:
        told = [f.description_zh]
        if f.references:
            targets = "、".join(f.references) if f.references != table_schema.ANY else "*"
            told.append(words("ui.data_refs", t=targets))
        if f.categories:
            values = "、".join(f"{v}（{words.category(f.labels, v)}）" for v in f.categories)
            told.append(f"{words('ui.data_values')}：{values}")
        if f.internal:
            told.append(words("ui.data_internal"))
        cells = (
            (Inline(f.name, tone="code"),),
            (Inline(f.title(words.lang)),),
            (Inline(f.format or f.type, tone="code"),),
            (Inline(words("ui.yes") if f.required else ""),),
            (Inline("　".join(told)),),
        )
        rows.append(Row(cells))
    names = ("ui.data_field", "ui.data_title", "ui.data_type", "ui.data_required", "ui.data_description")
    return Table(site.columns(*names), tuple(rows))
