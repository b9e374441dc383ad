"""Plain readers and writers of file formats; none of them knows a table."""
