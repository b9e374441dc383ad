"""HTML pages: markup of blocks, Jinja templates, the page writer and the layout around a page."""
