"""How the server process is run: uvicorn's settings, the same for the service and for what it is compared with."""

from typing import Any

from moderation.settings import Settings

#: How long requests in flight may take after the order to stop.
GRACE_SECONDS = 20

#: The service itself.
APP = "moderation.app:create_app"


def server_settings(settings: Settings, *, app: str = APP) -> dict[str, Any]:
    """Return the arguments of `uvicorn.run`."""
    return {
        "app": app,
        "factory": app == APP,
        "host": settings.host,
        "port": settings.port,
        "workers": settings.workers,
        "loop": "auto",
        "http": "auto",
        "access_log": False,
        "log_level": settings.log_level.lower(),
        "server_header": False,
        "proxy_headers": False,  # the application reads them itself, and keeps who the peer is
        "timeout_graceful_shutdown": GRACE_SECONDS,
    }
