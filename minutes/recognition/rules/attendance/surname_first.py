"""Lists with the surname first, "Ek Bo" and "Ek, Bo", read as the names are said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.findings import Attendee
from minutes.recognition.language.finite import tells
from minutes.recognition.layout.labels import labelled, may_be_label
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.with_bodies import BODY, is_name_word
from minutes.records import record

_FEWEST = 3  # people whose first word is no given name, and two thirds of all
_NAME = r"[A-ZÅÄÖÉ][\wåäöéü’'-]*[a-zåäöéü]"
# "Ek Bo", "Ek Bo Erik"
_TURNED = regex(
    rf"(?<![\w-])(?=(?P<last>{_NAME}) (?P<first>{_NAME}(?:-{_NAME})?)(?P<more> {_NAME}| [A-ZÅÄÖ]\b\.?)?)"
)
# At the head of a row: "Palm Ek Bo", "Ek, Bo"
_TWO_SURNAMES = regex(rf"(?P<last>{_NAME} {_NAME}) (?P<first>{_NAME})(?P<more>)")
_WITH_COMMA = regex(
    rf"(?P<last>{_NAME}(?: {_NAME})?), (?P<first>{_NAME}(?:-{_NAME})?)(?P<more> {_NAME}| [A-ZÅÄÖ]\b\.?)?"
)
_OF_BODY = 3  # words
_SIGNS = ",;(/–-•"


def given_name_first(people: Sequence[Attendee]) -> list[Attendee]:
    """The people; turned where every name ends with a given name, and most begin with none."""
    words = [person.name.split() for person in people]
    if not all(len(each) > 1 and is_given_name(each[-1]) for each in words):
        return list(people)
    turned = sum(not is_given_name(each[0]) for each in words)
    if turned < _FEWEST or 3 * turned < 2 * len(words):
        return list(people)
    return [
        replace(person, name=" ".join([*each[1:], each[0]]))
        for person, each in zip(people, words, strict=True)
    ]


def with_names_turned(passages: Sequence[Passage]) -> list[Passage]:
    """The passages; in lists of people that have the surnames first, the given names are first."""
    found = list(passages)
    for place, passage in enumerate(passages):
        if passage.block.kind is BlockKind.TABLE_ROW or not may_be_label(passage.block.text):
            continue
        label, value = labelled(passage.block)
        if not presence_of(label):
            continue
        rows = [(place, value), *((at, 0) for at in _rows_below(passages, place))]
        texts = [passages[at].block.text[start:] for at, start in rows]
        if sum(len(list(_pairs(text))) for text in texts) < _FEWEST:
            continue
        if any(text.strip(" :") and not _begins(text) for text in texts[:1]):
            continue
        for at, start in rows:
            block = passages[at].block
            found[at] = replace(passages[at], block=_turned(block, start))
    return found


def _rows_below(passages: Sequence[Passage], label: int) -> Iterator[int]:
    for place in range(label + 1, len(passages)):
        block = passages[place].block
        if block.kind is BlockKind.TABLE_ROW or presence_of(labelled(block)[0]):
            return
        if not _begins(block.text) or tells(block.text):
            return
        yield place


def _begins(text: str) -> bool:
    """Whether it begins with a surname and a given name, and nothing speaks against it."""
    pairs = list(_pairs(text))
    if not pairs or text[: pairs[0].start].strip(" :"):
        return False
    end = pairs[-1].end
    behind = [word.strip(",;") for word in text[end:].split()]
    if not behind or text[end] in _SIGNS:
        return True
    near = sum(after.start - before.end <= 1 for before, after in pairwise(pairs))
    if 2 * near >= len(pairs):
        return False  # "Coco Ek Anna Berg Bo Lo Hed": one after the other, and a surname is left
    # "Ek Bo Tekniska nämnden"
    return not is_name_word(behind[0]) or any(map(BODY.fullmatch, behind[1:_OF_BODY]))


@record
class _Pair:
    """Where a name stands that begins with its surname, and the name as it is said."""

    start: int
    end: int
    name: str


def _pairs(text: str) -> Iterator[_Pair]:
    begin = len(text) - len(text.lstrip(" :"))
    head = _pair(_WITH_COMMA.match(text, begin))
    if head:
        behind = text[head.end :].split()
        if not (behind and text[head.end] == " " and is_name_word(behind[0])):
            yield head
        return
    reached = begin
    if head := _pair(_TWO_SURNAMES.match(text, begin)):
        yield head
        reached = head.end
    for match in _TURNED.finditer(text, reached):
        if match.start() >= reached and (pair := _pair(match)):
            yield pair
            reached = pair.end


def _pair(match: re.Match[str] | None) -> _Pair | None:
    """The pair, where the last of its names is a known given name and the others are none."""
    if match is None or not is_given_name(match["first"]):
        return None
    last, more = match["last"], match["more"] or ""
    if any(is_given_name(word) or not is_name_word(word) for word in last.split()):
        return None
    given = bool(more) and is_given_name(more.strip())
    end = match.end("more") if given else match.end("first")
    return _Pair(match.start(), end, f"{match['first']}{more if given else ''} {last}")


def _turned(block: Block, start: int) -> Block:
    """The block with its names turned; what stands behind one without a sign comes in brackets."""
    text = block.text
    pairs = list(_pairs(text[start:]))
    if not pairs:
        return block
    written = text[: start + pairs[0].start]
    stops = [*(pair.start for pair in pairs[1:]), len(text) - start]
    for pair, stop in zip(pairs, stops, strict=True):
        behind = text[start + pair.end : start + stop]
        said = behind.strip()
        if said and said[0] not in _SIGNS:
            behind = f" ({said.rstrip(' ,;')})" if "(" not in said else f" {said}"
        last = start + stop == len(text)
        apart = last or behind.rstrip().endswith((",", ";", "/"))
        written += pair.name + (behind if apart else f"{behind.rstrip()}, ")
    return replace(block, text=written)
