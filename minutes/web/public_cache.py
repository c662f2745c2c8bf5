"""Keeps finished pages of the public site in the process, in front of the application.

What may be kept is what the application says is public: the same for everybody who sends no
cookie. Whatever changes what is published is written in the chain of events, so as long as its
last event is the same, the pages are. That is asked once a second, and after each commit of this
process; no page is kept for longer than a minute.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any

from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes import clock
from minutes.publication.remembering import last_event

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

FOLDERS = ("/protokoll", "/anslagstavla")
ASK_AGAIN = 1.0  # seconds
LONGEST = 60.0  # seconds
MOST_PAGES = 1_000
LARGEST = 256 * 1024  # bytes
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE")
OF_THE_BODY = {"content-type", "content-length"}  # not in a 304

_commits = count(1)
_last_commit = 0


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
        self._lock = Lock()
        self._state: Hashable = None
        self._asked: tuple[float, int] = (0.0, -1)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """The kept page, or what the application answers."""
        if not _is_for_everybody(environ):
            return self.app(environ, start_response)
        key = _key(environ)
        state = self._current()
        with self._lock:
            kept = self._pages.get(key)
        if kept is None or time.monotonic() - kept.at > LONGEST:
            status, headers, body = _whole(self.app, environ)
            kept = _to_keep(status, headers, body)
            if kept is None:
                start_response(status, headers)
                return [body]
            self._keep(key, kept, state)
        return _answer(kept, environ, start_response)

    def _current(self) -> Hashable:
        """What the pages have to be true of; those of another state are forgotten."""
        now, commits = time.monotonic(), _last_commit
        at, seen = self._asked
        if commits != seen or now - at > ASK_AGAIN:
            state = self._ask()
            with self._lock:
                self._asked = now, commits
                if state != self._state:
                    self._pages.clear()
                    self._state = state
        return self._state

    def _keep(self, key: Hashable, kept: Kept, state: Hashable) -> None:
        with self._lock:
            if state == self._state:  # or something was published while it was made
                self._pages[key] = kept
                self._pages.move_to_end(key)
                if len(self._pages) > MOST_PAGES:
                    self._pages.popitem(last=False)


def install(app: Flask, engine: Engine) -> None:
    """Let the application keep its public pages."""
    if not event.contains(Session, "after_commit", _committed):
        event.listen(Session, "after_commit", _committed)

    def state() -> Hashable:
        return last_event(engine), clock.today()

    app.wsgi_app = PublicCache(app.wsgi_app, state)  # type: ignore[method-assign]


def _committed(_session: Session) -> None:
    global _last_commit
    _last_commit = next(_commits)


def _key(asked: "WSGIEnvironment") -> tuple[str, ...]:
    names = ("wsgi.url_scheme", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    return tuple(asked.get(name, "") for name in names)


def _is_for_everybody(asked: "WSGIEnvironment") -> bool:
    path = asked.get("PATH_INFO", "")
    return (
        path.startswith(FOLDERS)
        and asked["REQUEST_METHOD"] in ("GET", "HEAD")
        and not any(name in asked for name in ("HTTP_COOKIE", "HTTP_AUTHORIZATION"))
        and "HTTP_HX_REQUEST" not in asked
    )


def _whole(
    app: "WSGIApplication", asked: "WSGIEnvironment"
) -> tuple[str, list[tuple[str, str]], bytes]:
    """The application's answer to the whole page, whatever part of it was asked for."""
    whole = {name: value for name, value in asked.items() if name not in CONDITIONS}
    whole["REQUEST_METHOD"] = "GET"
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
