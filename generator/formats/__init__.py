"""Parsers and writers of file formats and of single values; none of them knows a table."""
