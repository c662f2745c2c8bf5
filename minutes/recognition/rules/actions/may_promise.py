"""Whether a sentence has any word that a promise needs; most have none, and are looked at no more."""

import re

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_signs, cue_of_words, cue_where
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.verbs import (
    IMPERATIVE,
    INFINITIVE,
    PRESENT,
    PROMISING,
    promises_anywhere,
)
from minutes.recognition.language.words import first_word, holds_any
from minutes.recognition.rules.actions.errands import ERRAND_WORDS
from minutes.recognition.rules.actions.left_with import BEGINNINGS as LEFT_WITH_BEGIN
from minutes.recognition.rules.actions.left_with import SIGNS as LEFT_WITH
from minutes.recognition.rules.actions.shared_out import may_share_out

# Beside the verbs in the present tense: without any of these a sentence promises nothing.
_WORDS_OF_PROMISE = cue_of_words(
    frozenset(
        """senast avser ämnar tänker faller ankommer ska skall kommer kan får fick ges gavs tar tog åtar åtog påtar påtog ansvarar ansvarig ansvariga
        ombeds ombedes ombads ombeddes uppmanas uppmanades uppdras uppdrogs åläggs ålades utsågs utses
        behöver få uppmuntras uppmuntrar tillfrågas lovar lovade tackade tackar anförtroddes anförtros överläts överlåts erbjöd erbjuder skulle måste bör
        ge ger gav gett lämna lämnar uppdra uppdrar uppdrog uppmanar ber bad ombad
        uppmanade anmälde anmäler bildas bildades tillsätta tillsätter tillsatte utse utser utsåg bilda bildar bildade tillsätts tillsattes återremitteras återremitterades återremittera återremitterar
        uppföljning återkoppling avstämning delegera delegeras delegerar delegerades delegerade överlämnas hänskjuts hänvisas förs överenskoms
        låta be valde välja väljer uppdrag uppdraget mandat åligger ålades blir blev ombedd ombedda ålagd ålagda anmodas anmodad anmodades anmodade valdes väljs""".split()
    ).union(ERRAND_WORDS)
)
_OF_DECIDED = cue_of_words({*PRESENT, "genom"})
_IMPERATIVE, _INFINITIVE = cue_of_words(IMPERATIVE), cue_of_words(INFINITIVE)
_BY, _HAD = cue_of_words({"av", "från"}), cue_of_words({"har", "hade"})
_OF_WORDS = _WORDS_OF_PROMISE | PROMISING | _OF_DECIDED | _IMPERATIVE | _INFINITIVE | _BY | _HAD
_BY_SOMEBODY = regex(r"s (?:\w+ ){0,4}?(?:av|från) ", re.IGNORECASE)
_RESPONSIBLE = ("@", "ansvarig", "Ansvarig", "ANSVARIG", "försorg", *LEFT_WITH)
_BEFORE_LAST = (" (", " -", " –")
_NAME_LAST = regex(r"\s(?:\(|[-–]\s?)[A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ][a-zåäö]*\.?)?\)?[.]?\s*$")
_LISTS_BEGIN = tuple("åÅaAtT")
_OPENS_LIST = regex(r"åtgärd|action\b|att[ -]göra|to ?-?do|ap\b", re.IGNORECASE)
_HAS_DUTY = regex(
    r"\b(?:har|hade) (?:i uppdrag|fått|lovat|åtagit|tagit på|ansvar|till uppgift|hand om|kontakt)",
    re.IGNORECASE,
)
_NAME_FIRST = regex(r"@?[A-ZÅÄÖÉ]\w*(?: [A-ZÅÄÖÉ]\w*)?,? [a-zåäö]+[aåäö]\b")
_NAME_AND_COLON = regex(r"@?[A-ZÅÄÖÉ][^.:;]{1,40}:\s\w")
# One of these stands in all that is asked for beside the words.
_SIGNS = cue_of_signs(":–-(@")
_PARTS = ("ansvarig", "försorg")
_BEGINNINGS = (
    *("åtgärd", "action", "göra", "todo", "do", "ap"),
    *LEFT_WITH_BEGIN,
)
_OTHERWISE = _SIGNS | cue_where(
    lambda word: word.startswith(_BEGINNINGS) or holds_any(word, _PARTS)
)
_DECIDED = _OTHERWISE | _OF_WORDS
_UNDECIDED = _DECIDED & ~_OF_DECIDED


def may_promise(text: str, sentence: Sentence, *, decided: bool) -> bool:
    """Whether the text, a part of the sentence, may promise something.

    Where it is `decided`, a verb that only tells elsewhere is one.
    """
    cues = sentence.cues & (_DECIDED if decided else _UNDECIDED)
    if not cues:
        return False
    if cues & _OF_WORDS and _promises_by(cues, text, sentence, decided=decided):
        return True
    if not cues & _OTHERWISE:
        return False
    if may_share_out(text) or text.startswith("("):
        return True
    if holds_any(text, _RESPONSIBLE) or (holds_any(text, _BEFORE_LAST) and _NAME_LAST.search(text)):
        return True
    return text.startswith(_LISTS_BEGIN) and bool(_OPENS_LIST.match(text))


def _promises_by(cues: int, text: str, sentence: Sentence, *, decided: bool) -> bool:
    """Whether one of the words that the sentence holds makes it a promise where it stands there."""
    if cues & _WORDS_OF_PROMISE or (decided and cues & _OF_DECIDED):
        return True
    if cues & PROMISING and promises_anywhere(text, sentence):
        return True
    if cues & _IMPERATIVE and (
        first_word(text).casefold() in IMPERATIVE or _NAME_AND_COLON.match(text)
    ):
        return True
    if cues & _INFINITIVE and (_demands_somewhere(text) or _NAME_FIRST.match(text)):
        return True
    if cues & _HAD and _HAS_DUTY.search(text):
        return True
    return bool(cues & _BY) and _BY_SOMEBODY.search(text) is not None


def _demands_somewhere(text: str) -> bool:
    """Whether an infinitive may stand first, or after "Karin:" or "Karin -"."""
    first = text.split(maxsplit=1)[0].strip('.,;:!?()”“"')
    return first.casefold() in INFINITIVE or ":" in text or " -" in text or " –" in text
