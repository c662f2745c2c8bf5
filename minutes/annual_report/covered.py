"""The part of a form in which one chooses the other bodies that a report is about.

The names of its fields stand in the template annual_report/covered.html.
"""

from collections.abc import Sequence

from flask import g, request

from minutes.people import queries as people
from minutes.people.permissions import Permission
from minutes.people.tables import Body


def offered() -> Sequence[Body]:
    """The bodies that one may choose: those whose minutes one may read."""
    return people.bodies(g.session, g.access.bodies(Permission.READ))


def chosen(keeper: int) -> list[int]:
    """The bodies that the form names, by themselves or as those of the keeper's organisation.

    Of those that one may not read nothing is said, since none is offered.
    """
    bodies = offered()
    wanted = set(request.form.getlist("aven"))
    of = next((each.organisation for each in bodies if each.id == keeper), "")
    whole = of if "organisationen" in request.form else ""
    return [
        each.id
        for each in bodies
        if each.id and (each.slug in wanted or (whole and each.organisation == whole))
    ]


def together() -> bool:
    """Whether the bodies share their sections."""
    return request.form.get("upplagg") == "gemensamt"
