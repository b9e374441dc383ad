"""The checks of the domain, a module and its codes' YAML each; every check yields problems."""
