"""Signing in and out, and the slowing down of those who guess."""

from datetime import datetime, timedelta
from math import ceil

import sqlalchemy as sa
from sqlmodel import Session, col, delete, select

from minutes.errors import MinutesError
from minutes.people.passwords import Passwords
from minutes.people.queries import account_by_email
from minutes.people.tables import FailedSignIn, SignIn
from minutes.people.tokens import hash_of, new_token
from minutes.texts import N_

LASTS = timedelta(days=14)
WINDOW = timedelta(minutes=15)
TRIES_PER_USER = 5  # from one address
TRIES_PER_ADDRESS = 20


class SignInRefused(MinutesError):
    """The user name or the password is wrong; which of them is not told."""

    status = 401


class TooManyTries(MinutesError):
    """Too many wrong passwords within the window."""

    status = 429


def sign_in(
    session: Session,
    passwords: Passwords,
    *,
    email: str,
    password: str,
    address: str,
    at: datetime,
) -> str:
    """The token of a new sign-in. Raises SignInRefused or TooManyTries."""
    account_id = _prove(session, passwords, email, password, address, at)
    token = new_token()
    session.add(
        SignIn(
            token_hash=hash_of(token), account_id=account_id, created_at=at, expires_at=at + LASTS
        )
    )
    session.commit()
    return token


def confirm(
    session: Session,
    passwords: Passwords,
    *,
    email: str,
    password: str,
    address: str,
    at: datetime,
) -> None:
    """Ask who is signed in for the password once more, before an act that needs it.

    Raises SignInRefused or TooManyTries, as signing in does.
    """
    try:
        _prove(session, passwords, email, password, address, at)
    except SignInRefused:
        raise SignInRefused("Lösenordet stämmer inte. Försök igen.") from None
    session.commit()


def _prove(
    session: Session, passwords: Passwords, email: str, password: str, address: str, at: datetime
) -> int:
    """The account whose password it is. Raises SignInRefused or TooManyTries.

    A try is counted before the password is compared, and taken back when it was right:
    many tries at once are then not more than many tries in a row.
    """
    user = f"{email.strip().lower()[:200]} {address}"
    _require_patience(session, user, TRIES_PER_USER, at)
    _require_patience(session, address, TRIES_PER_ADDRESS, at)
    tries = [FailedSignIn(key=user, at=at), FailedSignIn(key=address, at=at)]
    session.add_all(tries)
    account = account_by_email(session, email)
    stored = account.password_hash if account is not None and account.is_active else None
    account_id = account.id if account is not None else None
    session.commit()  # Comparing takes long, and must not keep other writers waiting.
    if not passwords.match(stored, password):
        raise SignInRefused("E-postadressen eller lösenordet stämmer inte.")
    assert account_id is not None
    session.execute(delete(FailedSignIn).where(col(FailedSignIn.key) == user))
    session.delete(tries[1])
    return account_id


def sign_out(session: Session, token: str) -> None:
    """End the sign-in of the token, here on the server."""
    session.execute(delete(SignIn).where(col(SignIn.token_hash) == hash_of(token)))
    session.commit()


def remove_expired(session: Session, at: datetime) -> tuple[int, int]:
    """Remove what has had its time: (sign-ins, failed tries) removed."""
    old = session.execute(delete(SignIn).where(col(SignIn.expires_at) <= at))
    tries = session.execute(delete(FailedSignIn).where(col(FailedSignIn.at) <= at - WINDOW))
    session.commit()
    return _removed(old), _removed(tries)


def _removed(result: sa.Result[tuple[()]]) -> int:
    assert isinstance(result, sa.CursorResult)
    return result.rowcount


def _require_patience(session: Session, key: str, tries: int, at: datetime) -> None:
    """Raise TooManyTries, with the minutes to wait, where the key has had its tries."""
    counted = session.exec(
        select(FailedSignIn.at)
        .where(FailedSignIn.key == key, col(FailedSignIn.at) > at - WINDOW)
        .order_by(col(FailedSignIn.at).desc())
        .limit(tries)
    ).all()
    if len(counted) < tries:
        return
    minutes = max(1, ceil((counted[-1] + WINDOW - at).total_seconds() / 60))
    raise TooManyTries(
        N_(
            "För många försök. Vänta en minut och försök sedan igen.",
            "För många försök. Vänta %(num)s minuter och försök sedan igen.",
            num=minutes,
        )
    )
