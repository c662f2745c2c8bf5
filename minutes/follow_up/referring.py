"""Which sentences of minutes refer a question to another body. Pure; it proposes, no more.

The sentence must say that a question is handed on, to a body that is known: what is only
thought of, was done earlier or goes to somebody else is no referral.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.follow_up.matching import Passage
from minutes.review.matching import folded


@dataclass(frozen=True, slots=True)
class Receiver:
    """A body that a question could go to."""

    id: int
    slug: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Referred:
    """A sentence that refers a question, and to which body."""

    passage: Passage
    to: Receiver


_THING = r"(?:frågan|frågorna|frågeställningen|ärendet|ärendena|punkten|punkterna)"
_HANDED_ON = re.compile(
    r"(?P<before>[^.;:]*?)\b(?:hänskjut\w+|hänsköt\w*|(?:åter)?remitter\w+)\b[^.,;:]*?\btill\s+(?P<to>.+)",
    re.IGNORECASE,
)
_TAKEN_ON = re.compile(
    rf"(?P<before>[^.;:]*?)(?:\b{_THING}\b[^.,;:]*?)?"
    rf"\b(?:tar|tas|tog|togs|lyfter|lyfts|lyfte|lyftes|lämnar|lämnas|överlämnar|överlämnas|förs)\b"
    rf"[^.,;:]*?\btill\s+(?P<to>.+)",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"^om\b|\b(?:inte|ej|har|hade|kan|kunde|bör|borde|skulle|tidigare|förra|ifall|föreslår|föreslog)\b",
    re.IGNORECASE,
)
# What bodies are called for short, and how their names end.
_SHORT = {
    "styrelsen": "styrelse",
    "nämnden": "nämnd",
    "rådet": "råd",
    "utskottet": "utskott",
    "kommittén": "kommitté",
    "fullmäktige": "fullmäktige",
    "årsmötet": "årsmöte",
}


def referred(
    passages: Iterable[Passage], receivers: Iterable[Receiver], organisation: str
) -> list[Referred]:
    """The sentences that hand a question on to one of the receivers.

    `organisation` is that of the body whose minutes they are: "styrelsen" means its own.
    """
    known = sorted(receivers, key=lambda each: -len(each.name))
    found = []
    for passage in passages:
        written = handed_to(passage.text)
        to = _receiver(written, known, organisation) if written else None
        if to is not None:
            found.append(Referred(passage, to))
    return found


def handed_to(sentence: str) -> str | None:
    """What stands after "till" where the sentence hands a question on."""
    if sentence.rstrip().endswith("?"):
        return None
    match = _HANDED_ON.match(sentence)
    if match is None:
        match = _TAKEN_ON.match(sentence)
        if match is None or not re.search(_THING, _head(sentence, match), re.IGNORECASE):
            return None
    return None if _NOT_SO.search(_head(sentence, match)) else match["to"]


def _head(sentence: str, match: re.Match[str]) -> str:
    return sentence[: match.start("to")]


def _receiver(written: str, known: Iterable[Receiver], organisation: str) -> Receiver | None:
    told = folded(written)
    for each in known:
        if re.match(rf"{re.escape(folded(each.name))}(?!\w)", told):
            return each
    word = re.match(r"\w+", told)
    ending = _SHORT.get(word.group()) if word else None
    if ending is None:
        return None
    meant = [
        each
        for each in known
        if each.organisation == organisation
        and re.search(rf"{ending}(?:n|en|et|t)?$", folded(each.name))
    ]
    return meant[0] if len(meant) == 1 else None
