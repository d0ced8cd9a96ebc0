"""Signed messages to other servers: sign, and send where it is safe."""
