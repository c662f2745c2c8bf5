"""Several at the same moment, on both databases: each signature counts once, and none is lost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.audit import service as audit
from minutes.database import make_engine
from minutes.errors import MinutesError
from minutes.justering import queries, service, signing
from minutes.justering.signing import Proof
from minutes.justering.starting import By, Sending
from minutes.justering.tables import FieldState, Means, RoundState
from minutes.register.tables import MeetingState
from tests.builders import Builder
from tests.justering.world import NOW, SENDER, World

Act = Callable[[Session], object]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of each kind."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    else:
        file = tmp_path / "at-once.db"
        file.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        url = f"sqlite:///{file}"
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def there(both: Engine) -> Iterator[World]:
    with Session(both, expire_on_commit=False) as session:
        yield World(session, Builder(session))


def at_once(engine: Engine, *acts: Act) -> list[str]:
    """What each act ended in when all begin at the same moment: "" or what was said."""
    barrier = Barrier(len(acts))

    def run(act: Act) -> str:
        with Session(engine) as session:
            barrier.wait()
            try:
                act(session)
            except MinutesError as refusal:
                return refusal.message
            return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def sign(world: World, round_id: int, name: str) -> Act:
    field_id, seen = world.field(round_id, name).id or 0, world.seen
    by = By(world.id(name), NOW, SENDER)
    world.session.commit()
    proof = Proof(Means.PASSWORD, NOW)
    return lambda session: signing.sign(session, round_id, field_id, seen, proof, by)


def test_two_justerare_in_the_same_second_both_count(both: Engine, there: World) -> None:
    for _ in range(5):
        round_id = there.send(["anna", "olle"])
        acts = [sign(there, round_id, name) for name in ("anna", "olle")]
        assert at_once(both, *acts) == ["", ""]
        assert there.meeting.state is MeetingState.JUSTERAT
        there.session.expire_all()
        assert queries.round_(there.session, round_id).state is RoundState.COMPLETED
        there.meeting.state = MeetingState.RECORDED
        there.session.commit()
    assert audit.verify(there.session).broken_at is None


def test_a_double_click_signs_once(both: Engine, there: World) -> None:
    round_id = there.send(["anna", "olle"])
    said = at_once(both, *[sign(there, round_id, "olle")] * 4)
    assert sorted(said) == ["", *["Du har redan skrivit under."] * 3]
    assert len(queries.evidence(there.session, round_id)) == 1


def test_withdrawing_and_signing_at_once_end_in_one_of_two_right_ways(
    both: Engine, there: World
) -> None:
    by = By(there.id("karin"), NOW, SENDER)
    for _ in range(5):
        round_id = there.send(["anna", "olle"])
        signed, withdrawn = at_once(
            both,
            sign(there, round_id, "olle"),
            lambda session, id_=round_id: service.withdraw(session, id_, "Fel.", by),  # type: ignore[misc]
        )
        assert withdrawn == ""
        assert signed in ("", "Texten har tagits tillbaka och kan inte längre skrivas under.")
        there.session.expire_all()
        states = {each.state for each in queries.fields(there.session, round_id)}
        assert states == {FieldState.VOID}
        given = queries.evidence(there.session, round_id)
        assert len(given) == (signed == "")
        assert all(each.void_reason == "Fel." for each in given)
        there.session.commit()


def test_of_two_who_send_at_once_one_does(both: Engine, there: World) -> None:
    sending = Sending(there.signatories("olle"), NOW.date(), False, there.seen)
    by, meeting_id = there.by("karin"), there.meeting_id
    there.session.commit()
    said = at_once(both, *[lambda s: service.send(s, meeting_id, sending, by)] * 2)
    assert sorted(each[:20] for each in said) == ["", "Det går inte när möt"]
