"""Old years brought at once: read by a job that may die, registered where nothing is in doubt."""

import io
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.engine import Engine
from sqlmodel import Session, select

from minutes.clock import now
from minutes.errors import Refused
from minutes.people.tables import Body, Person, Role
from minutes.reading.bounds import Limits
from minutes.register.tables import Meeting
from minutes.review import batches, jobs
from minutes.review.tables import FileState, ImportFile
from minutes.scheduler import JOBS, run_requested
from minutes.settings import Settings
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.statements import counted

AT = datetime(2026, 11, 1, 9, tzinfo=UTC)
LATER = AT + timedelta(minutes=15)
NOTES = """\
# Minnesanteckningar från Lärgruppens möte 2026-10-{day}

Lärgruppen

Närvarande: Karin Lind, Olle Berg

## 1. Mötets öppnande

Karin Lind hälsade alla välkomna.

## 2. Listan

Karin Lind skickar listan till rektorerna senast den 1 november.

Vid anteckningarna

Karin Lind
"""
CLEAR = NOTES.format(day="14").encode()
UNCLEAR = (
    NOTES.replace("Lärgruppens möte 2026-10-{day}", "ett möte").replace("Lärgruppen\n", "").encode()
)


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def karin(build: Builder, body: Body) -> Person:
    karin = build.person("Karin Lind")
    build.mandate(karin, body, Role.SECRETARY)
    build.mandate(build.person("Olle Berg"), body)
    return karin


@pytest.fixture
def secretary(sign_in: Callable[..., Pages], karin: Person) -> Pages:
    return sign_in(karin)


def start(session: Session, karin: Person, *files: tuple[str, bytes]) -> int:
    return batches.start(session, files, body_id=None, among=None, by=karin.id or 0, at=AT)


def read(session: Session, at: datetime = AT) -> int:
    return batches.read_waiting(session, Limits(), lambda: at, LATER + timedelta(days=1))


def states(session: Session, batch_id: int) -> list[str]:
    found = [each.state.value for each in batches.files(session, batch_id)]
    session.commit()
    return found


def test_each_file_is_read_for_itself_and_says_what_became_of_it(
    session: Session, karin: Person
) -> None:
    batch_id = start(
        session,
        karin,
        ("1.md", CLEAR),
        ("2.docx", b"PK\x03\x04 inget"),
        ("3.md", CLEAR),
        ("4.md", b"Hej"),
    )
    assert states(session, batch_id) == ["waiting"] * 4
    assert read(session) == 4
    assert states(session, batch_id) == ["read", "refused", "already_there", "not_minutes"]
    files = session.exec(select(ImportFile)).all()
    assert [each.content for each in files] == [None] * 4
    assert files[1].note
    session.commit()


def test_nothing_is_started_without_files(session: Session, karin: Person) -> None:
    with pytest.raises(Refused):
        start(session, karin)


def test_what_a_process_that_died_was_reading_is_read_by_the_next(
    session: Session, karin: Person
) -> None:
    batch_id = start(session, karin, ("1.md", CLEAR), ("2.md", UNCLEAR))
    assert batches._claim(session, AT) is not None  # and dies
    assert read(session) == 1
    assert states(session, batch_id) == ["waiting", "read"]
    assert read(session, LATER) == 1
    assert states(session, batch_id) == ["read", "read"]


def test_the_page_says_when_a_reading_that_was_broken_off_begins_anew(
    session: Session, secretary: Pages
) -> None:
    path = send(secretary, ("1.md", CLEAR))
    begun = now()
    batches._claim(session, begun)
    assert "Läses" in text_of(secretary.open(path))
    row = session.exec(select(ImportFile)).one()
    row.claimed_until = begun + batches.CLAIM - 2 * batches.SLOW
    session.add(row)
    session.commit()
    assert "tycks ha avbrutits. Filen läses igen" in text_of(secretary.open(path))
    row.claimed_until = begun
    session.add(row)
    session.commit()
    assert "Väntar" in text_of(secretary.open(path))


def test_a_file_at_which_processes_die_is_refused(session: Session, karin: Person) -> None:
    batch_id = start(session, karin, ("1.md", CLEAR))
    at = AT
    for _ in range(batches.TRIES):
        assert batches._claim(session, at) is not None
        at += batches.CLAIM
    read(session, at)
    (file,) = batches.files(session, batch_id)
    assert (file.state, file.note) == (FileState.REFUSED, batches.DIED)
    session.commit()


def test_two_processes_read_each_file_once(session: Session, engine: Engine, karin: Person) -> None:
    files = [(f"{n}.md", NOTES.format(day=f"{n:02}").encode()) for n in range(1, 13)]
    batch_id = start(session, karin, *files)
    read_by: list[int] = []

    def work() -> None:
        with Session(engine) as own:
            read_by.append(read(own))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(read_by) == 12
    assert states(session, batch_id) == ["read"] * 12


def send(pages: Pages, *files: tuple[str, bytes], **fields: str) -> str:
    sent = [(io.BytesIO(data), name) for name, data in files]
    answer = pages.post("/inlasning", {"filer": sent, **fields}, content_type="multipart/form-data")
    assert answer.status_code == 303
    return str(answer.location)


