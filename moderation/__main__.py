"""`python -m moderation` is the command line."""

from moderation.cli import app

if __name__ == "__main__":
    app()
