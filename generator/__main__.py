"""Lets `python -m generator` do what `portal` does."""

from generator.cli import main

main()
