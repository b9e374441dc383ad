"""Insight: pure questions about the catalog, each with a date and an axis.

ledger (what holds when), totals (how many, by which rule), coverage (how far that was checked), names and
places (what a unit is called and where it is), reconcile (published figure against register), ladder (steps
and paths), growth (year by year), changes (what each list brought), progress (targets), chains (who belongs
together).
"""
