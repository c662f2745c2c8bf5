"""What every answer tells the browser about safety, caching and itself."""

from flask import Flask, Response, g, request

from minutes.people.permissions import NOBODY

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",  # Pico draws its icons so
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ONE_YEAR = 365 * 24 * 3600


def install(app: Flask) -> None:
    """Add the headers to every answer of the application."""
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """The headers, on an answer."""
    has = {name for name, _ in response.headers}
    ours = {name: ALWAYS[name] for name in ALWAYS if name not in has}
    response.headers.extend({**ours, "X-Request-ID": g.get("request_id", "")})
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}"
    if request.endpoint != "static":
        # What a signed-in person saw must not be seen again after signing out.
        signed_in = g.get("access", NOBODY).signed_in
        response.headers.setdefault("Cache-Control", "no-store" if signed_in else "no-cache")
    return response
