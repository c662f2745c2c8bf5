"""Text that is pasted into the page is read as a text file is."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from minutes.people.tables import Role
from minutes.register.tables import StoredDocument
from tests.builders import Builder
from tests.pages import Pages, text_of

MINUTES = (
    "Protokoll från styrelsemöte\r\n2026-05-12\r\n\r\nNärvarande: Siv Ek, Bo Alm\r\n\r\n"
    "§ 1 Mötets öppnande\r\nSiv Ek öppnar mötet.\r\n\r\n§ 2 Bryggan\r\n"
    "Styrelsen beslutade att laga bryggan.\r\nSiv Ek tar in anbud.\r\n\r\n§ 3 Mötets avslutande\r\n"
)


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], build: Builder) -> Pages:
    return pages_of(Role.SECRETARY, build.body("Båtlaget"))


def test_pasted_text_becomes_a_draft(secretary: Pages) -> None:
    page = secretary.send("/klistra-in", {"text": MINUTES, "titel": "Styrelsen i maj"})
    assert "Styrelsen i maj.txt" in text_of(page)
    link = page.xpath("//a[starts-with(@href, '/granskning/') and text()='Granska']/@href")[0]
    assert "att laga bryggan" in text_of(secretary.open(link))


def test_it_is_stored_as_text_under_its_title(session: Session, secretary: Pages) -> None:
    secretary.send("/klistra-in", {"text": MINUTES, "titel": ""})
    stored = session.exec(select(StoredDocument)).one()
    assert stored.filename == "Inklistrad text.txt"
    assert stored.content == MINUTES.replace("\r\n", "\n").encode()


def test_the_same_text_again_changes_nothing(secretary: Pages) -> None:
    secretary.send("/klistra-in", {"text": MINUTES})
    page = secretary.send("/klistra-in", {"text": MINUTES, "titel": "En gång till"})
    assert "finns redan" in text_of(page)


def test_nothing_pasted_is_said_on_the_page(session: Session, secretary: Pages) -> None:
    page = secretary.send("/klistra-in", {"text": " \r\n "})
    assert "Klistra in texten" in text_of(page)
    assert session.exec(select(StoredDocument)).all() == []


def test_text_that_is_refused_stays_in_the_form(secretary: Pages) -> None:
    text = "<html>" + MINUTES
    page = secretary.send("/klistra-in", {"text": text, "titel": "Kopia"}, status=422)
    assert "webbsida" in text_of(page)
    assert "att laga bryggan" in page.xpath("string(//textarea)")


def test_a_member_may_not_paste(pages_of: Callable[..., Pages], build: Builder) -> None:
    member = pages_of(Role.MEMBER, build.body("Båtlaget"))
    assert member.post("/klistra-in", {"text": MINUTES}).status_code in (403, 404)
