"""The words that a rule asks for before it searches must leave out nothing that it would find."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

from minutes import recognition
from minutes.reading.blocks import Block, BlockKind, Source
from minutes.recognition.flattened import bare, front_pages, points
from minutes.recognition.language import due_phrases, verbs
from minutes.recognition.language.commitments import COMMITTING
from minutes.recognition.language.cues import (
    cue_of_signs,
    cue_of_stems,
    cue_of_words,
    cue_where,
    cues_of,
)
from minutes.recognition.language.sentences import Sentence, sentence_at, sentences
from minutes.recognition.language.verb_companions import COMPANIONS
from minutes.recognition.language.verbs import INFINITIVE, PRESENT, promises_anywhere
from minutes.recognition.language.vocabulary import OWN_BODY, OWN_BODY_ENDINGS
from minutes.recognition.language.words import (
    Phrase,
    Wording,
    any_of,
    holds_any,
    words_of,
)
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions import clause_starts, later, task_lists
from minutes.recognition.rules.actions.actions import Context, promises_in
from minutes.recognition.rules.actions.may_promise import may_promise
from minutes.recognition.rules.decisions import clauses, references
from minutes.recognition.rules.decisions.rule import Rule
from minutes.recognition.rules.decisions.wordings import RULES
from minutes.recognition.rules.document_kind import MAY_HOLD_PLACE, PLACEHOLDER
from minutes.recognition.rules.header import dates, elected
from tests.recognition.case_files import CASES, cases_in
from tests.recognition.wordings import matched_by

LINES = sorted(
    {line for file in CASES.glob("*.md") for case in cases_in(file.stem) for line in case.source}
)


def _declared(value: object) -> Iterator[Wording | Phrase]:
    """The expressions that are written with the words without which they cannot match."""
    if isinstance(value, Wording | Phrase):
        yield value
    elif isinstance(value, Rule):
        yield value.wording
    elif isinstance(value, tuple):
        for each in value:
            yield from _declared(each)


def _everywhere() -> list[Wording | Phrase]:
    modules = walk_packages(recognition.__path__, f"{recognition.__name__}.")
    values = (value for each in modules for value in vars(import_module(each.name)).values())
    return list({id(each): each for value in values for each in _declared(value)}.values())


def _asked(declared: Wording | Phrase, folded: str, cues: int) -> bool:
    """Whether it is tried at all on a text that is `folded` and has these cues."""
    if isinstance(declared, Phrase):
        return holds_any(folded, declared.parts)
    return cues & declared.cue != 0


DECLARED = _everywhere()


@pytest.mark.parametrize("declared", DECLARED, ids=lambda each: each.pattern.pattern[:60])
def test_whatever_an_expression_matches_has_one_of_the_words_asked_for(
    declared: Wording | Phrase,
) -> None:
    texts = list(matched_by(declared.pattern))
    assert texts
    missed = [t for t in texts if not _asked(declared, t.casefold(), cues_of(t))]
    assert missed == []


def test_in_no_case_an_expression_would_match_where_it_is_not_tried() -> None:
    tried, missed = 0, []
    for line in LINES:
        folded, cues = line.casefold(), cues_of(line)
        for each in DECLARED:
            if _asked(each, folded, cues):
                tried += 1
            elif each.pattern.search(line):
                missed.append((each.pattern.pattern, line))
    assert tried
    assert missed == []


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
        *((pattern, due_phrases._SAY_WHICH_DAY) for pattern, _ in due_phrases._RELATIVE_DAYS),
        (dates.OPENED, dates._TELL_WHEN),
        (dates._CLOSED, dates._TELL_WHEN),
        (elected._CHOSEN, elected._CHOOSING),
        (task_lists._BEFORE, task_lists._BESIDE_NAMES),
        (task_lists._IN_BRACKETS, task_lists._BESIDE_NAMES),
        (task_lists._BEHIND, task_lists._BESIDE_NAMES),
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
    assert [text for text in found if not _may_promise(text, decided=decided)] == []


def _may_promise(text: str, *, decided: bool) -> bool:
    return may_promise(text, _sentence(text), decided=decided)


def _sentence(text: str) -> Sentence:
    return sentence_at(_line(text), 0, len(text))


def _line(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, Source(1, 1))


@pytest.mark.parametrize("decided", [False, True])
def test_in_no_case_a_promise_stands_where_none_is_looked_for(decided: bool) -> None:
    context = Context(Roster(["Karin Ek", "Bo Alm"]), decided=decided)
    said = (each.text for line in LINES for each in sentences(_line(line)))
    others = [text for text in said if not _may_promise(text, decided=decided)]
    assert others
    assert [text for text in others if promises_in(text, context)] == []


@pytest.mark.parametrize("pattern", [later._COMPLETION, later._RESPONSIBLE])
def test_what_is_said_of_an_action_has_one_of_the_signs_and_words_asked_for(
    pattern: re.Pattern[str],
) -> None:
    texts = [text for text in matched_by(pattern) if ":" in text or later._RESPONSIBLE.match(text)]
    assert texts
    assert [text for text in texts if not cues_of(text) & later.SPEAKS_OF_ACTION] == []


def test_a_verb_that_other_words_decide_promises_only_with_them() -> None:
    for text, promised in (
        ("Hon redogör för läget", False),
        ("Karin för frågan vidare", True),
        ("Karin tar ordet", False),
        ("Karin tar över nycklarna", True),
    ):
        assert promises_anywhere(text, _sentence(text)) is promised


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
            (pattern for pattern, _ in points._STYLES),
            ("och § 12 Val", "punkt. 3) Val", "sedan 3: Val", "sedan 4 Val"),
            strict=True,
        ),
        (points._STYLES[1][0], "sedan 3. d"),
        (bare._BARE_SECTION, "sedan 112 Val"),
        (bare._PAGE_HEAD, "4 Protokoll 4 (12) 35 Val"),
    ],
)
def test_a_line_with_points_has_a_figure_before_a_word(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)
    assert points._NUMBERED.search(text)


def test_every_label_of_a_line_without_line_ends_begins_with_one_of_the_words_asked_for() -> None:
    texts = list(matched_by(front_pages._LABELS))
    assert texts
    assert [
        text
        for text in texts
        if not front_pages._labels(text) and text.strip("a ") not in front_pages._OFFICES
    ] == []


@pytest.mark.parametrize(
    "pattern",
    [references._FILLING, references._ABOVE.pattern, references._CLAUSE],
)
def test_no_word_says_anything_that_is_taken_away(pattern: re.Pattern[str]) -> None:
    texts = [pattern.sub(" ", text) for text in matched_by(pattern)]
    taken = [
        text for text, left in zip(matched_by(pattern), texts, strict=True) if not left.strip()
    ]
    assert taken
    assert [text for text in taken if references._says_something(words_of(text))] == []


def test_the_cues_of_a_text_are_those_of_its_words_in_any_case_and_of_its_signs() -> None:
    word, form, sign = cue_of_words({"granar"}), cue_of_stems({"plantering"}), cue_of_signs("§")
    ending = cue_where(lambda each: each.endswith("skogen"))
    for text, found in (
        ("Bo köper GRANAR.", word),
        ("granarna", 0),
        ("Planterades (i granskogen), två", form | ending),
        ("gran-skogen/granar", word | ending),
        ("enligt §4", sign),
    ):
        assert cues_of(text) & (word | form | sign | ending) == found
    late = cue_of_words({"granarna"})  # of words that were met before it was declared
    assert cues_of("granarna") & late


def test_each_verb_is_written_in_one_list_and_once() -> None:
    written = Counter([*verbs._WITH_R, *verbs._WITH_ER, *verbs._WITHOUT_A])
    assert [verb for verb, times in written.items() if times > 1] == []


def test_only_of_verbs_in_the_present_it_is_asked_what_follows_and_which_report() -> None:
    assert (COMPANIONS.keys() | verbs._REPORTS) - PRESENT.keys() == set()
