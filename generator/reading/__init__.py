"""Reading: from a folder of YAML and CSV to a checked catalog, or to everything that is wrong with it.

Order of the work: decode (bytes to text), csvtext (text to rows), load, descriptor, loaded (a folder to
tables), cells (a cell to
a value), check (keys and references), row_check (frictionless), rules (the domain), catalog (the waist).
"""
