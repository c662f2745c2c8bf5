"""Signing in: the token, and the patience that guessing meets."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from minutes.people.passwords import passwords_of_cost
from minutes.people.permissions import NOBODY
from minutes.people.queries import access_by_token
from minutes.people.sign_in import (
    LASTS,
    TRIES_PER_ADDRESS,
    TRIES_PER_USER,
    WINDOW,
    SignInRefused,
    TooManyTries,
    remove_expired,
    sign_in,
    sign_out,
)
from minutes.people.tables import Account, SignIn
from minutes.people.tokens import hash_of
from tests.builders import PASSWORD, PASSWORD_MEMORY, Builder

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PASSWORDS = passwords_of_cost(PASSWORD_MEMORY)
EMAIL = "anna.berg@example.se"


@pytest.fixture(autouse=True)
def account(build: Builder) -> Account:
    return build.account(build.person("Anna Berg", EMAIL))


def attempt(
    session: Session,
    password: str = PASSWORD,
    *,
    email: str = EMAIL,
    address: str = "192.0.2.1",
    at: datetime = NOON,
) -> str:
    return sign_in(session, PASSWORDS, email=email, password=password, address=address, at=at)


def fail(session: Session, times: int, **how: object) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            attempt(session, "fel lösenord", **how)  # type: ignore[arg-type]


def test_the_right_password_gives_a_token_of_which_only_the_hash_is_kept(session: Session) -> None:
    token = attempt(session)
    assert session.exec(select(SignIn.token_hash)).all() == [hash_of(token)]
    assert token not in hash_of(token)


def test_the_address_may_be_written_in_capitals(session: Session) -> None:
    assert attempt(session, email=" Anna.Berg@Example.SE ")


def test_a_password_may_be_typed_with_combining_characters(
    session: Session, build: Builder
) -> None:
    assert attempt(session, PASSWORD.replace("å", "a\u030a").replace("ö", "o\u0308"))


def test_an_unknown_user_and_a_wrong_password_get_the_same_answer(session: Session) -> None:
    with pytest.raises(SignInRefused) as wrong:
        attempt(session, "fel lösenord")
    with pytest.raises(SignInRefused) as unknown:
        attempt(session, email="ingen@example.se")
    assert wrong.value.message == unknown.value.message


def test_a_closed_account_cannot_sign_in(session: Session, account: Account) -> None:
    account.is_active = False
    session.add(account)
    session.commit()
    with pytest.raises(SignInRefused):
        attempt(session)


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(session: Session) -> None:
    fail(session, TRIES_PER_USER)
    with pytest.raises(TooManyTries, match="Vänta 15 minuter"):
        attempt(session)


def test_the_message_says_how_long_is_left(session: Session) -> None:
    fail(session, TRIES_PER_USER)
    with pytest.raises(TooManyTries, match="Vänta en minut"):
        attempt(session, at=NOON + WINDOW - timedelta(seconds=30))


def test_the_wait_ends(session: Session) -> None:
    fail(session, TRIES_PER_USER)
    assert attempt(session, at=NOON + WINDOW)


def test_the_right_password_wipes_out_the_wrong_ones(session: Session) -> None:
    fail(session, TRIES_PER_USER - 1)
    attempt(session)
    fail(session, TRIES_PER_USER - 1)
    assert attempt(session)


def test_another_address_is_not_slowed_down_by_who_guesses(session: Session) -> None:
    fail(session, TRIES_PER_USER)
    assert attempt(session, address="192.0.2.2")


def test_an_address_that_guesses_at_many_users_has_to_wait(session: Session) -> None:
    for number in range(TRIES_PER_ADDRESS):
        fail(session, 1, email=f"person{number}@example.se")
    with pytest.raises(TooManyTries):
        attempt(session)


def test_signing_in_often_is_no_guessing(session: Session) -> None:
    for _ in range(TRIES_PER_ADDRESS + 1):
        attempt(session)


def test_signing_out_ends_the_sign_in_on_the_server(session: Session) -> None:
    token = attempt(session)
    assert access_by_token(session, hash_of(token), NOON, NOON.date()).signed_in
    sign_out(session, token)
    assert access_by_token(session, hash_of(token), NOON, NOON.date()) is NOBODY


def test_a_sign_in_lasts_fourteen_days_and_is_then_removed(session: Session) -> None:
    token = attempt(session)
    just_before = NOON + LASTS - timedelta(seconds=1)
    assert access_by_token(session, hash_of(token), just_before, NOON.date()).signed_in
    assert remove_expired(session, NOON + LASTS) == (1, 0)
