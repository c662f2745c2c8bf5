"""What is to be watched: another body's decision, one that is yet to come, or one quoted.

A sentence in, and what it says of whose decision it is and when it was or will be taken.
It is no decision of the meeting itself, and nobody's promise.
"""

import datetime as dt
import re
from collections.abc import Iterator

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, WatchItem, WatchKind
from minutes.recognition.language.cues import cue_of_stems, cue_of_words, cue_where
from minutes.recognition.language.dates import LONG_MONTH, date_mentions
from minutes.recognition.language.due_phrases import due_of
from minutes.recognition.language.sentences import QUOTES, Sentence, tidy
from minutes.recognition.language.vocabulary import A_MEETING, OTHER_BODIES, OTHER_BODY_WORDS
from minutes.recognition.rules.decisions.reasons import OF_ANOTHER, TO_COME
from minutes.records import record

_CAPITALS = regex(r"[A-ZÅÄÖ][A-ZÅÄÖ]")
_BY_SHORT_NAME = regex(r"\b(?:av|i|inom|från|hos|till)\s+(?P<body>[A-ZÅÄÖ]{2,6})\b(?!-)")
_BODY_ENDINGS = tuple(
    """nämnden styrelsen fullmäktige utskottet beredningen kommittén stämman förbundet direktören
    myndigheten verket årsmötet domstolen""".split()
)
_OTHER_BODY = cue_of_words(OTHER_BODY_WORDS)
_ENDS_AS_BODY = cue_where(lambda word: word.endswith(_BODY_ENDINGS))
_BODY = regex(rf"\b(?:[\wåäöÅÄÖ]+-\s?och\s)?[A-ZÅÄÖa-zåäö][\wåäö-]*(?:{'|'.join(_BODY_ENDINGS)})\b")
_OWN = regex(
    r"^(?:mötet|stämman|styrelsen|nämnden|rådet|gruppen|kommittén|utskottet|fullmäktige|årsmötet|presidiet)$",
    re.IGNORECASE,
)
_SOME_TIME = regex(
    rf"\b(?:(?:i|under|till|efter|före)\s+(?:(?:början|mitten|slutet)\s+av\s+)?(?:{LONG_MONTH})(?:\s*[/–-]\s*(?:{LONG_MONTH}))?(?:\s+(?:19|20)\d\d)?"
    rf"|(?:i|under|till|efter|före)\s+(?:våren|hösten|sommaren|vintern|höst|vår|sommar|vinter)(?:\s+(?:19|20)\d\d)?|(?:vecka|v\.)\s?\d{{1,2}}|vid\s+årsskiftet|nästa\s+år|under\s+(?:19|20)\d\d|(?:vid|på)\s+(?:(?:nästa|kommande|höstens|vårens)\s+)?[\wåäö]*{A_MEETING}[tn]?)\b",
    re.IGNORECASE,
)
_COMING = regex(
    r"\bbeslut\w*\b[^.]{0,40}\b(?:kommer|väntas|dröjer|tas|fattas|inväntas|avvaktas)\b|\b(?:inväntar|avvaktar|väntar\s+på)\b[^.]{0,40}\bbeslut|\bännu\b[^.]{0,30}\bbeslut|\bbeslut\w*\b[^.]{0,30}\bännu\b|\bkommer\b[^.]{0,40}\b(?:beslutas|fastställas|antas)",
    re.IGNORECASE,
)
_TO_BE_DECIDED = regex(
    r"\b(?:fattar\s+(?:sitt\s+)?beslut|beslutar|tar\s+ställning|behandlar|prövar|avgör|tar\s+beslut"
    r"|(?:väntas|ska|skall|kommer\s+att)\s+(?:\w+\s+)?(?:fatta\s+beslut|besluta|ta\s+ställning|behandla|pröva|avgöra|ta\s+beslut))\b",
    re.IGNORECASE,
)
_DECIDES = cue_of_stems("fattar beslutar ställning behandlar prövar avgör".split())
_HAS_DECIDED = regex(
    r"\b(?:har\s+(?:\w+\s+)?(?:beslutat|beviljat|fastställt|godkänt|antagit)|beslutade[s]?|beslutats|beslöt\w*|beslut\w*\s+(?:togs|fattades|har\s+tagits|har\s+fattats)|fastställde\w*|antog\w*|godkände\w*)\b",
    re.IGNORECASE,
)
_DECIDING = regex(r"\b(?:beslut\w*|beslöt\w*)", re.IGNORECASE)
_AHEAD = regex(r"\b(?:ska|skall|kommer|väntas|planeras|måste)\b", re.IGNORECASE)
_QUOTED = regex(r"[”“\"](?P<said>[^”“\"]{12,})[”“\"]")
_SETTLES = regex(
    r"\b(?:får\s+i\s+uppdrag|ges\s+i\s+uppdrag|beslut\w*|beslöt|fastställ\w+|godkän\w+|antar|antog|uppdrar)\b",
    re.IGNORECASE,
)


