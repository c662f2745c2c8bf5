"""What other papers are made of: invitations, proposals that nobody has settled, slides, examples."""

import re
from collections.abc import Sequence
from itertools import islice

from minutes.expressions import regex
from minutes.recognition.findings import Item
from minutes.recognition.layout.outline import Passage

_INVITES = regex(
    r"(?:^|[.!]\s+)(?:Hjärtligt |Varmt )?[Vv]älkom(?:men|na) (?:till|den \d|(?:mån|tis|ons|tors|fre|lör|sön)dag)|\b[Vv]äl mött\b|^[Vv]älkom(?:na|men)\W*$"
    r"|\b(?:kallas?r?|inbjude[rs]|bjuder in) (?:härmed )?(?:\w+ )?till\b|\b[Aa]nmäl (?:dig|er|förhinder)|\b[Vv]i ses (?:\w+dag|den)|\bhålls (?:\w+dagen )?den\b|\bdags för\b",
    re.MULTILINE,
)
_OPENING, _CLOSING = 4, 3  # lines
# What only stands over what is to be dealt with; and over what was.
_TO_COME = regex(r"^(?:Handläggare|Föredragande|Förslag till beslut|Dnr|Diarien)\b", re.MULTILINE)
_SETTLED = regex(
    r"^(?:[\w-]+\s){0,3}(?<!till )[Bb]eslut(?:ade|ar)?(?: att)?:?$|\böppna(?:de|s)\b|\bbeslutade",
    re.MULTILINE,
)
_SLIDE = regex(r"^(?:Bild|Slide)\s\d{1,3}\b", re.MULTILINE)
_EXAMPLE = regex(r"exempel\s?[;:]", re.IGNORECASE)
_MANY = 3


def invites(passages: Sequence[Passage]) -> bool:
    """Whether it asks people to come, at its beginning or its end."""
    ends = [*passages[:_OPENING], *passages[-_CLOSING:]]
    return any(_INVITES.search(passage.block.text) for passage in ends)


def is_of_another_shape(text: str, items: Sequence[Item]) -> bool:
    """Whether it goes from proposal to proposal and settles none, or from slide to slide."""
    shown = "\n".join([text, *(item.title for item in items)])
    return (_has_many(_TO_COME, text) and not _SETTLED.search(text)) or _has_many(_SLIDE, shown)


def gives_examples(text: str) -> bool:
    """Whether what it says is said again and again to be an example."""
    return _has_many(_EXAMPLE, text)


def _has_many(expression: re.Pattern[str], text: str) -> bool:
    return sum(1 for _ in islice(expression.finditer(text), _MANY)) == _MANY
