"""Several of whom each has a part under one verb: "Karin sköter kaffet, Bo grillen och Eva lotterierna"."""

from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import SURE
from minutes.recognition.language.finite import tells
from minutes.recognition.language.words import holds_any
from minutes.recognition.rules.actions.owners import NAMES, Owners
from minutes.recognition.rules.actions.promise import Context, Promise

_NEXT = regex(
    rf"(?:,\s(?:och\s)?|\s(?:och|samt|medan)\s)(?=(?P<who>{NAMES})\s(?!och\b|samt\b)[a-zåäö])"
)
_THING = regex(
    r"(?:för|med|om|på)\s(?:[a-zåäö-]+\s){0,4}[a-zåäö-]+|(?:[a-zåäö-]+\s){0,2}[a-zåäö-]+"
)
# "Bo tar kol, Petra löv, Majken lotter": one word each, of at least three.
_BARE = regex(r"(?!(?:med|hem|ut|in|upp|också|sedan|inte|ej|där|hit|dit|kvar)$)[a-zåäö]{2,}")
_SHORT = 5  # words of the first part, with what parts it from the next
_AND_LAST = regex(r"(?:,|\soch|\ssamt|\smedan)\s*$")
_PARTING = (", ", " och ", " samt ", " medan ")
_DEFINITE = ("en", "et", "an", "na", "ar", "or", "er")
_PREPOSITIONS = ("för ", "med ", "om ", "på ")


def with_sharers(
    found: list[tuple[int, Promise]], text: str, context: Context
) -> list[tuple[int, Promise]]:
    """Where each promise begins, and what; the last one also as that of those who share its verb."""
    start, last = found[-1]
    if len(last.owners) != 1 or last.confidence < SURE or not holds_any(text, _PARTING):
        return found
    sharers = _sharers(text[start:], context)
    return found + [
        (start + place, replace(last, owners=owners.names, owner_text=owners.text))
        for place, owners in sharers
    ]


def _sharers(clause: str, context: Context) -> list[tuple[int, Owners]]:
    """Where in the clause the part of each later person begins, and who that is; empty where nobody's.

    Every part must be a bare thing of the same kind as the first: "för kaffet" after "ansvarar för".
    """
    starts = [(match.end(), match["who"]) for match in _NEXT.finditer(clause)]
    if not starts:
        return []
    ends = [end for end, _ in starts[1:]] + [len(clause)]
    first = _AND_LAST.sub("", clause[: starts[0][0]])
    things = [
        _AND_LAST.sub("", clause[start + len(who) : end].rstrip(" .")).strip()
        for (start, who), end in zip(starts, ends, strict=True)
    ]
    bare = len(starts) > 1 and len(first.split()) <= _SHORT and not all(map(_like_verb, things))
    found = []
    for (start, who), thing in zip(starts, things, strict=True):
        owners = context.owners(who)
        shares = _shares(thing, first) or (bare and _BARE.fullmatch(thing) and not tells(thing))
        if owners is None or len(owners.names) != 1 or not shares:
            return []
        found.append((start, owners))
    return found


def _like_verb(words: str) -> bool:
    """Whether the last word may be a verb in the present tense: "skrattar", as well as "bullar"."""
    return words.rstrip(" .,").endswith(("ar", "er"))


def _shares(thing: str, first: str) -> bool:
    """Whether it is a thing that stands as the first one does, and no clause of its own."""
    if not _THING.fullmatch(thing) or tells(thing):
        return False
    if " " not in thing and _like_verb(thing):
        return _like_verb(first)  # "Karin köper bullar, Bo muggar"
    for preposition in _PREPOSITIONS:
        if thing.startswith(preposition):
            return f" {preposition}" in first
    return thing.endswith(_DEFINITE)
