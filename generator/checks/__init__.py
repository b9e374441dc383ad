"""The checks of the domain, a module a family; each yields problems."""
