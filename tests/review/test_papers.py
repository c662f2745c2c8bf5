"""Papers that are not minutes: told of, listed, attached to a meeting and taken away."""

import io
from collections.abc import Callable

import pytest
from sqlmodel import Session, col, select

from minutes.audit.tables import AuditEvent
from minutes.people.tables import Body, Role
from minutes.register.tables import Attachment, Meeting, MeetingState, StoredDocument
from minutes.review import service
from minutes.review.tables import Draft
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.review.drafts import AT, draft_of

SUMMONS = (
    "Lärgruppen\n"
    + "Kallelse till årsmöte\nLärgruppen kallas härmed till årsmöte den 12 november.\n" * 3
)
ATTACH = "/moten/1/handlingar"


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", slug="largruppen")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


@pytest.fixture
def member(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.MEMBER, body)


@pytest.fixture
def meeting(session: Session, body: Body) -> int:
    return service.register_draft(session, draft_of(session, body), by=None, at=AT)


def file(name: str = "kallelse.txt", content: bytes = SUMMONS.encode()) -> dict[str, object]:
    return {"fil": (io.BytesIO(content), name)}


def bring(pages: Pages, name: str = "kallelse.txt", content: str = SUMMONS) -> str:
    answer = pages.post("/ladda-upp", {"filer": [(io.BytesIO(content.encode()), name)]})
    return text_of(checked(answer, "/ladda-upp", 200))


def paper(session: Session) -> StoredDocument:
    session.rollback()
    query = select(StoredDocument).where(col(StoredDocument.is_minutes).is_(False))
    found = session.exec(query.execution_options(populate_existing=True)).one()
    session.commit()  # reading holds the lock that the pages need
    return found


def acts(session: Session) -> list[str]:
    events = session.exec(select(AuditEvent).order_by(col(AuditEvent.id))).all()
    session.commit()
    return [event.act for event in events]


def test_the_result_says_what_it_is(secretary: Pages) -> None:
    assert "inte ut som ett protokoll utan som en kallelse." in bring(secretary)
    assert "utan som en kallelse" in bring(secretary, "samma.txt")


def test_it_is_listed_with_its_kind_and_body(secretary: Pages, body: Body) -> None:
    bring(secretary)
    row = secretary.open("/handlingar").xpath("//tbody/tr")[0]
    assert text_of(row).startswith("kallelse.txt Kallelse Lärgruppen –")


def test_what_was_taken_for_another_paper_is_reviewed_from_the_list(
    session: Session, secretary: Pages, pages_of: Callable[..., Pages], body: Body
) -> None:
    bring(pages_of(Role.SECRETARY, body))  # by somebody else
    [form] = secretary.open("/handlingar").xpath("//form[.//button[.='Det är ett protokoll']]")
    page = secretary.send(form.get("action"), {})
    assert "Kallelse till årsmöte" in text_of(page)
    assert session.exec(select(Draft)).one().body_id == body.id


def test_a_stored_paper_is_chosen_and_stands_under_bilagor(
    session: Session, secretary: Pages, member: Pages, meeting: int
) -> None:
    bring(secretary)
    found = paper(session).id
    assert member.get(f"/dokument/{found}").status_code == 404
    page = secretary.send(ATTACH, {"handling": found})
    assert "Handlingen är tillagd." in text_of(page)
    shown = member.open(f"/moten/{meeting}").xpath("//section[@aria-labelledby='bilagor']")[0]
    assert "Kallelse: kallelse.txt" in text_of(shown)
    assert "Lägg till" not in text_of(shown)
    assert member.get(f"/dokument/{found}").data == SUMMONS.encode()
    assert "attachment.added" in acts(session)
    assert "Lärgruppen" in text_of(secretary.open("/handlingar").xpath("//tbody/tr/td[3]")[0])


def test_a_chosen_paper_is_not_offered_again(
    session: Session, secretary: Pages, meeting: int
) -> None:
    bring(secretary)
    found = paper(session).id
    secretary.send(ATTACH, {"handling": found})
    assert not secretary.open(f"/moten/{meeting}").xpath("//select[@id='handling']")
    assert "redan tillagd" in text_of(secretary.send(ATTACH, {"handling": found}))
    assert "redan den handlingen" in text_of(secretary.send(ATTACH, file()))


def test_a_file_is_stored_and_attached(session: Session, secretary: Pages, meeting: int) -> None:
    secretary.send(ATTACH, file())
    found = paper(session)
    assert (str(found.paper), found.filename) == ("kallelse", "kallelse.txt")
    assert (
        session.exec(select(Attachment).where(Attachment.document_id == found.id)).one().meeting_id
        == meeting
    )


