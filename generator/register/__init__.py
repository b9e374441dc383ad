"""Pure questions about released records, each answered for a date and an axis.

`register` holds every answer, each worked out once, and `unit_index` finds units by place, name and relation.
`ledger` (what holds when), `standing` and `holdings` (of one unit), `totals` (how many on a day, by which
rule), `through_time` (on every day at once), `coverage` (how far changes were checked), `places` (where a
unit is), `reconcile` (published figure against register), `levels` and `ladder_rules` (steps and paths),
`growth` (year by year), `sectors`, `changes` (what each list brought), `progress` and `trend` (targets),
`chains` (who belongs together), `evidence` (what rests on a document), `validity`, `applications`,
`case_figures`, `scoring`, `comparable` (comparable units) with `industry_lines` (what an industry is part
of).
"""
