import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.people.tables import Person
from minutes.recognition.findings import Presence
from minutes.register import service as register
from minutes.register.tables import (
    Attachment,
    Attendance,
    Decision,
    Item,
    Meeting,
    StoredDocument,
)
from minutes.review import service as review
from minutes.search import index
from minutes.search.entries import LONGEST
from minutes.search.index import Difference
from minutes.search.jobs import tidy_index
from minutes.search.language import Kind
from minutes.search.tables import SearchEntry
from minutes.settings import Settings
from tests.review.drafts import AT


def meeting_text(session: Session) -> str:
    return session.exec(select(SearchEntry.text).where(SearchEntry.kind == Kind.MEETING)).one()


def kinds(session: Session) -> list[Kind]:
    return list(session.exec(select(SearchEntry.kind).order_by(col(SearchEntry.id))).all())


@pytest.mark.usefixtures("meeting")
class TestFollowing:
    def test_a_registered_meeting_is_in_the_index(self, session: Session) -> None:
        assert sorted(kinds(session)) == sorted(
            [Kind.MEETING, Kind.ITEM, Kind.ITEM, Kind.DECISION, Kind.ACTION, Kind.ACTION]
        )
        assert index.difference(session).is_none

    def test_a_changed_row_is_changed_in_the_same_transaction(self, session: Session) -> None:
        item = session.exec(select(Item).where(Item.title == "Föregående möte")).one()
        item.title = "Grinden"
        session.add(item)
        session.flush()
        texts = session.exec(select(SearchEntry.text).where(SearchEntry.kind == Kind.ITEM)).all()
        assert any("Grinden" in text for text in texts)
        assert index.difference(session).is_none

    def test_a_meeting_that_moves_takes_its_things_along(
        self, session: Session, meeting: int
    ) -> None:
        moved = session.get_one(Meeting, meeting)
        moved.date = AT.date()
        session.add(moved)
        session.flush()
        assert set(session.exec(select(SearchEntry.date)).all()) == {AT.date()}
        assert index.difference(session).is_none

    def test_a_rolled_back_change_changes_nothing(self, session: Session) -> None:
        item = session.exec(select(Item)).first()
        assert item is not None
        item.text = "Allt är annorlunda."
        session.add(item)
        session.flush()
        session.rollback()
        assert index.difference(session).is_none

    def test_who_was_there_is_of_the_meeting(self, session: Session, meeting: int) -> None:
        assert "Olle Berg" in meeting_text(session)
        assert "Sara Ek" not in meeting_text(session)  # sent apologies
        olle = session.exec(select(Attendance).where(Attendance.name == "Olle Berg")).one()
        olle.presence = Presence.ABSENT
        session.add(olle)
        session.add(
            Attendance(meeting_id=meeting, position=9, name="Vera Ask", presence=Presence.PRESENT)
        )
        session.flush()
        assert "Olle Berg" not in meeting_text(session)
        assert "Vera Ask" in meeting_text(session)
        session.delete(session.exec(select(Attendance).where(Attendance.name == "Vera Ask")).one())
        session.flush()
        assert "Vera Ask" not in meeting_text(session)
        assert index.difference(session).is_none

    def test_what_a_paper_of_a_meeting_says_is_found(
        self, session: Session, meeting: int, karin: Person
    ) -> None:
        paper = StoredDocument(
            filename="kalkyl.txt", sha256="0" * 64, content=b"", transcript="Nya gungor\n12 000 kr",
            is_minutes=False, stored_at=AT,
        )  # fmt: skip
        session.add(paper)
        session.flush()
        register.attach(session, meeting, paper.id or 0, by=karin.id or 0, at=AT)
        entry = session.exec(select(SearchEntry).where(SearchEntry.kind == Kind.PAPER)).one()
        assert entry.text == "Handling kalkyl.txt\nNya gungor\n12 000 kr"
        assert index.difference(session).is_none
        register.detach(session, meeting, entry.thing_id, by=karin.id or 0, at=AT)
        assert Kind.PAPER not in kinds(session)

    def test_a_very_long_paper_is_kept_in_part(self, session: Session, meeting: int) -> None:
        paper = StoredDocument(
            filename="allt.txt", sha256="0" * 64, content=b"", is_minutes=False, stored_at=AT,
            transcript=" ".join(f"ö{number}" for number in range(100_000)),
        )  # fmt: skip
        session.add(paper)
        session.flush()
        session.add(Attachment(meeting_id=meeting, label="Bilaga", document_id=paper.id))
        session.flush()
        entry = session.exec(select(SearchEntry).where(SearchEntry.kind == Kind.PAPER)).one()
        assert len(entry.text) == LONGEST

    def test_a_deleted_row_is_not_found(self, session: Session) -> None:
        session.delete(session.exec(select(Decision)).one())
        session.flush()
        assert Kind.DECISION not in kinds(session)

    def test_a_meeting_taken_back_takes_everything_with_it(
        self, session: Session, meeting: int
    ) -> None:
        review.take_back(session, meeting, by=None, at=AT)
        assert kinds(session) == []
        assert index.difference(session).is_none


@pytest.mark.usefixtures("meeting")
class TestMakingAgain:
    def test_a_difference_is_found_and_mended(self, session: Session) -> None:
        first = session.exec(select(SearchEntry).order_by(col(SearchEntry.id))).first()
        assert first is not None
        session.delete(first)
        session.execute(
            sa.update(SearchEntry).where(col(SearchEntry.kind) == Kind.DECISION).values(text="x")
        )
        extra = SearchEntry(
            id=1,
            kind=Kind.ITEM,
            thing_id=99,
            meeting_id=first.meeting_id,
            body_id=first.body_id,
            date=first.date,
            text="x",
            stems="x",
        )
        session.add(extra)
        session.flush()
        assert index.difference(session) == Difference(missing=1, changed=1, superfluous=1)
        assert index.rebuild(session) == 6
        assert index.difference(session).is_none


def test_the_index_is_in_one_piece_after_the_night(
    session: Session, settings: Settings, meeting: int
) -> None:
    item = session.exec(select(Item).where(Item.meeting_id == meeting)).first()
    assert item is not None
    for text in ("Grinden", "Staketet"):  # each time written beside what is there
        item.text = text
        session.add(item)
        session.commit()
    tidy_index(session, settings)
    assert index.difference(session).is_none
    if session.get_bind().dialect.name == "sqlite":
        pieces = sa.text("SELECT COUNT(DISTINCT segid) FROM search_fts_idx")
        assert session.execute(pieces).scalar_one() == 1
