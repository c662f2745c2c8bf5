"""What can be done with accounts: signing in, passwords, and the right to do everything."""

from sqlmodel import Session, col, delete, select

from minutes.errors import NotFound, Refused
from minutes.people.passwords import Passwords, require_good_password
from minutes.people.service import By, flush_or_refuse, note
from minutes.people.sign_in import SignInRefused, confirm
from minutes.people.tables import Account, Person, SignIn
from minutes.texts import N_


def create_account(
    session: Session,
    by: By,
    passwords: Passwords,
    *,
    person_id: int,
    password: str,
    is_administrator: bool = False,
) -> Account:
    """Let a person sign in. Raises Refused without a mail address, or for a poor password."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("Personen finns inte.")
    if person.email is None:
        raise Refused(N_("%(name)s har ingen e-postadress att logga in med.", name=person.name))
    require_good_password(password, person.email)
    account = Account(
        person_id=person_id,
        password_hash=passwords.hash(password),
        is_administrator=is_administrator,
        created_at=by.at,
    )
    session.add(account)
    flush_or_refuse(session, N_("%(name)s har redan ett konto.", name=person.name))
    note(
        session,
        by,
        "account.created",
        f"person:{person_id}",
        administratör=is_administrator,
    )
    session.commit()
    return account


def close_account(session: Session, by: By, person_id: int) -> None:
    """Take back the right to sign in, and sign the person out everywhere."""
    account = _account(session, person_id)
    account.is_active = False
    session.add(account)
    session.execute(delete(SignIn).where(col(SignIn.account_id) == account.id))
    note(session, by, "account.closed", f"person:{person_id}")
    session.commit()


def set_password(
    session: Session, by: By, passwords: Passwords, *, person_id: int, password: str
) -> None:
    """Give an account a new password, open it, and sign the person out everywhere."""
    account = _account(session, person_id)
    person = session.get_one(Person, person_id)
    require_good_password(password, person.email or "")
    account.password_hash = passwords.hash(password)
    account.is_active = True
    session.add(account)
    session.execute(delete(SignIn).where(col(SignIn.account_id) == account.id))
    note(session, by, "account.password", f"person:{person_id}")
    session.commit()


def change_password(
    session: Session,
    by: By,
    passwords: Passwords,
    *,
    person_id: int,
    old: str,
    new: str,
    address: str,
) -> None:
    """The person's own change of password. Raises Refused where the old one is wrong.

    Wrong ones are counted together with those at signing in; raises TooManyTries.
    """
    email = session.get_one(Person, person_id).email or ""
    try:
        confirm(session, passwords, email=email, password=old, address=address, at=by.at)
    except SignInRefused:
        raise Refused("Det nuvarande lösenordet stämmer inte.") from None
    set_password(session, by, passwords, person_id=person_id, password=new)


def set_administrator(session: Session, by: By, person_id: int, *, may: bool) -> None:
    """Give or take back the right to do everything. Raises Refused for the last who has it."""
    account = _account(session, person_id)
    others = select(Account).where(
        col(Account.is_administrator), col(Account.is_active), Account.id != account.id
    )
    if not may and session.exec(others).first() is None:
        raise Refused("Någon måste vara administratör. Ge rätten till någon annan först.")
    account.is_administrator = may
    session.add(account)
    note(session, by, "account.rights", f"person:{person_id}", administratör=may)
    session.commit()


def choose_language(session: Session, person_id: int, language: str) -> None:
    """Remember which language the pages speak to the person."""
    account = _account(session, person_id)
    account.language = language
    session.add(account)
    session.commit()


def _account(session: Session, person_id: int) -> Account:
    account = session.exec(select(Account).where(Account.person_id == person_id)).first()
    if account is None:
        raise NotFound("Kontot finns inte.")
    return account
