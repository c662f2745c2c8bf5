"""A correction made twice in a body is offered as its rule, and done beforehand from then on."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from minutes.audit.tables import AuditEvent
from minutes.errors import Refused
from minutes.people.tables import Body, Role
from minutes.review import judging, known, ruling
from minutes.review.contents import proposals
from minutes.review.habits import Habit, applied
from minutes.review.tables import DraftFinding, FindingKind, RuleKind
from tests.builders import Builder
from tests.pages import Pages, text_of
from tests.review.drafts import DEED, RECOGNITION, draft_of
from tests.review.test_judging import find

OLLE = Habit(RuleKind.OWNER, "Olle", "Sara Ek")


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


def corrected(session: Session, body: Body, name: str, form: dict[str, str], place: int = 1) -> int:
    draft_id = draft_of(session, body, name=name)
    action = find(session, draft_id, FindingKind.ACTION, place)
    judging.correct(session, draft_id, action.id, form, DEED)
    session.commit()
    return draft_id


def offered(session: Session, body: Body) -> list[Habit]:
    found = ruling.offered(session, body.id)
    session.commit()
    return found


def test_once_is_no_habit_and_twice_is(session: Session, body: Body) -> None:
    corrected(session, body, "1.md", {"owners": "Sara Ek"})
    assert offered(session, body) == []
    corrected(session, body, "2.md", {"owners": "Sara Ek"})
    assert offered(session, body) == [OLLE]


def test_what_was_done_otherwise_too_is_no_habit(session: Session, body: Body) -> None:
    for name in ("1.md", "2.md"):
        corrected(session, body, name, {"owners": "Sara Ek"})
    corrected(session, body, "3.md", {"owners": "Karin Lind"})
    assert offered(session, body) == []


def test_what_is_done_in_another_body_is_no_habit_here(
    session: Session, body: Body, build: Builder
) -> None:
    corrected(session, body, "1.md", {"owners": "Sara Ek"})
    corrected(session, build.body("Rådet"), "2.md", {"owners": "Sara Ek"})
    assert offered(session, body) == []


def test_a_kind_changed_twice_is_a_habit(session: Session, body: Body) -> None:
    for name in ("1.md", "2.md"):
        corrected(session, body, name, {"kind": "decision"}, place=2)
    (habit,) = offered(session, body)
    assert habit.words == (
        "Förslag till åtgärd av skälet ”Ett önskemål, kanske ett åtagande.” är beslut."
    )


def test_what_is_refused_twice_and_never_taken_is_a_habit(session: Session, body: Body) -> None:
    for name in ("1.md", "2.md"):
        draft_id = draft_of(session, body, name=name)
        doubtful = find(session, draft_id, FindingKind.ACTION, 2)
        judging.refuse(session, draft_id, doubtful.id, DEED)
    (habit,) = offered(session, body)
    (proposal,) = [each for each in applied(proposals(RECOGNITION), [habit]) if each.refused]
    assert proposal.content["text"] == "Se över mallen"
    assert proposal.reason.startswith("Organets regel.")


def test_a_rule_writes_the_owner_beforehand() -> None:
    owners = [
        tuple(each.content["owners"])
        for each in applied(proposals(RECOGNITION), [OLLE])
        if each.kind is FindingKind.ACTION
    ]
    assert owners == [("Karin Lind",), ("Sara Ek",), ()]


def test_a_rule_changes_the_kind_beforehand() -> None:
    rule = Habit(RuleKind.KIND, "action:Namn + ”tar … vidare”.", "decision")
    kinds = [
        each.kind
        for each in applied(proposals(RECOGNITION), [rule])
        if each.content.get("text") == "Ta frågan om lokaler vidare"
    ]
    assert kinds == [FindingKind.DECISION]


def test_an_answer_is_kept_and_written_down(session: Session, body: Body) -> None:
    for name in ("1.md", "2.md"):
        corrected(session, body, name, {"owners": "Sara Ek"})
    ruling.answer(session, body.id, "owner", "Olle", wanted=True, deed=DEED)
    assert known.rules(session, body.id) == [OLLE]
    assert offered(session, body) == []
    assert "rule.kept" in session.exec(select(AuditEvent.act)).all()
    with pytest.raises(Refused):
        ruling.answer(session, body.id, "owner", "Olle", wanted=True, deed=DEED)


def test_the_offer_is_made_in_the_review_and_the_rule_can_be_taken_away(
    session: Session, body: Body, pages_of: Callable[..., Pages]
) -> None:
    secretary = pages_of(Role.SECRETARY, body)
    for name in ("1.md", "2.md"):
        draft_id = corrected(session, body, name, {"owners": "Sara Ek"})
    page = secretary.open(f"/granskning/{draft_id}")
    assert "Ansvarig ”Olle” skrivs som Sara Ek. Ska det gälla från början" in text_of(page)
    path = f"/granskning/{draft_id}/regel/ja"
    page = secretary.send(path, {"kind": "owner", "said": "Olle"})
    assert "Från nästa protokoll gäller" in text_of(page)
    rules = f"/organ/{body.slug}/regler"
    assert "skrivs som Sara Ek" in text_of(secretary.open(rules))
    page = secretary.send(f"{rules}/1/ta-bort")
    assert "Inga regler ännu." in text_of(page)
    other = pages_of(Role.MEMBER, body)
    assert other.get(rules).status_code == 403


def test_an_offer_that_is_declined_is_not_made_again(
    session: Session, body: Body, pages_of: Callable[..., Pages]
) -> None:
    secretary = pages_of(Role.SECRETARY, body)
    for name in ("1.md", "2.md"):
        draft_id = corrected(session, body, name, {"owners": "Sara Ek"})
    secretary.send(f"/granskning/{draft_id}/regel/nej", {"kind": "owner", "said": "Olle"})
    assert offered(session, body) == []
    assert known.rules(session, body.id) == []
    assert session.exec(select(DraftFinding)).first() is not None
