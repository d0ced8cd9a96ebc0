"""The heart: what moderation is, with no I/O, no clock and no framework."""
