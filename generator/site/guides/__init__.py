"""What the product itself explains, in every city's site and at the terminal.

Guides are files `*.md`, each in Chinese and, as `*.en.md`, in English; a new one is in the site, its index
and the search by being here. What a code means is in the YAML file that describes the code, see
`generator.problems.code_files`.

Only reading of these files belongs here; their pages are made in `generator.site.pages.guides`.
"""
