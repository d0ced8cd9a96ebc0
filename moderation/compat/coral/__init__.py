"""Coral's external moderation phase, and its webhooks, by which a decision made there is known here."""
