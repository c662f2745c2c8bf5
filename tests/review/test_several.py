"""A file with several meetings: a draft for each, on its own lines, registered by itself."""

import re
from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from minutes.people.tables import Body, Role
from minutes.register.tables import Decision, Meeting, StoredDocument
from minutes.review import judging, queries, service
from minutes.review.tables import Draft, FindingKind
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import AT, DEED, draft_of
from tests.review.test_import import bring, upload

BOOK = """\
Ekängens vägförening

Protokoll från styrelsemöte 2026-03-04

Närvarande: Karin Ström, Bo Ekdal
§ 1 Grinden
Styrelsen beslutade att köpa en ny grind.
§ 2 Avslutning
Karin Ström avslutade mötet.

Protokoll från styrelsemöte 2026-04-08

Närvarande: Karin Ström, Majken Sandelius
§ 1 Vägen
Styrelsen beslutade att grusa vägen.
Majken ringer entreprenören senast den 1 maj.
Karin Ström avslutade mötet.
""".encode()

NEXT = "//a[.='Granska nästa utkast']/@href"


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Styrelsen", "Ekängens vägförening")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


def test_each_meeting_has_a_draft_on_its_own_lines(session: Session, body: Body) -> None:
    imported = bring(session, BOOK, "bok.txt")
    drafts = [session.get_one(Draft, each.draft_id) for each in imported.drafts]
    assert [(each.part, each.parts, each.body_id) for each in drafts] == [
        (1, 2, body.id),
        (2, 2, body.id),
    ]
    assert [(each.first_line, each.last_line) for each in drafts] == [(1, 9), (11, 17)]
    for draft in drafts:
        for finding in queries.findings(session, draft.id):
            if finding.first_line is not None:
                assert draft.first_line <= finding.first_line <= finding.last_line
                assert finding.last_line <= draft.last_line


def test_each_is_registered_by_itself(session: Session, body: Body) -> None:
    first, second = bring(session, BOOK, "bok.txt").drafts
    service.register_draft(session, second.draft_id, by=None, at=AT)
    meeting = session.exec(select(Meeting)).one()
    assert (meeting.date.isoformat(), meeting.first_line, meeting.last_line) == (
        "2026-04-08",
        11,
        17,
    )
    decision = session.exec(select(Decision)).one()
    assert (decision.text, decision.first_line) == ("Styrelsen beslutade att grusa vägen.", 15)
    service.register_draft(session, first.draft_id, by=None, at=AT)
    assert len(session.exec(select(Meeting)).all()) == 2
    assert len(session.exec(select(StoredDocument)).all()) == 1


def test_the_same_file_again_brings_back_only_the_draft_that_was_thrown_away(
    session: Session, body: Body
) -> None:
    first, second = bring(session, BOOK, "bok.txt").drafts
    service.register_draft(session, first.draft_id, by=None, at=AT)
    service.discard_draft(session, second.draft_id, by=None, at=AT)
    again = bring(session, BOOK, "bok.txt")
    assert not again.already_there
    assert again.drafts[0].draft_id == first.draft_id
    assert again.drafts[1].draft_id not in (first.draft_id, second.draft_id)
    assert bring(session, BOOK, "bok.txt").already_there


def test_the_page_of_a_draft_shows_its_own_lines_and_leads_to_the_other(
    secretary: Pages, session: Session
) -> None:
    _, second = bring(session, BOOK, "bok.txt").drafts
    page = secretary.open(f"/granskning/{second.draft_id}")
    rows = page.xpath("//ol[@id='rader']/li/@id")
    assert rows == [f"rad-{number}" for number in range(11, 18)]
    assert "Filen innehåller 2 möten. Det här är möte 2, rad 11–17." in text_of(page)
    assert "grind" not in text_of(page.get_element_by_id("rader"))
    others = page.xpath("//section[@aria-label='Möten i filen']//a")
    assert [each.text for each in others] == ["Möte 1"]


def test_what_is_added_by_hand_stands_on_lines_of_the_meeting(
    secretary: Pages, session: Session
) -> None:
    _, second = bring(session, BOOK, "bok.txt").drafts
    path = f"/granskning/{second.draft_id}/nytt/beslut"
    secretary.post(path, {"text": "Grusa vägen", "lines": "15"})
    page = secretary.send(path, {"text": "Köpa en grind", "lines": "7"}, 422)
    assert "Källan har rad 11–17." in text_of(page)
    added = [
        each
        for each in queries.findings(session, second.draft_id)
        if each.kind is FindingKind.DECISION and each.reason == "Tillagd för hand."
    ]
    assert [each.content["quote"] for each in added] == ["Styrelsen beslutade att grusa vägen."]


