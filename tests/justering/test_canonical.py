"""The canonical text: the same minutes give one text, and different ones never the same."""

import datetime as dt
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.justering.canonical import VERSION_LINE, TextUnreadable, canonical_text, read_canonical
from minutes.justering.fingerprint import fingerprint, in_groups
from minutes.justering.minutes_text import (
    Announced,
    Attendee,
    Clause,
    ClauseKind,
    Correction,
    Minutes,
    Paragraph,
)
from minutes.recognition.findings import MinutesKind, Presence

MINUTES = Minutes(
    body="Vägföreningen",
    organisation="",
    kind=MinutesKind.PROTOKOLL,
    title="Styrelsemöte 3 mars 2026",
    date=dt.date(2026, 3, 3),
    start="18.00",
    chair="Signe Almlöf",
    adjusters=("Ture Holm", "Vera Ask"),
    attendees=(Attendee(Presence.PRESENT, "Signe Almlöf", "ordförande"),),
    paragraphs=(
        Paragraph(
            "§ 1",
            "Grus",
            text="Två offerter har kommit.\n\nDen lägre gäller till maj.",
            clauses=(
                Clause(ClauseKind.DECISION, "Grus köps.", "Styrelsen beslutade att grus köps."),
                Clause(ClauseKind.ACTION, "Beställa", "Ture beställer.", ("Ture Holm",), "1 maj"),
            ),
        ),
    ),
    ahead=(Announced("2026-04-07 18.00", "Bygdegården"),),
    attachments=("Bilaga 1: Offert",),
)
TEXT = """\
protokoll för justering, version 1
[möte]
organ: Vägföreningen
slag: protokoll
rubrik: Styrelsemöte 3 mars 2026
datum: 2026-03-03
börjar: 18.00
ordförande: Signe Almlöf
justerare: Ture Holm
  Vera Ask
[deltagare]
närvaro: present
namn: Signe Almlöf
roll: ordförande
[punkt]
nummer: § 1
rubrik: Grus
text: Två offerter har kommit.
  
  Den lägre gäller till maj.
[beslut]
text: Grus köps.
ordalydelse: Styrelsen beslutade att grus köps.
[åtgärd]
text: Beställa
ordalydelse: Ture beställer.
ansvarig: Ture Holm
senast: 1 maj
[kommande möte]
när: 2026-04-07 18.00
plats: Bygdegården
[bilaga]
namn: Bilaga 1: Offert
"""  # noqa: W293  the empty line of a value is indented too


def test_the_text_is_written_in_this_one_way() -> None:
    assert canonical_text(MINUTES) == TEXT


def test_the_fingerprint_is_the_sha_256_of_the_text() -> None:
    # Worked out by sha256sum, so that the text of version 1 can never change unnoticed.
    assert fingerprint("a\n") == "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    assert in_groups("0123456789ab") == "0123 4567 89ab"


word = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
line = word.filter(lambda text: "\n" not in text)
nonempty_line = line.filter(bool)
clauses = st.builds(
    Clause,
    kind=st.sampled_from(ClauseKind),
    text=word,
    quote=word,
    owners=st.lists(nonempty_line, max_size=3).map(tuple),
    due=word,
    done=st.booleans(),
)
paragraphs = st.builds(
    Paragraph,
    number=word,
    title=word,
    depth=st.integers(0, 3),
    text=word,
    clauses=st.lists(clauses, max_size=3).map(tuple),
)
any_minutes = st.builds(
    Minutes,
    body=word,
    organisation=word,
    kind=st.sampled_from(MinutesKind),
    title=word,
    date=st.dates(),
    start=word,
    end=word,
    place=word,
    chair=word,
    secretary=word,
    adjusters=st.lists(nonempty_line, max_size=3).map(tuple),
    source=word,
    covers=word,
    corrects=word,
    attendees=st.lists(
        st.builds(Attendee, st.sampled_from(Presence), word, word, word, word), max_size=3
    ).map(tuple),
    paragraphs=st.lists(paragraphs, max_size=4).map(tuple),
    ahead=st.lists(st.builds(Announced, word, word, word), max_size=2).map(tuple),
    attachments=st.lists(word, max_size=2).map(tuple),
    corrections=st.lists(st.builds(Correction, word, word, word, word), max_size=2).map(tuple),
)


@given(any_minutes)
def test_any_minutes_are_read_back_as_they_were(minutes: Minutes) -> None:
    assert read_canonical(canonical_text(minutes)) == minutes


@given(any_minutes, any_minutes)
def test_different_minutes_have_different_texts(one: Minutes, two: Minutes) -> None:
    assert (canonical_text(one) == canonical_text(two)) == (one == two)


@pytest.mark.parametrize("name", [each.name for each in fields(Minutes)])
def test_each_fact_of_the_meeting_is_part_of_the_text(name: str) -> None:
    other = {
        "kind": MinutesKind.MINNESANTECKNINGAR,
        "date": dt.date(2026, 3, 4),
        "adjusters": ("Ture Holm",),
        "attendees": (),
        "paragraphs": (),
        "ahead": (),
        "attachments": (),
        "corrections": (Correction("§ 1", "grus", "sand", "felskrivet"),),
    }
    changed = replace(MINUTES, **{name: other.get(name, "annat")})
    assert canonical_text(changed) != TEXT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "protokoll för justering, version 2\n",
        VERSION_LINE,
        TEXT + "\n",
        TEXT.replace("slag: protokoll", "slag: annat"),
        TEXT.replace("datum: 2026-03-03", "datum: i mars"),
        TEXT.replace("[punkt]", "[okänt]"),
        TEXT.replace("roll: ordförande\n", "roll: ordförande\nroll: kassör\n"),
        TEXT.replace("namn: Signe Almlöf\n", "okänt: x\nnamn: Signe Almlöf\n"),
    ],
)
def test_what_is_not_written_in_that_way_is_refused(text: str) -> None:
    with pytest.raises(TextUnreadable):
        read_canonical(text)
