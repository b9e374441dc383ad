"""Pages that are none of many, a module a page."""
