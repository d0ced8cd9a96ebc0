"""Logs: one JSON line an event, with ids and never with text."""

import logging
import sys
from typing import TextIO, cast

import structlog
from pydantic_core import to_json

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def _json(event: object, **_options: object) -> str:
    return to_json(event, fallback=str).decode()


class _StandardError:
    """Writes to whatever standard error is at the time, though loggers are kept once made."""

    def write(self, line: str) -> int:
        """Write a line."""
        return sys.stderr.write(line)

    def flush(self) -> None:
        """Let it be seen."""
        sys.stderr.flush()


def configure(level: str) -> None:
    """Write events of at least this level to standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_json),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS.get(level.lower(), logging.INFO)),
        logger_factory=structlog.WriteLoggerFactory(file=cast(TextIO, _StandardError())),
        cache_logger_on_first_use=True,
    )
