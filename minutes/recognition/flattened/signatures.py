"""Signatures that follow the last sentence on its line: "… tackade alla. Vid protokollet Bo Ek Justeras Eva Gran"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.language.vocabulary import AT_THE_PEN, ROLE_WORDS
from minutes.recognition.people.rows_of_names import names_in_row

_LABEL = regex(
    rf"(?<!\w)(?:Vid {AT_THE_PEN}|Protokollförare|Antecknat av"
    r"|Justeras|Justerat(?: av)?|Justerare|Underskrifter|Sekreterare|Ordförande)(?!\w):?"
)
_BEHIND_SENTENCE = regex(r"[.!?)]\s+$")
_LINE_TO_SIGN = regex(r"[_.…/]{2,}|\d{4}-\d\d-\d\d")
_LONGEST = 250  # characters
_FEWEST = 2  # labels, or one that nobody writes in a sentence
_SURE = "Vid "
_LAST = 3  # blocks; below the signatures may stand the number of a page


def with_signatures(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with each of these labels, and each name under it, as a line of its own."""
    found = list(blocks)
    for index in range(len(found) - 1, max(len(found) - _LAST, 0) - 1, -1):
        labels = [] if found[index].cells else _labels(found[index].text)
        if labels:
            return [*found[:index], *_parted(found[index], labels), *found[index + 1 :]]
    return found


def _labels(text: str) -> list[re.Match[str]]:
    """The labels with which the text ends, where only names stand between and behind them."""
    labels = list(_LABEL.finditer(text))
    for first, label in enumerate(labels):
        last = labels[first:]
        sure = len(last) >= _FEWEST or label.group().startswith(_SURE)
        near = len(text) - label.start() <= _LONGEST
        if sure and near and _BEHIND_SENTENCE.search(text, 0, label.start()):
            names = [_names(text[start:end]) for start, end in _values(text, last)]
            if any(names) and None not in names:
                return last
    return []


def _values(text: str, labels: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    ends = [*(label.start() for label in labels[1:]), len(text)]
    return ((label.end(), end) for label, end in zip(labels, ends, strict=True))


def _names(text: str) -> list[str] | None:
    """The names in what stands behind a label; None where it says something else."""
    only = " ".join(ROLE_WORDS.sub(" ", _LINE_TO_SIGN.sub(" ", text)).replace(",", " ").split())
    return (names_in_row(only) or None) if only else []


def _parted(block: Block, labels: Sequence[re.Match[str]]) -> Iterator[Block]:
    yield block.part(0, labels[0].start())
    for label, (start, end) in zip(labels, _values(block.text, labels), strict=True):
        yield block.part(label.start(), label.end())
        names = _names(block.text[start:end]) or []
        places = [block.text.index(name, start) for name in names if name in block.text[start:end]]
        for begin, stop in pairwise([*places, end]):
            yield block.part(begin, stop)
