"""Shells and prose made by MkDocs with Material; the theme overrides are in theme/."""
