"""What every page is sent with: nothing runs, loads or is framed but our own; what people see is not kept."""

from fastapi import Request, Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not `no-referrer`: forms would then come with the origin `null`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def secure(request: Request, response: Response) -> None:
    """Add the headers to a response."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if is_tls(request):
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Set a cookie that no script reads and no other site sends; it ends with the browser or the session."""
    path = request.scope.get("root_path", "").rstrip("/") or "/"
    response.set_cookie(name, value, httponly=True, samesite="lax", secure=is_tls(request), path=path)


def forget_cookie(request: Request, response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, path=request.scope.get("root_path", "").rstrip("/") or "/")


def is_tls(request: Request) -> bool:
    """Whether the browser speaks TLS, to us or to the proxy before us."""
    return request.url.scheme == "https" or bool(request.app.state.people.is_secure)
