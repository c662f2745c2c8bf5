"""OParl 1.1: what is published, for programs that read the papers of councils. For everybody."""

import datetime as dt
from collections.abc import Callable, Sequence

from flask import Blueprint, Response, g, url_for

from minutes import clock
from minutes.errors import NotFound
from minutes.oparl import history, planned, queries
from minutes.oparl.answers import Listed, WrongFilter, as_json, as_list, wanted
from minutes.oparl.held import Held, Named, people_of, places_of
from minutes.oparl.objects import SCHEMA, Makes, Values
from minutes.oparl.queries import Organ, Since
from minutes.paging import PAGE, paging
from minutes.people.access import Permission, requires
from minutes.publication.addresses import ADDRESS
from minutes.publication.caching import cached

routes = Blueprint("oparl", __name__, url_prefix="/protokoll/oparl")


@routes.get("/system")
@requires(Permission.PUBLIC)
@cached
def system() -> Response:
    """Where a client begins."""
    created, modified = _span(queries.organs(g.session))
    return as_json(_makes().system(created, modified))


@routes.get("/body")
@requires(Permission.PUBLIC)
@cached
def bodies() -> Response:
    """The organisations that publish."""
    makes, groups = _makes(), _groups()
    made = [makes.body(key, found[0].organisation, *_span(found)) for key, found in groups.items()]
    return as_list(_among(made, *wanted()))


@routes.get("/body/<key>")
@requires(Permission.PUBLIC)
@cached
def body(key: str) -> Response:
    """One of them."""
    found = _group(key)
    return as_json(_makes().body(key, found[0].organisation, *_span(found)))


@routes.get(
    "/body/<key>/<any(organization, person, membership, meeting, agendaitem, paper, consultation, "
    "file, legislativetermlist, locationlist):kind>"
)
@requires(Permission.PUBLIC)
@cached
def of_body(key: str, kind: str) -> Response:
    """A list of what an organisation has."""
    organs = _group(key)
    return as_list(_LISTS[kind](organs, *wanted()))


@routes.get("/organization/<slug>")
@requires(Permission.PUBLIC)
@cached
def organization(slug: str) -> Response:
    """One of our bodies."""
    return as_json(_organization(_organ(slug)))


@routes.get("/organization/<slug>/meeting")
@requires(Permission.PUBLIC)
@cached
def meetings_of(slug: str) -> Response:
    """The meetings of one of our bodies."""
    return as_list(_meetings([_organ(slug)], *wanted()))


@routes.get("/<any(meeting, paper, consultation):kind>/<slug>/<address>")
@requires(Permission.PUBLIC)
@cached
def of_meeting(kind: str, slug: str, address: str) -> Response:
    """A meeting, its minutes as a paper, or what joins them."""
    try:
        return as_json(_made(kind, _publication(slug, address)))
    except NotFound:
        if kind != "meeting":
            raise
    return as_json(_planned(slug, address))


@routes.get("/agendaitem/<slug>/<address>/<anchor>")
@requires(Permission.PUBLIC)
@cached
def agenda_item(slug: str, address: str, anchor: str) -> Response:
    """A paragraph."""
    held = _publication(slug, address)
    if not history.has_had(g.session, held, anchor):
        raise NotFound("Sidan finns inte.")
    return as_json(_makes().agenda_item(held, queries.twin_of(held.text), anchor))


@routes.get("/file/<slug>/<address>.<any(pdf, docx):kind>")
@requires(Permission.PUBLIC)
@cached
def file(slug: str, address: str, kind: str) -> Response:
    """The minutes as a file."""
    held = _publication(slug, address)
    if kind not in held.files and not held.is_deleted:
        raise NotFound("Filen finns inte.")
    return as_json(_makes().file(held, kind))


@routes.get("/<any(person, membership, location):kind>/<slug>/<key>")
@requires(Permission.PUBLIC)
@cached
def named(kind: str, slug: str, key: str) -> Response:
    """A person, their role, or a place."""
    for each in _named(kind, [_organ(slug)], Since(), ever=True):
        if each.key == key:
            return as_json(_made_of(kind, each))
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


def _makes() -> Makes:
    base = g.settings.base_url
    return Makes(f"{base}/protokoll/oparl", f"{base}{url_for('public.start')}")


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


