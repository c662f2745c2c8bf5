"""Whose table a task lies on: "Bokningen ligger på Karins bord", "Det blir Bos uppgift att"."""

from minutes.expressions import regex
from minutes.recognition.language.words import holds_any
from minutes.recognition.rules.actions.owners import NAMES, OFFICE
from minutes.recognition.rules.actions.promise import Context, Promise, promised

# One of these stands in all that is found here.
SIGNS = (
    *("s bord", "s lott", "s uppgift", "s jobb", "s sak ", "s ansvar", "s tur "),
    *("bollen ", "Bollen ", " ligger på ", " ligger hos ", " hamnar hos ", " upp till "),
)
# With these a word begins in all of them.
BEGINNINGS = (
    *("bord", "lott", "uppgift", "jobb", "sak", "ansvar", "tur"),
    *("bollen", "ligger", "hamnar", "upp"),
)

_LIES_WITH = regex(
    rf"[^.?]*?\b(?:ligger|hamnar|hamnade|landar|landade|läggs|faller|föll)\s(?:(?:nu|då|kvar|därmed)\s)?på\s(?P<who>{NAMES}|(?i:{OFFICE}s))\s(?:bord|lott)\b(?P<after>.*)$"
)
_IS_HERS = regex(
    rf"(?:(?i:det)\s(?:är|blir|blev)\s)(?P<who>{NAMES}|(?i:{OFFICE}s))\s(?:uppgift|jobb|sak|ansvar|tur)\satt\s(?P<after>\w.*)$"
    rf"|(?P<who2>{NAMES})\s(?:uppgift|jobb|ansvar)\s(?:är|blir|blev)\satt\s(?P<after2>\w.*)$"
    rf"|Det\s(?:är|blir)\supp\still\s(?P<who4>{NAMES})\satt\s(?P<after4>\w.*)$"
    rf"|På\s(?P<who3>{NAMES})\slott\s(?:föll|faller)\s(?:det\s)?att\s(?P<after3>\w.*)$"
)
# "Bo har bollen om skylten", "Bollen ligger hos Bo", "Frågan om parkeringen ligger på Bo"
_HAS_BALL = regex(
    rf"(?P<who>{NAMES})\s(?:(?:har|tar|får)\s)?(?:på\s)?bollen(?=\W*$|\s(?:om|kring|för|vad\sgäller|när\sdet\sgäller|att|vidare|i\sfrågan)\b)"
    r"|(?:(?i:bollen|det|frågan|ärendet|saken|ansvaret|uppgiften|uppdraget|arbetet|planeringen)\b|[A-ZÅÄÖ]\w+ningen\b)[^.,;:?]{0,60}?"
    rf"\s(?:ligger|hamnar)\s(?:(?:nu|då|kvar|därmed)\s)?(?:på|hos)\s(?P<who2>{NAMES})(?=\W*$|,?\s(?:att|som|till|och)\s)"
)


def left_with(text: str, context: Context) -> Promise | None:
    """The task as theirs on whose table it lies; on an office's only where it says what to do."""
    if not holds_any(text, SIGNS):
        return None
    ball = _HAS_BALL.match(text)
    match = ball or _LIES_WITH.match(text) or _IS_HERS.match(text)
    if match is None:
        return None
    named = match.groupdict()
    written = next(filter(None, map(named.get, ("who", "who2", "who3", "who4"))))
    after = next(filter(None, map(named.get, ("after", "after2", "after3", "after4"))), "")
    owners = context.owners(written.removesuffix("s")) or context.owners(written)
    at_table = " bord" in text and after.lstrip().startswith("att ")
    if owners is None or not owners.names:
        return None
    if not (at_table or (ball and owners.are_people) or context.roster.knows(owners.names[0])):
        return None  # "Det är nämndens uppgift att" says what a body is for
    return promised(owners, owners.confidence, "ligger på någons bord")
