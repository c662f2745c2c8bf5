import pytest

from minutes.recognition.rules.decisions.english import ENGLISH_RULES
from minutes.review.reasons import known


@pytest.mark.parametrize(
    "reason, words, values",
    [
        ("namn + ”kommer att”", "namn + ”%(words)s”", {"words": "kommer att"}),
        ("organet ”beslutar”", "organet ”%(words)s”", {"words": "beslutar"}),
        ("åtgärdslista", "åtgärdslista", {}),
    ],
)
def test_a_reason_that_comes_often_is_known_with_the_words_it_quotes(
    reason: str, words: str, values: dict[str, str]
) -> None:
    text = known(reason)
    assert text is not None
    assert (text, text.words, text.values) == (reason, words, values)


@pytest.mark.parametrize("reason", ["", "något nytt", "namn och ”tar”", "%(words)s"])
def test_another_is_said_as_it_is_stored(reason: str) -> None:
    assert known(reason) is None


def test_why_english_words_decide_is_said_in_swedish() -> None:
    assert [each.reason for each in ENGLISH_RULES if not each.reason.endswith("(engelska)")] == []
