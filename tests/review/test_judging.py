import pytest
from sqlmodel import Session

from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.review import judging, queries, service
from minutes.review.corrections import CorrectionRefused
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from tests.builders import Builder
from tests.review.drafts import AT, DEED, draft_of


@pytest.fixture
def draft_id(session: Session, build: Builder) -> int:
    return draft_of(session, build.body())


def find(session: Session, draft_id: int, kind: FindingKind, place: int = 0) -> DraftFinding:
    found = [each for each in queries.findings(session, draft_id) if each.kind is kind]
    return found[place]


def states(session: Session, draft_id: int, kind: FindingKind) -> list[str]:
    session.expire_all()
    found = queries.findings(session, draft_id)
    return [each.state.value for each in found if each.kind is kind]


def test_a_finding_is_accepted_and_given_back(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    assert judging.accept(session, draft_id, action.id, DEED).state is FindingState.ACCEPTED
    assert judging.give_back(session, draft_id, action.id, DEED).state is FindingState.PROPOSED


def test_correcting_accepts_and_keeps_what_was_recognised(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    before = dict(action.content)
    changed = judging.correct(session, draft_id, action.id, {"owners": "Olle Berg"}, DEED)
    assert changed.state is FindingState.ACCEPTED
    assert changed.content["owners"] == ["Olle Berg"]
    judging.correct(session, draft_id, action.id, {"owners": "Sara Ek"}, DEED)
    assert judging.give_back(session, draft_id, action.id, DEED).content == before


def test_a_form_that_changes_nothing_is_no_correction(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    form = {"text": action.content["text"]}
    assert judging.correct(session, draft_id, action.id, form, DEED).recognised is None


def test_a_refused_form_changes_nothing(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    with pytest.raises(CorrectionRefused):
        judging.correct(session, draft_id, action.id, {"due": "snart"}, DEED)
    session.rollback()
    assert states(session, draft_id, FindingKind.ACTION) == ["proposed"] * 3


def test_accept_all_leaves_the_doubtful_to_be_clicked(session: Session, draft_id: int) -> None:
    assert judging.accept_all(session, draft_id, DEED) == 4
    assert states(session, draft_id, FindingKind.ACTION) == ["accepted", "accepted", "proposed"]


def test_accept_all_does_not_overrule_a_refusal(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    judging.refuse(session, draft_id, action.id, DEED)
    judging.accept_all(session, draft_id, DEED)
    assert states(session, draft_id, FindingKind.ACTION)[0] == "refused"


def test_a_refused_look_alike_is_taken_in_and_given_back(session: Session, draft_id: int) -> None:
    refusal = find(session, draft_id, FindingKind.REFUSAL)
    before = dict(refusal.content)
    taken = judging.promote(session, draft_id, refusal.id, DEED)
    assert (taken.kind, taken.state) == (FindingKind.DECISION, FindingState.ACCEPTED)
    judging.correct(session, draft_id, refusal.id, {"text": "Budgeten beslutades."}, DEED)
    back = judging.give_back(session, draft_id, refusal.id, DEED)
    assert (back.kind, back.content) == (FindingKind.REFUSAL, before)


def test_what_is_in_already_cannot_be_taken_in(session: Session, draft_id: int) -> None:
    with pytest.raises(StepNotAllowed):
        judging.promote(session, draft_id, find(session, draft_id, FindingKind.ACTION).id, DEED)


def test_the_facts_of_the_meeting_cannot_be_refused(session: Session, draft_id: int) -> None:
    with pytest.raises(StepNotAllowed):
        judging.refuse(session, draft_id, find(session, draft_id, FindingKind.HEADER).id, DEED)


def test_an_action_added_by_hand_stands_at_its_lines_and_their_item(
    session: Session, draft_id: int
) -> None:
    form = {"text": "Gå igenom listan igen", "owners": "Sara Ek", "lines": "10", "item": ""}
    added = judging.add(session, draft_id, FindingKind.ACTION, form, DEED)
    assert (added.first_line, added.last_line) == (10, 10)
    assert added.content["item"] == "1"
    assert added.content["quote"] == "Listan gicks igenom."


@pytest.mark.parametrize("lines", ["0", "16", "9-8", "åtta"])
def test_lines_that_do_not_exist_are_refused(session: Session, draft_id: int, lines: str) -> None:
    with pytest.raises(Refused):
        judging.add(session, draft_id, FindingKind.ACTION, {"text": "Boka", "lines": lines}, DEED)


def test_a_finding_of_another_draft_is_not_found(
    session: Session, build: Builder, draft_id: int
) -> None:
    other = draft_of(session, build.body(), name="annan.md")
    with pytest.raises(NotFound):
        judging.accept(session, draft_id, find(session, other, FindingKind.ACTION).id, DEED)


def test_a_registered_draft_is_closed(session: Session, draft_id: int) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    service.register_draft(session, draft_id, by=None, at=AT)
    with pytest.raises(StepNotAllowed, match="redan registrerat"):
        judging.accept(session, draft_id, action.id, DEED)
