"""Marks of the chain that are kept outside of the database: what is cut off its end is missed."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from minutes.audit import marks
from minutes.audit import service as audit
from tests.audit.test_chain import NOON, append, tamper


def marked(session: Session, folder: Path, events: int = 3) -> None:
    for number in range(events):
        append(session, at=NOON + timedelta(minutes=number))
    marks.keep(folder, marks.mark(session))


def test_the_last_event_cannot_be_taken_away_unseen(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path)
    tamper(session, "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)")
    assert audit.verify(session) == audit.Verdict(2)  # what is left holds together
    (fault,) = marks.faults(session, marks.kept(tmp_path))
    assert fault == ("2026-11-22 12.02 UTC fanns 3 händelser. Nu finns 2: de sista är borttagna.")


def test_another_last_event_in_its_place_is_found(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path)
    tamper(session, "DELETE FROM audit_event WHERE id = (SELECT max(id) FROM audit_event)")
    append(session, "draft.removed")
    assert audit.verify(session).broken_at is None
    (fault,) = marks.faults(session, marks.kept(tmp_path))
    assert fault.startswith("Händelse 3 är en annan än den som märktes")


@pytest.mark.parametrize("cut", range(1, 6))
def test_however_many_are_cut_off_it_is_found(session: Session, tmp_path: Path, cut: int) -> None:
    marked(session, tmp_path, 5)
    tamper(
        session,
        "DELETE FROM audit_event WHERE id IN "
        f"(SELECT id FROM audit_event ORDER BY id DESC LIMIT {cut})",
    )
    assert marks.faults(session, marks.kept(tmp_path))


def test_a_chain_that_has_grown_holds(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path)
    append(session)
    assert marks.faults(session, marks.kept(tmp_path)) == []


def test_a_mark_is_kept_once_as_long_as_nothing_happens(session: Session, tmp_path: Path) -> None:
    marked(session, tmp_path)
    assert not marks.keep(tmp_path, marks.mark(session))
    append(session)
    assert marks.keep(tmp_path, marks.mark(session))
    assert [each.events for each in marks.kept(tmp_path)] == [3, 4]


def test_what_is_no_mark_is_passed_over(session: Session) -> None:
    assert marks.read("# märken\n\n2026-11-22T12:00:00+00:00 3 abc\n") == []
    assert marks.mark(session) is None
