"""Errors as pages: one mapping from what was raised to a Swedish sentence and a status."""

from typing import Any
from urllib.parse import quote

from flask import Flask, current_app, g, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from minutes.api import problems
from minutes.api.operations import PREFIX
from minutes.errors import MinutesError, NotFound
from minutes.people import carried
from minutes.people.permissions import NOBODY
from minutes.texts import N_
from minutes.web.public_cache import FOLDERS

HEADINGS = {
    400: N_("Det gick inte att läsa det som skickades"),
    401: N_("Logga in"),
    403: N_("Du har inte behörighet"),
    404: N_("Sidan finns inte"),
    405: N_("Så kan sidan inte användas"),
    409: N_("Det går inte just nu"),
    410: N_("Länken gäller inte längre"),
    413: N_("Det är för stort"),
    422: N_("Uppgiften går inte att använda"),
    429: N_("För många försök"),
    500: N_("Något gick fel hos oss"),
    503: N_("Tjänsten är upptagen"),
}
SENTENCES = {
    400: N_("Gå tillbaka, kontrollera uppgifterna och försök igen."),
    403: N_(
        "Din roll ger inte rätt att se den här sidan. Fråga sekreteraren eller administratören."
    ),
    404: N_(
        "Adressen kan vara felskriven, sidan kan ha tagits bort, eller så har du inte tillgång "
        "till den."
    ),
    405: N_("Gå tillbaka och använd knapparna på sidan."),
    500: N_(
        "Felet är antecknat. Försök igen om en stund. Om det händer igen, berätta för "
        "administratören och uppge ärendenumret."
    ),
    503: N_("Någon annan sparar just nu. Försök igen om en stund."),
}


def install(app: Flask) -> None:
    """Answer every error of the application with a page."""
    app.register_error_handler(MinutesError, _intended)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(CSRFError, _too_old)
    app.register_error_handler(OperationalError, _database_busy)
    app.register_error_handler(HTTPException, _refused)


def _intended(error: MinutesError) -> ResponseReturnValue:
    return error_page(error.status, error.message)


def _not_found(_error: NotFound) -> ResponseReturnValue:
    # In the same words for what does not exist and for what the asker may not see.
    return error_page(404, SENTENCES[404])


def _too_old(_error: CSRFError) -> ResponseReturnValue:
    kept = carried.of_request() if g.access.signed_in else None
    if kept is not None and not request.headers.get("HX-Request"):
        g.pop("csrf_token", None)
        why = N_("Sidan hade legat öppen för länge.")
        return render_template("people/carried.html", carried=kept, why=why), 400
    return error_page(
        400,
        N_("Sidan hade legat öppen för länge. Gå tillbaka, ladda om den och försök igen."),
        heading=N_("Sidan är för gammal"),
    )


def _database_busy(error: OperationalError) -> ResponseReturnValue:
    if "database is locked" not in str(error.orig):
        raise error
    return error_page(503, SENTENCES[503])


class Application(Flask):
    """Flask, whose log names no address that was asked for: the link in a mail is a key."""

    def log_exception(self, exc_info: Any) -> None:
        """Write down the trace of what went wrong, and on which kind of page."""
        self.logger.error("Exception on %s [%s]", _view(), request.method, exc_info=exc_info)


def _view() -> str:
    """The kind of page that was asked for, as "/svar/<token>"."""
    return request.url_rule.rule if request.url_rule else "no page of ours"


def _refused(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error  # a redirect that was raised
    if request.url_rule is None and request.path.startswith(FOLDERS) and request.path[-1] == "/":
        # As many write the address of a public page. Whatever stands there: it gives nothing away.
        return redirect(request.script_root + quote(request.path.rstrip("/")), code=301)
    if request.path.startswith(PREFIX + "/"):  # where there is no view
        return problems.refused(error)
    if status == 413:
        limit = g.settings.upload_limit // 1024**2
        advice = N_(
            "En fil får vara högst %(limit)s MB. Lång text laddas upp som en fil.", limit=limit
        )
        return error_page(413, N_("Det som skickades är för stort. %(advice)s", advice=advice))
    if status >= 500:
        # The traceback has been logged; this is the line to find it by.
        current_app.logger.error("Case %s: %s %s", g.get("request_id"), request.method, _view())
    return error_page(status, SENTENCES.get(status, SENTENCES[400]))


def error_page(
    status: int, message: str, heading: str | None = None
) -> tuple[str, int, dict[str, str]]:
    """The page, or only its message where a part of a page was asked for."""
    is_part = bool(request.headers.get("HX-Request"))
    page = render_template(
        "errors/part.html" if is_part else "errors/page.html",
        heading=heading or HEADINGS.get(status, HEADINGS[400]),
        message=message,
        # A busy database passes by itself: there is nothing to ask the administrator about.
        case_number=g.get("request_id") if status >= 500 and status != 503 else None,
        # Who reads what is published is not led to where one signs in.
        is_public=request.path.startswith(FOLDERS) and not g.get("access", NOBODY).signed_in,
    )
    # Before what was acted on, not in its place: it may be tried again.
    return page, status, {"HX-Reswap": "beforebegin"} if is_part else {}
