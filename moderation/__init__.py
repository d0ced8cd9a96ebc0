"""Comment moderation that a publisher runs itself."""