def test_the_upload_says_how_many_meetings_there_are(secretary: Pages) -> None:
    answer = upload(secretary, ("bok.txt", BOOK))
    assert "Filen innehåller 2 möten." in answer.text
    assert len(re.findall(r"Granska möte \d", answer.text)) == 2


def test_a_meeting_of_a_body_that_one_may_not_see_is_not_shown(
    secretary: Pages, session: Session, build: Builder
) -> None:
    other = build.body("Valberedningen", "Ekängens vägförening")
    first, second = bring(session, BOOK, "bok.txt").drafts
    judging.correct_meeting(session, second.draft_id, {}, other.id, DEED)
    session.commit()  # even a reader holds the lock on SQLite
    answer = upload(secretary, ("bok.txt", BOOK))
    assert f"/granskning/{first.draft_id}" in answer.text
    assert f"/granskning/{second.draft_id}" not in answer.text
    assert not secretary.open(f"/granskning/{first.draft_id}").xpath(
        "//section[@aria-label='Möten i filen']//a"
    )


def test_the_whole_file_is_for_who_may_see_all_its_meetings(
    secretary: Pages, session: Session, build: Builder, pages_of: Callable[..., Pages], body: Body
) -> None:
    other = build.body("Valberedningen", "Ekängens vägförening")
    first, second = bring(session, BOOK, "bok.txt").drafts
    judging.correct_meeting(session, second.draft_id, {}, other.id, DEED)
    session.commit()
    path = f"/granskning/{first.draft_id}"
    assert "organ som du inte har tillgång till" in text_of(
        secretary.open(f"{path}/original", status=403)
    )
    assert "Ladda ner bok.txt" not in text_of(secretary.open(path))
    meeting = service.register_draft(session, first.draft_id, by=None, at=AT)
    member = pages_of(Role.MEMBER, body)
    assert member.get("/dokument/1").status_code == 404
    page = member.open(f"/moten/{meeting}")
    assert page.xpath(f"//a[@href='/moten/{meeting}/kalla.txt']")
    own = member.get(f"/moten/{meeting}/kalla.txt").text
    assert "en ny grind" in own
    assert "grusa" not in own


def test_who_may_see_all_meetings_of_a_file_gets_it_whole(
    session: Session, build: Builder, pages_of: Callable[..., Pages], body: Body
) -> None:
    drafts = bring(session, BOOK, "bok.txt").drafts
    member = pages_of(Role.MEMBER, body)
    meeting = service.register_draft(session, drafts[0].draft_id, by=None, at=AT)
    assert member.get("/dokument/1").status_code == 404  # the rest is not registered yet
    service.register_draft(session, drafts[1].draft_id, by=None, at=AT)
    assert member.get("/dokument/1").data == BOOK
    assert member.open(f"/moten/{meeting}").xpath("//a[@href='/dokument/1']")


def test_the_source_of_a_registered_meeting_is_its_own_lines(
    secretary: Pages, session: Session
) -> None:
    _, second = bring(session, BOOK, "bok.txt").drafts
    meeting_id = service.register_draft(session, second.draft_id, by=None, at=AT)
    page = secretary.open(f"/moten/{meeting_id}/kalla")
    assert page.xpath("//ol/li/@id")[0] == "rad-11"
    assert "grind" not in text_of(page)


def test_who_registers_one_is_told_that_the_other_waits_and_led_there(
    secretary: Pages, session: Session, body: Body
) -> None:
    draft_of(session, body, name="aldre.md")
    first, second = bring(session, BOOK, "bok.txt").drafts
    page = secretary.send(f"/granskning/{first.draft_id}/registrera")
    assert "1 möte till ur samma fil väntar på granskning." in text_of(page)
    assert page.xpath(NEXT) == [f"/granskning/{second.draft_id}"]


def test_who_registers_a_meeting_is_led_to_the_oldest_draft_while_there_is_one(
    secretary: Pages, session: Session, body: Body
) -> None:
    first, second = (draft_of(session, body, name=name) for name in ("1.md", "2.md"))
    assert secretary.send(f"/granskning/{first}/registrera").xpath(NEXT) == [
        f"/granskning/{second}"
    ]
    assert secretary.send(f"/granskning/{second}/registrera").xpath(NEXT) == []
