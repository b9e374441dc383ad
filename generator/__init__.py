"""A register of green manufacturing: a data folder in, a static site out.

This is the map of the program. `build.py` runs the stages in this order; `.importlinter` says who may import
whom.

The stages, in the order of the data:

    package/       parse and validate a data folder: CSV, YAML, Markdown, pictures, settings
    catalog/       hold the rows of all tables, typed, frozen and indexed by id
    checks/        check rows against each other; suppress accepted problems
    release/       decide what may be published, row by row and cell by cell; lock published ids
    register/      answer questions about released rows on a day: standing, totals, coverage, changes
    site/          build the documents, charts and navigation of a site in one language
    outputs/       render a site: HTML, charts, search index, feeds, calendar, CSV package
    browser/       scripts and style sheets of the site, copied by outputs
    shells/        render the shell around pages with an engine: MkDocs with Material
    publish/       write the files, verify all links, replace the old site in one step

The programs around them:

    build.py       run the stages
    commands/      the command line, a module per command, and the MkDocs plugin
    fix/           edit a data folder in place: safe fixes, conversion to UTF-8
    scaffold/      create a new data folder and templates of cases
    __main__.py    run the command line with `python -m generator`

What several stages use:

    schema/        schemas of the tables; record classes generated from them
    problems/      problems in data: codes, messages, explanations, report formats
    i18n/          messages of the interface by language; comparing and sorting names
    formats/       parse and write CSV, YAML, JSON, dates, URLs and XML text
    artifacts.py   values that outputs pass to shells and publish: files, pages, frames
    outcome.py     report, findings and errors of publishing
    parallel.py    run work in several processes
    caching.py     cache results of methods in their instance
    errors.py      messages for errors of the operating system
    publishing/    no code: the theme folder that `mkdocs.yml` files of version 0.1 name, kept for one release
"""
