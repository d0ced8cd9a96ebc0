"""Comment moderation that a publisher runs itself."""

__version__ = "0.1.0"
