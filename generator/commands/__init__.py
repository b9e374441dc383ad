"""The doors: the command line, a module a command, and the plugin of MkDocs."""
