"""Kinds of records that have pages, a module a kind."""
