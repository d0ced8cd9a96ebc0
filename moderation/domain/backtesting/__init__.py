"""Policies over comments of the past: what would have been decided, and what cannot be told."""
