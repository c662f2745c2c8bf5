"""Which line may head an item though it has neither number nor style."""

import re

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import A_MEETING, ROLE_WORDS
from minutes.recognition.layout.capital_titles import EARLIER, PAGE_OF
from minutes.recognition.layout.labels import (
    is_head_label,
    is_section_label,
    labelled,
    starts_signatures,
)
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.title_rows import with_titled_apart

TITLE_WORDS = regex(
    r"\b(?:[\wåäö]*protokoll|minnesanteckning\w*|mötesanteckning\w*|anteckningar|minutes|dagordning|föredragningslista|agenda|kallelse)\b",
    re.IGNORECASE,
)
# With these words the points of any agenda begin, however long and whatever follows.
AGENDA = regex(
    r"(?:Val\sav|Godkännande\sav|Fastställ(?:ande|else)\sav|Föredragning\sav|Genomgång\sav|Behandling\sav|Fråga(?:n)?\som|"
    r"(?:Mötets|Årsmötets|Stämmans|Sammanträdets)\s(?:öppnande|avslut|behör|utlysa)|Övriga\s(?:frågor|ärenden)|Beslut\som\sansvarsfrihet)"
)
# "Fråga om mötet är stadgeenligt utlyst": the clause is what the point asks.
_ASKS = regex(r"Fråga(?:n)?\som\s[^.,:;]{4,90}[^.!?,:;]")
_LONGEST = 130  # characters
_BARE_MEETING = regex(rf"[A-ZÅÄÖ][\wåäö]*{A_MEETING}(?:t|n)?(?:\s\d{{4}})?")
_APPENDIX = regex(r"bilaga\b", re.IGNORECASE)


def asks(title: str) -> bool:
    """Whether a title is a point that asks, so that its verb tells nothing."""
    return bool(_ASKS.fullmatch(title.strip()))


def may_head(block: Block) -> bool:
    """Whether a paragraph reads as the title of an item: short, begun large, no label, name or day."""
    text = block.text.strip()
    if block.kind is not BlockKind.PARAGRAPH or block.cells:
        return False
    if _BARE_MEETING.fullmatch(text):
        return False
    if len(text) <= _LONGEST and AGENDA.match(text) and (not tells(text) or asks(text)):
        return not text.endswith((":", ","))
    if not 3 <= len(text) <= 80:
        return False
    if not text[0].isupper() or text.endswith((".", ",", ";", ":")) or _names_somebody(text):
        return False
    if is_head_label(block) or is_section_label(text) or starts_signatures(block):
        return False
    if presence_of(labelled(block)[0]):
        return False
    if (
        ":" in text
        or PAGE_OF.search(text)
        or date_mentions(text, None)
        or (TITLE_WORDS.search(text) and not EARLIER.match(text))
    ):
        return False
    if "@" in text:
        return False  # how somebody is reached
    return not _APPENDIX.match(text)


# "Bo Ek BE Projektledare, Vägverket"
_WITH_INITIALS = regex(r"(?P<a>[A-ZÅÄÖ])[a-zåäöé]+ (?P<b>[A-ZÅÄÖ])[\wåäö-]+ (?P=a)(?P=b)\b")


_TWO_WITH_TITLES = 5  # spaces


def _names_somebody(text: str) -> bool:
    """Whether the line is or begins with a name: "Bo Ek, Norrby kommun", "Bo Ek och Eva Gran"."""
    if _WITH_INITIALS.match(text):
        return True
    first = re.split(r"[,;]| och | \(", text, maxsplit=1)[0]
    if is_person_name(text) or not is_person_name(first):
        long = text.count(" ") >= _TWO_WITH_TITLES
        return is_person_name(text) or (long and with_titled_apart(text) != text)
    # "Florella Eddy-Ek, ordförande för norra området": an office after a name that nobody knows.
    beside = text[len(first) :].lstrip(" ,(")
    return is_given_name(first.split()[0]) or bool(ROLE_WORDS.match(beside))
