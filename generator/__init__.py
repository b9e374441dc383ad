"""The register of green manufacturing: from validated data packages to a published static site.

The folders in the order in which data flows:

- `schemas/` one file per table, the only place where a field is declared; `schema`, `records` derive from it
- `yamltext`, `dates`, `urls` plain readers that know no table; `csvlines` writes every CSV; `processes`
  splits work over the cores
- `reading/` a data folder and its case studies become a checked catalog, or problems
- `problems`, `codes.yaml`, `reporting` what is wrong with data, and how it is said
- `model` the catalog: frozen, typed, the waist of the hourglass
- `insight/` pure questions about it: standing, totals, coverage, reconciliation, ladder
- `rendering/` page bodies, charts and downloads, as a stream; `rendering/search/` what is searched and
  filtered, its half in the browser `rendering/assets/find/`
- `artifacts` what rendering hands on
- `publishing/` shell by MkDocs Material, fill, verify, swap
- `pipeline` the table of contents; `cli` and `mkdocs_plugin` its two doors; `progress` what a terminal
  shows; `scaffold` a new city's folder
"""
