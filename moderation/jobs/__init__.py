"""Background work, one kind a file."""
