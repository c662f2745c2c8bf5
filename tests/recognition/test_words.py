"""The words that a rule asks for before it searches must leave out nothing that it would find."""

import re

import pytest

from minutes.recognition.rules import decisions
from minutes.recognition.vocabulary import OWN_BODY, OWN_BODY_ENDINGS
from minutes.recognition.words import Wording, stems_of, words_of
from tests.recognition.wordings import matched_by

WORDINGS = [
    *(rule.wording for rule in decisions.RULES),
    *(refusal for _, refusal in decisions.REFUSALS),
    decisions.LEAD,
]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.pattern.pattern[:60])
def test_whatever_an_expression_matches_has_one_of_the_words_asked_for(wording: Wording) -> None:
    texts = list(matched_by(wording.pattern))
    assert texts
    assert [text for text in texts if not wording.search(text, stems_of(words_of(text)))] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in decisions.RULES if rule.of_body], ids=lambda rule: rule.reason
)
def test_a_rule_of_the_body_matches_only_where_a_word_ends_like_one(rule: decisions.Rule) -> None:
    for text in matched_by(rule.wording.pattern):
        assert any(word.endswith(OWN_BODY_ENDINGS) for word in words_of(text))


def test_every_name_of_the_own_body_has_one_of_its_endings() -> None:
    names = list(matched_by(re.compile(rf"^{OWN_BODY}$", re.VERBOSE)))
    assert len(names) > len(OWN_BODY_ENDINGS)
    assert [name for name in names if not name.casefold().endswith(OWN_BODY_ENDINGS)] == []
