"""How OParl asks and is answered: filters by moments, lists in pages, and JSON."""

import datetime as dt
import json
from typing import Any
from urllib.parse import urlencode

from flask import Response, g, request

from minutes.oparl.objects import Values
from minutes.oparl.queries import Since
from minutes.paging import PAGE, Paging

FILTERS = ("created_since", "created_until", "modified_since", "modified_until")
Listed = tuple[list[Values], Paging, int]  # the objects of a page, which page, how many in all


class WrongFilter(Exception):
    """A filter is no moment; the name of it."""


def wanted() -> tuple[Since, int]:
    """The filters and the page that are asked for. Raises WrongFilter."""
    moments = {}
    for name in FILTERS:
        typed = request.args.get(name, "").replace(" ", "+")  # a plus that nobody encoded
        if typed:
            try:
                moment = dt.datetime.fromisoformat(typed)
            except ValueError:
                raise WrongFilter(name) from None
            moments[name] = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return Since(**moments), request.args.get("page", 1, type=int)


def as_list(found: Listed) -> Response:
    """A page of a list, with where the others stand; the filters are kept."""
    data, shown, total = found
    here = f"{g.settings.base_url}{request.path}"
    filters = {name: request.args[name] for name in FILTERS if request.args.get(name)}

    def at(page: int) -> str:
        asked = filters | ({"page": str(page)} if page > 1 else {})
        return f"{here}?{urlencode(asked)}" if asked else here

    links = {"first": at(1), "self": at(shown.number), "last": at(shown.pages)}
    if shown.number > 1:
        links["prev"] = at(shown.number - 1)
    if shown.number < shown.pages:
        links["next"] = at(shown.number + 1)
    return as_json(
        {
            "data": data,
            "pagination": {
                "totalElements": total,
                "elementsPerPage": PAGE,
                "currentPage": shown.number,
                "totalPages": shown.pages,
            },
            "links": links,
        }
    )


def as_json(values: dict[str, Any]) -> Response:
    """An answer that pages of others may read in a browser, as the specification asks."""
    response = Response(
        json.dumps(values, ensure_ascii=False), content_type="application/json; charset=utf-8"
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
