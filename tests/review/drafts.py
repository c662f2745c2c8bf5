"""An invented document with everything that recognition can find, and its draft in a database."""

import datetime as dt
import hashlib
from dataclasses import replace

from sqlmodel import Session

from minutes.people.tables import Body
from minutes.reading.blocks import Remark, Source
from minutes.recognition import findings as found
from minutes.recognition.findings import MinutesKind, Presence, Recognition, RefusedKind
from minutes.review.contents import proposals
from minutes.review.importing import ReadFile, ReadMeeting
from minutes.review.steps import Deed
from minutes.review.storing import Imported, store

AT = dt.datetime(2026, 10, 15, 8, 0, tzinfo=dt.UTC)
DEED = Deed(None, AT)

TRANSCRIPT = """\
Minnesanteckningar Lärgruppen 2026-10-14

Närvarande: Karin Lind, Norra förvaltningen
Olle Berg, Södra förvaltningen
Förhinder: Sara Ek

1) Föregående möte
Karin Lind skickar listan till rektorerna senast den 1 november.
Gruppen beslutar att mötena hålls på distans.
Listan gicks igenom.
2) Övriga frågor
Olle tar frågan om lokaler vidare.
Vi borde kanske se över mallen.
Nästa möte är den 9 december kl. 13.30 i Gröna salen.
Budgeten beslutades av nämnden i juni."""

HEADER = found.Header(
    is_minutes=True,
    kind=MinutesKind.MINNESANTECKNINGAR,
    title="Lärgruppen 14 oktober 2026",
    organisation="Region Sjöland",
    body="Lärgruppen",
    date=dt.date(2026, 10, 14),
    start=dt.time(13, 30),
    end=dt.time(15, 0),
    place="Gröna salen",
    secretary="Karin Lind",
    sources={"date": Source(1, 1)},
)

RECOGNITION = Recognition(
    header=HEADER,
    attendance=(
        found.Attendee("Karin Lind", Presence.PRESENT, Source(3, 3), "Norra förvaltningen"),
        found.Attendee("Olle Berg", Presence.PRESENT, Source(4, 4), "Södra förvaltningen"),
        found.Attendee("Sara Ek", Presence.ABSENT, Source(5, 5)),
    ),
    items=(
        found.Item("1", "1", "Föregående möte", Source(7, 7)),
        found.Item("2", "2", "Övriga frågor", Source(11, 11)),
    ),
    decisions=(
        found.Decision(
            "1",
            "Gruppen beslutar att mötena hålls på distans.",
            "Mötena hålls på distans.",
            Source(9, 9),
            0.95,
            "Gruppen + ”beslutar att”.",
        ),
    ),
    actions=(
        found.ActionItem(
            "1",
            "Karin Lind skickar listan till rektorerna senast den 1 november.",
            "Skicka listan till rektorerna",
            Source(8, 8),
            0.95,
            "Namn + verb i presens.",
            owners=("Karin Lind",),
            owner_text="Karin Lind",
            due=dt.date(2026, 11, 1),
            due_text="senast den 1 november",
        ),
        found.ActionItem(
            "2",
            "Olle tar frågan om lokaler vidare.",
            "Ta frågan om lokaler vidare",
            Source(12, 12),
            0.75,
            "Namn + ”tar … vidare”.",
            owners=("Olle",),
            owner_text="Olle",
        ),
        found.ActionItem(
            "2",
            "Vi borde kanske se över mallen.",
            "Se över mallen",
            Source(13, 13),
            0.4,
            "Ett önskemål, kanske ett åtagande.",
        ),
    ),
    meetings_ahead=(
        found.AnnouncedMeeting(
            dt.date(2026, 12, 9), Source(14, 14), start=dt.time(13, 30), place="Gröna salen"
        ),
    ),
    refusals=(
        found.Refusal(
            RefusedKind.DECISION,
            "2",
            "Budgeten beslutades av nämnden i juni.",
            "Ett annat organ beslutade.",
            Source(15, 15),
        ),
    ),
    running_text=(found.RunningText("1", "Listan gicks igenom.", Source(10, 10)),),
    remarks=(Remark("owner", "Ansvarig saknas för en åtgärd.", Source(13, 13)),),
)


def with_header(**changes: object) -> Recognition:
    """The recognition with other facts of the meeting."""
    return replace(RECOGNITION, header=replace(HEADER, **changes))


def stored(
    session: Session,
    body: Body | None,
    *,
    by: int | None = None,
    recognition: Recognition = RECOGNITION,
    transcript: str = TRANSCRIPT,
    name: str = "largruppen.md",
) -> Imported:
    """The draft of a recognition, stored as an import stores it."""
    read = ReadFile(
        transcript=transcript,
        is_minutes=recognition.header.is_minutes,
        meetings=(ReadMeeting(body.id if body else None, proposals(recognition)),),
    )
    data = (name + transcript).encode()
    digest = hashlib.sha256(data).hexdigest()
    return store(session, name, data, digest, read, by=by, at=AT)


def draft_of(session: Session, body: Body | None, **options: object) -> int:
    """The id of a stored draft."""
    draft_id = stored(session, body, **options).draft_id  # type: ignore[arg-type]
    assert draft_id is not None
    return draft_id
