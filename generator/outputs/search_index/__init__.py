"""What is searched and filtered, as files for the browser and as values for the pages made here.

In order: ``folding`` and ``readings`` (texts made comparable, pinyin), ``facets`` and ``attributes`` (what
is filtered by), ``columns`` and ``events`` (a kind's file), ``counting`` (what counts of any day need
besides), ``answering`` (what quick answers of any day need besides that), ``passages`` (prose), ``words``,
``files`` (all of them and their manifest), ``panel`` (the filters of a list as its page shows them). The
browser's half is browser/search/, browser/lists/, browser/as_of/ and browser/quick_counts/.
"""
