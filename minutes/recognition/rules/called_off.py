"""Whether minutes say of their own meeting that it never was: "Mötet ställdes in"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.sentences import Sentence, sentences
from minutes.recognition.language.vocabulary import A_MEETING
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline

_MEETING = rf"\w*(?:{A_MEETING}[tn]?|träffen)"
_NOT_HELD = regex(
    rf"\b{_MEETING}\b(?:\s+(?!(?:inte|ej|att|om)\b)[\w./:-]+){{0,7}}?\s+(?:"
    r"ställ(?:de|t)?s\s+(?:därför\s+|tyvärr\s+|alltså\s+)?in\b"
    r"|(?:är|var|blev|blir|har\s+blivit)\s+(?:därför\s+|tyvärr\s+|alltså\s+)?inställ[td]a?\b"
    r"|hölls\s+(?:därför\s+|tyvärr\s+)?(?:inte|aldrig|ej)\b"
    r"|blev\s+(?:därför\s+|tyvärr\s+)?(?:inte|aldrig)\s+av\b"
    r"|fick\s+ställas\s+in\b)"
    rf"|\b(?:ställ(?:de|t)?s|är|var|blev)\s+{_MEETING}\s+(?:in\b|inställ[td]\b)"
    rf"|\batt\s+ställa\s+in\s+{_MEETING}\b"
    rf"|\bställde\s+(?:[\w-]+\s+){{1,3}}?in\s+{_MEETING}\b"
    rf"|\b(?:inget|ingen)\s+{_MEETING}\s+hölls\b"
    rf"|^{_MEETING}\b.{{0,60}}?[-–—:(,.]\s*inställ[td]\b"
    rf"|^(?:obs[:!]?\s*)?inställ[td]\s+{_MEETING}\b",
    re.IGNORECASE,
)
# Of another meeting, or of what may become of this one.
_OF_ANOTHER = regex(
    r"\b(?:nästa|förra|föregående|senaste|kommande|tidigare|nästkommande)\b|^om\b|\bom\s+(?:inte|färre|för)\b"
    r"|\b(?:föreslår|förslag|kan|ska|skall|kommer|bör)\b",
    re.IGNORECASE,
)
_HOLDS = ("ställ", "hölls", "blev")
_MOST_WORDS = 120  # of all that stands there; where more is told something was held
_ANY_YEAR = dt.date(2000, 1, 1)


def called_off(plan: Outline, people: Sequence[Attendee]) -> Sentence | None:
    """The sentence that says it, in a document that tells of nobody present and little else."""
    passages = plan.without_appendices
    if any(person.presence is Presence.PRESENT for person in people):
        return None
    if sum(len(passage.block.text.split()) for passage in passages) > _MOST_WORDS:
        return None
    said = [each for passage in passages for each in sentences(passage.block)]
    for sentence in said:
        if holds_any(sentence.text.casefold(), _HOLDS) and _says_so(sentence, said):
            return sentence
    return None


def _says_so(sentence: Sentence, said: Sequence[Sentence]) -> bool:
    found = _NOT_HELD.search(sentence.text)
    if found is None or _OF_ANOTHER.search(sentence.text, 0, found.end()):
        return False
    days = set(_days(sentence.text[: found.end()]))
    others = {day for each in said if each is not sentence for day in _days(each.text)}
    return not (days and others) or bool(days & others)


def _days(text: str) -> Iterator[tuple[int, int]]:
    """(month, day) of each date in the text."""
    return ((each.date.month, each.date.day) for each in date_mentions(text, _ANY_YEAR))
