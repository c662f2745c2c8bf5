"""Where the title of a point ends, and what is told begins on the same line."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.language.finite import tells
from minutes.recognition.language.sentences import sentences
from minutes.recognition.language.verbs import demands
from minutes.recognition.language.vocabulary import FIELD_LABELS
from minutes.recognition.layout.glued_titles import glued_title
from minutes.recognition.layout.labels import label_of, labelled
from minutes.recognition.people.presence_labels import presence_of

# "7. Ekonomi: 6700 kr varav 3000 kr till bryggan."; "2. Uppföljning: Uppdrag i år" is one title.
_TITLE_AND_COLON = regex(r"(?P<title>[A-ZÅÄÖ][^.:;]{3,40}):\s+(?=[A-ZÅÄÖ\d])(?:\S+\s+){4}\S")
MAX_TITLE = 130
# "8 Bryggan 4 – Utreds vidare.", not "Mötet 4 maj – Anna Berg" or "Val – Valberedningens förslag".
_TITLE_AND_DASH = regex(
    r"(?P<title>(?!Närvar|Frånvar|Deltag|Medverka)[A-ZÅÄÖ][^.:;?!]{2,70}?)\s[–-]\s(?P<told>(?:[A-ZÅÄÖ]|(?:eftersom|då|när|det|vi|ingen|inga|inget|alla|är|har)\s|\d[\d ]*\skr)[^\s]*\s(?:\S+\s+){1,}\S.*)",
    re.DOTALL,
)
# "4. Städdag: Karin bokar containern." is a title and what is said under it.
_TITLE_AND_TEXT = regex(
    r"(?:[\wåäöÅÄÖ/-]+ ){0,4}[\wåäöÅÄÖ/-]+:(?= [A-ZÅÄÖ](?=\S* \S).*[.!]$)"
    # "4. Budgeten (se punkt 8) Beloppet gäller ännu.": what the title refers to ends it.
    r"|[A-ZÅÄÖ][^.:()]{2,90} \((?:se|jfr|enligt|bilaga)\b[^()]{1,30}\)(?= [A-ZÅÄÖ])"
)
# "7. Ekonomi - kassan är god.", "8. Övrigt: inget."
_TITLE_AND_LOW = regex(
    r"(?P<title>[A-ZÅÄÖ][\wåäö-]*(?: [\wåäöÅÄÖ-]+){0,3}?)(?::|\s[–-])\s+(?P<told>[a-zåäö].*[.!])$",
    re.DOTALL,
)
_COLON = regex(r"[:–]\s")
_NOTHING = ("inget", "inga ", "ingen ")


def title_end(block: Block) -> int:
    """Where the title ends and running text begins in the same block."""
    if block.marker and (end := _before_names(block) or _of_numbered(block.text)):
        return end
    return _of_sentence(block)


def _before_names(block: Block) -> int:
    """Where the names begin in "1. Närvarande: Anna, Bo"; 0 where it is no such label."""
    label, value = labelled(block)
    return value if presence_of(label) and block.text[value:].strip() else 0


def _of_numbered(text: str) -> int:
    """Where the title of a numbered point ends, if a sign shows it; else 0."""
    if told := _TITLE_AND_TEXT.match(text):
        return told.end()
    dash = _TITLE_AND_DASH.match(text)
    if dash and not tells(dash["title"]) and (text.endswith((".", "?")) or tells(dash["told"])):
        return dash.end("title")
    if glued := glued_title(text):
        return glued
    colon = _TITLE_AND_COLON.match(text) if text.endswith(".") else None
    if colon and _may_be_title(colon["title"]):
        return colon.end("title") + 1
    low = _TITLE_AND_LOW.match(text)
    if low and _is_told(low["told"]) and _may_be_title(low["title"]):
        return low.end("title")
    semicolon = text.find("; ", 3, MAX_TITLE)
    return semicolon + 1 if semicolon > 0 and _may_be_title(text[:semicolon]) else 0


def _of_sentence(block: Block) -> int:
    """The end of the first sentence, or of what stands before a colon in a line too long for a title."""
    text = block.text
    end = next((sentence.end for sentence in sentences(block)), len(text))
    if end <= MAX_TITLE:
        return end if end < len(text.rstrip()) else len(text)
    colon = _COLON.search(text, 0, MAX_TITLE)
    return colon.start() + 1 if colon else len(text)


# "4. Projektering: (BE) kallar", where most points of the agenda have such a colon
_ANY_COLON = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?]{2,40}):\s+(?=\S)")
# "4. Roof repairs – two quotes asked for.", the same with a dash
_ANY_DASH = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?–—]{2,60}?)\s[–—-]\s+(?=\S)")
_FEWEST_COLONS = 4


def ends_at_signs(texts: Sequence[str]) -> dict[str, int]:
    """Where the titles of these points end, if they are set off with colons, or dashes, throughout."""
    told = [text for text in texts if text.endswith((".", "!"))]
    return _set_off(_ANY_COLON, texts) or _set_off(_ANY_DASH, told)


def _set_off(sign: re.Pattern[str], texts: Sequence[str]) -> dict[str, int]:
    found = {text: m for text in texts if (m := sign.match(text)) and _may_be_title(m["title"])}
    most = len(found) >= _FEWEST_COLONS and 2 * len(found) > len(texts)
    return {text: match.end("title") for text, match in found.items()} if most else {}


def _is_told(text: str) -> bool:
    """Whether it tells something, "kassan är god"; "ta reda på hur det står till" is to be done."""
    first, _, after = text.partition(" ")
    return text.startswith(_NOTHING) or (tells(text) and not demands(first, after))


def _may_be_title(text: str) -> bool:
    return not tells(text) and label_of(text) not in FIELD_LABELS
