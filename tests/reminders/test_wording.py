"""Every mail as a person reads it, compared with a file. MINUTES_WRITE_MAILS=1 writes them anew."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from minutes.mail.letters import Letter
from minutes.reminders.duty_wording import DutyLine
from minutes.reminders.tables import Cause, DutyKind
from minutes.reminders.wording import MOST_UNOWNED, Digest, Line, reminder, subject

MAILS = Path(__file__).parent / "mails"
TODAY = date(2026, 5, 27)
BASE = "https://minutes.example.se"


def line(cause: Cause, due: date | None, text: str = "Skicka listan", **changes: object) -> Line:
    values: dict[str, object] = {
        "cause": cause,
        "text": text,
        "quote": f"Karin kommer att {text[0].lower()}{text[1:]} till rektorerna.",
        "body": "Lärgruppen",
        "meeting_date": date(2026, 4, 14),
        "item": "Höstens utbildning",
        "first_line": 31,
        "due": due,
        "owner_text": "Karin Lind",
        "answer": f"{BASE}/svar/WzEsMSwwXQ.k1ar",
        "source": f"{BASE}/moten/4/kalla#rad-31",
    }
    return Line(**(values | changes))  # type: ignore[arg-type]


LATE = line(Cause.LATE, date(2026, 5, 20), "Skicka listan")
NOW = line(Cause.TODAY, TODAY, "Boka lokal till höstmötet", item=None)
SOON = line(Cause.SOON, date(2026, 5, 31), "Fråga regionen om <avtalet> & priset", source=None)
NOBODYS = line(
    Cause.UNOWNED, None, "Ta fram ett förslag", owner_text="Arbetsgruppen", first_line=None
)


def digest(*lines: Line, name: str = "Karin Lind", signs_in: bool = True) -> Digest:
    numbered = [replace(each, number=number) for number, each in enumerate(lines, 1)]
    return Digest(
        name, numbered, f"{BASE}/paminnelser/MQ.va1", f"{BASE}/atgarder" if signs_in else None
    )


DUTIES = [
    DutyLine(
        DutyKind.SIGN,
        "Protokoll 14 april",
        "Lärgruppen",
        date(2026, 5, 4),
        date(2026, 5, 29),
        f"{BASE}/justering/lank/WzFd.k1ar",
        opens=True,
    ),
    DutyLine(DutyKind.REVIEW, "höstmöte.md", None, date(2026, 5, 20), None, f"{BASE}/granskning/3"),
    DutyLine(
        DutyKind.SEND,
        "Protokoll 12 maj",
        "Styrelsen",
        date(2026, 5, 14),
        date(2026, 5, 26),
        f"{BASE}/moten/9/justering",
    ),
    DutyLine(
        DutyKind.JUSTERING,
        "Protokoll",
        "Lärgruppen",
        date(2026, 5, 4),
        date(2026, 5, 29),
        f"{BASE}/justering/4",
        signed=1,
        wanted=3,
        held=date(2026, 4, 14),
    ),
    DutyLine(
        DutyKind.PUBLISH,
        "Protokoll 7 april",
        "Styrelsen",
        date(2026, 5, 25),
        None,
        f"{BASE}/moten/8/publicering",
    ),
]
PAPER = DutyLine(
    DutyKind.SIGN, "Protokoll 14 april", "Lärgruppen", date(2026, 5, 4), date(2026, 5, 27), ""
)
DIGESTS = {
    "protokoll-pa-vag": Digest(
        "Olle Berg", [], f"{BASE}/paminnelser/MQ.va1", f"{BASE}/atgarder", DUTIES
    ),
    "pa-papper": Digest("Eva Ek", [SOON], f"{BASE}/paminnelser/MQ.va1", None, [PAPER]),
    "en-forsenad": replace(digest(LATE), replies=True),
    "tre-sorter": replace(digest(LATE, NOW, SOON), replies=True, has_calendar=True),
    "utan-konto": digest(SOON, signs_in=False),
    "sekreteraren": digest(NOBODYS, name="Olle Berg"),
    "allt": digest(LATE, SOON, NOBODYS),
}


@pytest.mark.parametrize("name", DIGESTS)
def test_the_mail_is_the_one_in_the_file(name: str) -> None:
    letter = reminder(DIGESTS[name], TODAY)
    for suffix, text in (("txt", f"{letter.subject}\n\n{letter.text}"), ("html", letter.html)):
        file = MAILS / f"{name}.{suffix}"
        if os.environ.get("MINUTES_WRITE_MAILS"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), file.name


@pytest.mark.parametrize("name", DIGESTS)
def test_text_and_html_say_the_same(name: str) -> None:
    letter = reminder(DIGESTS[name], TODAY)
    page = html.document_fromstring(letter.html)
    links = {str(href) for href in page.xpath("//a/@href")}
    assert links == {word for word in letter.text.split() if word.startswith("https://")}
    for each in DIGESTS[name].lines:
        assert each.text in page.text_content()
        assert each.text in letter.text


@pytest.mark.parametrize(
    "lines,expected",
    [
        ((LATE, SOON), "2 åtgärder: 1 försenad, 1 till 31 maj"),
        ((LATE, LATE, NOW), "3 åtgärder: 2 försenade, 1 till i dag"),
        ((LATE, LATE), "2 försenade åtgärder"),
        (
            (line(Cause.LAGGING, TODAY), line(Cause.LAGGING, TODAY)),
            "2 försenade åtgärder i organet",
        ),
        ((NOBODYS, NOBODYS), "2 åtgärder utan mottagare"),
        ((SOON, SOON), "2 åtgärder till 31 maj"),
        ((SOON, line(Cause.SOON, date(2026, 6, 1))), "2 åtgärder inom en vecka"),
        ((SOON, NOBODYS), "2 åtgärder: 1 till 31 maj, 1 utan mottagare"),
        ((LATE,), "1 försenad åtgärd: Skicka listan"),
        ((SOON,), "1 åtgärd till 31 maj: Fråga regionen om <avtalet> & priset"),
        ((line(Cause.SOON, date(2027, 1, 2)),), "1 åtgärd till 2 januari 2027: Skicka listan"),
        (
            (
                line(
                    Cause.TODAY,
                    TODAY,
                    "Kontakta alla som var med på vårens möten om lokalerna.",
                ),
            ),
            "1 åtgärd till i dag: Kontakta alla som var med på vårens möten om lokalerna",
        ),
        (
            (
                line(
                    Cause.TODAY,
                    TODAY,
                    "Kontakta dem som var med på vårens möten, om lokaler i staden",
                ),
            ),
            "1 åtgärd till i dag: Kontakta dem som var med på vårens möten, om lokaler i …",
        ),
    ],
)
def test_the_subject_says_all_that_matters(lines: tuple[Line, ...], expected: str) -> None:
    assert subject(lines, TODAY) == expected


def test_a_long_list_of_nobodys_is_cut_and_says_so() -> None:
    letter = reminder(digest(*[NOBODYS] * (MOST_UNOWNED + 3)), TODAY)
    assert letter.text.count("Ta fram ett förslag") == MOST_UNOWNED
    assert f"Och 3 till: {BASE}/atgarder" in letter.text


def test_what_is_already_in_the_minutes_words_is_not_said_twice() -> None:
    letter = reminder(digest(line(Cause.LATE, TODAY, "Boka lokal", quote="boka lokal.")), TODAY)
    assert "I protokollet" not in letter.text


def test_the_words_of_the_minutes_cannot_become_html() -> None:
    letter: Letter = reminder(
        digest(line(Cause.LATE, TODAY, "<script>alert(1)</script>", quote="<b>x</b>")), TODAY
    )
    page = html.document_fromstring(letter.html)
    assert page.xpath("//script | //b") == []


def test_the_mail_can_be_unsubscribed_from() -> None:
    assert reminder(digest(LATE), TODAY).headers == {
        "List-Unsubscribe": f"<{BASE}/paminnelser/MQ.va1/sluta>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
