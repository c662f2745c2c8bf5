"""What each request gets: an id, the settings, a database session and the asker's access."""

import itertools
import secrets
from functools import cached_property
from urllib.parse import unquote_to_bytes

from flask import Flask, Request, abort, g, request
from flask.ctx import _AppCtxGlobals
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from sqlalchemy.engine import Connection, Engine
from sqlmodel import Session

from minutes.people.access import guard, load_access
from minutes.settings import Settings
from minutes.web.language import chosen

READS = ("GET", "HEAD", "OPTIONS")
LARGEST_FORM = 1024 * 1024  # bytes, beside the files
LARGEST_TEXT = 8 * 1024 * 1024  # of minutes being written: said on the page itself
LONG_TEXTS = ("writing.save", "writing.look", "writing.insert", "writing.finish")
ONE_FILE = (
    "annual_report.template",
    "api.import_file",
    "bodies.members",
    "justering.check",
    "justering.paper",
    "justering.signed_file",
    "justering.template",
    "review.attach",
)
MANY_FILES = ("review.import_many", "review.upload")
FILES_AT_ONCE = 10


class Sessions(SecureCookieSessionInterface):
    """Flask's sessions; to who brings no cookie, an empty one without preparing to read it."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """What the browser keeps for us."""
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)


def install(app: Flask, settings: Settings, engine: Engine) -> None:
    """Open and close what a request needs, and let the guard stand before every view."""
    # A reader runs beside a writer, and can by no mistake change anything.
    reading = engine.execution_options(readonly=True, postgresql_readonly=True)

    class Opened(_AppCtxGlobals):
        """What is opened where it is first asked for, and closed after the request."""

        @cached_property
        def session(self) -> Session:
            return Session(reading if request.method in READS else engine)

        # For questions of public pages: a session takes longer than their answers.
        public = reading.execution_options(each_alone=True)

        @cached_property
        def connection(self) -> Connection:
            return self.public.connect()

        @cached_property
        def language(self) -> str:
            return chosen().language

    def begin() -> None:
        g.request_id = secrets.token_hex(6)
        g.settings = settings
        text = LARGEST_TEXT if request.endpoint in LONG_TEXTS else LARGEST_FORM
        request.max_form_memory_size = text
        request.max_content_length = text + _files() * settings.upload_limit

    def end(_error: BaseException | None) -> None:
        for name in ("session", "connection"):
            opened: Session | Connection | None = g.pop(name, None)
            if opened is not None:
                opened.close()

    app.app_ctx_globals_class = Opened
    app.session_interface = Sessions()
    app.before_request(begin)
    app.before_request(load_access)
    app.before_request(guard)
    app.before_request(_refuse_nul)
    app.teardown_request(end)


def _files() -> int:
    """How many of the largest files may be sent at once."""
    if request.mimetype != "multipart/form-data":  # any other form is read whole into memory
        return 0
    return FILES_AT_ONCE if request.endpoint in MANY_FILES else int(request.endpoint in ONE_FILE)


def _refuse_nul() -> None:
    """No keyboard writes it, and PostgreSQL cannot store it. After the guard: it reads the form."""
    texts = () if request.method in READS else itertools.chain(*request.form.items(multi=True))
    if b"\0" in unquote_to_bytes(request.query_string) or any("\0" in text for text in texts):
        abort(400)
