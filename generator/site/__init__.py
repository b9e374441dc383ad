"""Build the documents, charts and navigation of a site in one language; no output format is known here.

`site` is the register with words and addresses, `document` what a page consists of, `routes` the addresses,
`record_names` what records are called. `kinds` has a module for every kind of record, `pages` one for every
page of which there is one, `sections` what several pages share, `charts` the charts (`chart` and `chart_data`
say what one is), `search` what records are searched and filtered by, `guides` the program's own guides.
`indexes` are the lists with their `filter_panel`, `navigation` is the menu, `prose` the city's own texts,
`exemplar_libraries` what may fit a unit.
"""
