"""Remembers what the public site has answered, as long as nothing has happened since.

Whatever changes what is published is written in the chain of events in the same transaction. So
an answer is given again only while the last event is the one it was made after: that is asked in
each request, before anything else, and nothing that was masked or taken back is served once it is
stored. This stands behind `web/public_cache.py`, which answers who sends no cookie without asking.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import wraps
from threading import Lock
from typing import Any, TypeVar

from flask import Response, current_app, g, make_response, request
from flask_babel import get_locale
from sqlalchemy.engine import Engine

from minutes import clock

# Caches may keep a page, and ask each time whether it still is so: what is taken back is gone.
KEEP_AND_ASK = "public, no-cache"
LONGEST = 60.0  # seconds: the days that a notice has been up are no event
LARGEST = 256 * 1024  # bytes of an answer
MOST = 16 * 1024 * 1024  # bytes of all answers

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, after which event, and when."""

    body: bytes
    headers: list[tuple[str, str]]
    after: Hashable
    at: float


class Memory:
    """The answers that were used last, in no more than so many bytes."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def find(self, key: Hashable, after: Hashable) -> Answer | None:
        """The answer, where nothing has happened since it was made."""
        with self._lock:
            found = self._answers.get(key)
            if found is None:
                return None
            if found.after != after or time.monotonic() - found.at > LONGEST:
                self._forget(key)
                return None
            self._answers.move_to_end(key)
            return found

    def keep(self, key: Hashable, answer: Answer) -> None:
        """Remember it, and forget what was not asked for the longest where there is no room."""
        with self._lock:
            self._forget(key)
            self._answers[key] = answer
            self._size += len(answer.body)
            while self._size > MOST:
                self._forget(next(iter(self._answers)))

    def _forget(self, key: Hashable) -> None:
        found = self._answers.pop(key, None)
        if found is not None:
            self._size -= len(found.body)


def last_event(engine: Engine) -> int | None:
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


def cached(view: View) -> View:
    """Answer who is not signed in from memory, let caches keep it, and answer 304 to who has it."""

    @wraps(view)
    def answered(**parts: Any) -> Response:
        if g.access.signed_in:
            return make_response(view(**parts))
        memory: Memory = current_app.extensions.setdefault("answers", Memory())
        key = (request.script_root, request.full_path, get_locale().language)
        after = (last_event(current_app.extensions["engine"]), clock.today())
        known = memory.find(key, after)
        if known is not None:
            response = Response(known.body, headers=known.headers)
        else:
            response = make_response(view(**parts))
            if response.status_code != 200:
                return response
            response.headers["Cache-Control"] = KEEP_AND_ASK
            response.vary.update(("Cookie", "Accept-Language"))
            response.add_etag()
            body = response.get_data()
            if len(body) <= LARGEST:
                # The event was asked for first: at worst it is thrown away too early.
                headers = response.headers.to_wsgi_list()
                memory.keep(key, Answer(body, headers, after, time.monotonic()))
        response.make_conditional(request)
        return response

    return answered  # type: ignore[return-value]
