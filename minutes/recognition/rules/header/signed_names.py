"""Who signed as what, where the columns of the signature block have become lines.

Names over offices ("Bo Ek  Anna Berg", then "Sekr. Ordf."), offices over names, one below
the other, and a name with its office behind it ("Bo Ek, sekreterare").
"""

import re
from collections.abc import Iterator, Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, Source
from minutes.recognition.language.vocabulary import AT_THE_PEN, FIELD_LABELS, SIGNERS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.people.names import is_given_name, is_person_name

Signed = tuple[str, str, Source]  # field, name, where the name stands

_OFFICES = regex(
    rf"(?:vid\s+(?:{AT_THE_PEN}|datorn)|(?:mötes)?(?:ordförande|sekreterare)|ordf\.?|sekr\.?|(?:protokolls?)?justerare|justeras|justerat|justerings(?:person|man)|justerande)(?![\wåäö])",
    re.IGNORECASE,
)
_BETWEEN = " ._…:/,\t"
_NAME_AND_OFFICE = regex(
    r"^/?(?P<name>[^,(/]{5,40}?)(?:,\s*|\s\(|/\s)(?P<office>[^,\s()]{4,15})\.?\)?$"
)


_OFFICE_BEHIND = regex(r",\s*(?:ordförande|sekreterare|justerare|ordf\.?|sekr\.?)(?![\wåäö])")
_SLASH = regex(r"/+\s?(?P<name>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+){0,2})")  # "/Karin"
# "Bo Ek, ordförande Anna Berg, sekreterare" on one line
_NAME_THEN_OFFICE = regex(
    r"\b(?P<name>[A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+){1,2}),\s*(?P<office>ordförande|sekreterare|justerare|ordf\.?|sekr\.?)(?![\wåäö])"
)
_OFFICE_THEN_NAME = regex(
    r"\b(?P<office>Ordförande|Sekreterare|Justerare|Vid protokollet|Justeras)[:.]?\s(?P<name>(?!Ordf|Sekr|Juster)[A-ZÅÄÖ][\wåäöé-]+(?: (?!Ordf|Sekr|Juster)[A-ZÅÄÖ][\wåäöé-]+){1,2})"
)


def signed(blocks: Sequence[Block]) -> Iterator[Signed]:
    """The fields that these last lines of the document state; all who adjust as one."""
    adjusters: dict[str, Source] = {}
    for field, name, source in _each_signed(blocks):
        if field == "adjusters":
            adjusters.setdefault(name, source)
        else:
            yield field, name, source
    if adjusters:
        yield "adjusters", ", ".join(adjusters), next(iter(adjusters.values()))


def _each_signed(blocks: Sequence[Block]) -> Iterator[Signed]:
    yield from _name_over_office([block for block in blocks if block.text.strip(" ._…-–")])
    for index, block in enumerate(blocks):
        named = _NAME_AND_OFFICE.match(block.text)
        field = _field(named["office"]) if named else None
        if named and field and is_person_name(named["name"]):
            # "Karin Ström   Bo Ek, ordförande": the office is that of the last
            yield field, (_names_of(named["name"]) or [named["name"]])[-1], block.source
        slash = _SLASH.fullmatch(block.text.strip())
        if slash and is_given_name(slash["name"].split()[0]):
            yield "secretary", slash["name"], block.source
        yield from _beside_each_other(block)
        yield from _each_behind_office(block)
        offices = _offices(block.text)
        if len(offices) > 1:
            yield from _paired(offices, blocks, index)
        elif offices:
            yield from _below(blocks, index)


def _name_over_office(blocks: Sequence[Block]) -> Iterator[Signed]:
    """Each name with the office on the line below it, where the lines begin with a name."""
    kinds = [
        "o" if len(_offices(b.text)) == 1 else "n" if is_person_name(b.text.strip(" /")) else "-"
        for b in blocks
    ]
    for run in re.finditer(r"(?<!o)(?:no)+(?!n)", "".join(kinds)):
        for place in range(run.start(), run.end(), 2):
            for field in _offices(blocks[place + 1].text):
                yield field, blocks[place].text.strip(" /"), blocks[place].source


def _beside_each_other(block: Block) -> Iterator[Signed]:
    """Two or more names of one line, each with its office behind it."""
    found = list(_NAME_THEN_OFFICE.finditer(block.text))
    if len(found) < 2 or _NAME_THEN_OFFICE.sub("", block.text).strip(_BETWEEN):
        return
    for match in found:
        field = _field(match["office"])
        if field and is_person_name(match["name"]):
            yield field, match["name"], block.source


def _each_behind_office(block: Block) -> Iterator[Signed]:
    """As in "Ordförande Bo Ek Sekreterare Anna Berg" on one line."""
    found = list(_OFFICE_THEN_NAME.finditer(block.text))
    if len(found) > 1 and not _OFFICE_THEN_NAME.sub("", block.text).strip(_BETWEEN):
        for match in found:
            field = _field(match["office"])
            if field and is_person_name(match["name"]):
                yield field, match["name"], block.source


def _field(text: str) -> str | None:
    field = FIELD_LABELS.get(label_of(text)) or FIELD_LABELS.get(label_of(text).rstrip("."))
    return field if field in SIGNERS else None


def _offices(text: str) -> list[str]:
    """The fields of a line that consists of offices only."""
    if not _OFFICES.match(text.lstrip(_BETWEEN)) or _OFFICES.sub("", text).strip(_BETWEEN):
        return []
    return [field for match in _OFFICES.finditer(text) if (field := _field(match.group()))]


def _paired(offices: Sequence[str], blocks: Sequence[Block], index: int) -> Iterator[Signed]:
    """A line of offices with as many names on the line before or after it."""
    for beside in (index - 1, index + 1):
        names = (
            _names_of(_OFFICE_BEHIND.sub("", blocks[beside].text))
            if 0 <= beside < len(blocks)
            else []
        )
        # Below "Justeras", the last office, may stand several; who of them leads is not said.
        several = len(names) > len(offices) and offices[-1] == "adjusters"
        if len(names) == len(offices) or several:
            known = offices[:-1] if several else offices
            for field, name in zip(known, names, strict=False):
                yield field, name, blocks[beside].source
            return


def _below(blocks: Sequence[Block], index: int) -> Iterator[Signed]:
    """Offices on lines of their own, and below them as many names."""
    if index and len(_offices(blocks[index - 1].text)) == 1:
        return  # counted from the first of them
    offices: list[str] = []
    while index + len(offices) < len(blocks):
        found = _offices(blocks[index + len(offices)].text)
        if len(found) != 1:
            break
        offices += found
    below = blocks[index + len(offices) : index + 2 * len(offices)]
    if len(offices) > 1 and len(below) == len(offices):
        names = [block.text.strip() for block in below]
        if all(is_person_name(name) for name in names):
            for field, block in zip(offices, below, strict=True):
                yield field, block.text.strip(), block.source


def _names_of(text: str) -> list[str]:
    """The names of a line on which only their given names tell where each begins."""
    words = text.split()
    starts = [i for i, word in enumerate(words) if is_given_name(word)]
    if not starts or starts[0] != 0:
        return []
    names = [" ".join(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    return names if all(is_person_name(name) for name in names) else []
