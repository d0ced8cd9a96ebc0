"""A newsroom of the project's own invention, so that every page has something to show."""
