"""`moderation policy`: check a policy file, prove it, publish it."""
