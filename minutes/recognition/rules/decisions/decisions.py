"""What the body itself settled: a sentence, or a clause under "beslutade:", and why we think so."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, SURE
from minutes.recognition.language.cues import cue_where, cues_of
from minutes.recognition.language.misspelt import MISSPELT, respelt
from minutes.recognition.language.sentences import QUOTES, Sentence, sentence_at
from minutes.recognition.language.vocabulary import OWN_BODY, OWN_BODY_ENDINGS
from minutes.recognition.language.words import Index, wording
from minutes.recognition.rules.decisions.clauses import verb_clauses
from minutes.recognition.rules.decisions.english import BARE_IN_ENGLISH
from minutes.recognition.rules.decisions.own_names import as_meeting
from minutes.recognition.rules.decisions.reasons import (
    ASKED,
    EARLIER,
    MENTIONED,
    OF_ANOTHER,
    OF_OTHER_MEETING,
    PROPOSED,
)
from minutes.recognition.rules.decisions.refusals import ADOPTED, REFUSALS
from minutes.recognition.rules.decisions.summaries import tells_in_perfect
from minutes.recognition.rules.decisions.wordings import RULES
from minutes.records import record

_F = re.VERBOSE | re.IGNORECASE

# What may be told of a decision where none of these settles anything.
_AGREED = wording("enighet gemensam", r"\benighet\s+om\b|\bgemensam\s+syn\b")
_WITHOUT_MEETING = regex(r"\bper\s+capsulam\b", re.IGNORECASE)  # decided on an earlier day
_MENTIONED = regex(r"\bbeslut", re.IGNORECASE)
_PROPOSES = wording(
    "föreslår yrkar yrkade hemställer",
    r"^(?:[\w-]+\s+){1,4}?(?:föreslår|yrkar|yrkade|hemställer)\b.*\batt\s",
)
_RULES = Index([rule.wording for rule in RULES])
_MENTIONS = cue_where(lambda word: "beslut" in word)
_NAMES_OWN_BODY = cue_where(lambda word: word.endswith(OWN_BODY_ENDINGS))
_MAY_SETTLE = _RULES.cue | _AGREED.cue | _PROPOSES.cue | _MENTIONS | MISSPELT
_REFUSALS = Index([refusal for _, refusal in REFUSALS])
# "Styrelsen föreslår att motionen avslås": no more than a proposal, whatever its verb.
_PROPOSES_ITS_END = regex(
    r"\b(?:föreslår|yrkar|rekommenderar|hemställer)\s+(?:\w+\s+){0,3}?att\s[^,.]{2,80}[.]?$",
    re.IGNORECASE,
)
# "Eftersom alla var nöjda beslutade styrelsen att …": why, and then what was decided.
_WHY_FIRST = regex(
    rf"^(?:eftersom|då|med\s+tanke\s+på|trots\s+att|efter\s+att|med\s+anledning\s+av|p\.?\s?g\.?\s?a\.?|på\s+grund\s+av)\s[^.]{{3,200}}?\s(?=(?:beslutar|beslutade|beslöt)\s+(?:därför\s+)?{OWN_BODY}\s|(?:fastställdes|godkändes|antogs)\s|(?:beslutades|beslöts|bestämdes)\s+att\s)",
    _F,
)
_QUOTED = regex(r"[”“\"][^”“\"]*[”“\"]")
_HIGHER_BODY = regex(
    r"^(?:riksdagen|regeringen|(?:kommun|region|landstings)(?:fullmäktige|styrelsen))\b",
    re.IGNORECASE,
)
# In the minutes of a board: "Vid årsmötet beslöts att …", "På stämman uppdrogs åt …".
_AT_GENERAL_MEETING = regex(
    r"^(?:vid|på|under)\s+(?:(?:det|den)\s+)?(?:senaste\s+)?(?:(?:extra|ordinarie)\s+)?(?:\w*årsmötet|(?:höst|vår)mötet|\w*stämman)\s+"
    r"(?:beslöts|beslutades|beslöt|beslutade|bestämdes|uppdrogs|valdes)\b",
    re.IGNORECASE,
)
_BOARD = regex(r"styrelse|utskott|nämnd|kommitté|presidi|grupp", re.IGNORECASE)
_GENERAL_MEETING = regex(r"årsmöte|stämma|stormöte|medlemsmöte", re.IGNORECASE)
_DECIDED_THAT = regex(
    rf"^(?:(?:det\s+)?(?:beslutades|beslöts)|{OWN_BODY}\s+(?:beslutade|beslöt|beslutar))(?:\s+\w+)?\s+att\s",
    _F,
)
# "Beviljades." says nothing without the sentence before it.
_BARE_VERDICT = regex(
    r"^(?:(?:så\s+)?(?:beslutades|beslöts)|beslutat|beviljades|bifölls|bifalles|avslogs|godkändes|godkännes|antogs|fastställdes|(?:förklara(?:s|des)\s+)?godkänd|beviljad|bordlades)(?:\s+(?:enhälligt|av\s+\w+|utan\s+\w+))?\s*[.]?$"
    rf"|{BARE_IN_ENGLISH}",
    re.IGNORECASE,
)
_BARE_VERDICTS_BEGIN = tuple("BbAaGgFfSsCcPpMmUuRrDdTtWwVvOo")
_LONGEST_VERDICT, _LONGEST_BEFORE_VERDICT = 120, 200  # characters


@record
class Verdict:
    """Whether a passage is a decision: how sure (0 where it is none) and why, or why not."""

    confidence: float
    reason: str
    looked_like_one: bool = True


def as_judged(found: list[Sentence]) -> list[Sentence]:
    """The sentences; "Förslaget lästes. Beviljades." is one, "Valdes Bo, godkändes budgeten" are two."""
    found = [clause for sentence in found for clause in verb_clauses(sentence)]
    joined = found[:1]
    for sentence in found[1:]:
        previous = joined[-1]
        if (
            len(sentence.text) < _LONGEST_VERDICT
            and sentence.text.startswith(_BARE_VERDICTS_BEGIN)
            and _BARE_VERDICT.match(sentence.text)
            and len(previous.text) < _LONGEST_BEFORE_VERDICT
        ):
            joined[-1] = sentence_at(previous.block, previous.start, sentence.end)
        else:
            joined.append(sentence)
    return joined


NOTHING = Verdict(0.0, "", looked_like_one=False)


def judge(
    sentence: Sentence,
    own_body: str | None = None,
    *,
    names: frozenset[str] = frozenset(),
    in_summary: bool = False,
) -> Verdict:
    """Whether this one sentence, by itself, settles something. Quotations are taken out first.

    Where `own_body`, the body that met, is known, what a higher body decides is none of its
    decisions; `names` are others by which it calls itself. In a published summary "har beslutat" is how its decisions are told.
    """
    if in_summary and tells_in_perfect(sentence.text):
        return Verdict(SURE, "organet ”har beslutat”, i ett sammandrag")
    if not sentence.cues & _MAY_SETTLE:
        return NOTHING
    plain, cues = _as_meant(sentence, names)
    for place in _RULES.places(cues):
        rule = RULES[place]
        if rule.of_body and not cues & _NAMES_OWN_BODY:
            continue
        if rule.wording.pattern.search(plain):
            if _is_of_another(plain, own_body):
                return Verdict(0.0, OF_ANOTHER)
            if _is_of_other_meeting(plain, own_body):
                return Verdict(0.0, OF_OTHER_MEETING)
            told = _without_what_is_decided(plain)
            return _refused(told, cues) or Verdict(rule.confidence, rule.reason)
    return _by_no_rule(plain, cues)


def _as_meant(sentence: Sentence, names: frozenset[str]) -> tuple[str, int]:
    """The words to judge, without quotations and reasons and rightly spelt, and their cues."""
    text, cues = sentence.text, sentence.cues
    if cues & MISSPELT:
        text = respelt(text, sentence.words)
        cues = cues_of(text)
    plain = text.strip()
    if names and (meant := as_meeting(plain, names)) != plain:
        plain, cues = meant, cues_of(meant)
    if cues & _MENTIONS or "beslöt" in text or plain.startswith(("Eftersom", "Då ")):
        plain = _WHY_FIRST.sub("", plain)
    if cues & QUOTES:
        plain = _QUOTED.sub(lambda m: "x" * len(m.group()), plain)
    return plain, cues


def _by_no_rule(plain: str, cues: int) -> Verdict:
    """Where no wording of a decision fits: a proposal, an agreement, or the mere word."""
    if _PROPOSES.search(plain, cues) and not plain.endswith("?"):
        return Verdict(0.0, PROPOSED)
    agreed = _AGREED.search(plain, cues)
    if agreed or (cues & _MENTIONS and _MENTIONED.search(plain)):
        if refused := _refused(plain, cues):
            return refused
        if agreed:
            return Verdict(DOUBTFUL, "enighet utan beslut")
        return Verdict(0.0, MENTIONED)
    return NOTHING


def _is_of_another(text: str, own_body: str | None) -> bool:
    """Whether the sentence begins with another body, which then decides."""
    subject = _HIGHER_BODY.match(text)
    return bool(own_body and subject and subject.group().casefold() not in own_body.casefold())


def _is_of_other_meeting(text: str, own_body: str | None) -> bool:
    """Whether a board tells what its general meeting decided."""
    board = _AT_GENERAL_MEETING.match(text) and own_body and _BOARD.search(own_body)
    return bool(board and not _GENERAL_MEETING.search(own_body or ""))


def _without_what_is_decided(text: str) -> str:
    """The words up to "att" of "Beslöts att …": what is decided may well be to come or proposed."""
    match = _DECIDED_THAT.match(text)
    return text[: match.end()] if match and not text.rstrip().endswith("?") else text


def _refused(text: str, cues: int) -> Verdict | None:
    if text.endswith("?"):
        return Verdict(0.0, ASKED)
    for reason, refusal in map(REFUSALS.__getitem__, _REFUSALS.places(cues)):
        if not refusal.pattern.search(text):
            continue
        adopted = reason == PROPOSED and ADOPTED.search(_PROPOSES_ITS_END.sub("", text))
        if not adopted and not (reason == EARLIER and _WITHOUT_MEETING.search(text)):
            return Verdict(0.0, reason)
    return None
