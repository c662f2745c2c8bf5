import pytest
from sqlmodel import Session

from minutes.errors import Refused
from minutes.people import queries as people
from minutes.people.tables import Body, Person
from minutes.recognition.findings import Presence
from minutes.review import answering, known, queries, service
from minutes.review.matching import Members
from minutes.review.questions import Question, questions
from minutes.review.steps import Deed
from minutes.review.tables import FindingKind
from tests.builders import Builder
from tests.review.drafts import AT, draft_of
from tests.review.test_judging import find


@pytest.fixture
def body(build: Builder) -> Body:
    """A body with two members whose first name is Olle."""
    body = build.body("Lärgruppen")
    for name in ("Olle Berg", "Olle Ström"):
        build.mandate(build.person(name), body)
    return body


@pytest.fixture
def draft_id(session: Session, body: Body) -> int:
    return draft_of(session, body)


@pytest.fixture
def secretary(build: Builder) -> Person:
    return build.person("Karin Lind")


def asked(session: Session, draft_id: int) -> list[Question]:
    draft = queries.draft(session, draft_id)
    members = known.members(session, draft.body_id, None) if draft.body_id else Members()
    return questions(queries.findings(session, draft_id), members, draft.left_open)


def owners(session: Session, draft_id: int) -> list[str]:
    return list(find(session, draft_id, FindingKind.ACTION, 1).content["owners"])


def test_a_name_of_two_persons_is_asked_once(session: Session, draft_id: int) -> None:
    assert [(each.written, each.choices) for each in asked(session, draft_id)] == [
        ("Olle", ("Olle Berg", "Olle Ström"))
    ]


def test_the_answer_is_written_in_the_draft_and_remembered_as_alias(
    session: Session, draft_id: int, body: Body, secretary: Person
) -> None:
    deed = Deed(secretary.id, AT)
    said = answering.answer(session, draft_id, "Olle", "Olle Berg", deed, remember=True)
    assert said == "”Olle” är Olle Berg. Det kommer organet ihåg."
    assert owners(session, draft_id) == ["Olle Berg"]
    assert [alias.text for alias in people.aliases(session, body_id=body.id)] == ["Olle"]
    assert asked(session, draft_id) == []


def test_what_was_remembered_is_not_asked_in_the_next_minutes(
    session: Session, draft_id: int, body: Body, secretary: Person
) -> None:
    deed = Deed(secretary.id, AT)
    answering.answer(session, draft_id, "Olle", "Olle Berg", deed, remember=True)
    assert asked(session, draft_of(session, body, name="nästa.md")) == []


def test_undoing_the_answer_forgets_the_alias(
    session: Session, draft_id: int, body: Body, secretary: Person
) -> None:
    deed = Deed(secretary.id, AT)
    answering.answer(session, draft_id, "Olle", "Olle Ström", deed, remember=True)
    service.undo(session, draft_id, deed)
    assert owners(session, draft_id) == ["Olle"]
    assert people.aliases(session, body_id=body.id) == []
    assert len(asked(session, draft_id)) == 1


def test_a_name_may_stay_as_written_and_is_not_asked_again(
    session: Session, draft_id: int, secretary: Person
) -> None:
    answering.answer(session, draft_id, "Olle", "", Deed(secretary.id, AT), remember=True)
    assert owners(session, draft_id) == ["Olle"]
    assert asked(session, draft_id) == []


def test_only_a_name_that_was_offered_is_taken(
    session: Session, draft_id: int, secretary: Person
) -> None:
    with pytest.raises(Refused):
        answering.answer(session, draft_id, "Olle", "Eva", Deed(secretary.id, AT), remember=False)


def test_those_listed_in_the_minutes_may_be_meant_too(session: Session, build: Builder) -> None:
    draft_id = draft_of(session, build.body("Rådet"))
    attendee = find(session, draft_id, FindingKind.ATTENDEE)
    attendee.content = {"name": "Olle Sund", "presence": Presence.PRESENT.value}
    session.add(attendee)
    session.commit()
    assert [each.choices for each in asked(session, draft_id)] == [("Olle Sund", "Olle Berg")]
