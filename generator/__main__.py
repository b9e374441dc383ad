"""Lets `python -m generator` do what `portal` does."""

from generator.commands.main import main

main()
