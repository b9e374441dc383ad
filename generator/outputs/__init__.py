"""Output formats of a site: HTML, charts, search index, feeds, calendar, data package."""
