"""What a sentence is by the label, the list or the item that it stands under, else by its own words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, SURE, Decision
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.modes import Mode
from minutes.recognition.rules.decisions.clauses import is_lone_clause, not_operative
from minutes.recognition.rules.decisions.decisions import Verdict, judge
from minutes.recognition.rules.decisions.elections import are_elected
from minutes.recognition.rules.decisions.reasons import PROPOSED
from minutes.recognition.rules.sections import Section

_LABELLED, _COURSE = "står under ”beslut”", "så fann ordföranden"
UNCHANGED = "oförändrad"  # as a rule of the wordings is called
# "Andra attsatsen bifalles", also where the motions are told.
_CLAUSE_PASSED = regex(
    r"(?!.*yrka)(?:\w+\s+){0,3}att-?satse\w*\b[^.]{0,60}\b(?:bifalles|bifalls|bifölls|avslås|avslogs)\b",
    re.IGNORECASE,
)
# What was done with the proposals stands below them: "Frågan bordlades", "Mötet beslutade att …".
_SETTLED_BELOW = regex(
    r"(?:[\w-]+\s+){1,3}?(?:beslutade|beslöt|bordlade|bordlades|återremitterades|biföll|bifölls|avslog|avslogs|antog|antogs)\b",
    re.IGNORECASE,
)


class Place(NamedTuple):
    """Where a sentence stands: under which label, in whose minutes, and whether offices are filled."""

    mode: Mode
    own_body: str | None = None
    own_names: frozenset[str] = frozenset()
    in_summary: bool = False
    elects: bool = False
    section: Section = Section.ANYTHING


def verdict_of(sentence: Sentence, place: Place) -> Verdict:
    """Whether the sentence is a decision there, how sure, and why."""
    if place.mode is Mode.PROPOSALS:
        if _CLAUSE_PASSED.match(sentence.text):
            return Verdict(LIKELY, "att-satsen är avgjord")
        settled = sentence.start == 0 and _SETTLED_BELOW.match(sentence.text)
        return judge(sentence, place.own_body) if settled else Verdict(0.0, PROPOSED)
    if place.mode is Mode.ACTIONS:
        return Verdict(0.0, "", looked_like_one=False)
    if place.mode is Mode.DECISIONS and not not_operative(sentence.text):
        return Verdict(SURE, _LABELLED)
    verdict = judge(sentence, place.own_body, names=place.own_names, in_summary=place.in_summary)
    if place.section is Section.STATUS and verdict.reason == UNCHANGED:
        return Verdict(0.0, "så står det till", looked_like_one=False)
    alone = sentence.start == 0 and not verdict.looked_like_one
    apart = alone or (not verdict.looked_like_one and _is_apart(sentence))
    if apart and is_lone_clause(sentence.text):
        return Verdict(LIKELY, "att-sats för sig själv")
    whole = alone and sentence.end >= len(sentence.block.text.rstrip())
    if whole and place.elects and are_elected(sentence.text):
        return Verdict(LIKELY, "namn under ett val")
    return verdict


def as_told(
    verdict: Verdict, sentence: Sentence, found: Sequence[Decision], item: str | None
) -> Verdict:
    """Under "Beslutsgång" the chair "finner att nämnden beslutar …": told again, or to be told."""
    if "finner att" not in sentence.text and not sentence.text.startswith("Ordförande"):
        return verdict
    if found and found[-1].item == item:
        return Verdict(0.0, "återger hur beslutet togs")
    return Verdict(verdict.confidence, _COURSE)


def without_course(found: Sequence[Decision]) -> list[Decision]:
    """The decisions without how they came about, where they stand under "Beslut" below it."""
    under_label = {each.item: place for place, each in enumerate(found) if each.reason == _LABELLED}
    return [
        each
        for place, each in enumerate(found)
        if each.reason != _COURSE or place > under_label.get(each.item, -1)
    ]


def _is_apart(sentence: Sentence) -> bool:
    """Whether it is a clause on a line that was lost: "… lästes. att godkänna det", "- att välja Bo"."""
    if not sentence.text.startswith("att "):
        return False
    return sentence.block.text[: sentence.start].rstrip().endswith((".", "-", "–"))
