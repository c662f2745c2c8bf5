"""The pages about the API: its description, for people and for programs."""

from functools import cache
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request

from minutes.api import document
from minutes.api.operations import OPERATIONS, PREFIX
from minutes.people.access import Permission, requires
from minutes.people.api_tokens import SCOPE_WORDS

pages = Blueprint("api_pages", __name__, url_prefix="/api")


@pages.get("")
@requires(Permission.PUBLIC)
def description() -> str:
    """What the API can do, to read."""
    return render_template(
        "api/description.html",
        document=described(request.script_root),
        operations=OPERATIONS,
        scope_words=SCOPE_WORDS,
        kind_of=kind_of,
    )


@pages.get("/openapi.json")
@requires(Permission.PUBLIC)
def openapi() -> Response:
    """What the API can do, for programs that make programs of it."""
    response = Response(
        current_app.json.dumps(described(request.script_root)), content_type="application/json"
    )
    response.add_etag()
    response.make_conditional(request)
    return response


@cache
def described(root: str) -> dict[str, Any]:
    """The document for an installation that lies under `root`."""
    return document.document(OPERATIONS, root + PREFIX)


def kind_of(part: dict[str, Any]) -> str:
    """What a part of an answer is, in a few words: MeetingLine[], string (date), null."""
    if "$ref" in part:
        return str(part["$ref"].rsplit("/", 1)[1])
    if "anyOf" in part:
        return ", ".join(kind_of(each) for each in part["anyOf"])
    if part.get("type") == "array":
        return f"{kind_of(part['items'])}[]"
    form = f" ({part['format']})" if "format" in part else ""
    return f"{part.get('type', '')}{form}"