@record
class Watched:
    """Whose decision, when, and how sure it is that it should be watched."""

    kind: WatchKind
    body: str | None
    date: dt.date | None
    date_text: str | None
    confidence: float
    reason: str


def watched(
    sentence: Sentence, refused: str, own_body: str | None, base: dt.date | None
) -> Watched | None:
    """What is to be watched in the sentence; `refused` is why it is no decision of this body."""
    text, cues = sentence.text, sentence.cues
    quoted = _QUOTED.search(text) if cues & QUOTES else None
    if not (refused or quoted or cues & _DECIDES):
        return None
    if quoted and _SETTLES.search(quoted["said"]):
        body = _body(text[: quoted.start()], cues, own_body)
        if body:
            return _of(WatchKind.QUOTED, body, text, base, f"citat av beslut i {body}")
    plain = _QUOTED.sub(lambda match: " " * len(match.group()), text) if quoted else text
    body = _body(plain, cues, own_body)
    if refused == OF_ANOTHER and body:
        return _of(WatchKind.DECIDED, body, plain, base, OF_ANOTHER)
    if plain.rstrip().endswith("?"):
        return None
    if refused == TO_COME and _may_come(plain, body, base):
        return _of(WatchKind.COMING, body, plain, base, TO_COME)
    if body and _will_decide(plain, body, base):
        return _of(WatchKind.COMING, body, plain, base, f"{body} ska besluta")
    if body and refused and _HAS_DECIDED.search(plain):
        return _of(WatchKind.DECIDED, body, plain, base, OF_ANOTHER)
    return None


def watch_item(found: Watched, item: str | None, sentence: Sentence) -> WatchItem:
    """The finding that the sentence makes."""
    quote = sentence.text.strip()
    return WatchItem(
        kind=found.kind,
        item=item,
        quote=quote,
        text=tidy(quote),
        source=sentence.source,
        confidence=found.confidence,
        reason=found.reason,
        body=found.body,
        date=found.date,
        date_text=found.date_text,
    )


def _may_come(text: str, body: str | None, base: dt.date | None) -> bool:
    """Whether a decision is told to come, not only wished for."""
    day, words = _when(text, base)
    if _COMING.search(text):
        return True
    return bool(body or day or words) and bool(_AHEAD.search(text))


def _will_decide(text: str, body: str, base: dt.date | None) -> bool:
    """Such as "Kommunstyrelsen behandlar ärendet den 3 juni": the body first, a day to come."""
    verb = _TO_BE_DECIDED.search(text)
    day, words = _when(text, base)
    ahead = (day is not None and base is not None and day > base) or (day is None and words)
    return bool(verb and ahead and 0 <= text.find(body) < verb.start())


def _body(text: str, cues: int, own_body: str | None) -> str | None:
    """The other body that is named in the text, of these cues; none where only one's own is."""
    own = (own_body or "").casefold().split()
    return next((name for name in _bodies(text, cues) if name.casefold() not in own), None)


def _bodies(text: str, cues: int) -> Iterator[str]:
    if cues & _OTHER_BODY:
        for match in OTHER_BODIES.finditer(text):
            if text[match.end() : match.end() + 1] != "-":
                yield match.group()
        first = OTHER_BODIES.match(text[:1].lower() + text[1:])  # at the head of the sentence
        if first:
            yield text[: first.end()]
    if _CAPITALS.search(text):
        yield from (match["body"] for match in _BY_SHORT_NAME.finditer(text))
    if cues & _ENDS_AS_BODY:
        yield from (m.group() for m in _BODY.finditer(text) if not _OWN.match(m.group()))


def _of(kind: WatchKind, body: str | None, text: str, base: dt.date | None, reason: str) -> Watched:
    day, words = _when(text, base)
    named = (body is not None) + (day is not None or words is not None)
    confidence = (DOUBTFUL, LIKELY, LIKELY + 0.1)[named]
    return Watched(kind, body, day, words, confidence, reason)


def _when(text: str, base: dt.date | None) -> tuple[dt.date | None, str | None]:
    """The time that is told after the deciding word, or else anywhere in the sentence."""
    word = _DECIDING.search(text)
    after = _time(text[word.end() :], base) if word else (None, None)
    return after if after != (None, None) else _time(text, base)


def _time(text: str, base: dt.date | None) -> tuple[dt.date | None, str | None]:
    mention = next(iter(date_mentions(text, base)), None)
    if mention:
        return mention.date, text[mention.start : mention.end].rstrip(".")
    some = _SOME_TIME.search(text)
    if some:
        return None, some.group()
    due = due_of(text, base)
    return (due.date, due.text) if due else (None, None)
