"""Keeps finished pages of the public site in the process, in front of the application.

What may be kept is what the application says is public: the same for everybody who is not signed
in and reads the same language. Whatever changes what is published is written in the chain of events
in the same transaction, so as long as its last event is the same, the pages are. That is asked each
time: what is taken back or masked is gone at once, whichever process did it. No page is kept for
longer than a minute, since the days that a notice has been up are no event. The same holds of
what many pages say alike, as the years of a body: `shared` in publication/caching.py.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from flask import Flask
from sqlalchemy.engine import Engine
from werkzeug.http import parse_cookie

from minutes import clock
from minutes.people.access import COOKIE as SIGN_IN
from minutes.publication.caching import SHARED
from minutes.web.language import COOKIE as LANGUAGE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

FOLDERS = ("/protokoll", "/anslagstavla")
LONGEST = 60.0  # seconds
MOST_PAGES = 1_000
LARGEST = 256 * 1024  # bytes
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE")
OF_THE_BODY = {"content-type", "content-length"}  # not in a 304


@dataclass(frozen=True, slots=True)
class Kept:
    """A page: its headers, its mark, its bytes, and when it was made."""

    headers: list[tuple[str, str]]
    etag: str
    body: bytes
    at: float


class PublicCache:
    """The application with its public pages kept. `state` says what they are true of."""

    def __init__(self, app: "WSGIApplication", state: Callable[[], Hashable]) -> None:
        self.app, self._ask = app, state
        self._pages: OrderedDict[Hashable, Kept] = OrderedDict()
        self._shared: dict[Hashable, Any] = {}
        self._shared_at = 0.0
        self._lock = Lock()
        self._state: Hashable = None

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """The kept page, or what the application answers."""
        key = _key(environ)
        if key is None:
            return self.app(environ, start_response)
        state = self._ask()
        kept = self._find(key, state)
        if kept is None:
            status, headers, body = _whole(self.app, environ, self._shared)
            kept = _to_keep(status, headers, body)
            if kept is None:
                start_response(status, headers)
                return [body]
            self._keep(key, kept, state)
        return _answer(kept, environ, start_response)

    def _find(self, key: Hashable, state: Hashable) -> Kept | None:
        """The page; those of another state are forgotten, and what they shared."""
        now = time.monotonic()
        with self._lock:
            is_new = state != self._state
            if is_new:
                self._pages.clear()
                self._state = state
            if is_new or now - self._shared_at > LONGEST or len(self._shared) > MOST_PAGES:
                # A new one: what a page that was begun before finds goes into the old one, unread.
                self._shared, self._shared_at = {}, now
            kept = self._pages.get(key)
        return kept if kept and now - kept.at <= LONGEST else None

    def _keep(self, key: Hashable, kept: Kept, state: Hashable) -> None:
        with self._lock:
            if state == self._state:  # or something was published while it was made
                self._pages[key] = kept
                self._pages.move_to_end(key)
                if len(self._pages) > MOST_PAGES:
                    self._pages.popitem(last=False)


def install(app: Flask, engine: Engine) -> None:
    """Let the application keep its public pages."""

    def state() -> Hashable:
        return _last_event(engine), clock.today()

    app.wsgi_app = PublicCache(app.wsgi_app, state)  # type: ignore[method-assign]


def _last_event(engine: Engine) -> int | None:
    """The id of the last event of the chain. Asked so often that it goes past the session."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT max(id) FROM audit_event")
        found = cursor.fetchone()
        cursor.close()
    finally:
        connection.close()
    return found[0] if found else None


def _key(asked: "WSGIEnvironment") -> tuple[str, ...] | None:
    """What tells the page from others; None where who asks is given one of their own."""
    if (
        not asked.get("PATH_INFO", "").startswith(FOLDERS)
        or asked["REQUEST_METHOD"] not in ("GET", "HEAD")
        or any(name in asked for name in ("HTTP_AUTHORIZATION", "HTTP_HX_REQUEST"))
    ):
        return None
    cookies = parse_cookie(asked) if "HTTP_COOKIE" in asked else {}
    if SIGN_IN in cookies:
        return None
    names = ("wsgi.url_scheme", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    return cookies.get(LANGUAGE, ""), *(asked.get(name, "") for name in names)


def _whole(
    app: "WSGIApplication", asked: "WSGIEnvironment", shared: dict[Hashable, Any]
) -> tuple[str, list[tuple[str, str]], bytes]:
    """The application's answer to the whole page, whatever part of it was asked for."""
    whole = {name: value for name, value in asked.items() if name not in CONDITIONS}
    whole |= {"REQUEST_METHOD": "GET", SHARED: shared}
    said: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> Any:
        said[:] = [status, headers]
        return None

    parts = app(whole, start)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return said[0], said[1], body


def _to_keep(status: str, headers: list[tuple[str, str]], body: bytes) -> Kept | None:
    named = {name.lower(): value for name, value in headers}
    if (
        not status.startswith("200")
        or not named.get("cache-control", "").startswith("public")
        or "set-cookie" in named
        or "etag" not in named
        or len(body) > LARGEST
    ):
        return None
    kept = [each for each in headers if each[0].lower() != "x-request-id"]
    return Kept(kept, named["etag"], body, time.monotonic())


def _answer(
    kept: Kept, asked: "WSGIEnvironment", start_response: "StartResponse"
) -> Iterable[bytes]:
    known = asked.get("HTTP_IF_NONE_MATCH", "")
    if known and kept.etag in {each.strip().removeprefix("W/") for each in known.split(",")}:
        headers = [each for each in kept.headers if each[0].lower() not in OF_THE_BODY]
        start_response("304 NOT MODIFIED", headers)
        return []
    start_response("200 OK", list(kept.headers))
    return [] if asked["REQUEST_METHOD"] == "HEAD" else [kept.body]
