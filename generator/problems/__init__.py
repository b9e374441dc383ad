"""Problems in data: codes, problems, messages, explanations and report formats."""
