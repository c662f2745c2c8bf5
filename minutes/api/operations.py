"""What the API can do: each operation with what it takes and answers, declared where it is done.

The declaration is what a request is checked against, what the answer is made of, and what the
description of the API (document.py) says; so the three cannot differ.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint, Response, g, request
from pydantic import BaseModel, ValidationError

from minutes.api.models import Answer
from minutes.api.problems import Changed, Invalid, WrongKind
from minutes.errors import MinutesError, NotAllowed
from minutes.people.access import FOR_PROGRAMS, Permission, requires
from minutes.people.api_tokens import SCOPE_WORDS, Scope
from minutes.texts import N_

JSON = "application/json"
FILE = "application/octet-stream"

View = Callable[..., Any]

PREFIX = "/api/v1"
routes = Blueprint(FOR_PROGRAMS, __name__, url_prefix=PREFIX)
OPERATIONS: "list[Operation]" = []


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a program may ask for."""

    name: str
    method: str
    path: str  # as Flask writes it, after /api/v1
    summary: str
    scope: Scope | None  # None: any key
    answer: type[Answer]
    status: int
    query: type[BaseModel] | None
    body: type[BaseModel] | str | None  # a model, or the media type of bytes
    refusals: tuple[int, ...]  # beside those that every operation has


def operation(
    method: str,
    path: str,
    answer: type[Answer],
    *,
    scope: Scope | None = Scope.READ,
    status: int = 200,
    query: type[BaseModel] | None = None,
    body: type[BaseModel] | str | None = None,
    refusals: tuple[int, ...] = (),
) -> Callable[[View], View]:
    """Declare a view of the API. It is called with `query` and `body` as what they are models of,
    and what it answers is made an `answer`; the first line of its docstring is the summary.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def asked(**parts: Any) -> Response:
            if scope is not None and scope not in g.scopes:
                words = SCOPE_WORDS[scope].lower()
                raise NotAllowed(
                    N_("Nyckeln gäller inte för detta. Gör en som får: %(what)s.", what=words)
                )
            if query is not None:
                parts["query"] = _query(query)
            if body is not None:
                parts["body"] = _body(body)
            return answered(answer, view(**parts), status)

        requires(Permission.SIGNED_IN)(asked)
        routes.add_url_rule(path, view.__name__, asked, methods=[method])
        summary = (view.__doc__ or "").strip().splitlines()[0]
        OPERATIONS.append(
            Operation(
                view.__name__, method, path, summary, scope, answer, status, query, body, refusals
            )
        )
        return view

    return declare


def answered(answer: type[Answer], thing: Any, status: int = 200) -> Response:
    """The thing as JSON, of what `answer` names and nothing else; with its ETag."""
    response = Response(answer.model_validate(thing).model_dump_json(), status, content_type=JSON)
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    if request.method == "GET":
        response.make_conditional(request)
    return response


def demand_unchanged(answer: type[Answer], thing: Any) -> None:
    """Raise Changed where the request's If-Match names another version than the thing is now."""
    if not request.if_match:
        return
    etag, _ = answered(answer, thing).get_etag()
    if not request.if_match.contains(etag or ""):
        raise Changed("Den har ändrats sedan du läste den. Läs den igen, och försök på nytt.")


def _query(model: type[BaseModel]) -> BaseModel:
    repeated = [name for name, values in request.args.lists() if len(values) > 1]
    if repeated:
        raise Repeated(N_("”%(name)s” står flera gånger i adressen.", name=repeated[0][:40]))
    try:
        return model.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise Invalid(error, "query") from None


def _body(body: type[BaseModel] | str) -> Any:
    wanted = body if isinstance(body, str) else JSON
    if request.mimetype != wanted:
        raise WrongKind(N_("Skicka Content-Type: %(wanted)s.", wanted=wanted))
    if isinstance(body, str):
        return request.get_data()
    try:
        return body.model_validate_json(request.get_data(), strict=True)
    except ValidationError as error:
        raise Invalid(error, "body") from None


class Repeated(MinutesError):
    """A name that may stand once in the query stands there again."""

    status = 422
