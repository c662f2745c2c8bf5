"""A draft about several bodies: each has its own numbers, and footnotes name the body."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.engine import Engine
from sqlmodel import Session

from minutes.annual_report import service, snapshot
from minutes.annual_report.composing import composed
from minutes.annual_report.document import ChartBlock, Document
from minutes.annual_report.facts import MandateFact, MeetingFact, Record
from minutes.annual_report.narrative import narrative
from minutes.annual_report.open_to_readers import for_readers_of, still_open
from minutes.people.tables import Body, Role
from minutes.recognition.findings import MinutesKind
from minutes.register.tables import Meeting, MeetingState
from tests.annual_report.checks import check_footnotes, check_numbers, lines
from tests.annual_report.checks import read as checked_document
from tests.annual_report.conftest import BY
from tests.annual_report.records import AFTER, AUTUMN, RECORD, YEAR, records
from tests.builders import Builder
from tests.pages import Pages
from tests.review.drafts import AT
from tests.statements import counted

FEAST = replace(AUTUMN, id=9, body_id=8, body="Festkommittén", date=dt.date(2024, 5, 2))
BOTH = Record(((7, "Vägrådet"), (8, "Festkommittén")), (*RECORD.meetings[:-1], FEAST, AUTUMN))


SECRET = "Hemligt"


def read(record: Record, *, together: bool) -> str:
    made = checked_document(narrative(record, YEAR, AFTER, together=together), record)
    return "\n".join([*lines(made), *(note.label for note in made.notes)])


def test_each_body_has_a_section_of_its_own_after_what_they_did_in_all() -> None:
    said = read(BOTH, together=False)
    in_all, roads, feast = said.split("\n## ")[:3]
    assert "Vägrådet och Festkommittén höll tre möten under 2024" in in_all
    assert roads.startswith("Vägrådet\n### Inledning\nVägrådet höll två möten under 2024")
    assert feast.startswith("Festkommittén\n### Inledning\nFestkommittén höll ett möte under 2024")
    assert "Festkommittén, protokoll 2 maj 2024" in said


def test_bodies_together_share_sections_whose_rows_name_the_body() -> None:
    said = read(BOTH, together=True)
    assert said.count("## Sammanträden") == 1
    assert "- Festkommittén 2 maj: två närvarande, ett beslut och två åtgärder." in said
    assert (
        "Frågan kom upp vid tre möten: Vägrådet 6 februari, Festkommittén 2 maj och"
        " Vägrådet 1 oktober." in said
    )


def joined(one: Record, other: Record) -> Record:
    """The meetings of both, those of the other as of a body 8, with words that nobody may read."""
    moved = [replace(_secret(each), body_id=8, body="Kören") for each in other.meetings]
    in_order = sorted((*one.meetings, *moved), key=lambda each: (each.date, each.id))
    mandates = (MandateFact(f"{SECRET} Lind", "ledamot", dt.date(2020, 1, 1), body_id=8),)
    left_out = ((8, dt.date(YEAR, 7, 7)),)
    bodies = ((7, "Vägrådet"), (8, "Kören"))
    return Record(bodies, tuple(in_order), mandates=mandates, left_out=left_out)


def _secret(meeting: MeetingFact) -> MeetingFact:
    def hidden(text: str) -> str:
        return f"{SECRET} {text}"

    return replace(
        meeting,
        items=tuple(replace(each, title=hidden(each.title)) for each in meeting.items),
        attendees=tuple(replace(each, name=hidden(each.name)) for each in meeting.attendees),
        decisions=tuple(
            replace(each, text=hidden(each.text), quote=hidden(each.quote))
            for each in meeting.decisions
        ),
        actions=tuple(
            replace(each, text=hidden(each.text), quote=hidden(each.quote))
            for each in meeting.actions
        ),
    )


@given(records(), records(), st.booleans())
@settings(max_examples=30)
def test_every_number_and_footnote_of_a_body_is_of_that_body(
    one: Record, other: Record, together: bool
) -> None:
    record = joined(one, other)
    text = narrative(record, YEAR, AFTER, together=together)
    check_numbers(text, record)
    check_footnotes(text, record)


@given(records(), records(), st.booleans())
@settings(max_examples=30)
def test_who_reads_one_body_gets_neither_words_nor_numbers_of_the_other(
    one: Record, other: Record, together: bool
) -> None:
    record = joined(one, other)
    whole = checked_document(narrative(record, YEAR, AFTER, together=together), record)
    for seen in (
        for_readers_of(whole, {7}),
        still_open(whole, {each.id for each in one.meetings}, ()),
    ):
        shown = seen.document
        assert SECRET not in snapshot.written(shown)
        assert "ingår inte" not in snapshot.written(shown)
        assert {each.body_id for each in shown.notes} <= {7}
        keys = {
            run.key for part in shown.parts for run in getattr(part, "runs", ()) if not run.note
        }
        assert keys <= {"", "organ-7"}
        assert not any(isinstance(part, ChartBlock) for part in shown.parts)
    assert for_readers_of(whole, {7, 8}).left_out == 0


@pytest.fixture
def others(build: Builder, session: Session) -> list[Body]:
    """Two more bodies of the organisation, one of them with minutes."""
    made = [build.body(name, "Region Sjöland") for name in ("Örongruppen", "Ögonrådet")]
    session.add(
        Meeting(
            body_id=made[0].id or 0,
            kind=MinutesKind.PROTOKOLL,
            title="Örongruppen",
            date=dt.date(2026, 5, 4),
            state=MeetingState.RECORDED,
            recorded_at=AT,
        )
    )
    session.commit()
    return made


def test_it_takes_as_many_statements_for_any_number_of_bodies(
    engine: Engine, body: Body, others: list[Body]
) -> None:
    def document_of(session: Session, *bodies: Body) -> Document:
        ids = [each.id for each in bodies if each.id]
        return composed(session, service.drafted(session, BY, ids, 2026), BY.today).document

    with Session(engine) as session, counted(engine) as for_two:
        document_of(session, body, others[0])
    with Session(engine) as session, counted(engine) as for_all:
        made = document_of(session, body, *others)
    assert len(for_all) == len(for_two)
    assert made.title == "Årsberättelse 2026 för Region Sjöland"


def test_a_reader_gets_only_the_bodies_whose_minutes_are_for_them(
    pages_of: Callable[[Role, Body], Pages], body: Body, others: list[Body]
) -> None:
    member = pages_of(Role.MEMBER, body)
    draft = "/siffror/arsberattelse.md?ar=2026"
    everything = member.get(f"{draft}&organisation=Region+Sjöland").text
    assert "Lärgruppen har hållit ett möte" in everything
    assert "Örongruppen" not in everything
    assert member.get(f"{draft}&organ={others[0].slug}").status_code == 404


def test_the_draft_about_one_body_says_whose_it_is(
    pages_of: Callable[[Role, Body], Pages], body: Body
) -> None:
    answer = pages_of(Role.MEMBER, body).get(
        f"/siffror/arsberattelse.docx?ar=2026&organ={body.slug}"
    )
    said = [each.text for each in WordFile(BytesIO(answer.data)).paragraphs]
    assert said[:2] == ["Årsberättelse 2026 för Lärgruppen", "Region Sjöland"]
