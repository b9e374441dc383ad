"""Mends files of the city in place: what `portal fix` and `portal convert` do.

- `folder` goes through a data folder; `mends` decides which cells have a safe mend, `spans` finds where they
  stand, `difference` shows what would change
- `conversion` another encoding becomes UTF-8
- `replacement` the one place that writes: whole files, in one step

Bytes that are not mended stay as they are: files are never parsed and written anew.
"""
