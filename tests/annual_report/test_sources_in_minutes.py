"""Every footnote of a draft leads to minutes whose lines, as they were read, hold its words."""

import datetime as dt

from sqlmodel import Session, col, select

from minutes import installed_folder
from minutes.annual_report import queries
from minutes.annual_report.document import document
from minutes.annual_report.figures import figures
from minutes.annual_report.narrative import narrative
from minutes.annual_report.sources import sources
from minutes.follow_up import new_minutes  # noqa: F401  listens to what is registered
from minutes.reading.bounds import Limits
from minutes.register.tables import Meeting, StoredDocument
from minutes.review import service as review
from tests.builders import Builder
from tests.review.drafts import AT

FILES = ("brf-larktradet-2026-11-12.md", "idrottsforeningen-2026-09-28.md")
TODAY = dt.date(2027, 2, 1)
WAITING = """# Minnesanteckningar från bryggruppen 2026-09-08

Närvarande: Signe Almlöf, Ruben Stål

## 1. Ekonomi

Ruben redovisade läget.

## 2. Bidrag till bryggan

Signe har skickat in ansökan. Kommunstyrelsen väntas fatta beslut i december.

## 3. Övrigt

Inget mer togs upp.
"""


def test_the_words_of_every_footnote_stand_in_the_minutes(session: Session, build: Builder) -> None:
    body = build.body()
    assert body.id is not None
    for name in FILES:
        content = (installed_folder("sample_minutes") / name).read_bytes()
        read = review.import_file(
            session, name, content, body=body, by=None, at=AT, limits=Limits()
        )
        for draft in read.drafts:
            review.register_draft(session, draft.draft_id, by=None, at=AT)
    record = queries.record(session, [body.id], 2026)
    made = document("", narrative(record, 2026, TODAY), record, figures(record, 2026, TODAY))
    minutes = {
        meeting: " ".join(transcript.split())
        for meeting, transcript in session.exec(
            select(col(Meeting.id), col(StoredDocument.transcript)).join(
                StoredDocument, col(StoredDocument.id) == Meeting.document_id
            )
        )
    }
    cited = [each for each in made.cited.values() if each.words]
    assert len(cited) > 10
    for source in cited:
        for part in source.words.splitlines():
            assert " ".join(part.split()) in minutes[source.meeting_id or 0]


def test_what_is_waited_for_leads_to_the_point_that_speaks_of_it(
    session: Session, build: Builder
) -> None:
    body = build.body()
    read = review.import_file(session, "b.md", WAITING.encode(), body=body, by=None, at=AT)
    review.register_draft(session, read.draft_id or 0, by=None, at=AT)
    record = queries.record(session, [body.id or 0], 2026)
    (watch,) = record.watched
    source = sources(record)[f"bevakning-{watch.id}"]
    assert source.title == "Bidrag till bryggan"
    told = narrative(record, 2026, TODAY)
    assert "(gäller ”Bidrag till bryggan”; från 8 september)" in told
