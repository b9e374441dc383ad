"""What may be published of a package, and the ids that were."""
