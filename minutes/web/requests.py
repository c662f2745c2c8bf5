"""What each request gets: an id, the settings, a database session and the asker's access."""

import uuid

from flask import Flask, g, request
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.people.access import guard, load_access
from minutes.settings import Settings

READS = ("GET", "HEAD", "OPTIONS")


def install(app: Flask, settings: Settings, engine: Engine) -> None:
    """Open and close what a request needs, and let the guard stand before every view."""
    # A reader runs beside a writer, and can by no mistake change anything.
    reading = engine.execution_options(readonly=True, postgresql_readonly=True)

    def begin() -> None:
        g.request_id = uuid.uuid4().hex[:12]
        g.settings = settings
        g.session = Session(reading if request.method in READS else engine)

    def end(_error: BaseException | None) -> None:
        session: Session | None = g.pop("session", None)
        if session is not None:
            session.close()

    app.before_request(begin)
    app.before_request(load_access)
    app.before_request(guard)
    app.teardown_request(end)
