"""What a public page tells those who keep it: that they may, and that they ask before each use.

What is taken back is so gone at once. The application keeps pages too, in `web/public_cache.py`.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

from flask import Response, g, make_response, request

KEEP_AND_ASK = "public, no-cache"
SHARED = "minutes.shared"  # in what the server says of a request

View = TypeVar("View", bound=Callable[..., Any])
Value = TypeVar("Value")


def shared(key: Hashable, make: Callable[[], Value]) -> Value:
    """What many public pages say alike: made once for as long as it is true, where who asks is
    given what everybody is given; else made each time. The key says all that it depends on.
    """
    asked = request.environ
    kept: dict[Hashable, Value] | None = asked.get(SHARED)
    if kept is None:
        return make()
    if key not in kept:
        kept[key] = make()
    return kept[key]


def cached(view: View) -> View:
    """Let caches keep what who is not signed in is answered, and answer 304 to who has it."""

    @wraps(view)
    def answered(**parts: Any) -> Response:
        response = make_response(view(**parts))
        if g.access.signed_in or response.status_code != 200:
            return response
        response.headers["Cache-Control"] = KEEP_AND_ASK
        response.headers["Vary"] = "Cookie, Accept-Language"
        response.add_etag()
        if "If-None-Match" in request.headers:
            response.make_conditional(request)
        return response

    return answered  # type: ignore[return-value]
