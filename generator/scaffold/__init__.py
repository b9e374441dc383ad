"""New files for whoever keeps data: a register folder, its descriptors, the template of a case."""
