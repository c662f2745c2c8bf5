from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlmodel import Session

from minutes.people.tables import Body, Role
from minutes.recognition.findings import Recognition
from minutes.register.tables import Meeting
from minutes.review import queries
from minutes.review.tables import Draft, DraftFinding, DraftState, FindingKind, FindingState
from tests.builders import Builder
from tests.pages import Pages, checked, text_of
from tests.review.drafts import HEADER, RECOGNITION, TRANSCRIPT, draft_of, with_header
from tests.statements import counted

ATTACK = "<script>alert(1)</script>"


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def secretary(pages_of: Callable[..., Pages], body: Body) -> Pages:
    return pages_of(Role.SECRETARY, body)


@pytest.fixture
def draft_id(session: Session, body: Body) -> int:
    return draft_of(session, body)


def finding_id(session: Session, draft_id: int, kind: FindingKind, place: int = 0) -> int:
    found = [f for f in queries.findings(session, draft_id) if f.kind is kind]
    session.commit()  # even a reader holds the lock on SQLite
    return found[place].id


def reread(session: Session, finding_id: int) -> DraftFinding:
    session.expire_all()
    finding = session.get(DraftFinding, finding_id)
    session.commit()
    return finding


def test_the_page_shows_source_and_findings_linked_both_ways(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    page = secretary.open(f"/granskning/{draft_id}")
    action = finding_id(session, draft_id, FindingKind.ACTION)
    assert page.xpath(f"//*[@id='rad-8']/a[@href='#fynd-{action}']")
    assert page.xpath(f"//*[@id='fynd-{action}']//a[@href='#rad-8']")
    assert [li.get("id") for li in page.xpath("//ol[@id='rader']/li")] == [
        f"rad-{n}" for n in range(1, 16)
    ]


def test_each_finding_says_how_sure_it_is_and_why(secretary: Pages, draft_id: int) -> None:
    text = text_of(secretary.open(f"/granskning/{draft_id}"))
    for words in ("säker", "trolig", "osäker", "Varför: Namn + verb i presens."):
        assert words in text
    assert "0 av 5 fynd klara" in text


@pytest.mark.parametrize(
    "words,shown",
    [("före midsommar", True), ("2026-11-01", False), ("1 november 2026", False)],
)
def test_the_words_of_a_day_are_shown_where_they_say_more_than_the_day(
    session: Session, secretary: Pages, body: Body, words: str, shown: bool
) -> None:
    action = replace(RECOGNITION.actions[0], due_text=words)
    recognition = replace(RECOGNITION, actions=(action,))
    page = secretary.open(f"/granskning/{draft_of(session, body, recognition=recognition)}")
    assert (f"”{words}”" in text_of(page)) is shown


@pytest.mark.parametrize(
    "act,state", [("godkann", FindingState.ACCEPTED), ("avvisa", FindingState.REFUSED)]
)
def test_one_click_judges_a_finding(
    session: Session, secretary: Pages, draft_id: int, act: str, state: FindingState
) -> None:
    action = finding_id(session, draft_id, FindingKind.ACTION)
    path = f"/granskning/{draft_id}/fynd/{action}/{act}"
    page = secretary.send(path)
    assert "1 av 5 fynd klara" in text_of(page)
    assert reread(session, action).state is state


def test_htmx_gets_the_finding_and_how_far_the_review_has_come(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    action = finding_id(session, draft_id, FindingKind.ACTION)
    path = f"/granskning/{draft_id}/fynd/{action}/godkann"
    part = secretary.post(path, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert f'id="fynd-{action}"' in part
    assert 'hx-swap-oob="true"' in part
    assert "<strong>1 av 5</strong>" in part


def test_a_faulty_correction_is_shown_with_what_was_typed(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    action = finding_id(session, draft_id, FindingKind.ACTION)
    path = f"/granskning/{draft_id}/fynd/{action}/andra"
    response = secretary.post(path, {"text": "", "owners": "Olle Berg", "due": "snart"})
    page = checked(response, path, 422)
    assert "Klart senast ska skrivas som 2026-11-22." in text_of(page)
    assert page.xpath(f"//input[@id='owners-{action}'][@value='Olle Berg']")
    assert reread(session, action).state is FindingState.PROPOSED


def test_a_corrected_owner_is_kept(session: Session, secretary: Pages, draft_id: int) -> None:
    action = finding_id(session, draft_id, FindingKind.ACTION)
    secretary.send(f"/granskning/{draft_id}/fynd/{action}/andra", {"owners": "Sara Ek"})
    assert reread(session, action).content["owners"] == ["Sara Ek"]


def test_a_refused_look_alike_is_taken_in_with_one_click(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    refusal = finding_id(session, draft_id, FindingKind.REFUSAL)
    secretary.send(f"/granskning/{draft_id}/fynd/{refusal}/ta-med")
    assert reread(session, refusal).kind is FindingKind.DECISION


def test_an_action_is_added_by_hand(session: Session, secretary: Pages, draft_id: int) -> None:
    form = {"text": "Boka sal", "owners": "Sara Ek", "lines": "10", "due": "", "item": ""}
    page = secretary.send(f"/granskning/{draft_id}/nytt/atgard", form)
    assert "Boka sal" in text_of(page)


def test_an_impossible_addition_says_why(secretary: Pages, draft_id: int) -> None:
    page = secretary.send(
        f"/granskning/{draft_id}/nytt/atgard", {"text": "Boka", "lines": "99"}, 422
    )
    assert "Källan har rad 1–15." in text_of(page)


def test_registering_leads_to_the_meeting(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    page = secretary.send(f"/granskning/{draft_id}/registrera")
    assert "Mötet är registrerat." in text_of(page)
    assert session.get(Meeting, 1) is not None


def test_nobody_is_said_to_see_action_items_where_there_are_none(
    session: Session, secretary: Pages, body: Body
) -> None:
    draft = draft_of(session, body, recognition=replace(RECOGNITION, actions=()))
    page = text_of(secretary.send(f"/granskning/{draft}/registrera"))
    assert "Mötet är registrerat." in page
    assert "De ansvariga ser" not in page


def test_a_registered_draft_leads_to_its_meeting(secretary: Pages, draft_id: int) -> None:
    secretary.send(f"/granskning/{draft_id}/registrera")
    response = secretary.get(f"/granskning/{draft_id}")
    assert (response.status_code, response.location) == (303, "/moten/1")


def test_without_a_date_the_page_asks_for_it(
    session: Session, secretary: Pages, body: Body
) -> None:
    draft_id = draft_of(session, body, recognition=with_header(date=None))
    page = secretary.open(f"/granskning/{draft_id}")
    assert "Fyll i mötets datum" in text_of(page)
    assert not page.xpath("//form[contains(@action, 'registrera')]")
    assert "Fyll i mötets datum" in text_of(secretary.send(f"/granskning/{draft_id}/registrera"))


def test_the_secretary_says_which_body_and_day_it_was(
    session: Session, build: Builder, sign_in: Callable[..., Pages], body: Body
) -> None:
    karin = build.person()
    build.mandate(karin, body, Role.SECRETARY)
    pages = sign_in(karin)
    draft_id = draft_of(session, None, by=karin.id, recognition=with_header(date=None))
    form = {"body": str(body.id), "date": "2026-10-14"}
    page = pages.send(f"/granskning/{draft_id}/mote", form)
    assert page.xpath("//form[contains(@action, 'registrera')]")
    assert reread_draft(session, draft_id).body_id == body.id


def test_a_new_body_is_made_on_the_way(
    session: Session, build: Builder, sign_in: Callable[..., Pages], body: Body
) -> None:
    karin = build.person()
    build.mandate(karin, body, Role.SECRETARY)
    draft_id = draft_of(session, None, by=karin.id)
    form = {"body": "nytt", "new_body": "Hamnrådet", "new_organisation": "Åsby kommun"}
    page = sign_in(karin).send(f"/granskning/{draft_id}/mote", form)
    assert "Hamnrådet" in text_of(page)


def test_a_body_that_is_not_known_is_shown_with_its_organisation(
    session: Session, build: Builder, sign_in: Callable[..., Pages], body: Body
) -> None:
    karin = build.person()
    build.mandate(karin, body, Role.SECRETARY)
    written = with_header(body="Styrelsen", organisation="Brf Eken")
    draft_id = draft_of(session, None, by=karin.id, recognition=written)
    pages = sign_in(karin)
    assert "Styrelsen, Brf Eken" in text_of(pages.open("/granskning"))
    assert "Styrelsen, Brf Eken finns inte" in text_of(pages.open(f"/granskning/{draft_id}"))


def test_a_body_of_somebody_else_cannot_be_chosen(
    session: Session, build: Builder, secretary: Pages, draft_id: int, body: Body
) -> None:
    other = build.body()
    response = secretary.post(f"/granskning/{draft_id}/mote", {"body": str(other.id)})
    assert response.status_code == 404
    assert reread_draft(session, draft_id).body_id == body.id


def test_a_day_that_has_a_meeting_already_is_remarked_on(
    session: Session, secretary: Pages, body: Body, draft_id: int
) -> None:
    secretary.send(f"/granskning/{draft_id}/registrera")
    again = draft_of(session, body, name="samma-möte.docx")
    page = secretary.open(f"/granskning/{again}")
    assert "Organet har redan ett registrerat möte den dagen" in text_of(page)


def test_a_discarded_draft_is_gone(session: Session, secretary: Pages, draft_id: int) -> None:
    secretary.send(f"/granskning/{draft_id}/kasta")
    response = secretary.get(f"/granskning/{draft_id}", follow_redirects=True)
    assert response.request.path == "/granskning"
    assert "Utkastet är kastat. Ladda upp filen igen" in response.text
    assert reread_draft(session, draft_id).state is DraftState.DISCARDED


@pytest.mark.parametrize("role,status", [(Role.MEMBER, 403), (Role.CHAIR, 403)])
def test_only_a_secretary_reviews(
    pages_of: Callable[..., Pages], body: Body, draft_id: int, role: Role, status: int
) -> None:
    assert pages_of(role, body).get(f"/granskning/{draft_id}").status_code == status


def test_the_draft_of_another_body_does_not_exist(
    session: Session, build: Builder, pages_of: Callable[..., Pages], draft_id: int
) -> None:
    stranger = pages_of(Role.SECRETARY, build.body())
    action = finding_id(session, draft_id, FindingKind.ACTION)
    assert stranger.get(f"/granskning/{draft_id}").status_code == 404
    assert stranger.get(f"/granskning/{draft_id}/original").status_code == 404
    assert stranger.post(f"/granskning/{draft_id}/registrera").status_code == 404
    path = f"/granskning/{draft_id}/fynd/{action}/godkann"
    assert stranger.post(path).status_code == 404
    assert reread(session, action).state is FindingState.PROPOSED


def test_a_draft_of_no_known_body_is_seen_by_who_brought_it_only(
    session: Session, build: Builder, sign_in: Callable[..., Pages], body: Body
) -> None:
    karin, other = build.person(), build.person()
    for person in (karin, other):
        build.mandate(person, body, Role.SECRETARY)
    draft_id = draft_of(session, None, by=karin.id)
    assert sign_in(karin).get(f"/granskning/{draft_id}").status_code == 200
    assert sign_in(other).get(f"/granskning/{draft_id}").status_code == 404
    assert "largruppen.md" not in text_of(sign_in_again(sign_in, build, body).open("/granskning"))


def sign_in_again(sign_in: Callable[..., Pages], build: Builder, body: Body) -> Pages:
    person = build.person()
    build.mandate(person, body, Role.SECRETARY)
    return sign_in(person)


def test_what_a_document_says_is_never_markup(
    session: Session, secretary: Pages, body: Body
) -> None:
    action = replace(RECOGNITION.actions[0], text=ATTACK, owners=(ATTACK,), reason=ATTACK)
    recognition = replace(with_header(title=ATTACK, place=ATTACK), actions=(action,))
    transcript = TRANSCRIPT.replace("Listan gicks igenom.", ATTACK)
    draft_id = draft_of(session, body, recognition=recognition, transcript=transcript, name=ATTACK)
    for path in (f"/granskning/{draft_id}", "/granskning"):
        assert ATTACK not in secretary.get(path).text
    secretary.post(f"/granskning/{draft_id}/registrera")
    for path in ("/moten", "/moten/1", "/moten/1/kalla", "/atgarder"):
        page = secretary.get(path)
        assert ATTACK not in page.text
        assert "alert(1)" in page.text


def test_the_list_of_drafts_takes_as_many_statements_for_one_as_for_many(
    app: Flask, session: Session, body: Body, secretary: Pages
) -> None:
    draft_of(session, body)
    with counted(app.extensions["engine"]) as for_one:
        secretary.open("/granskning")
    for number in range(5):
        draft_of(session, body, name=f"{number}.md")
    with counted(app.extensions["engine"]) as for_many:
        page = secretary.open("/granskning")
    assert len(page.xpath("//tbody/tr")) == 6
    assert len(for_one) == len(for_many) <= 3


def test_many_drafts_are_listed_a_page_at_a_time(
    app: Flask,
    session: Session,
    body: Body,
    secretary: Pages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("minutes.paging.PAGE", 4)
    names = [f"{number}.md" for number in range(9)]
    for name in names:
        draft_of(session, body, name=name)
    seen: list[str] = []
    for number in (1, 2, 3):
        with counted(app.extensions["engine"]) as statements:
            page = secretary.open(f"/granskning?sida={number}")
        assert len(statements) == 3  # the person's access, the count and the rows
        assert "9 utkast" in text_of(page)
        assert f"Sida {number} av 3" in text_of(page)
        seen += [text_of(each) for each in page.xpath("//tbody//small")]
    assert seen == names
    assert not page.xpath("//a[@rel='next']")


@pytest.mark.parametrize("page", ["0", "-3", "99", "x", "9" * 30])
def test_a_page_of_drafts_that_does_not_exist_shows_the_nearest(
    session: Session, body: Body, secretary: Pages, page: str
) -> None:
    draft_of(session, body)
    for path in ("/granskning", "/granskning/ko"):
        assert len(secretary.open(f"{path}?sida={page}").xpath("//tbody/tr")) == 1


def test_with_no_drafts_the_page_says_so(secretary: Pages) -> None:
    assert "Inga utkast väntar på granskning." in text_of(secretary.open("/granskning"))


def reread_draft(session: Session, draft_id: int) -> Draft:
    session.expire_all()
    draft = session.get(Draft, draft_id)
    session.commit()
    return draft


@pytest.mark.parametrize("lines", ["9" * 25, "9" * 5000, "4–" + "9" * 25])
def test_lines_that_no_source_can_have_are_refused(
    secretary: Pages, draft_id: int, lines: str
) -> None:
    page = secretary.send(
        f"/granskning/{draft_id}/nytt/beslut", {"text": "Köpa", "lines": lines}, 422
    )
    assert "Rader skrivs som 12" in text_of(page)


def test_a_body_that_no_database_can_hold_is_not_chosen(
    session: Session, administrator: Pages, draft_id: int, body: Body
) -> None:
    administrator.send(f"/granskning/{draft_id}/mote", {"body": "9" * 25})
    assert queries.draft(session, draft_id).body_id == body.id


def test_a_new_body_is_not_made_where_another_field_is_wrong(
    session: Session, secretary: Pages, draft_id: int
) -> None:
    form = {"body": "nytt", "new_body": "Valberedningen", "start": "99"}
    page = secretary.send(f"/granskning/{draft_id}/mote", form, status=422)
    assert "Början ska skrivas som 13.30" in text_of(page)
    secretary.send(f"/granskning/{draft_id}/mote", {**form, "start": "9.00"})
    body_id = queries.draft(session, draft_id).body_id
    assert session.get_one(Body, body_id).name == "Valberedningen"


def test_a_draft_without_findings_says_so(session: Session, secretary: Pages, body: Body) -> None:
    bare = draft_of(session, body, recognition=Recognition(header=HEADER), name="bar.md")
    text = text_of(secretary.open(f"/granskning/{bare}"))
    assert "Inga beslut eller åtgärder hittades" in text
    assert "0 av 0" not in text
