"""Edit files of a data folder in place: `portal fix` and `portal convert`.

`folder` goes through a data folder, `fixers` decides which cells have a safe fix, `spans` finds where they
stand, `difference` shows what would change, `conversion` turns another encoding into UTF-8, `replacement` is
the one module that writes: whole files, in one step.

Bytes that are not changed stay as they are: files are never parsed and written anew.
"""
