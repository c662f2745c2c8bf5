"""What a program is told when it is refused: problem details (RFC 9457), in Swedish."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import Blueprint, Response, current_app, g, request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from minutes.api.models import Fault, Problem
from minutes.errors import MinutesError, NotFound
from minutes.texts import N_

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: N_("Begäran går inte att läsa"),
    401: N_("Nyckel saknas"),
    403: N_("Nyckeln räcker inte"),
    404: N_("Finns inte"),
    405: N_("Metoden finns inte här"),
    409: N_("Det går inte just nu"),
    412: N_("Ändrad sedan du läste den"),
    413: N_("För stor"),
    415: N_("Fel slag av innehåll"),
    422: N_("Uppgiften går inte att använda"),
    500: N_("Något gick fel hos oss"),
    503: N_("Tjänsten är upptagen"),
}
DETAILS = {
    400: N_("Kontrollera adressen och det som skickas."),
    404: N_("Det finns inget här, eller så har nyckeln inte tillgång till det."),
    405: N_("Se beskrivningen på /api vad adressen kan användas till."),
    413: N_("Filen är större än vad som tas emot."),
    415: N_("Se beskrivningen på /api vilken Content-Type som väntas."),
    500: N_("Felet är antecknat. Försök igen om en stund."),
    503: N_("Någon annan sparar just nu. Försök igen om en stund."),
}
FAULTS = {
    "missing": N_("Uppgiften saknas."),
    "extra_forbidden": N_("Uppgiften känns inte igen."),
    "json_invalid": N_("Det är inte giltig JSON."),
    "int_parsing": N_("Skriv ett heltal."),
    "string_type": N_("Skriv en text."),
    "string_pattern_mismatch": N_("Det finns tecken som inte får vara med."),
}
WRONG = N_("Värdet går inte att använda.")


class Invalid(MinutesError):
    """What was sent breaks what the description of the API asks of it."""

    status = 422

    def __init__(self, error: ValidationError, where: str) -> None:
        super().__init__(
            N_("Det som skickades följer inte beskrivningen. Rätta det och försök igen.")
        )
        self.faults = [_fault(where, each) for each in error.errors(include_url=False)]


class Changed(MinutesError):
    """What is acted on is not what the asker has read: its If-Match says another version."""

    status = 412


class WrongKind(MinutesError):
    """The body of the request is of another kind than the one asked for."""

    status = 415


def install(routes: Blueprint) -> None:
    """Answer the errors of the API so."""
    routes.register_error_handler(MinutesError, _intended)
    routes.register_error_handler(OperationalError, _database_busy)
    routes.register_error_handler(HTTPException, refused)


def problem(
    status: int, detail: str, faults: Sequence[Fault] = (), headers: dict[str, str] | None = None
) -> Response:
    """The answer that says what was wrong."""
    said = Problem(
        type="about:blank",
        title=TITLES.get(status) or HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=list(faults),
    )
    response = Response(said.model_dump_json(), status, headers, content_type=MEDIA_TYPE)
    response.headers["Content-Language"] = "sv"
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def refused(error: HTTPException) -> Response:
    """The answer to what the web framework refused."""
    status = error.code or 500
    if status >= 500:
        current_app.logger.error(
            "Case %s: %s %s", g.get("request_id"), request.method, request.path
        )
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Location")}
    return problem(status, DETAILS.get(status, DETAILS[400]), headers=headers)


def _intended(error: MinutesError) -> Response:
    if isinstance(error, NotFound):
        return problem(404, DETAILS[404])  # the same for what may not be seen
    return problem(error.status, error.message, getattr(error, "faults", ()))


def _database_busy(error: OperationalError) -> Response:
    if "database is locked" in str(error.orig):
        return problem(503, DETAILS[503])
    return refused(InternalServerError(original_exception=error))


def _fault(where: str, error: ErrorDetails) -> Fault:
    place = ".".join((where, *(str(part) for part in error["loc"])))
    message = FAULTS.get(error["type"])
    expected = (error.get("ctx") or {}).get("expected")
    if message is None and expected is not None:
        allowed = str(expected).replace(" or ", " eller ").replace("'", "")
        message = N_("Värdet ska vara något av %(allowed)s.", allowed=allowed)
    return Fault(where=place, message=message or WRONG)
