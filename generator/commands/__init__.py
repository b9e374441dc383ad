"""The command line, a module per command, and the MkDocs plugin."""
