"""The documents of a round: what is signed as PDF and Word, and an extract of one paragraph."""

import datetime as dt
from dataclasses import replace

from sqlmodel import Session

from minutes.errors import NotFound
from minutes.justering import queries
from minutes.justering.canonical import read_canonical
from minutes.justering.sheet import AT_ONCE, HEADINGS, Layout, Sheet, SignatureLine
from minutes.justering.signature_lines import layout_of, signature_lines
from minutes.justering.tables import JusteringRound, RoundKind, RoundState
from minutes.people import queries as people
from minutes.swedish_time import day_in_sweden

_WITH_NOTICE = (RoundKind.MINUTES, RoundKind.PARAGRAPHS)  # of which an anslag is posted
EXTRACT = "Protokollsutdrag"
PART_HEADINGS = {
    RoundKind.PARAGRAPHS: AT_ONCE,
    RoundKind.CORRECTION: "Rättelse av protokoll",
}


def sheet_of(session: Session, round_: JusteringRound) -> Sheet:
    """The document of the round, with its signatures as they are now."""
    assert round_.id is not None
    minutes = read_canonical(round_.text)
    body = people.body(session, round_.body_id)
    given = {each.field_id: each for each in queries.evidence(session, round_.id)}
    lines = signature_lines(queries.fields(session, round_.id), given)
    if round_.kind is RoundKind.REPORT:  # nobody signs "vid protokollet"
        lines = [replace(each, above=each.capacity) for each in lines]
    return Sheet(
        minutes=minutes,
        signatures=lines,
        layout=layout_of(body.regime) if round_.kind in _WITH_NOTICE else Layout.END,
        initials=queries.rules_of(session, round_.body_id).initials,
        fingerprint=round_.fingerprint,
        heading=PART_HEADINGS.get(round_.kind) or HEADINGS[minutes.kind],
        drawn=round_.drawn,
    )


def extract_of(session: Session, round_: JusteringRound, place: int) -> Sheet:
    """One paragraph by itself, with the day of the justering and the line on which the extract is
    certified.

    Raises NotFound where the text has no such paragraph.
    """
    sheet = sheet_of(session, round_)
    if place >= len(sheet.minutes.paragraphs):
        raise NotFound("Texten har ingen sådan punkt.")
    certified = SignatureLine("certified", "Rätt utdraget intygas", "utdragsbestyrkande", "")
    return replace(
        sheet,
        minutes=replace(sheet.minutes.only([place], "protokollsutdrag"), title=EXTRACT),
        signatures=[certified],
        layout=Layout.END,
        initials=False,
        heading=EXTRACT,
        justerat_on=_justerat_on(round_),
    )


def _justerat_on(round_: JusteringRound) -> dt.date | None:
    if round_.state is not RoundState.COMPLETED or round_.ended_at is None:
        return None
    return day_in_sweden(round_.ended_at)
