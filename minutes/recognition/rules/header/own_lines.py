"""The lines of the head that tell of this meeting, not of the one before or the next."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.language.vocabulary import FIELD_LABELS
from minutes.recognition.layout.labels import label_of

# Another meeting, or until when this one may last.
_OF_ANOTHER = regex(
    r"\b(?:nästa|föregående|förra|kommande)\s+\w*(?:möte|sammanträde|träff)|\bkommer\s+att\b|\bsenast\b",
    re.IGNORECASE,
)
_HEADS_ANOTHER = regex(
    r"\W*(?:nästa|kommande|föregående|förra)\s+(?:\w+\s)?\w*(?:möte|sammanträde|träff)\w*\W*",
    re.IGNORECASE,
)


def is_of_another(text: str) -> bool:
    """Whether the line speaks of another meeting."""
    return bool(_OF_ANOTHER.search(text))


def of_this_meeting(lines: Sequence[str]) -> list[str]:
    """Those lines; what stands right below the title "Nästa möte" is of that one."""
    return [
        line
        for above, line in pairwise(["", *lines])
        if not is_of_another(line) and not _HEADS_ANOTHER.fullmatch(above)
    ]


def when_or_where(block: Block) -> bool:
    """Whether the label with which it begins is of when and where a meeting is held."""
    return FIELD_LABELS.get(label_of(block.text)) in {"date", "time", "place"}
