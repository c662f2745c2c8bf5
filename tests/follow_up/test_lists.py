"""The lists of action items and decisions: what is shown, in which order, and as files."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.follow_up import decision_service, service
from minutes.follow_up.tables import DecisionState
from minutes.paging import PAGE
from minutes.people.tables import Body, Role
from minutes.register.tables import ActionItem, Decision
from minutes.review import service as review
from minutes.web.language import COOKIE as LANGUAGE
from tests.builders import Builder
from tests.pages import Page, Pages, text_of
from tests.review.drafts import AT, RECOGNITION, draft_of, with_header
from tests.spreadsheets import rows_of_csv, rows_of_excel
from tests.statements import counted

# In each meeting: "Skicka listan", Karin Lind, due 2026-11-01; "Ta frågan", Olle Berg; and the
# decision "Mötena hålls på distans."


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen", slug="largruppen")


@pytest.fixture
def member(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.MEMBER, body)


@pytest.fixture
def record(session: Session, body: Body) -> Callable[..., int]:
    """A registered meeting: record(day, body)."""

    def recorded(day: dt.date = dt.date(2026, 10, 14), of: Body = body) -> int:
        recognition = with_header(date=day, title=f"{of.name} {day}")
        draft_id = draft_of(session, of, recognition=recognition, name=f"{of.slug}{day}.md")
        return review.register_draft(session, draft_id, by=None, at=AT)

    return recorded


def actions(page: Page) -> list[str]:
    return [p.text_content() for p in page.xpath("//p[@class='action__text']")]


def decisions(page: Page) -> list[str]:
    return [th.text_content().strip() for th in page.xpath("//tbody/tr/th")]


@pytest.mark.parametrize(
    "query,count",
    [
        ("", 2),
        ("status=klara", 0),
        ("status=alla", 2),
        ("organ=largruppen", 2),
        ("organ=annat", 0),
        ("ar=2026", 2),
        ("ar=2025", 0),
        ("ansvarig=karin", 1),
        ("ansvarig=ingen", 0),
        ("q=FRÅGAN", 1),
        ("q=100%25", 0),
        ("sida=2", 2),
        ("status=okand", 2),
        ("sortera=okand", 2),
    ],
)
def test_actions_are_filtered(
    member: Pages, record: Callable[..., int], query: str, count: int
) -> None:
    record()
    assert len(actions(member.open(f"/atgarder?{query}"))) == count


@pytest.mark.parametrize(
    "query,count",
    [
        ("", 1),
        ("organ=largruppen", 1),
        ("organ=annat", 0),
        ("ar=2026", 1),
        ("ar=2025", 0),
        ("q=DISTANS", 1),
        ("q=föregående", 1),
        ("q=budgeten", 0),
        ("person=karin", 1),
        ("person=ingen", 0),
        ("lage=galler", 1),
        ("lage=verkstallda", 0),
        ("lage=okant", 1),
        ("sortera=okand", 1),
        ("sortera=-lage", 1),
    ],
)
def test_decisions_are_filtered(
    member: Pages, record: Callable[..., int], query: str, count: int
) -> None:
    record()
    assert len(decisions(member.open(f"/beslut?{query}"))) == count


def test_a_decision_is_listed_as_it_stands_and_leads_to_its_page(
    session: Session, member: Pages, record: Callable[..., int]
) -> None:
    record()
    decision_service.mark(session, 1, DecisionState.EXECUTED, by=None, at=AT)
    page = member.open("/beslut?lage=verkstallda")
    assert len(decisions(page)) == 1
    assert "Verkställt" in text_of(page.xpath("//tbody/tr")[0])
    assert page.xpath("//tbody/tr/th/a/@href") == ["/beslut/1"]
    assert member.get("/beslut.csv").text.strip().endswith("Verkställt")
    assert decisions(member.open("/beslut?lage=galler")) == []


@pytest.mark.parametrize(
    "step,status",
    [("pagar", "pagar"), ("vantar", "vantar"), ("klar", "klara"), ("avfor", "avforda")],
)
def test_actions_are_chosen_by_how_they_stand(
    build: Builder,
    sign_in: Callable[..., Pages],
    body: Body,
    record: Callable[..., int],
    step: str,
    status: str,
) -> None:
    record()
    secretary = build.person()
    build.mandate(secretary, body, Role.SECRETARY)
    pages = sign_in(secretary)
    assert actions(pages.open(f"/atgarder?status={status}")) == []
    pages.post(f"/atgarder/1/{step}", {"varfor": "Så blev det."})
    assert actions(pages.open(f"/atgarder?status={status}")) == ["Skicka listan till rektorerna"]


@pytest.mark.parametrize("path", ["/atgarder", "/beslut", "/moten"])
def test_a_year_that_is_none_is_a_page_in_swedish(member: Pages, path: str) -> None:
    for year in ("0", "-1", "20260", "x", "²"):
        assert "Sidan finns inte" in text_of(member.open(f"{path}?ar={year}", status=404))


@pytest.mark.parametrize("path", ["/atgarder", "/beslut", "/moten"])
@pytest.mark.parametrize("kind", ["", ".csv", ".xlsx"])
def test_what_is_of_other_bodies_is_not_listed(
    build: Builder, member: Pages, record: Callable[..., int], path: str, kind: str
) -> None:
    record(of=build.body("Hemliga rådet", slug="hemliga"))
    answer = member.get(f"{path}{kind}?status=alla" if path == "/atgarder" else f"{path}{kind}")
    assert answer.status_code == 200
    if kind == ".xlsx":
        assert len(rows_of_excel(answer.data)) == 1
    else:
        assert "Hemliga" not in answer.text
        assert "Skicka listan" not in answer.text


def test_actions_are_sorted_and_those_without_a_day_come_last(
    member: Pages, record: Callable[..., int]
) -> None:
    record(dt.date(2026, 10, 14))
    listed = actions(member.open("/atgarder"))
    assert listed == ["Skicka listan till rektorerna", "Ta frågan om lokaler vidare"]
    assert actions(member.open("/atgarder?sortera=-klart")) == listed
    assert actions(member.open("/atgarder?sortera=-ansvarig")) == listed[::-1]


def test_decisions_are_sorted_by_day(member: Pages, record: Callable[..., int]) -> None:
    for year in (2024, 2026, 2025):
        record(dt.date(year, 3, 1))

    def days(query: str) -> list[str]:
        return [time.text for time in member.open(f"/beslut{query}").xpath("//td//time")]

    assert days("") == ["2026-03-01", "2025-03-01", "2024-03-01"]
    assert days("?sortera=datum") == days("")[::-1]


def test_a_decision_leads_to_its_place_and_to_its_line(
    member: Pages, record: Callable[..., int]
) -> None:
    meeting = record()
    page = member.open("/beslut")
    assert page.xpath(f"//a[@href='/moten/{meeting}#beslut-1']")
    assert page.xpath(f"//a[@href='/moten/{meeting}/kalla#rad-9']")
    assert member.open(f"/moten/{meeting}").xpath("//*[@id='beslut-1']")


@pytest.mark.parametrize(
    "path,statements", [("/atgarder?status=alla", 3), ("/beslut", 2), ("/moten", 2)]
)
def test_a_list_takes_few_statements_besides_the_sign_in(
    app: Flask, member: Pages, record: Callable[..., int], path: str, statements: int
) -> None:
    record()
    with counted(app.extensions["engine"]) as for_one:
        member.open(path)
    for day in range(1, 9):
        record(dt.date(2026, 1, day))
    with counted(app.extensions["engine"]) as for_many:
        member.open(path)
    assert len(for_one) == len(for_many) == 1 + statements


def test_an_action_with_several_owners_is_one_row(
    session: Session, body: Body, member: Pages
) -> None:
    both = replace(RECOGNITION.actions[0], owners=("Karin Lind", "Olle Berg", "Sara Ek"))
    draft_id = draft_of(session, body, recognition=replace(RECOGNITION, actions=(both,)))
    review.register_draft(session, draft_id, by=None, at=AT)
    page = member.open("/atgarder")
    assert len(actions(page)) == 1
    owners = page.xpath("//span[@class='action__owners']")[0].text_content()
    assert [each.strip() for each in owners.split(",")] == ["Karin Lind", "Olle Berg", "Sara Ek"]


def test_a_long_list_comes_in_pages_and_its_file_whole(
    session: Session, member: Pages, record: Callable[..., int]
) -> None:
    meeting = record()
    for position in range(PAGE):
        words = f"Beslut {position}"
        session.add(Decision(meeting_id=meeting, position=position, quote=words, text=words))
    session.commit()
    assert len(decisions(member.open("/beslut"))) == PAGE
    assert len(decisions(member.open("/beslut?sida=2"))) == 1
    assert len(rows_of_csv(member.get("/beslut.csv?sida=2").data)) == PAGE + 2


def test_the_files_speak_the_language_of_the_page(
    member: Pages, record: Callable[..., int]
) -> None:
    record()
    member.set_cookie(LANGUAGE, "en")
    heading, first, *_ = rows_of_csv(member.get("/atgarder.csv?status=alla").data)
    assert heading[:3] == ["Action item", "Owner", "Due"]
    assert first[0] == "Skicka listan till rektorerna"  # the words of the minutes
    assert first[4] in ("open", "late")
    (heading, _row) = rows_of_excel(member.get("/beslut.xlsx").data)
    assert heading == ["Date", "Body", "§", "Item", "Decision", "State"]
    (heading, _row) = rows_of_csv(member.get("/moten.csv").data)
    assert heading == ["Date", "Meeting", "Body", "Decisions", "Action items", "State"]


def test_the_files_hold_what_the_page_shows(
    session: Session, build: Builder, member: Pages, record: Callable[..., int]
) -> None:
    record()
    service.mark_done(session, 2, by=build.person().id, at=AT)
    for rows in (
        rows_of_csv(member.get("/atgarder.csv?status=alla").data),
        rows_of_excel(member.get("/atgarder.xlsx?status=alla").data),
    ):
        heading, first, second = rows
        assert heading[0] == "Åtgärd"
        assert first[:3] == ["Skicka listan till rektorerna", "Karin Lind", "2026-11-01"]
        assert second[4:7] == ["klar", "Lärgruppen", "2026-10-14"]
    assert len(rows_of_csv(member.get("/atgarder.csv").data)) == 2  # the choice is kept


def test_no_cell_of_a_file_is_a_formula(
    session: Session, member: Pages, record: Callable[..., int]
) -> None:
    record()
    action = session.get_one(ActionItem, 1)
    action.text = '=HYPERLINK("http://example.com";"Klicka")'
    session.add(action)
    session.commit()
    assert rows_of_csv(member.get("/atgarder.csv").data)[1][0].startswith("'=")
    excel = member.get("/atgarder.xlsx")
    assert rows_of_excel(excel.data)[1][0].startswith("=HYPERLINK")
    assert b"<f>" not in excel.data
    assert excel.headers["Content-Disposition"].startswith("attachment")


class TestRowMenu:
    """What can be done with an action item from its row, without a script."""

    @pytest.fixture
    def secretary(self, pages_of: Callable[..., Pages], body: Body) -> Pages:
        return pages_of(Role.SECRETARY, body)

    def form(self, page: Page, number: int) -> tuple[str, str]:
        """(address, where it leads back to) of one of the forms of the first row's menu."""
        forms = page.xpath("//li[contains(@class,'action')][1]//details//form")
        back = forms[number].xpath("string(.//input[@name='nasta']/@value)")
        return str(forms[number].get("action")), str(back)

    def test_it_begins_and_moves_and_leads_back_to_the_list(
        self, secretary: Pages, record: Callable[..., int], session: Session
    ) -> None:
        record()
        here = "/atgarder?sortera=klart&q=listan"
        begin, back = self.form(secretary.open(here), 0)
        assert back == here
        answer = secretary.post(begin, {"nasta": back})
        assert answer.location == here
        move, _ = self.form(secretary.open(here), 1)
        page = secretary.send(move, {"nasta": back, "dag": "2031-05-30"})
        assert "Den nya dagen är sparad." in text_of(page)
        row = page.xpath("//li[contains(@class,'action')][1]")[0]
        assert "Pågår" in text_of(row.xpath(".//p[@class='action__due']")[0])
        assert "30 maj 2031" in text_of(row)

    def test_a_day_that_has_been_is_refused_and_the_list_is_shown_again(
        self, secretary: Pages, record: Callable[..., int]
    ) -> None:
        record()
        move, back = self.form(secretary.open("/atgarder"), 1)
        page = secretary.send(move, {"nasta": back, "dag": "2020-01-01"})
        assert "har redan varit" in text_of(page)
        assert actions(page)

    def test_handing_over_opens_its_form_on_the_page(
        self, secretary: Pages, record: Callable[..., int]
    ) -> None:
        record()
        link = secretary.open("/atgarder").xpath("//a[contains(@href, 'lamna-over')]/@href")[0]
        page = secretary.open(str(link).partition("#")[0])
        assert page.xpath("//details[@id='lamna-over'][@open]//form")
        assert not secretary.open("/atgarder/1").xpath("//details[@open]")

    def test_who_may_not_has_no_menu(self, member: Pages, record: Callable[..., int]) -> None:
        record()
        assert not member.open("/atgarder").xpath("//details[contains(@class,'action__more')]")
