import pytest

from minutes.review.corrections import CorrectionRefused, by_hand, corrected, promoted
from minutes.review.tables import FindingKind

ACTION = {
    "item": "1",
    "quote": "Karin skickar listan.",
    "text": "Skicka listan",
    "owners": ["Karin"],
    "owner_text": "Karin",
    "due": None,
    "due_text": None,
    "due_suggested": None,
    "status": "open",
}


def test_several_owners_are_divided_by_commas_or_lines() -> None:
    content = corrected(FindingKind.ACTION, ACTION, {"owners": "Karin Lind, Olle Berg\nEva Ek"})
    assert content["owners"] == ["Karin Lind", "Olle Berg", "Eva Ek"]


def test_what_the_form_does_not_send_stays() -> None:
    content = corrected(FindingKind.ACTION, ACTION, {"due": "2026-12-01"})
    assert content == {**ACTION, "due": "2026-12-01"}


def test_an_emptied_field_is_empty() -> None:
    content = corrected(FindingKind.ACTION, ACTION, {"owners": " ", "due": ""})
    assert content["owners"] == []
    assert content["due"] is None


def test_the_words_of_the_minutes_cannot_be_changed() -> None:
    assert corrected(FindingKind.ACTION, ACTION, {"quote": "Något annat"}) == ACTION


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(CorrectionRefused) as refusal:
        corrected(FindingKind.ACTION, ACTION, {"text": " ", "due": "i morgon"})
    assert refusal.value.fields == {
        "text": "Åtgärd måste fyllas i.",
        "due": "Klart senast ska skrivas som 2026-11-22.",
    }


@pytest.mark.parametrize(
    "written,time", [("13.30", "13:30:00"), ("13:30", "13:30:00"), ("kl. 9", "09:00:00")]
)
def test_times_are_read_as_people_write_them(written: str, time: str) -> None:
    assert corrected(FindingKind.HEADER, {}, {"start": written})["start"] == time


@pytest.mark.parametrize("written", ["25.00", "12.75", "eftermiddag"])
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(CorrectionRefused, match="Början"):
        corrected(FindingKind.HEADER, {}, {"start": written})


def test_an_unknown_presence_is_refused() -> None:
    person = {"name": "Karin Lind", "presence": "present"}
    with pytest.raises(CorrectionRefused, match="Närvaro har ett okänt värde"):
        corrected(FindingKind.ATTENDEE, person, {"presence": "kanske"})


def test_too_long_a_name_is_refused() -> None:
    with pytest.raises(CorrectionRefused, match="högst 200 tecken"):
        corrected(FindingKind.ACTION, ACTION, {"owners": "K" * 201})


def test_an_action_added_by_hand_quotes_its_lines() -> None:
    content = by_hand(FindingKind.ACTION, {"text": "Boka sal"}, "Karin bokar sal.")
    assert (content["text"], content["quote"]) == ("Boka sal", "Karin bokar sal.")


def test_an_action_added_without_lines_quotes_itself() -> None:
    assert by_hand(FindingKind.ACTION, {"text": "Boka sal"}, "")["quote"] == "Boka sal"


def test_a_person_cannot_be_added_without_a_name() -> None:
    with pytest.raises(CorrectionRefused, match="Namn måste fyllas i"):
        by_hand(FindingKind.ATTENDEE, {"presence": "present"}, "")


def test_a_promoted_refusal_becomes_what_it_looked_like() -> None:
    kind, content = promoted({"kind": "action", "item": "2", "quote": "Vi ser över mallen."})
    assert kind is FindingKind.ACTION
    assert (content["item"], content["text"]) == ("2", "Vi ser över mallen.")
