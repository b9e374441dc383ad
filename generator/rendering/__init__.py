"""Rendering: from the catalog to page bodies and files; nothing here reads a file of the city or writes one.

words (labels), edition (the catalog with what pages ask of it), view (what a page consists of), kinds (every
kind of record: title, address, columns, sections), indexes and site_pages (lists and single pages), charts
and drawing, target_page, reconciliation_page, changes_page and feed, chains_page and chain_drawing, answers,
search, downloads, theme (assets), templating (Jinja2), stream (everything in order).
"""
