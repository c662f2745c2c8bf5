"""The blueprint of preparing and writing, and what its pages share."""

from flask import Blueprint, g

from minutes import clock
from minutes.people import queries as people
from minutes.people.permissions import Permission
from minutes.people.tables import Body
from minutes.reading.bounds import Limits
from minutes.writing import queries
from minutes.writing.service import By
from minutes.writing.tables import Sitting

routes = Blueprint("writing", __name__)


def by() -> By:
    """Who acts now."""
    return By(g.access.person_id, clock.now())


def writable_body(slug: str) -> Body:
    """The body, for who writes its minutes. Raises NotAllowed, NotFound."""
    body = people.body_by_slug(g.session, slug)
    g.access.demand(Permission.REVIEW, body.id)
    return body


def writable(sitting_id: int) -> Sitting:
    """The meeting, for who writes the body's minutes. Raises NotAllowed, NotFound."""
    found = queries.sitting(g.session, sitting_id)
    g.access.demand(Permission.REVIEW, found.body_id)
    return found


def limits() -> Limits:
    """What a file may cost to read."""
    return Limits(file_bytes=g.settings.upload_limit, pages=g.settings.page_limit)
