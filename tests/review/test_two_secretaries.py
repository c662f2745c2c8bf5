"""Two who review one draft see each other's changes, and nothing that either typed is lost."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Body, Role
from minutes.review.tables import FindingKind
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.review.drafts import draft_of
from tests.review.test_routes import finding_id, reread
from tests.statements import counted


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def draft_id(session: Session, body: Body) -> int:
    return draft_of(session, body)


@pytest.fixture
def two(build: Builder, body: Body, sign_in: Callable[..., Pages]) -> tuple[Pages, Pages]:
    people = build.person("Karin Lind"), build.person("Olle Berg")
    for person in people:
        build.mandate(person, body, Role.SECRETARY)
    return sign_in(people[0]), sign_in(people[1])


@pytest.fixture
def path(session: Session, draft_id: int) -> str:
    action = finding_id(session, draft_id, FindingKind.ACTION)
    return f"/granskning/{draft_id}/fynd/{action}"


def test_the_second_sees_the_change_and_keeps_what_was_typed(
    session: Session, two: tuple[Pages, Pages], path: str
) -> None:
    karin, olle = two
    karin.post(f"{path}/andra", {"text": "Karins text", "version": "0"})
    form = {"text": "Olles text", "version": "0"}
    page = checked(olle.post(f"{path}/andra", form), path, 409)
    assert "Karin Lind ändrade fyndet klockan" in text_of(page)
    assert "Karins text" in text_of(page)
    typed = page.xpath("//textarea[@name='text'][contains(., 'Olles text')]")
    assert typed
    version = typed[0].xpath("ancestor::form//input[@name='version']/@value")[0]
    olle.send(f"{path}/andra", {"text": "Olles text", "version": version})
    assert reread(session, int(path.rpartition("/")[2])).content["text"] == "Olles text"


def test_htmx_gets_the_finding_with_both(two: tuple[Pages, Pages], path: str) -> None:
    karin, olle = two
    karin.post(f"{path}/avvisa", {"version": "0"})
    answer = olle.post(f"{path}/godkann", {"version": "0"}, headers={"HX-Request": "true"})
    assert answer.status_code == 409
    assert "Det du tryckte på är inte gjort." in answer.text
    assert "Avvisad" in answer.text


def test_another_window_of_ones_own_is_told_as_such(two: tuple[Pages, Pages], path: str) -> None:
    karin, _ = two
    karin.post(f"{path}/avvisa", {"version": "0"})
    page = checked(karin.post(f"{path}/godkann", {"version": "0"}), path, 409)
    assert "Du ändrade fyndet i ett annat fönster" in text_of(page)


def test_the_facts_of_the_meeting_are_not_overwritten_either(
    two: tuple[Pages, Pages], draft_id: int
) -> None:
    karin, olle = two
    karin.post(f"/granskning/{draft_id}/mote", {"place": "Röda salen", "version": "0"})
    answer = olle.post(f"/granskning/{draft_id}/mote", {"place": "Blå salen", "version": "0"})
    page = checked(answer, "mote", 409)
    assert "Karin Lind ändrade" in text_of(page)
    assert page.xpath("//input[@name='place'][@value='Blå salen']")


def test_others_changes_are_told_once(two: tuple[Pages, Pages], draft_id: int, path: str) -> None:
    karin, olle = two
    there = f"/granskning/{draft_id}/andras?sedan=0"
    assert olle.get(there).status_code == 204
    karin.post(f"{path}/godkann")
    assert "Karin Lind har ändrat i utkastet: Godkände" in olle.get(there).text
    assert olle.get(f"{there}&visat=1").status_code == 204
    assert karin.get(there).status_code == 204
    page = olle.open(f"/granskning/{draft_id}?sedan=0")
    assert "Ändrad av Karin Lind" in text_of(page)


def test_what_another_changed_unseen_is_not_registered(
    two: tuple[Pages, Pages], draft_id: int, path: str
) -> None:
    karin, olle = two
    karin.post(f"{path}/godkann")
    page = olle.send(f"/granskning/{draft_id}/registrera", {"version": "0"})
    assert "Karin Lind har ändrat i utkastet" in text_of(page)
    page = olle.send(f"/granskning/{draft_id}/registrera", {"version": "1"})
    assert "Mötet är registrerat." in text_of(page)


def test_the_last_step_is_undone_from_the_page(
    session: Session, two: tuple[Pages, Pages], draft_id: int, path: str
) -> None:
    karin, olle = two
    karin.post(f"{path}/godkann")
    assert "Det finns inget att ångra." in text_of(olle.send(f"/granskning/{draft_id}/angra"))
    page = karin.send(f"/granskning/{draft_id}/angra")
    assert "Ångrat: Godkände ”Skicka listan till rektorerna”." in text_of(page)
    assert reread(session, int(path.rpartition("/")[2])).state.value == "proposed"


def test_a_review_takes_as_many_statements_however_long_it_is(
    app: Flask, session: Session, two: tuple[Pages, Pages], draft_id: int
) -> None:
    karin, _ = two
    with counted(app.extensions["engine"]) as before:
        karin.open(f"/granskning/{draft_id}")
    for number in range(5):
        karin.post(f"/granskning/{draft_id}/nytt/atgard", {"text": f"Åtgärd {number}"})
    with counted(app.extensions["engine"]) as after:
        karin.open(f"/granskning/{draft_id}")
    assert len(after) == len(before) <= 17


@pytest.mark.parametrize(
    "field,text,said",
    [
        ("text", "å" * 5001, "Åtgärd får ha högst 5000 tecken."),
        ("text", " \n ", "Åtgärd måste fyllas i."),
        ("owners", "Ö" * 201, "Ansvarig får ha högst 200 tecken i varje namn."),
        ("due", "<b>snart</b>", "Klart senast ska skrivas som 2026-11-22."),
    ],
)
def test_what_cannot_be_taken_is_told_and_stays_in_its_field(
    two: tuple[Pages, Pages], path: str, field: str, text: str, said: str
) -> None:
    karin, _ = two
    answer = karin.post(f"{path}/andra", {field: text, "version": "0"})
    page = checked(answer, path, 422)
    assert said in text_of(page)
    assert not page.xpath("//main//b")
    typed = page.xpath(f"//*[@name='{field}'][@aria-invalid]")
    assert [each.get("value") or each.text for each in typed] == [text] or text.isspace()


def test_html_in_every_text_is_only_text(
    two: tuple[Pages, Pages], draft_id: int, path: str
) -> None:
    karin, _ = two
    attack = '"><script>alert(1)</script>'
    karin.post(f"{path}/andra", {"text": attack, "owners": attack})
    karin.post(f"{path}/dela", {"parts": f"{attack}\n\n{attack}"})
    karin.post(f"/granskning/{draft_id}/nytt/person", {"name": attack, "presence": "present"})
    karin.post(f"/granskning/{draft_id}/mote", {"place": attack, "title": attack})
    page = karin.open(f"/granskning/{draft_id}")
    assert not page.xpath("//script[not(@src)]")
    assert text_of(page).count(attack) >= 4
