"""The words of the interface and what a language does with them."""
