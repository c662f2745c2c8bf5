"""Which kind of paper it is that is not minutes."""

import re
from collections.abc import Iterator

from minutes.expressions import regex
from minutes.reading.blocks import BlockKind, ReadDocument
from minutes.recognition.findings import PaperKind
from minutes.recognition.language.vocabulary import A_MEETING
from minutes.recognition.rules.document_kind import PLACEHOLDER

_FRONT_LINES = 6
_LONGEST_TITLE = 14  # words; a longer line is text
_OPENING = 3000  # characters in which a summons has said that it is one
_TITLES = {
    PaperKind.TEMPLATE: r"\b\w*mall\b|\bblankett\b",
    PaperKind.BYLAWS: r"\b\w*stadg(?:a|ar|arna)\b",
    PaperKind.DIRECTIVE: r"\b\w*direktiv\b|\buppdragsbeskrivning\b",
    PaperKind.NOTICE: r"\b(?:kallelse|inbjudan|välkommen\s+till)\b",
    PaperKind.AGENDA: r"\b(?:dagordning|föredragningslista|ärendelista|agenda)\b",
    PaperKind.STEERING: (
        r"\b(?:policy|riktlinje\w*|reglemente|arbetsordning|delegationsordning|instruktion"
        r"|\w*rutin|verksamhetsplan|projektplan|handlingsplan)\b"
    ),
    PaperKind.SLIDES: r"\b(?:bildspel|åhörarkopior|presentationsbilder)\b",
}
_TITLE = regex("|".join(f"(?P<{kind.name}>{words})" for kind, words in _TITLES.items()), re.I)
_MINUTES = regex(r"protokoll|minnesanteckning", re.I)
_SECTION = regex(
    r"(?:bakgrund|uppdrag(?:et)?|syfte|mål|avgränsning(?:ar)?|tidplan|(?:projekt)?organisation"
    r"|(?:åter)?rapportering|finansiering|resurser|genomförande)\b",
    re.I,
)
_SLIDE = regex(r"(?:bild|slide|sida)\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?\b", re.I)
_SUMMONS = regex(
    rf"\b(?:härmed\s+kallas|kallas\s+(?:du|ni|härmed|medlemmarna)|välkommen\s+till\s+(?:års|höst|vår|medlems|styrelse)?{A_MEETING}\b|^kallelse\s+till|förslag\s+till\s+dagordning:|inbjudan\s+till|du\s+kallas)",
    re.IGNORECASE,
)
_COMES_UP = regex(
    r"\b(?:mötets|årsmötets|sammanträdets)\s+(?:öppnande|avslutande)\b|\bval\s+av\s+(?:\w+\s+)?"
    r"(?:mötesordförande|ordförande|justerare|sekreterare)\b|\bövriga\s+frågor\b",
    re.I,
)


def paper_kind(document: ReadDocument) -> PaperKind:
    """What it calls itself at its beginning; else what it has that only one kind has.

    The first word that names a kind decides: a summons with its agenda is a summons.
    """
    blocks = [block for block in document.blocks if block.kind is not BlockKind.PAGE_MARGIN]
    text = "\n".join(block.text for block in blocks)
    front = list(_front(document))
    unfilled = len(PLACEHOLDER.findall(text))
    if unfilled >= 2 or (unfilled and any(_MINUTES.search(line) for line in front)):
        return PaperKind.TEMPLATE
    for line in front:
        if found := _TITLE.search(line):
            return PaperKind[str(found.lastgroup)]
    if _SUMMONS.search(text[:_OPENING]):
        return PaperKind.NOTICE
    if sum(1 for block in document.blocks if _SLIDE.match(block.text)) >= 3:
        return PaperKind.SLIDES
    if len({found.casefold() for found in _COMES_UP.findall(text)}) >= 3:
        return PaperKind.AGENDA
    headings = [block.text for block in blocks if len(block.text.split()) <= 3]
    if len({found[0].casefold() for line in headings if (found := _SECTION.match(line))}) >= 3:
        return PaperKind.DIRECTIVE
    return PaperKind.OTHER


def _front(document: ReadDocument) -> Iterator[str]:
    """The title, and the first lines that are short as titles are."""
    yield document.title
    for block in document.blocks[:_FRONT_LINES]:
        words = f"{block.marker} {block.text}".split()
        if len(words) <= _LONGEST_TITLE and not block.text.endswith((".", ",")):
            yield block.text
