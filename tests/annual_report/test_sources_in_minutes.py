"""Every footnote of a draft leads to minutes whose lines, as they were read, hold its words."""

import datetime as dt

from sqlmodel import Session, col, select

from minutes import installed_folder
from minutes.annual_report import queries
from minutes.annual_report.document import document
from minutes.annual_report.figures import figures
from minutes.annual_report.narrative import narrative
from minutes.reading.bounds import Limits
from minutes.register.tables import Meeting, StoredDocument
from minutes.review import service as review
from tests.builders import Builder
from tests.review.drafts import AT

FILES = ("brf-larktradet-2026-11-12.md", "idrottsforeningen-2026-09-28.md")
TODAY = dt.date(2027, 2, 1)


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
