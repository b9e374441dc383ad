"""What records are searched, filtered and counted by."""
