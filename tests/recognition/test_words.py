"""The words that a rule asks for before it searches must leave out nothing that it would find."""

import re

import pytest

from minutes.recognition import clauses, due_phrases, flattened_points
from minutes.recognition.names import Roster
from minutes.recognition.rules import clause_starts, header_dates
from minutes.recognition.rules.actions import Context, may_promise, promises_in
from minutes.recognition.rules.attendance_prose import TOLD
from minutes.recognition.rules.decision_refusals import REFUSALS
from minutes.recognition.rules.decision_wordings import RULES, Rule
from minutes.recognition.rules.decisions import LEAD
from minutes.recognition.rules.document_kind import MAY_HOLD_PLACE, PLACEHOLDER
from minutes.recognition.verbs import COMMITTING, INFINITIVE, PRESENT, promises_anywhere
from minutes.recognition.vocabulary import OWN_BODY, OWN_BODY_ENDINGS
from minutes.recognition.words import Wording, any_of, holds_any, stems_of, words_of
from tests.recognition.wordings import matched_by

WORDINGS = [
    *(rule.wording for rule in RULES),
    *(refusal for _, refusal in REFUSALS),
    LEAD,
    *(told for told, _ in TOLD),
]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.pattern.pattern[:60])
def test_whatever_an_expression_matches_has_one_of_the_words_asked_for(wording: Wording) -> None:
    texts = list(matched_by(wording.pattern))
    assert texts
    assert [text for text in texts if not wording.search(text, stems_of(words_of(text)))] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.of_body], ids=lambda rule: rule.reason
)
def test_a_rule_of_the_body_matches_only_where_a_word_ends_like_one(rule: Rule) -> None:
    for text in matched_by(rule.wording.pattern):
        assert any(word.endswith(OWN_BODY_ENDINGS) for word in words_of(text))


def test_every_form_of_an_unfilled_place_has_one_of_the_signs_asked_for() -> None:
    texts = list(matched_by(PLACEHOLDER))
    assert texts
    assert [text for text in texts if not holds_any(text.casefold(), MAY_HOLD_PLACE)] == []


@pytest.mark.parametrize(
    "pattern, parts",
    [
        (due_phrases._OFFSET_BEFORE, due_phrases._BEFORE),
        (due_phrases._VAGUE, due_phrases._SAY_VAGUELY),
        *((pattern, due_phrases._SAY_WHICH_DAY) for pattern, _ in due_phrases._RELATIVE_DAYS),
        (header_dates.OPENED, header_dates._TELL_WHEN),
        (header_dates._CLOSED, header_dates._TELL_WHEN),
    ],
)
def test_whatever_an_expression_matches_has_one_of_its_parts(
    pattern: re.Pattern[str], parts: tuple[str, ...]
) -> None:
    texts = list(matched_by(pattern))
    assert texts
    assert [text for text in texts if not holds_any(text.casefold(), parts)] == []


def test_whatever_is_no_decision_under_its_label_begins_or_goes_on_so() -> None:
    texts = list(matched_by(clauses._NOT_OPERATIVE))
    assert texts
    assert [text for text in texts if not clauses._may_not_be(text.casefold())] == []


def test_every_name_of_the_own_body_has_one_of_its_endings() -> None:
    names = list(matched_by(re.compile(rf"^{OWN_BODY}$", re.VERBOSE)))
    assert len(names) > len(OWN_BODY_ENDINGS)
    assert [name for name in names if not name.casefold().endswith(OWN_BODY_ENDINGS)] == []


@pytest.mark.parametrize(
    "between",
    [
        *(", ", "; ", ": ", " - ", " – ", " -> ", " => ", " → ", ", hon ", " ("),
        *(" och ", " samt ", " men ", " medan ", " så ", " varför ", " därför "),
    ],
)
def test_what_parts_two_clauses_is_one_of_the_signs_and_words_asked_for(between: str) -> None:
    text = f"Bo kokar kaffe{between}Karin bakar bullar)"
    assert clause_starts._LATER_CLAUSE.search(text)
    assert holds_any(text, clause_starts._PARTING)


AFTER_VERBS = (
    "frågan vidare till nästa möte",
    "fram ett förslag på det",
    "till att skylten byts",
    "med Bo om nyckeln",
    "i uppdrag att ringa banken",
    "besked senast den 3 maj",
    "ut brevet",
    "kontakt med kommunen",
    "bidrag för lekplatsen",
)
PROMISES = [
    *(f"Karin {verb} {after}." for verb in PRESENT for after in AFTER_VERBS),
    *(f"Då {verb} Karin {after}." for verb in PRESENT for after in AFTER_VERBS),
    *(f"Sedan {verb} styrelsen {after}." for verb in PRESENT for after in AFTER_VERBS),
    *(f"Karin {text} ordna en fest." for text in matched_by(COMMITTING)),
    *(f"{verb.capitalize()} frågan (Karin)." for verb in INFINITIVE),
    *(f"Karin: {verb} frågan." for verb in INFINITIVE),
    *(f"Frågan ska {verb}s av Karin." for verb in INFINITIVE),
    *(f"Frågan {verb}s av Karin." for verb in INFINITIVE),
]


@pytest.mark.parametrize("decided", [False, True])
def test_whatever_is_a_promise_has_a_word_of_promises(decided: bool) -> None:
    context = Context(Roster(["Karin Ek", "Bo Alm"]), decided=decided)
    found = [text for text in PROMISES if promises_in(text, context)]
    assert len(found) > len(PROMISES) / 3
    assert [text for text in found if not may_promise(text, words_of(text), decided=decided)] == []


def test_a_verb_that_other_words_decide_promises_only_with_them() -> None:
    for text, promised in (
        ("Hon redogör för läget", False),
        ("Karin för frågan vidare", True),
        ("Karin tar ordet", False),
        ("Karin tar över nycklarna", True),
    ):
        assert promises_anywhere(text, words_of(text)) is promised


def test_any_of_finds_the_longest_of_the_words_in_any_case() -> None:
    words = ("hr", "hr-chefen", "vd", "vd:n", "v ordf", "vice ordförande", "i", "in")
    found = re.compile(any_of(words), re.IGNORECASE)
    for word in words:
        for text in (word, word.upper()):
            match = found.match(f"{text}, och")
            assert match
            assert match.group() == text
    assert found.match("hus") is None


@pytest.mark.parametrize(
    "pattern, text",
    [
        *zip(
            (pattern for pattern, _ in flattened_points._STYLES),
            ("och § 12 Val", "punkt. 3) Val", "sedan 3: Val", "sedan 4 Val"),
            strict=True,
        ),
        (flattened_points._STYLES[1][0], "sedan 3. d"),
        (flattened_points._BARE_SECTION, "sedan 112 Val"),
        (flattened_points._PAGE_HEAD, "4 Protokoll 4 (12) 35 Val"),
    ],
)
def test_a_line_with_points_has_a_figure_before_a_word(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
    assert flattened_points._NUMBERED.search(text)
