"""Whether the head of notes says that all came, instead of naming them."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.layout.labels import labelled
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.presence_labels import presence_of

_ALL = regex(
    r"(?:alla|samtliga|hela\s\w+(?:gruppen|laget|teamet|styrelsen)|everyone|everybody|all(?:\smembers)?)(?:\s(?:medlemmar(?:na)?|deltagare|gruppmedlemmar|i\s\w+|närvarande))?(?:,?\s(?:utom|except|förutom)\s.{2,60})?[.!]?",
    re.IGNORECASE,
)
_WAS = regex(r"\b(?:har|hade|fick|gick|blev|var|gjorde|had|was|were)\b|\w{3,}ade\b")
_FEWEST = 2  # sentences of what was


def everybody_came(plan: Outline) -> bool:
    """Whether "Deltagare: Alla" stands in the head, and the text below tells of what was.

    An agenda that is sent out says whom it is for in the same words.
    """
    if not any(map(_says_all, plan.in_zone(Zone.HEAD))):
        return False
    return _telling(plan.in_zone(Zone.ITEM)) >= _FEWEST


def _says_all(passage: Passage) -> bool:
    label, start = labelled(passage.block)
    named = passage.block.text[start:].strip()
    return presence_of(label) is Presence.PRESENT and bool(_ALL.fullmatch(named))


def _telling(passages: Sequence[Passage]) -> int:
    return sum(bool(_WAS.search(passage.block.text)) for passage in passages)
