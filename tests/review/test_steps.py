import pytest
from sqlmodel import Session

from minutes.errors import NotFound, Refused, StepNotAllowed
from minutes.people.tables import Body, Person
from minutes.review import judging, queries, service
from minutes.review.steps import ChangedMeanwhile, Deed
from minutes.review.tables import DraftFinding, FindingKind, FindingState
from tests.builders import Builder
from tests.review.drafts import AT, draft_of
from tests.review.test_judging import find, states


@pytest.fixture
def body(build: Builder) -> Body:
    return build.body("Lärgruppen")


@pytest.fixture
def draft_id(session: Session, body: Body) -> int:
    return draft_of(session, body)


@pytest.fixture
def karin(build: Builder) -> Person:
    return build.person("Karin Lind")


@pytest.fixture
def olle(build: Builder) -> Person:
    return build.person("Olle Berg")


def test_what_somebody_else_has_changed_is_not_overwritten(
    session: Session, draft_id: int, karin: Person, olle: Person
) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    seen = action.version
    judging.correct(session, draft_id, action.id, {"text": "Karins"}, Deed(karin.id, AT, seen))
    with pytest.raises(ChangedMeanwhile) as change:
        judging.correct(session, draft_id, action.id, {"text": "Olles"}, Deed(olle.id, AT, seen))
    session.rollback()
    assert (change.value.name, change.value.at) == ("Karin Lind", AT)
    assert queries.finding(session, draft_id, action.id).content["text"] == "Karins"


def test_who_has_seen_the_change_may_go_on_from_it(
    session: Session, draft_id: int, karin: Person, olle: Person
) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    changed = judging.accept(session, draft_id, action.id, Deed(karin.id, AT, action.version))
    deed = Deed(olle.id, AT, changed.version)
    assert judging.refuse(session, draft_id, action.id, deed).state is FindingState.REFUSED


def test_a_word_said_twice_is_no_conflict(session: Session, draft_id: int, karin: Person) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    deed = Deed(karin.id, AT, action.version)
    judging.accept(session, draft_id, action.id, deed)
    assert judging.accept(session, draft_id, action.id, deed).state is FindingState.ACCEPTED


def test_changes_of_two_findings_do_not_meet(
    session: Session, draft_id: int, karin: Person, olle: Person
) -> None:
    one, other = (find(session, draft_id, FindingKind.ACTION, place) for place in (0, 1))
    judging.accept(session, draft_id, one.id, Deed(karin.id, AT, one.version))
    judging.refuse(session, draft_id, other.id, Deed(olle.id, AT, other.version))
    assert states(session, draft_id, FindingKind.ACTION)[:2] == ["accepted", "refused"]


def test_steps_are_undone_one_by_one(session: Session, draft_id: int, karin: Person) -> None:
    deed = Deed(karin.id, AT)
    action = find(session, draft_id, FindingKind.ACTION)
    before = dict(action.content)
    judging.accept(session, draft_id, action.id, deed)
    judging.correct(session, draft_id, action.id, {"owners": "Sara Ek"}, deed)
    judging.accept_all(session, draft_id, deed)
    assert service.undo(session, draft_id, deed)[0] == "Godkände 3 säkra och troliga fynd"
    service.undo(session, draft_id, deed)
    assert (action.content, action.state) == (before, FindingState.ACCEPTED)
    service.undo(session, draft_id, deed)
    assert states(session, draft_id, FindingKind.ACTION) == ["proposed"] * 3
    with pytest.raises(NotFound):
        service.undo(session, draft_id, deed)


def test_nobody_undoes_what_another_has_gone_on_from(
    session: Session, draft_id: int, karin: Person, olle: Person
) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    judging.accept(session, draft_id, action.id, Deed(karin.id, AT))
    judging.correct(session, draft_id, action.id, {"owners": "Sara Ek"}, Deed(olle.id, AT))
    with pytest.raises(StepNotAllowed, match="Olle Berg har gått vidare"):
        service.undo(session, draft_id, Deed(karin.id, AT))
    session.rollback()
    service.undo(session, draft_id, Deed(olle.id, AT))
    service.undo(session, draft_id, Deed(karin.id, AT))
    assert states(session, draft_id, FindingKind.ACTION)[0] == "proposed"


def test_an_added_finding_is_gone_when_undone(
    session: Session, draft_id: int, karin: Person
) -> None:
    deed = Deed(karin.id, AT)
    added = judging.add(session, draft_id, FindingKind.ACTION, {"text": "Boka sal"}, deed)
    added_id = added.id
    service.undo(session, draft_id, deed)
    assert session.get(DraftFinding, added_id) is None


def test_two_made_one_and_one_made_two_are_undone(
    session: Session, draft_id: int, karin: Person
) -> None:
    deed = Deed(karin.id, AT)
    first, second = (find(session, draft_id, FindingKind.ACTION, place) for place in (0, 1))
    texts = (first.content["text"], second.content["text"])
    merged = judging.merge(session, draft_id, first.id, deed)
    assert merged.content["text"] == " ".join(texts)
    assert (merged.first_line, merged.last_line) == (8, 12)
    assert merged.content["owners"] == ["Karin Lind", "Olle"]
    assert second.state is FindingState.MERGED
    parts = judging.split(session, draft_id, first.id, "Ett.\n\nTvå.\n \nTre.", deed)
    assert [each.content["text"] for each in parts] == ["Ett.", "Två.", "Tre."]
    service.undo(session, draft_id, deed)
    service.undo(session, draft_id, deed)
    session.expire_all()
    assert (first.content["text"], second.content["text"]) == texts
    assert states(session, draft_id, FindingKind.ACTION) == ["proposed"] * 3


def test_the_last_finding_of_its_kind_has_nothing_to_be_merged_with(
    session: Session, draft_id: int, karin: Person
) -> None:
    decision = find(session, draft_id, FindingKind.DECISION)
    with pytest.raises(Refused, match="inget fynd av samma slag"):
        judging.merge(session, draft_id, decision.id, Deed(karin.id, AT))


def test_the_body_is_given_back_too(
    session: Session, draft_id: int, build: Builder, body: Body, karin: Person
) -> None:
    other, deed = build.body("Rådet"), Deed(karin.id, AT)
    judging.correct_meeting(session, draft_id, {"place": "Salen"}, other.id, deed)
    assert queries.draft(session, draft_id).body_id == other.id
    service.undo(session, draft_id, deed)
    assert queries.draft(session, draft_id).body_id == body.id
    assert queries.header(session, draft_id).content["place"] == "Gröna salen"


def test_an_action_becomes_a_decision_and_is_given_back(
    session: Session, draft_id: int, karin: Person
) -> None:
    deed = Deed(karin.id, AT)
    action = find(session, draft_id, FindingKind.ACTION)
    changed = judging.correct(session, draft_id, action.id, {"kind": "decision"}, deed)
    assert changed.kind is FindingKind.DECISION
    assert "owners" not in changed.content
    back = judging.give_back(session, draft_id, action.id, deed)
    assert (back.kind, back.content["owners"]) == (FindingKind.ACTION, ["Karin Lind"])


def test_nobody_registers_what_another_has_changed_unseen(
    session: Session, draft_id: int, karin: Person, olle: Person
) -> None:
    action = find(session, draft_id, FindingKind.ACTION)
    judging.refuse(session, draft_id, action.id, Deed(olle.id, AT))
    with pytest.raises(Refused, match="Olle Berg har ändrat"):
        service.register_draft(session, draft_id, by=karin.id, at=AT, seen=0)
    session.rollback()
    assert service.register_draft(session, draft_id, by=karin.id, at=AT, seen=1)
