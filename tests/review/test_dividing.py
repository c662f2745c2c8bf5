import pytest

from minutes.errors import Refused
from minutes.review.dividing import divided, divisible, merged
from minutes.review.tables import FindingKind

ACTION = {
    "item": "1",
    "quote": "Sara bokar salen.",
    "text": "Boka salen.",
    "owners": ["Sara Ek"],
    "due": "2026-12-01",
}
OTHER = {**ACTION, "item": "2", "text": "Bjud in alla.", "owners": ["Bo Alm", "Sara Ek"]}


def test_two_are_one_with_all_owners_and_the_earlier_day() -> None:
    content = merged(FindingKind.ACTION, ACTION, {**OTHER, "due": "2026-11-20"}, "Allt.")
    assert content["text"] == "Boka salen. Bjud in alla."
    assert content["owners"] == ["Sara Ek", "Bo Alm"]
    assert (content["due"], content["item"], content["quote"]) == ("2026-11-20", "1", "Allt.")


def test_an_empty_line_divides_and_the_rest_is_in_common() -> None:
    one, two = divided(FindingKind.ACTION, ACTION, "Boka\nsalen.\r\n\r\nBjud in.")
    assert (one["text"], two["text"]) == ("Boka salen.", "Bjud in.")
    assert one["owners"] == two["owners"] == ["Sara Ek"]


@pytest.mark.parametrize("text", ["", "Boka salen.\nBjud in.", "\n\n".join("x" * 21)])
def test_what_cannot_be_divided_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        divided(FindingKind.ACTION, ACTION, text)


def test_the_sentences_are_proposed_as_parts() -> None:
    assert divisible("Sara bokar salen. Bo bjuder in kl. 9.") == (
        "Sara bokar salen.\n\nBo bjuder in kl. 9."
    )
