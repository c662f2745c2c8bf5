"""OParl 1.1: what is published, for programs that read the papers of councils. For everybody."""

import datetime as dt
from collections.abc import Sequence

from flask import Blueprint, Response, g

from minutes import clock
from minutes.errors import NotFound
from minutes.oparl import history, lists, planned, queries
from minutes.oparl.answers import WrongFilter, as_json, as_list, wanted
from minutes.oparl.held import Held
from minutes.oparl.objects import POINT, SCHEMA, Values
from minutes.oparl.queries import Organ, Since
from minutes.people.access import Permission, requires
from minutes.publication.addresses import ADDRESS
from minutes.publication.caching import cached

routes = Blueprint("oparl", __name__, url_prefix="/protokoll/oparl")

EVER = Since(modified_since=dt.datetime.min.replace(tzinfo=dt.UTC))  # also what is gone


@routes.get("/system")
@requires(Permission.PUBLIC)
@cached
def system() -> Response:
    """Where a client begins."""
    created, modified = _span(queries.organs(g.session))
    return as_json(lists.makes().system(created, modified))


@routes.get("/body")
@requires(Permission.PUBLIC)
@cached
def bodies() -> Response:
    """The organisations that publish."""
    makes, groups = lists.makes(), _groups()
    made = [makes.body(key, found[0].organisation, *_span(found)) for key, found in groups.items()]
    return as_list(lists.among(made, *wanted()))


@routes.get("/body/<key>")
@requires(Permission.PUBLIC)
@cached
def body(key: str) -> Response:
    """One of them."""
    found = _group(key)
    return as_json(lists.makes().body(key, found[0].organisation, *_span(found)))


@routes.get(
    "/body/<key>/<any(organization, person, membership, meeting, agendaitem, paper, consultation, "
    "file, legislativetermlist, locationlist):kind>"
)
@requires(Permission.PUBLIC)
@cached
def of_body(key: str, kind: str) -> Response:
    """A list of what an organisation has."""
    organs = _group(key)
    return as_list(lists.LISTS[kind](organs, *wanted()))


@routes.get("/organization/<slug>")
@requires(Permission.PUBLIC)
@cached
def organization(slug: str) -> Response:
    """One of our bodies."""
    return as_json(lists.organization(_organ(slug)))


@routes.get("/organization/<slug>/meeting")
@requires(Permission.PUBLIC)
@cached
def meetings_of(slug: str) -> Response:
    """The meetings of one of our bodies."""
    return as_list(lists.LISTS["meeting"]([_organ(slug)], *wanted()))


@routes.get("/<any(meeting, paper, consultation):kind>/<slug>/<address>")
@requires(Permission.PUBLIC)
@cached
def of_meeting(kind: str, slug: str, address: str) -> Response:
    """A meeting, its minutes as a paper, or what joins them."""
    try:
        return as_json(lists.made(kind, _publication(slug, address)))
    except NotFound:
        if kind != "meeting":
            raise
    return as_json(_planned(slug, address))


@routes.get("/agendaitem/<slug>/<address>/<anchor>")
@requires(Permission.PUBLIC)
@cached
def agenda_item(slug: str, address: str, anchor: str) -> Response:
    """A paragraph of minutes, or a point of the agenda of a meeting to come."""
    if anchor.startswith(POINT):
        return as_json(_point(slug, address, anchor))
    held = _publication(slug, address)
    if not history.has_had(g.session, held, anchor):
        raise NotFound("Sidan finns inte.")
    return as_json(lists.makes().agenda_item(held, queries.twin_of(held.text), anchor))


@routes.get("/file/<slug>/<address>.<any(pdf, docx):kind>")
@requires(Permission.PUBLIC)
@cached
def file(slug: str, address: str, kind: str) -> Response:
    """The minutes as a file."""
    held = _publication(slug, address)
    if kind not in held.files and not held.is_deleted:
        raise NotFound("Filen finns inte.")
    return as_json(lists.makes().file(held, kind))


@routes.get("/<any(person, membership, location):kind>/<slug>/<key>")
@requires(Permission.PUBLIC)
@cached
def named(kind: str, slug: str, key: str) -> Response:
    """A person, their role, or a place."""
    for each in lists.named(kind, [_organ(slug)], Since(), ever=True):
        if each.key == key:
            return as_json(lists.made_of(kind, each))
    raise NotFound("Sidan finns inte.")


@routes.errorhandler(WrongFilter)
def wrong_filter(error: WrongFilter) -> tuple[Response, int]:
    """What the specification asks to be answered to a question that cannot be read."""
    said = f"{error} is to be a moment like 2026-01-31T00:00:00+01:00"
    return as_json({"type": f"{SCHEMA}Error", "message": said}), 400


@routes.errorhandler(NotFound)
def not_found(_error: NotFound) -> tuple[Response, int]:
    """In the same words for what does not exist and for what is not public."""
    return as_json({"type": f"{SCHEMA}Error", "message": "There is no such object."}), 404


def _groups() -> dict[str, list[Organ]]:
    found: dict[str, list[Organ]] = {}
    for each in queries.organs(g.session):
        found.setdefault(each.key, []).append(each)
    return found


def _group(key: str) -> list[Organ]:
    found = _groups().get(key)
    if found is None:
        raise NotFound("Sidan finns inte.")
    return found


def _organ(slug: str) -> Organ:
    for each in queries.organs(g.session):
        if each.slug == slug:
            return each
    raise NotFound("Sidan finns inte.")


def _publication(slug: str, address: str) -> Held:
    if not ADDRESS.fullmatch(address):
        raise NotFound("Sidan finns inte.")
    return queries.publication(g.session, slug, address)


def _span(organs: Sequence[Organ]) -> tuple[dt.datetime, dt.datetime]:
    """When the first of them was published, and when the last was changed."""
    none = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    created = min((each.created for each in organs), default=none)
    return created, max((each.modified for each in organs), default=none)


def _planned(slug: str, address: str) -> Values:
    for each in planned.planned(g.session, [_organ(slug)], EVER, clock.now()):
        if each.date.isoformat() == address:
            return lists.makes().planned(each)
    raise NotFound("Sidan finns inte.")


def _point(slug: str, address: str, anchor: str) -> Values:
    for each, number in planned.points(g.session, [_organ(slug)], EVER, clock.now()):
        if (each.date.isoformat(), f"{POINT}{number}") == (address, anchor):
            return lists.makes().point(each, number)
    raise NotFound("Sidan finns inte.")
