"""Which paragraphs the minutes themselves declare to be justerade at once. Pure."""

import re
from collections.abc import Iterable, Iterator

from minutes.errors import Refused
from minutes.justering.minutes_text import Minutes, Paragraph
from minutes.justering.signatories import places_of

# "förklaras omedelbart justerad", "justeras omedelbart", "omedelbar justering", "direktjusteras"
_AT_ONCE = re.compile(
    r"\bomedelbar(?:t|\s+och\s+direkt)?\s+justera\w*|\bomedelbar\s+justering\b"
    r"|\bjustera\w*\s+(?:\w+\s+){0,3}omedelbart\b|\bdirektjuster(?:ad\w*|as|ades|ing)\b",
    re.I,
)
# What somebody wanted is not yet decided, and the minutes are more than a paragraph of them.
_NOT = re.compile(
    r"\b(?:inte|ej|utan|avslå\w*|avslog|yrka\w*|begär\w*|föreslå\w*|föreslog|frågar|fråga|förslag(?:et)?\s+om"
    r"|information\w*|regler\w*|rutin\w*)\b|\bprotokollet\b(?!\s+i\s+denna\s+del)",
    re.I,
)
_NUMBER = r"\d+(?:\s?[a-zåäö]\b)?"
_NAMED = re.compile(
    rf"(?:§+|\bparagraf(?:en|erna)?|\bpunkt(?:en|erna)?)\s*"
    rf"({_NUMBER}(?:\s*(?:[-–,]|,?\s*\boch\b|,?\s*\bsamt\b)\s*§*\s*{_NUMBER})*)",
    re.I,
)
_OWN = re.compile(
    r"\b(?:denna|paragrafen|punkten|ärendet|beslutet|protokollet\s+i\s+denna\s+del)\b", re.I
)
_ALONE = re.compile(rf"\W*(?:(?:{_AT_ONCE.pattern})\W*)+", re.I)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


def declared_at_once(minutes: Minutes) -> tuple[int, ...]:
    """The places of the paragraphs of which the minutes say that, in the order of the minutes."""
    found: set[int] = set()
    for place, paragraph in enumerate(minutes.paragraphs):
        if _in_title(paragraph.title):
            found.add(place)
        for sentence in _sentences(paragraph):
            found.update(_meant(sentence, place, minutes))
    return tuple(sorted(found))


def as_written(places: Iterable[int], minutes: Minutes) -> str:
    """The paragraphs as places_of() reads them: 4, 6, 7; empty where their numbers do not tell
    them from others.
    """
    wanted = tuple(places)
    written = ", ".join(minutes.paragraphs[place].number.strip(" §.)") for place in wanted)
    return written if wanted and _places(written, minutes) == wanted else ""


def _in_title(title: str) -> bool:
    """A title that says more than that, as "Inköp av båt – omedelbar justering"."""
    return bool(_AT_ONCE.search(title)) and not _ALONE.fullmatch(title) and not _NOT.search(title)


def _sentences(paragraph: Paragraph) -> Iterator[str]:
    for text in (paragraph.text, *(clause.quote for clause in paragraph.clauses)):
        for sentence in _SENTENCE.split(text):
            if _AT_ONCE.search(sentence) and not _NOT.search(sentence):
                yield sentence


def _meant(sentence: str, place: int, minutes: Minutes) -> tuple[int, ...]:
    """Those that a sentence names; its own where it speaks of that, or says nothing else."""
    named = ", ".join(match[1] for match in _NAMED.finditer(sentence))
    if named:
        return _places(re.sub(r"\bsamt\b", ",", named), minutes)
    if _OWN.search(sentence) or (_ALONE.fullmatch(sentence) and minutes.paragraphs[place].number):
        return (place,)
    return ()


def _places(written: str, minutes: Minutes) -> tuple[int, ...]:
    try:
        return places_of(written, minutes)
    except Refused:  # it names a paragraph that the minutes have not
        return ()
