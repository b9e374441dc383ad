"""Insight: pure questions about the catalog, each with a date and an axis.

register (every answer, each worked out once), ledger (what holds when), standing and holdings (of one unit),
totals (how many on a day, by which rule) and through_time (on every day at once), coverage (how far that was
checked), places (where a unit is) and whereabouts (of all of them), reconcile (published figure against
register), ladder and rungs (steps and paths), growth (year by year), sectors, changes (what each list
brought), progress (targets), chains (who belongs together), evidence (what rests on a document), validity,
applications, case_figures, scoring, exemplars (comparable units) along industry_lines (what an industry is
part of).
"""
