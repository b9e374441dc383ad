"""Messages of the interface by language, and rules for comparing and sorting names."""
