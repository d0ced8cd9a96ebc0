"""The in-memory twin of the database: the same promises, nothing on disk."""
