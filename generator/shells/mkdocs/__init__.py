"""The shell engine that renders shells and prose with MkDocs and Material; theme/ overrides templates."""
