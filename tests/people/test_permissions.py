"""Who may do what where: it follows from the roles held today."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlmodel import Session

from minutes import clock
from minutes.errors import NotAllowed, NotFound
from minutes.people.permissions import NOBODY, OF_ROLE, Permission, access_of
from minutes.people.queries import access_by_token
from minutes.people.tables import Role
from minutes.people.tokens import hash_of
from tests.builders import Builder
from tests.pages import Pages

HERE, THERE = 1, 2


def may(role: Role) -> set[Permission]:
    access = access_of(7, "Anna Berg", False, [(HERE, role)])
    return {
        permission
        for permission in (Permission.READ, Permission.REVIEW, Permission.FOLLOW_UP)
        if access.may(permission, HERE)
    }


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_read(role: Role) -> None:
    assert Permission.READ in may(role)


def test_every_role_has_its_permissions_declared() -> None:
    assert set(OF_ROLE) == set(Role)


def test_only_the_secretary_reviews() -> None:
    assert [role for role in Role if Permission.REVIEW in may(role)] == [Role.SECRETARY]


def test_the_chair_and_the_secretary_follow_up() -> None:
    roles = {role for role in Role if Permission.FOLLOW_UP in may(role)}
    assert roles == {Role.CHAIR, Role.SECRETARY}


def test_two_roles_in_a_body_add_up() -> None:
    access = access_of(7, "Anna Berg", False, [(HERE, Role.MEMBER), (HERE, Role.SECRETARY)])
    assert access.may(Permission.REVIEW, HERE)


def test_a_role_says_nothing_of_another_body() -> None:
    access = access_of(7, "Anna Berg", False, [(HERE, Role.SECRETARY)])
    assert not access.may(Permission.READ, THERE)
    assert access.bodies(Permission.READ) == {HERE}


def test_that_a_thing_exists_is_not_told_to_who_may_not_see_it() -> None:
    access = access_of(7, "Anna Berg", False, [(HERE, Role.READER)])
    with pytest.raises(NotAllowed):
        access.demand(Permission.REVIEW, HERE)
    with pytest.raises(NotFound):
        access.demand(Permission.REVIEW, THERE)


def test_an_administrator_may_everything_everywhere() -> None:
    access = access_of(7, "Anna Berg", True, [])
    access.demand(Permission.REVIEW, THERE)
    assert access.bodies(Permission.FOLLOW_UP) is None


def test_nobody_may_only_what_is_public() -> None:
    assert NOBODY.may_somewhere(Permission.PUBLIC)
    assert not any(
        NOBODY.may_somewhere(permission)
        for permission in Permission
        if permission is not Permission.PUBLIC
    )


@pytest.mark.parametrize(
    "first, last, holds",
    [(0, None, True), (0, 0, True), (-5, -1, False), (1, None, False), (-5, 5, True)],
)
def test_a_mandate_holds_from_its_first_day_to_its_last(
    session: Session, build: Builder, first: int, last: int | None, holds: bool
) -> None:
    today = date(2026, 11, 22)
    person, body = build.person(), build.body()
    build.mandate(
        person,
        body,
        Role.MEMBER,
        today + timedelta(days=first),
        None if last is None else today + timedelta(days=last),
    )
    token = build.token(build.account(person))
    access = access_by_token(session, hash_of(token), clock.now(), today)
    assert access.may(Permission.READ, body.id) is holds


def test_a_closed_account_is_nobody(session: Session, build: Builder) -> None:
    token = build.token(build.account(build.person(), is_active=False))
    assert access_by_token(session, hash_of(token), clock.now(), clock.today()) is NOBODY


def test_a_sign_in_ends_with_its_time(session: Session, build: Builder) -> None:
    now = clock.now()
    token = build.token(build.account(build.person()), expires_at=now)
    assert access_by_token(session, hash_of(token), now, clock.today()) is NOBODY


def test_pages_for_administrators_are_closed_to_others(
    pages_of: Callable[..., Pages], build: Builder
) -> None:
    pages = pages_of(Role.SECRETARY, build.body())
    pages.open("/hantera/personer", status=403)


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(anonymous: Pages) -> None:
    response = anonymous.get("/organ")
    assert response.status_code == 303
    assert response.location == "/logga-in?nasta=/organ"


def test_a_body_of_others_is_not_there(pages_of: Callable[..., Pages], build: Builder) -> None:
    mine, other = build.body(slug="min"), build.body(slug="annan")
    pages = pages_of(Role.MEMBER, mine)
    pages.open("/organ/min")
    pages.open("/organ/annan", status=404)
    assert other.name not in pages.get("/organ").text
