"""Preparing a meeting: what comes on its agenda by itself, the order, and the kallelse."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import icalendar
import pytest
from docx import Document
from pypdfium2 import PdfDocument
from sqlmodel import Session, select

from minutes.errors import Refused, StepNotAllowed
from minutes.follow_up import agenda_service as referrals
from minutes.follow_up import service as follow_up
from minutes.justering.sheet import printed
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Person, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import ActionItem, Meeting
from minutes.review import service as review
from minutes.writing import agenda_service, queries, service, summons_service
from minutes.writing.agenda_order import (
    Carried,
    arranged,
    before_the_ending,
    is_postponed,
    moved,
    reordered,
)
from minutes.writing.looking import recognised
from minutes.writing.summons import KIND
from minutes.writing.summons_service import SummonsComposer
from minutes.writing.tables import PointKind
from tests.builders import Builder
from tests.mail.outbox import SENDER, sender_to
from tests.mail.servers import Mailbox, Server
from tests.pages import Pages, text_of
from tests.writing.conftest import AT, WHEN, World

BEFORE = """# Protokoll Vägstyrelsen 2026-11-04

Datum: 2026-11-04

## Närvarande

- Maja Almgren, ordförande
- Ronny Wretling, sekreterare
- Bo Ekdahl, ledamot

## § 1 Gruset

Bo Ekdahl beställer gruset senast 2026-11-30.

## § 2 Bron

**Beslut**

Vägstyrelsen beslutar

- att bordlägga ärendet till nästa möte.

## § 3 Nästa möte

