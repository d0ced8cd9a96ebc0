"""Our HTTP API, version 1: speaks JSON, decides nothing."""
