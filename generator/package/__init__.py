"""Parse and validate a data folder: its rows, texts and settings, and every problem found in them.

In the order of the work: `data_folder` and `files` (which files there are), `decode` (bytes to text),
`descriptor` and `descriptor_agreement` (what a package declares), `csv_reader` with `headers` (text to rows),
`text_issues` and `cells` (a cell to a value), `read_tables` (files to records), `row_limits`, `keys` (ids and
references), `row_check` (frictionless), `settings`, `markdown`, `cases` and `prose_files` (prose of the
city), `case_pictures` and `prose_pictures` with `picture_bytes` (what pictures carry), `personal_data`.
`package` runs them all; `reading` says how a reader gives problems beside its value.
"""
