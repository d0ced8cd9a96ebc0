"""Protocols of others, spoken so that a site changes one address: wire models, conversions, one router each."""
