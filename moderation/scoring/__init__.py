"""Scorers: adapters that rate texts on attributes, and what they are made of."""
