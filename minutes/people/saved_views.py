"""Choices of what a list shows, kept under a name. Each person has their own."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.errors import NotFound, Refused
from minutes.people.tables import SavedView
from minutes.texts import N_

PAGES = ("moten", "beslut", "atgarder")  # addresses of the lists, without the /
MOST = 20  # of one list
LONGEST_NAME = 80
LONGEST_QUERY = 1000


@dataclass(frozen=True, slots=True, order=True)
class Saved:
    """A saved view, as a list shows it."""

    name: str
    query: str
    id: int


def saved_by(person_id: int, page: str) -> sa.Select[*tuple[Any, ...]]:
    """Selects the person's saved views of a list as ("view", name, query, id, 0).

    The shape lets a list ask for them in the statement in which it asks for its bodies.
    """
    query = sa.select(
        sa.literal("view").label("kind"),
        col(SavedView.name),
        col(SavedView.query),
        col(SavedView.id),
        sa.literal(0),
    )
    return query.where(col(SavedView.person_id) == person_id, col(SavedView.page) == page)


def normalised(query: str) -> str:
    """The query without what is empty and without the page: the same choice is the same text."""
    parts = parse_qsl(query.lstrip("?"))
    return urlencode([(name, value) for name, value in parts if name != "sida"])


def save(session: Session, *, person_id: int, page: str, name: str, query: str) -> SavedView:
    """Keep the choice; one of the same name gives its place to it. Raises Refused."""
    name, query = " ".join(name.split()), normalised(query)
    if page not in PAGES:
        raise NotFound("Listan finns inte.")
    if not name:
        raise Refused("Ge urvalet ett namn.")
    if len(name) > LONGEST_NAME:
        raise Refused(
            N_("Namnet är för långt. Det får ha högst %(most)s tecken.", most=LONGEST_NAME)
        )
    if not query:
        raise Refused("Välj något i listan först. Det finns inget urval att spara.")
    if len(query) > LONGEST_QUERY:
        raise Refused("Urvalet är för långt för att sparas.")
    saved = session.exec(
        select(SavedView).where(SavedView.person_id == person_id, SavedView.page == page)
    ).all()
    view = next((each for each in saved if each.name == name), None)
    if view is None:
        if len(saved) >= MOST:
            raise Refused(
                N_("Du har redan %(most)s sparade urval av listan. Ta bort något först.", most=MOST)
            )
        view = SavedView(person_id=person_id, page=page, name=name, query=query)
    view.query = query
    session.add(view)
    session.commit()
    return view


def remove(session: Session, *, person_id: int, view_id: int) -> str:
    """Forget one of the person's own choices; the page that it was of. Raises NotFound."""
    view = session.get(SavedView, view_id)
    if view is None or view.person_id != person_id:
        raise NotFound("Urvalet finns inte.")
    page = view.page
    session.delete(view)
    session.commit()
    return page
