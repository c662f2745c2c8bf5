"""The blueprint of those who publish, and what its pages share."""

from flask import Blueprint, g

from minutes import clock
from minutes.people.permissions import Permission
from minutes.publication.preparing import Prepared, prepared
from minutes.publication.service import By
from minutes.register import queries as register

routes = Blueprint("publication", __name__)


def by() -> By:
    """Who acts now."""
    return By(g.access.person_id, clock.now(), clock.today())


def looked_after(meeting_id: int) -> Prepared:
    """The meeting as it would be published, for who looks after its body. Raises NotAllowed, and
    NotFound where it is not justerat.
    """
    meeting = register.meeting(g.session, meeting_id)
    g.access.demand(Permission.REVIEW, meeting.body_id)
    return prepared(g.session, meeting)
