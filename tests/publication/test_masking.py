"""The public twin: what was masked or withheld has left no trace in it."""

import datetime as dt
import unicodedata
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from minutes.justering.canonical import canonical_text, read_canonical
from minutes.justering.minutes_text import (
    Announced,
    Attendee,
    Clause,
    ClauseKind,
    Correction,
    Minutes,
    Paragraph,
)
from minutes.publication.look import Choice, look
from minutes.publication.masking import MASK, WITHHELD, public_twin, traces
from minutes.recognition.findings import MinutesKind, Presence

WHOLE = Minutes(
    body="Lärgruppen",
    organisation="Region Sjöland",
    kind=MinutesKind.PROTOKOLL,
    title="Lärgruppen 6 mars 2026",
    date=dt.date(2026, 3, 6),
    chair="Signe Almlöf",
    source="a" * 64,
    attendees=(Attendee(Presence.PRESENT, "Signe Almlöf", "ordförande"),),
    paragraphs=(
        Paragraph("§ 1", "Öppnande", text="Mötet öppnades."),
        Paragraph(
            "§ 2",
            "Stugan",
            text="Lisa Ekman (640823-3234) hyr stugan. Lisa\nEkmans ansökan beviljas.",
            clauses=(
                Clause(ClauseKind.DECISION, "Bevilja Lisa Ekman", "att bevilja LISA EKMAN"),
                Clause(ClauseKind.ACTION, "Ringa", "Ture ringer Lisa Ekman.", ("Lisa Ekman",)),
            ),
        ),
    ),
    ahead=(Announced("2026-04-10", "hos Lisa Ekman"),),
    attachments=("Ansökan från Lisa Ekman",),
    corrections=(Correction("§ 2 Stugan", "Lisa Ekmann", "Lisa Ekman", "Felskrivet"),),
)


def test_masked_words_stand_nowhere_however_they_are_written() -> None:
    twin = public_twin(WHOLE, ["Lisa Ekman", "640823-3234", "Lisa Ekmann"])
    text = canonical_text(twin).casefold()
    assert "ekman" not in text
    assert "3234" not in text
    assert twin.paragraphs[1].text == f"{MASK} ({MASK}) hyr stugan. {MASK} ansökan beviljas."
    assert traces(twin, ["Lisa Ekman", "640823-3234"]) == []


def test_a_mask_is_no_part_of_a_longer_word() -> None:
    twin = public_twin(replace(WHOLE, title="Ekmanska stugan. Ek växer."), ["Ek"])
    assert twin.title == f"Ekmanska stugan. {MASK} växer."


def test_the_twin_has_no_fingerprint_of_what_was_signed_or_of_its_file() -> None:
    assert "a" * 64 not in canonical_text(public_twin(WHOLE, []))


def test_a_paragraph_is_withheld_with_its_heading_and_its_corrections() -> None:
    twin = public_twin(WHOLE, [], {1})
    assert twin.paragraphs[1] == Paragraph("§ 2", WITHHELD)
    assert twin.corrections == ()
    assert "640823" not in canonical_text(twin)


def test_of_decisions_only_their_words_and_headings_are_left() -> None:
    twin = public_twin(WHOLE, [], decisions_only=True)
    assert twin.attendees == ()
    assert [each.text for each in twin.paragraphs] == ["", ""]
    assert [each.quote for each in twin.paragraphs[1].clauses] == ["att bevilja LISA EKMAN"]


def test_a_letter_that_is_not_seen_hides_nothing() -> None:
    hidden = unicodedata.normalize("NFD", "A\u00adsa\u200b Öberg".replace("A", "Å"))
    twin = public_twin(replace(WHOLE, title=f"Tack till {hidden}"), ["Åsa Öberg"])
    assert twin.title == f"Tack till {MASK}"


words = st.one_of(
    st.sampled_from(
        ["Lisa Ekman", "640823-3234", "070-123 45 67", "a@b.example.se", "Åsa Öberg", "Öberg", "Ek"]
    ),
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=2, max_size=20).map(
        lambda text: " ".join(text.split())
    ),
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)


@given(st.lists(words, min_size=1, max_size=5), st.lists(texts, min_size=5, max_size=5))
def test_whatever_is_masked_leaves_no_trace(hidden: list[str], around: list[str]) -> None:
    hidden = [each for each in hidden if each]
    assume(hidden)
    parts = [f"{text} {hidden[number % len(hidden)]} {text}" for number, text in enumerate(around)]
    minutes = replace(
        WHOLE,
        title=parts[0],
        place=parts[1],
        attendees=(Attendee(Presence.ABSENT, parts[2], note=parts[3]),),
        paragraphs=(Paragraph("1", parts[4], text="\n".join(parts)),),
    )
    twin = public_twin(minutes, hidden)
    assert traces(twin, hidden) == []
    assert read_canonical(canonical_text(twin)) == twin


@given(st.lists(words, min_size=1, max_size=4))
def test_what_was_found_and_masked_is_not_found_again(said: list[str]) -> None:
    minutes = replace(WHOLE, title=" och ".join(said))
    found = look(minutes, ["Signe Almlöf"])
    twin = public_twin(minutes, [each.words for each in found])
    assert [each for each in look(twin, ["Signe Almlöf"]) if each.proposal is Choice.MASK] == []