def _organization(organ: Organ) -> Values:
    return _makes().organization(organ.key, organ.slug, organ.name, organ.created, organ.modified)


def _made(kind: str, held: Held) -> Values:
    makes, twin = _makes(), queries.twin_of(held.text)
    if kind == "meeting":
        return makes.meeting(held, twin)
    return makes.paper(held, twin) if kind == "paper" else makes.consultation(held)


def _span(organs: Sequence[Organ]) -> tuple[dt.datetime, dt.datetime]:
    """When the first of them was published, and when the last was changed."""
    none = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    created = min((each.created for each in organs), default=none)
    return created, max((each.modified for each in organs), default=none)


def _among(made: list[Values], since: Since, page: int) -> Listed:
    asked = [
        each
        for each in made
        if since.has(
            dt.datetime.fromisoformat(each["created"]), dt.datetime.fromisoformat(each["modified"])
        )
    ]
    shown = paging(page, len(asked))
    return asked[shown.offset : shown.offset + PAGE], shown, len(asked)


def _ids(organs: Sequence[Organ]) -> list[int]:
    return [each.body_id for each in organs]


def _publications(kind: str) -> Callable[[Sequence[Organ], Since, int], Listed]:
    def listed(organs: Sequence[Organ], since: Since, page: int) -> Listed:
        found, shown, total = queries.publications(g.session, _ids(organs), since, page)
        return [_made(kind, held) for held in found], shown, total

    return listed


def _meetings(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    """Those of which minutes are published, and after them those to come."""
    ahead = planned.planned(g.session, organs, since, clock.now())
    ids = _ids(organs)
    held, shown, total = queries.publications(g.session, ids, since, page, len(ahead))
    first = max(0, shown.offset - (total - len(ahead)))
    rest = ahead[first : first + PAGE - len(held)] if len(held) < PAGE else []
    made = [_made("meeting", each) for each in held]
    return [*made, *map(_makes().planned, rest)], shown, total


def _planned(slug: str, address: str) -> Values:
    ever = Since(modified_since=dt.datetime.min.replace(tzinfo=dt.UTC))
    for each in planned.planned(g.session, [_organ(slug)], ever, clock.now()):
        if each.date.isoformat() == address:
            return _makes().planned(each)
    raise NotFound("Sidan finns inte.")


def _items(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    read = queries.items if since.modified_since is None else history.items
    found, shown, total = read(g.session, _ids(organs), since, page)
    makes = _makes()
    made = [makes.agenda_item(held, queries.twin_of(held.text), anchor) for held, anchor in found]
    return made, shown, total


def _files(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    read = queries.files if since.modified_since is None else history.files
    found, shown, total = read(g.session, _ids(organs), since, page)
    return [_makes().file(held, kind) for held, kind in found], shown, total


def _organizations(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    return _among([_organization(each) for each in organs], since, page)


def _names(kind: str) -> Callable[[Sequence[Organ], Since, int], Listed]:
    def listed(organs: Sequence[Organ], since: Since, page: int) -> Listed:
        found = _named(kind, organs, since, ever=since.modified_since is not None)
        return _among([_made_of(kind, each) for each in found], Since(), page)

    return listed


def _named(kind: str, organs: Sequence[Organ], since: Since, *, ever: bool) -> list[Named]:
    names_of = places_of if kind == "location" else people_of
    found = history.named(g.session, _ids(organs), since, names_of, ever=ever)
    return [each for each in found if each.role or kind != "membership"]


def _made_of(kind: str, named: Named) -> Values:
    makes = _makes()
    if kind == "location":
        return makes.location(named)
    return makes.person(named) if kind == "person" else makes.membership(named)


def _nothing(_organs: Sequence[Organ], since: Since, page: int) -> Listed:
    return _among([], since, page)


_LISTS: dict[str, Callable[[Sequence[Organ], Since, int], Listed]] = {
    "organization": _organizations,
    "person": _names("person"),
    "membership": _names("membership"),
    "locationlist": _names("location"),
    "agendaitem": _items,
    "file": _files,
    "legislativetermlist": _nothing,  # the minutes say nothing of them
    "meeting": _meetings,
    "paper": _publications("paper"),
    "consultation": _publications("consultation"),
}