Nästa möte är den 2 december 2026 kl. 18.00–20.00 i Bygdegården.
"""


@pytest.fixture
def met(world: World) -> World:
    """The board, with minutes of its meeting in November."""
    imported = review.import_file(
        world.session, "november.md", BEFORE.encode(), body=world.body, by=None, at=AT
    )
    assert imported.draft_id is not None
    review.register_draft(world.session, imported.draft_id, by=None, at=AT)
    return world


def prepared(world: World) -> tuple[int, list[tuple[str, str]]]:
    """A meeting that is prepared, and its points with their kinds."""
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    agenda_service.prepare(world.session, world.by, sitting_id)
    found = titles(world.session, sitting_id)
    world.session.rollback()
    return sitting_id, found


def titles(session: Session, sitting_id: int) -> list[tuple[str, str]]:
    return [(row.title, row.kind.value) for row in agenda_service.points(session, sitting_id)]


def test_what_is_left_over_comes_after_the_opening_in_its_order(met: World) -> None:
    other = Builder(met.session).body("Bygrådet")
    assert other.id is not None
    asking = referrals.By(None, AT)
    referrals.refer(
        met.session, asking, question="Vem plogar?", from_body=other.id, to_body=met.body_id
    )
    own = referrals.refer(
        met.session, asking, question="Får vi låna tältet?", from_body=met.body_id, to_body=other.id
    )
    assert own.id is not None
    referrals.answer(met.session, asking, own.id, "Ja, i maj.")
    _, points = prepared(met)
    assert points == [
        ("Mötets öppnande", "own"),
        ("Dagordning", "own"),
        ("Föregående protokoll", "previous"),
        ("Sedan sist", "since_last"),
        ("Bron", "postponed"),
        ("Fråga från Bygrådet: Vem plogar?", "referred"),
        ("Svar från Bygrådet: Får vi låna tältet?", "referred"),
        ("Åtgärder som ska vara klara till mötet", "actions"),
        ("Övriga frågor", "own"),
        ("Nästa möte", "own"),
    ]


def test_sedan_sist_tells_what_is_new_and_what_is_closed(met: World) -> None:
    sitting_id, _ = prepared(met)
    text = {row.title: row.text for row in agenda_service.points(met.session, sitting_id)}
    assert text["Sedan sist"] == (  # it is told of where it is to be done, and not twice
        "1 ny eller ändrad åtgärd står under ”Åtgärder som ska vara klara till mötet”."
    )
    assert text["Åtgärder som ska vara klara till mötet"].endswith(  # his name stands there
        "- Bo Ekdahl beställer gruset senast 2026-11-30 (senast 30 november 2026)"
    )
    assert text["Föregående protokoll"] == (
        "Protokollet från den 4 november 2026. Protokollet är inte justerat."
    )
    action = met.session.exec(select(ActionItem)).one()
    met.session.rollback()
    assert action.id is not None
    follow_up.mark_done(met.session, action.id, by=met.secretary.id, at=AT)
    agenda_service.carry_over(met.session, met.by, sitting_id)
    text = {row.title: row.text for row in agenda_service.points(met.session, sitting_id)}
    assert text["Sedan sist"].startswith("Klara eller avförda:\n- Bo Ekdahl beställer gruset")


def test_nobody_is_told_that_notes_are_not_signed(met: World) -> None:
    before = met.session.exec(select(Meeting)).one()
    before.kind = MinutesKind.MINNESANTECKNINGAR
    met.session.add(before)
    met.session.commit()
    sitting_id, _ = prepared(met)
    text = {row.title: row.text for row in agenda_service.points(met.session, sitting_id)}
    assert text["Föregående protokoll"] == "Minnesanteckningarna från den 4 november 2026."


def test_what_is_not_due_yet_is_told_of_in_sedan_sist(met: World) -> None:
    early = replace(WHEN, date=date(2026, 11, 20))
    sitting_id = service.begin(met.session, met.by, body_id=met.body_id, when=early)
    agenda_service.prepare(met.session, met.by, sitting_id)
    text = {row.title: row.text for row in agenda_service.points(met.session, sitting_id)}
    assert text["Sedan sist"].startswith("Nya sedan förra mötet:\n- Bo Ekdahl beställer gruset")
    assert "Åtgärder som ska vara klara till mötet" not in text


def test_what_has_come_meanwhile_is_added_once(met: World) -> None:
    sitting_id, before = prepared(met)
    other = Builder(met.session).body("Bygrådet")
    assert other.id is not None
    referrals.refer(
        met.session,
        referrals.By(None, AT),
        question="Vem plogar?",
        from_body=other.id,
        to_body=met.body_id,
    )
    assert agenda_service.carry_over(met.session, met.by, sitting_id) == 1
    assert agenda_service.carry_over(met.session, met.by, sitting_id) == 0
    assert titles(met.session, sitting_id) == [
        *before,
        ("Fråga från Bygrådet: Vem plogar?", "referred"),
    ]


def test_the_minutes_begin_with_the_points_and_read_up_lists_are_no_new_actions(
    met: World,
) -> None:
    sitting_id, points = prepared(met)
    agenda_service.write(met.session, met.by, sitting_id)
    text = queries.sitting(met.session, sitting_id).text
    for number, (title, _) in enumerate(points, 1):
        assert f"## § {number} {title}" in text
    found = recognised(text)
    assert (found.decisions, found.actions) == ((), ())
    assert "Från mötet den 4 november 2026, § 2: ”att bordlägga" in text


def test_the_announced_meeting_is_offered_until_it_is_prepared(met: World) -> None:
    page = met.pages.open("/organ/vagstyrelsen/skriva")
    assert "2 december 2026 kl. 18.00–20.00, Bygdegården" in text_of(page)
    prepared(met)
    assert queries.announced(met.session, met.body_id, AT.date()) == []


@pytest.mark.parametrize(
    "clause, put_off",
    [
        ("att bordlägga ärendet till nästa möte", True),
        ("Ärendet bordläggs.", True),
        ("att återremittera ärendet till kansliet", True),
        ("att inte bordlägga ärendet", False),
        ("att anta anbudet", False),
    ],
)
def test_a_decision_that_only_puts_a_matter_off_is_known(clause: str, put_off: bool) -> None:
    assert is_postponed(clause) is put_off


def test_a_body_without_openings_begins_with_what_is_carried_over() -> None:
    carried = [Carried("Sedan sist", "", PointKind.SINCE_LAST, "since:1")]
    assert [each.title for each in arranged(["Vägen", "Upprop"], carried)] == [
        "Sedan sist",
        "Vägen",
        "Upprop",
    ]


@pytest.mark.parametrize(
    "titles, place",
    [
        (["Upprop", "Budget"], 2),
        (["Upprop", "Budget", "Övriga frågor"], 2),
        (["Mötets öppnande", "Övriga frågor", "Nästa möte", "Mötets avslutande"], 1),
        (["Övriga frågor", "Budget"], 2),
        (["Avslutade ärenden i nämnden", "Mötet avslutas"], 1),
        ([], 0),
    ],
)
def test_a_new_point_stands_before_those_that_end_the_meeting(
    titles: list[str], place: int
) -> None:
    assert before_the_ending(titles) == place


def test_points_are_moved_a_step_or_put_in_any_order() -> None:
    assert moved([1, 2, 3], 3, -1) == [1, 3, 2]
    assert moved([1, 2, 3], 1, -1) == [1, 2, 3]
    assert reordered([1, 2, 3], [3, 1, 2]) == [3, 1, 2]
    with pytest.raises(StepNotAllowed):
        reordered([1, 2, 3], [3, 1])


def test_the_agenda_is_changed_by_plain_buttons(world: World) -> None:
    sitting_id, _ = prepared(world)
    base = f"/skriva/{sitting_id}/dagordning"
    rows = agenda_service.points(world.session, sitting_id)
    first, second = rows[0].id, rows[1].id
    world.session.rollback()
    world.pages.send(f"{base}/ordning", {"flytta": f"{second}:upp"})
    assert titles(world.session, sitting_id)[0][0] == "Dagordning"
    world.session.rollback()
    page = world.pages.send(f"{base}/punkter", {"rubrik": "Lamporna", "text": "Tre är trasiga."})
    assert "Punkten är tillagd." in text_of(page)
    mark = page.xpath(f"string(//li[@id='punkt-{first}']//input[@name='sedd']/@value)")
    sent = {"rubrik": "Öppnande", "text": "", "sedd": mark}
    assert "Punkten är sparad." in text_of(world.pages.send(f"{base}/punkter/{first}", sent))
    again = world.pages.send(f"{base}/punkter/{first}", sent | {"rubrik": "Annat"}, 409)
    assert "Nu heter den ”Öppnande”" in text_of(again)
    assert again.get_element_by_id(f"rubrik-{first}").value == "Annat"
    world.pages.send(f"{base}/punkter/{first}", {"ta-bort": "1"})
    assert "Öppnande" not in dict(titles(world.session, sitting_id))


def test_an_order_of_other_points_is_refused(world: World) -> None:
    sitting_id, points = prepared(world)
    page = world.pages.send(f"/skriva/{sitting_id}/dagordning/ordning", {"punkt": "1"}, 409)
    assert "Här är dagordningen som den är nu." in text_of(page)
    assert titles(world.session, sitting_id) == points


def test_the_secretary_sees_the_mails_of_a_kallelse_and_what_they_are(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    sitting_id, _ = prepared(world)
    summons_service.send(world.session, world.by, sitting_id, "m@example.se")
    cells = world.pages.open("/hantera/utskick").xpath("//td[@data-label='Ärende']")
    assert {cell.text_content() for cell in cells} == {"Kallelse"}
    elsewhere = pages_of(Role.SECRETARY, Builder(world.session).body()).open("/hantera/utskick")
    assert not elsewhere.xpath("//td[@data-label='Ärende']")


def test_everybody_who_sits_in_the_body_is_summoned_by_mail(world: World) -> None:
    session = world.session
    sitting_id, _ = prepared(world)
    assert summons_service.send(session, world.by, sitting_id, "m@example.se") == 5
    mails = session.exec(select(OutboxMessage)).all()
    assert {mail.kind for mail in mails} == {"kallelse"}
    mail = next(each for each in mails if each.name == "Bo Ekdahl")
    claimed = Claimed(mail.id or 0, mail.kind, mail.name, mail.address, mail.message_id, 1)
    composer = SummonsComposer("https://minutes.example.se", AT.date(), AT)
    letter = composer(session, [claimed])(claimed.id)
    assert letter.subject == "Kallelse till möte: Vägstyrelsen, Tallmo vägförening, 2 december 2026"
    assert "När: onsdag 2 december 2026 kl. 18.00–20.00\nVar: Bygdegården\n" in letter.text
    assert "1. Mötets öppnande" in letter.text
    assert "Svaret går till Ronny Wretling.\n\n--\n" in letter.text
    calendar = icalendar.Calendar.from_ical(letter.calendar)
    assert "X-WR-CALNAME" not in calendar  # it is to come into the reader's own
    event = calendar.walk("VEVENT")[0]
    assert event.decoded("DTSTART").isoformat() == "2026-12-02T18:00:00+01:00"
    later = replace(composer, today=date(2026, 12, 3))
    assert not hasattr(later(session, [claimed])(claimed.id), "subject")


def test_the_mail_goes_over_smtp_with_the_kallelse_as_pdf_word_and_calendar(
    met: World,
) -> None:
    sitting_id, points = prepared(met)
    summons_service.send(met.session, met.by, sitting_id, SENDER)
    mailbox = Mailbox()
    server = Server(mailbox)
    server.start()
    composer = SummonsComposer("https://minutes.example.se", AT.date(), AT)
    try:
        sender = sender_to(server.url(), lambda: AT, composers={KIND: composer})
        assert sender.send_due(met.session, AT + timedelta(hours=1)).sent == 5
    finally:
        server.stop()
    assert len(set(mailbox.to())) == 5
    mail = mailbox.mails[0]
    assert (
        mail["Subject"] == "Kallelse till möte: Vägstyrelsen, Tallmo vägförening, 2 december 2026"
    )
    reader = met.secretary
    assert mail["Reply-To"] == f"{reader.name} <{reader.email}>"
    for kind in ("plain", "html"):
        body = mail.get_body((kind,))
        assert body is not None
        assert f"Svaret går till {reader.name}." in body.get_content()
        for title, _ in points:
            assert title in body.get_content()
    calendar, pdf, word = mail.iter_attachments()
    event = icalendar.Calendar.from_ical(calendar.get_payload(decode=True)).walk("VEVENT")[0]
    assert event["LOCATION"] == "Bygdegården"
    name = "kallelse-till-mote-vagstyrelsen-2-december-2026"
    assert [each.get_filename() for each in (pdf, word)] == [f"{name}.pdf", f"{name}.docx"]
    with PdfDocument(pdf.get_payload(decode=True)) as drawn:
        text = " ".join(page.get_textpage().get_text_bounded() for page in drawn)
    written = [each.text for each in Document(BytesIO(word.get_payload(decode=True))).paragraphs]
    for title, _ in points:
        assert title in " ".join(text.split())
        assert title in written


def test_nobody_is_summoned_to_nothing_or_to_what_has_been(world: World) -> None:
    sitting_id = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    with pytest.raises(Refused, match="Dagordningen är tom"):
        summons_service.send(world.session, world.by, sitting_id, "m@example.se")
    world.session.rollback()
    late = replace(world.by, at=AT + timedelta(days=30))
    with pytest.raises(StepNotAllowed):
        summons_service.send(world.session, late, sitting_id, "m@example.se")


def test_the_kallelse_is_a_word_file_a_pdf_and_an_entry_of_a_calendar(world: World) -> None:
    sitting_id, points = prepared(world)
    base = f"/kallelser/{sitting_id}"
    word = Document(BytesIO(world.pages.get(f"{base}/kallelse.docx").data))
    written = [paragraph.text for paragraph in word.paragraphs]
    assert written[0] == "Kallelse till möte: Vägstyrelsen 2 december 2026"
    assert [title for title, _ in points if title in written] == [title for title, _ in points]
    assert world.pages.get(f"{base}/kallelse.pdf").data.startswith(b"%PDF-1.7")
    assert b"SUMMARY:V" in world.pages.get(f"{base}/kallelse.ics").data
    assert "Mötets öppnande" in text_of(world.pages.open(base))


def test_a_member_reads_the_kallelse_when_it_has_been_sent(
    world: World, pages_of: Callable[..., Pages]
) -> None:
    sitting_id, _ = prepared(world)
    member = pages_of(Role.MEMBER, world.body)
    assert member.get(f"/kallelser/{sitting_id}").status_code == 403
    page = world.pages.send(f"/skriva/{sitting_id}/dagordning/kalla")
    assert "Kallelsen är lagd i utkorgen" in text_of(page)
    assert member.get(f"/kallelser/{sitting_id}").status_code == 200


def test_somebody_without_an_address_is_named(world: World, build: Builder) -> None:
    build.mandate(build.person("Ulla Utan", email=None), world.body)
    sitting_id, _ = prepared(world)
    page = world.pages.open(f"/skriva/{sitting_id}/dagordning")
    assert "Utan e-postadress: Ulla Utan." in text_of(page)
    assert world.session.exec(select(Person).where(Person.name == "Ulla Utan")).one().id


def test_a_meeting_can_be_moved_or_thrown_away(world: World) -> None:
    sitting_id, _ = prepared(world)
    base = f"/skriva/{sitting_id}/dagordning"
    world.pages.send(f"{base}/tid", {"datum": "2026-12-09", "start": "19:00", "plats": "Skolan"})
    found = queries.sitting(world.session, sitting_id)
    assert (found.date, found.place) == (date(2026, 12, 9), "Skolan")
    world.session.rollback()
    assert "är borttaget" in text_of(world.pages.send(f"{base}/slopa"))
    assert queries.sittings(world.session, world.body_id) == []


def test_minutes_are_begun_with_one_click(world: World) -> None:
    sitting_id, points = prepared(world)
    page = world.pages.send(f"/skriva/{sitting_id}/dagordning/skriv")
    assert f"## § {len(points)} {points[-1][0]}" in page.get_element_by_id("text").value


def test_what_is_listed_under_a_point_is_printed_line_by_line() -> None:
    text = "Nya sedan förra mötet:\n- gruset\n- bron (klar\nmed räcke)\n\nLäget är gott."
    assert printed(text) == [
        ("Nya sedan förra mötet:", False),
        ("- gruset", True),
        ("- bron (klar\nmed räcke)", True),
        ("Läget är gott.", False),
    ]


def test_the_page_says_when_and_where_and_what_of_it_is_missing(world: World) -> None:
    told = service.begin(world.session, world.by, body_id=world.body_id, when=WHEN)
    page = text_of(world.pages.open(f"/skriva/{told}/dagordning"))
    assert "2 december 2026, kl. 18.00–20.00" in page.replace("\xa0", " ")
    assert "Bygdegården" in page
    assert "Vägstyrelsen, Tallmo vägförening" in page
    assert "så att kallelsen säger det" not in page
    day = date(2026, 12, 9)
    bare = service.begin(world.session, world.by, body_id=world.body_id, when=service.When(day))
    page = text_of(world.pages.open(f"/skriva/{bare}/dagordning"))
    assert "klockslag saknas" in page
    assert "Fyll i när mötet börjar och var det är" in page
