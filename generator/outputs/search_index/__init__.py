"""Write what is searched, filtered and counted in the browser as files.

`columns` (the file of a kind), `counting` (what counts of any day need besides), `answering` (what quick
answers of any day need besides that), `exemplars` (what comparable units need), `passages` (prose),
`readings` (pinyin), `words`, `files` (all of them and their manifest). The browser's half is browser/search/,
browser/lists/, browser/as_of/ and browser/quick_counts/.
"""
