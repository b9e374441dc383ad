"""What is searched and filtered, as files for the browser and as values for the pages made here.

In order: ``folding`` and ``readings`` (texts made comparable, pinyin), ``facets`` and ``attributes`` (what
is filtered by), ``columns`` and ``events`` (a kind's file), ``counting`` (what counts of any day need
besides), ``passages`` (prose), ``words``, ``files`` (all of them and their manifest), ``panel`` (the filters
of a list as its page shows them). The browser's half is assets/find/ and assets/asof/.
"""
