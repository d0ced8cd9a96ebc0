"""Figures about what was decided, and by whom."""
