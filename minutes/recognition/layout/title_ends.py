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
_NOTHING = ("inget", "inga ", "ingen ")


def title_end(block: Block) -> int:
    """Where the title ends and running text begins in the same block."""
    text = block.text
    label, value = labelled(block)
    if block.marker and presence_of(label) and text[value:].strip():
        return value  # "1. Närvarande: Anna, Bo"
    told = _TITLE_AND_TEXT.match(text) if block.marker else None
    if told:
        return told.end()
    dash = _TITLE_AND_DASH.match(text) if block.marker else None
    if dash and not tells(dash["title"]) and (text.endswith((".", "?")) or tells(dash["told"])):
        return dash.end("title")
    if block.marker and (glued := glued_title(text)):
        return glued
    led = _TITLE_AND_COLON.match(text) if block.marker and text.endswith(".") else None
    if led and label_of(led["title"]) not in FIELD_LABELS and not tells(led["title"]):
        return led.end("title") + 1
    low = _TITLE_AND_LOW.match(text) if block.marker else None
    if low and _is_told(low["told"]) and not _is_label(low):
        return low.end("title")
    semicolon = text.find("; ", 3, MAX_TITLE) if block.marker else -1
    is_field = semicolon > 0 and label_of(text[:semicolon]) in FIELD_LABELS
    if semicolon > 0 and not is_field and not tells(text[:semicolon]):
        return semicolon + 1
    first = next(iter(sentences(block)), None)
    if first is None or (len(text) <= MAX_TITLE and first.end >= len(text.rstrip())):
        return len(text)
    if first.end < len(text.rstrip()) and first.end <= MAX_TITLE:
        return first.end
    colon = re.search(r"[:–]\s", text[:MAX_TITLE])
    if colon and len(text) > MAX_TITLE:
        return colon.start() + 1
    return len(text)


# "4. Projektering: (BE) kallar", where most points of the agenda have such a colon
_ANY_COLON = regex(r"(?P<title>[A-ZÅÄÖ][^.:;!?]{2,40}):\s+(?=\S)")
_FEWEST_COLONS = 4


def ends_at_colons(texts: Sequence[str]) -> dict[str, int]:
    """Where the titles of these points end, if they are set off with colons throughout."""
    found = {text: m for text in texts if (m := _ANY_COLON.match(text)) and not _is_label(m)}
    most = len(found) >= _FEWEST_COLONS and 2 * len(found) > len(texts)
    return {text: match.end("title") for text, match in found.items()} if most else {}


def _is_told(text: str) -> bool:
    """Whether it tells something, "kassan är god"; "ta reda på hur det står till" is to be done."""
    first, _, after = text.partition(" ")
    return text.startswith(_NOTHING) or (tells(text) and not demands(first, after))


def _is_label(match: re.Match[str]) -> bool:
    return tells(match["title"]) or label_of(match["title"]) in FIELD_LABELS
