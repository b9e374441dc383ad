"""The shell engine that renders shells with MkDocs and Material; theme/ overrides templates."""