@pytest.mark.parametrize(
    "name,content,label",
    [
        ("budget.xlsx", b"PK\x03\x04budget", "Handling"),
        ("bilder.pptx", b"PK\x03\x04bilder", "Bildspel"),
        ("karta.png", b"\x89PNG\r\n\x1a\nkarta", "Handling"),
    ],
)
def test_a_file_that_cannot_be_read_is_kept(
    secretary: Pages, meeting: int, name: str, content: bytes, label: str
) -> None:
    page = secretary.send(ATTACH, file(name, content))
    assert f"{label}: {name}" in text_of(page)


@pytest.mark.parametrize(
    "name,content,message",
    [
        ("virus.exe", b"MZ\0\0", "program"),
        ("bilder.pptx", b"MZ\0\0", "program"),
        ("tom.txt", b"", "Filen är tom."),
        ("", b"", "Välj en handling eller en fil."),
    ],
)
def test_a_bad_file_is_refused_and_leaves_nothing(
    session: Session, secretary: Pages, meeting: int, name: str, content: bytes, message: str
) -> None:
    assert message in text_of(secretary.send(ATTACH, file(name, content)))
    session.rollback()
    assert len(session.exec(select(StoredDocument)).all()) == 1
    assert "attachment.added" not in acts(session)


def test_it_may_be_taken_away_again(session: Session, secretary: Pages, meeting: int) -> None:
    secretary.send(ATTACH, file())
    attachment = session.exec(select(Attachment).where(col(Attachment.document_id) > 0)).one().id
    session.commit()
    page = secretary.send(f"{ATTACH}/{attachment}/ta-bort")
    assert "är borttagen från mötet" in text_of(page)
    assert "Inga bilagor ännu." in text_of(page)
    assert page.xpath("//select[@id='handling']/option[contains(., 'kallelse.txt')]")
    assert "attachment.removed" in acts(session)
    assert secretary.post(f"{ATTACH}/{attachment}/ta-bort").status_code == 404


def test_what_stands_in_the_minutes_is_not_taken_away(
    session: Session, secretary: Pages, meeting: int
) -> None:
    row = Attachment(meeting_id=meeting, label="Bilaga 1")
    session.add(row)
    session.commit()
    assert secretary.post(f"{ATTACH}/{row.id}/ta-bort").status_code == 404


def test_signed_minutes_get_no_more_papers(
    session: Session, secretary: Pages, meeting: int
) -> None:
    found = session.get(Meeting, meeting)
    assert found is not None
    found.state = MeetingState.JUSTERAT
    session.commit()
    assert "Lägg till en handling" not in text_of(secretary.open(f"/moten/{meeting}"))
    assert "Det går inte när mötet är justerat." in text_of(secretary.send(ATTACH, file()))
    session.rollback()
    assert session.exec(select(Attachment)).all() == []


def test_a_meeting_with_papers_is_not_taken_back(secretary: Pages, meeting: int) -> None:
    secretary.send(ATTACH, file())
    page = secretary.send(f"/moten/{meeting}/ta-tillbaka")
    assert "Ta bort dem först" in text_of(page)
    assert "kallelse.txt" in text_of(page)


def test_members_and_strangers_attach_nothing(
    session: Session,
    secretary: Pages,
    member: Pages,
    pages_of: Callable[..., Pages],
    build: Builder,
    meeting: int,
) -> None:
    bring(secretary)
    found = paper(session).id
    stranger = pages_of(Role.SECRETARY, build.body("Annat organ"))
    assert member.post(ATTACH, file()).status_code == 403
    assert stranger.post(ATTACH, file()).status_code == 404
    assert member.get("/handlingar").status_code == 403
    assert "kallelse.txt" not in text_of(stranger.open("/handlingar"))
    assert stranger.get(f"/dokument/{found}").status_code == 404
    assert secretary.get(f"/dokument/{found}").status_code == 200


def test_another_bodys_paper_cannot_be_chosen_by_its_number(
    session: Session, secretary: Pages, pages_of: Callable[..., Pages], build: Builder, meeting: int
) -> None:
    stranger = pages_of(Role.SECRETARY, build.body("Annat organ"))
    bring(stranger, "hemlig.txt", SUMMONS.replace("Lärgruppen", "Klubben"))
    page = secretary.send(ATTACH, {"handling": paper(session).id})
    assert "Handlingen finns inte" in text_of(page)
