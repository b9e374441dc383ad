"""Rendering: from the catalog to page bodies and files; nothing here reads a file of the city or writes one.

words (labels), site (the register with words and addresses), view (what a page consists of), kinds (every
kind of record: title, address, columns, sections), indexes (lists; of a category by category_rows and counts)
and site_pages (single pages), as_of and axes (day and axis of counting), exemplars, charts and drawing,
target_page, reconciliation_page, changes_page and feed, chains_page and chain_drawing, answers and asked,
search, downloads, theme (assets), templating (Jinja2) and markup (small pieces without it), painter
(bodies to pages), stream (everything in order).
"""
