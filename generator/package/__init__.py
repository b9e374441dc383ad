"""Reading: from a folder of YAML and CSV to a checked catalog, or to everything that is wrong with it.

Order of the work: folders (plain files alone), decode (bytes to text), descriptor and agreement (what a
package declares), load and loaded (a folder to tables), csvtext (text to rows), headers, text_slips and cells
(a cell to a value), check (a table to records), crowds (too many rows about one thing), keys (ids and
references), row_check (frictionless), texts, markdown, cases and prose_files (contributed prose),
case_pictures and prose_pictures with picture_bytes (what pictures carry), rules and reconciliation (the
domain), permanence, traces and publication (what may be seen), catalog (the waist).
"""
