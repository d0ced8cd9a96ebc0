"""Akismet 1.1 and 1.2: `true` where the policy would not let a comment stand, for whoever asked Akismet."""
