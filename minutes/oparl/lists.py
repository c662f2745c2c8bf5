"""The lists of OParl objects: a page of each, of what was made and changed when it is asked for."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from flask import g, url_for

from minutes import clock
from minutes.oparl import history, planned, queries
from minutes.oparl.answers import Listed
from minutes.oparl.held import Held, Named, people_of, places_of
from minutes.oparl.objects import Makes, Values
from minutes.oparl.queries import Organ, Since
from minutes.paging import PAGE, Paging, paging

Value = TypeVar("Value")


def makes() -> Makes:
    """What makes the objects of this installation."""
    base = g.settings.base_url
    return Makes(f"{base}/protokoll/oparl", f"{base}{url_for('public.start')}")


def organization(organ: Organ) -> Values:
    """One of our bodies."""
    return makes().organization(organ.key, organ.slug, organ.name, organ.created, organ.modified)


def made(kind: str, held: Held) -> Values:
    """A publication as the kind of object."""
    its, twin = makes(), queries.twin_of(held.text)
    if kind == "meeting":
        return its.meeting(held, twin)
    return its.paper(held, twin) if kind == "paper" else its.consultation(held)


def among(objects: list[Values], since: Since, page: int) -> Listed:
    """A page of these objects, of those that were made and changed when it is asked for."""
    asked = [
        each
        for each in objects
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
        return [made(kind, held) for held in found], shown, total

    return listed


def _meetings(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    """Those of which minutes are published, and after them those to come."""
    ahead = planned.planned(g.session, organs, since, clock.now())
    ids = _ids(organs)
    held, shown, total = queries.publications(g.session, ids, since, page, len(ahead))
    rest = _rest(ahead, len(held), shown, total)
    return (
        [made("meeting", each) for each in held] + [makes().planned(each) for each in rest],
        shown,
        total,
    )


def _rest(after: list[Value], rows: int, shown: Paging, total: int) -> list[Value]:
    """What has room on the page of what stands in a list after its other rows."""
    first = max(0, shown.offset - (total - len(after)))
    return after[first : first + PAGE - rows] if rows < PAGE else []


def _items(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    """The paragraphs of minutes, and after them the points of agendas."""
    points = planned.points(g.session, organs, since, clock.now())
    read = queries.items if since.modified_since is None else history.items
    found, shown, total = read(g.session, _ids(organs), since, page, len(points))
    rest = _rest(points, len(found), shown, total)
    its = makes()
    items = [its.agenda_item(held, queries.twin_of(held.text), anchor) for held, anchor in found]
    return items + [its.point(meeting, number) for meeting, number in rest], shown, total


def _files(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    read = queries.files if since.modified_since is None else history.files
    found, shown, total = read(g.session, _ids(organs), since, page)
    return [makes().file(held, kind) for held, kind in found], shown, total


def _organizations(organs: Sequence[Organ], since: Since, page: int) -> Listed:
    return among([organization(each) for each in organs], since, page)


def _names(kind: str) -> Callable[[Sequence[Organ], Since, int], Listed]:
    def listed(organs: Sequence[Organ], since: Since, page: int) -> Listed:
        found = named(kind, organs, since, ever=since.modified_since is not None)
        return among([made_of(kind, each) for each in found], Since(), page)

    return listed


def named(kind: str, organs: Sequence[Organ], since: Since, *, ever: bool) -> list[Named]:
    """Whom or where minutes name, or where meetings to come are held. ever: also what is gone."""
    is_place = kind == "location"
    ahead = planned.places(g.session, organs, clock.now()) if is_place else []
    names_of = places_of if is_place else people_of
    found = history.named(g.session, _ids(organs), since, names_of, ahead, ever=ever)
    return [each for each in found if each.role or kind != "membership"]


def made_of(kind: str, named: Named) -> Values:
    """What is named as the kind of object."""
    its = makes()
    if kind == "location":
        return its.location(named)
    return its.person(named) if kind == "person" else its.membership(named)


def _nothing(_organs: Sequence[Organ], since: Since, page: int) -> Listed:
    return among([], since, page)


LISTS: dict[str, Callable[[Sequence[Organ], Since, int], Listed]] = {
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
