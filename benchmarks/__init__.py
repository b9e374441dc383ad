"""The same work done by this project, by its peers and by the bare file system: `python -m benchmarks`.

In the order things happen: rows (national, synthetic) → city (a data folder) → jobs (one piece of work in a
fresh process) → measure (seconds and memory of that process) → suites (what is compared with what) → table.
"""
