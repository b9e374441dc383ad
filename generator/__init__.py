"""The register of green manufacturing: from validated data packages to a published static site.

The folders in the order in which data flows:

- `schemas/` one file per table, the only place where a field is declared; `schema` reads them, `records` is
  written from them by `record_source`
- `yamltext`, `jsontext`, `dates`, `urls` plain readers that know no table; `csvlines` writes every CSV;
  `labels` the table of the interface's words; `processes` shares work out over the cores; `refusals` says why
  a system refuses
- `reading/` a data folder and its case studies become a checked catalog, or problems; `publication` and
  `aggregates` decide what of it may be seen, and as what
- `problems`, `codes.yaml`, `reporting/` what is wrong with data, and how it is said
- `guides/` what the product itself explains: every code, and guides for readers and keepers of data
- `mending/` changes files of the city in place: safe mends, other encodings to UTF-8
- `model` the catalog: frozen, typed, the waist of the hourglass
- `insight/` pure questions about it: `subjects` of rows, standing, totals, coverage, reconciliation, ladder,
  growth, changes, progress to targets and its `pace`, chains, `validity` of policies and standards, `sectors`
  (priority industries), `applications` of technologies in cases, `case_figures`, `rungs` of the ladder,
  `scoring`, `exemplars` (comparable units) along `industry_lines`
- `rendering/` page bodies, `charts/` and their `drawing/`, feed and downloads, as a stream; `kinds` lists the
  kinds of records, `library_rows` how records of the libraries read as rows, `systems` what each system
  consists of, `surroundings` what stands around every page; `search/` what is searched, filtered and
  counted, its half in the browser `assets/find/` and, for the day that a reader chooses, `assets/asof/` and
  `assets/answers/`;
  `axes` says what the axis of counting changes;
  `exemplars/` the finder of comparable units, its half in the browser `assets/exemplars/`
- `artifacts` what rendering hands on
- `publishing/` shell by MkDocs Material, fill, verify, swap
- `pipeline` the table of contents; `cli` (with `mending_commands` and `options`) and `mkdocs_plugin` its two
  doors; `progress` what a terminal shows; `scaffold` a new city's folder, from `example/`; `case_form` a new
  case
"""
