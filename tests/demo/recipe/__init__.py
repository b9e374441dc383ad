"""The recipe of the demonstration city: what is written by hand, and what is drawn from it with a fixed seed.

Read in the order in which the city is built (see `city.build`):

* `tables`    the tables under construction, their headers taken from the schema files
* `documents` `reference` `schemes`   what everything else refers to
* `cast` `units`   the units: those with a part in a story by hand, the rest drawn; `credit` their codes
* `rounds` `draw` `goods`   the lists and their rows
* `changes` `evidence` `withheld`   what happened afterwards
* `figures` `targets` `library` `supervision`   the other packages
* `cases` `case_texts` `more_case_texts` `prose`   the documents
* `portal` `writing`   the files

Nothing here belongs to the product: no module of the generator is imported, so that the demonstration
tests it from outside.
"""