def test_many_files_are_read_by_the_job_that_the_upload_asks_for(
    engine: Engine, settings: Settings, secretary: Pages
) -> None:
    path = send(secretary, ("1.md", CLEAR), ("2.md", UNCLEAR))
    page = secretary.open(path)
    assert "0 av 2 filer lästa." in text_of(page)
    assert page.xpath("//*[@id='inlasning']/@hx-trigger")
    run_requested(engine, settings, JOBS)
    part = secretary.get(path, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert "hx-trigger" not in part
    assert "2 av 2" in part


def test_what_was_taken_for_another_paper_becomes_a_draft_with_one_press(
    session: Session, settings: Settings, secretary: Pages
) -> None:
    path = send(secretary, ("bryggan.txt", "Bryggan är trasig.\nBo målar.\n".encode()))
    jobs.read_files(session, settings)
    [row] = secretary.open(path).xpath("//tbody/tr")
    assert text_of(row) == "bryggan.txt Inte protokoll Det är ett protokoll"
    draft = secretary.send(row.xpath(".//form/@action")[0], {})
    assert "Bryggan är trasig." in text_of(draft)
    [row] = secretary.open(path).xpath("//tbody/tr")
    assert text_of(row) == "bryggan.txt Läst Granska"


def test_the_clearest_comes_first_and_is_registered_with_one_press(
    session: Session, settings: Settings, secretary: Pages
) -> None:
    path = send(secretary, ("oklar.md", UNCLEAR), ("klar.md", CLEAR))
    jobs.read_files(session, settings)
    batch = path.rpartition("/")[2]
    page = secretary.open(f"/granskning/ko?inlasning={batch}")
    rows = [" ".join(row.text_content().split()) for row in page.xpath("//tbody/tr")]
    assert "klar.md" in rows[0]
    assert "Ingen" in rows[0]
    assert "Organ saknas, datum saknas" in rows[1]
    page = secretary.send("/granskning/ko", {"inlasning": batch})
    assert "1 möte registrerades." in text_of(page)
    assert "oklar.md" in text_of(page)
    assert session.exec(select(Meeting.title)).all() == [
        "Minnesanteckningar från Lärgruppens möte 2026-10-14"
    ]
    session.commit()


def test_a_day_that_has_a_meeting_is_left_for_the_reviewer(
    session: Session, settings: Settings, secretary: Pages
) -> None:
    send(secretary, ("klar.md", CLEAR), ("igen.md", CLEAR + b"\nMer.\n"))
    jobs.read_files(session, settings)
    page = secretary.send("/granskning/ko")
    assert "1 möte registrerades." in text_of(page)
    assert "1 utkast utan osäkra fynd är kvar." in text_of(page)


def test_a_name_of_two_persons_is_left_for_the_reviewer(
    session: Session, settings: Settings, secretary: Pages, build: Builder, body: Body
) -> None:
    build.mandate(build.person("Olle Ström"), body)
    notes = CLEAR.replace(b", Olle Berg", b"").replace(b"Karin Lind skickar", b"Olle skickar")
    send(secretary, ("klar.md", notes))
    jobs.read_files(session, settings)
    assert "0 möten registrerades." in text_of(secretary.send("/granskning/ko"))


def test_the_import_of_somebody_else_does_not_exist(
    secretary: Pages, pages_of: Callable[..., Pages], body: Body
) -> None:
    path = send(secretary, ("1.md", CLEAR))
    other = pages_of(Role.SECRETARY, body)
    assert other.get(path).status_code == 404
    assert other.get(f"/granskning/ko?inlasning={path.rpartition('/')[2]}").status_code == 404
    assert other.get("/inlasning/99").status_code == 404


def test_a_member_brings_no_old_years(pages_of: Callable[..., Pages], body: Body) -> None:
    member = pages_of(Role.MEMBER, body)
    for path in ("/inlasning", "/granskning/ko"):
        assert member.get(path).status_code == 403


def test_without_files_the_page_asks_for_them(secretary: Pages) -> None:
    page = checked(secretary.post("/inlasning", follow_redirects=True), "/inlasning", 200)
    assert "Välj minst en fil." in text_of(page)


def test_the_queue_takes_as_many_statements_for_one_as_for_many(
    app: Flask, session: Session, settings: Settings, secretary: Pages
) -> None:
    taken = []
    for files in (["1"], ["2", "3", "4"]):
        send(secretary, *((f"{n}.md", CLEAR + n.encode()) for n in files))
        jobs.read_files(session, settings)
        with counted(app.extensions["engine"]) as statements:
            secretary.open("/granskning/ko")
        taken.append(len(statements))
    assert taken[0] == taken[1] <= 5


def test_the_queue_is_shown_a_page_at_a_time_and_counted_as_a_whole(
    session: Session, settings: Settings, secretary: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutes.paging.PAGE", 2)
    send(secretary, *((f"{n}.md", CLEAR + n.encode()) for n in ("1", "2", "3")))
    jobs.read_files(session, settings)
    seen = []
    for number in (1, 2):
        page = secretary.open(f"/granskning/ko?inlasning=1&sida={number}")
        assert "registrera 3 utkast utan tvekan" in text_of(page)
        seen += [text_of(each) for each in page.xpath("//tbody//small")]
    assert sorted(seen) == ["1.md", "2.md", "3.md"]
    assert page.xpath("//a[@rel='prev']/@href") == ["/granskning/ko?inlasning=1&sida=1"]


def test_the_time_is_asked_again_after_each_file(session: Session, karin: Person) -> None:
    batch_id = start(session, karin, ("1.md", CLEAR), ("2.md", UNCLEAR))
    assert batches.read_waiting(session, Limits(), now, now()) == 0
    assert states(session, batch_id) == ["waiting"] * 2
