"""The chair, where nothing names one: who opened the meeting, "Bo hälsade alla välkomna"."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.findings import Attendee
from minutes.recognition.language.vocabulary import THE_MEETING
from minutes.recognition.layout.outline import Outline, Passage, Zone
from minutes.recognition.people.names import NOT_IN_NAMES, SOMEBODY, is_given_name
from minutes.recognition.rules.header.values import Fields

_OPENED_BY = regex(
    rf"(?P<name>(?-i:{SOMEBODY})),?(?:\s+från\s+[\wåäö ]{{3,30}}?)?\s+(?:hälsar|hälsade|förklarar|förklarade|öppnar|öppnade|inleder|inledde)\b[^.]{{0,60}}(?:välkom|öppnat|möte(?:t)?\b|sammanträdet|stämman)"
    rf"|\b{THE_MEETING}\s+öppna(?:s|des)\s+(?:(?:[^.]|\d\.(?=\d)|kl\.){{0,50}}?\s)?av\s+(?:(?:styrelsens\s|föreningens\s|nämndens\s|rådets\s)?(?:mötes)?ordföranden?,?\s+)?(?P<by>(?-i:{SOMEBODY}))",
    re.IGNORECASE,
)
_BESIDE = r"(?: \([^()]{1,30}\))?"
# The office says that it is the chair, whoever else bids welcome.
_CHAIR_OPENS = (
    regex(rf"^(?P<name>{SOMEBODY}){_BESIDE},? ordförande,? (?:hälsa|öppna|förklara|inled)"),
    regex(rf"^Ordföranden?,? (?P<name>{SOMEBODY}){_BESIDE}(?:, [\w ]{{2,20}})?,? (?:hälsa|öppna|förklara|inled)"),
    regex(rf"\böppna\w*\s[\w .]{{0,20}}?av (?:\w+ )?ordföranden?,? (?P<name>{SOMEBODY})"),
)  # fmt: skip
_LAST_OF_HEAD = 3  # passages, where it is opened before the first point
_EARLY = 12  # passages of the text


def opened_by(fields: Fields, outline: Outline, people: Sequence[Attendee]) -> None:
    """Who opened it, in the last lines of the head or the first of the text."""
    passages = [*outline.in_zone(Zone.HEAD)[-_LAST_OF_HEAD:], *outline.in_zone(Zone.ITEM)[:_EARLY]]
    for passage in passages:
        if match := _OPENED_BY.search(passage.block.text):
            if name := _name_in(match["name"] or match["by"], after_verb=match["name"] is None):
                fields.put("chair", name, passage.block.source)
            break
    known = {word for person in people for word in person.name.split()}
    for passage in passages:
        if "rdförande" in passage.block.text:
            _by_office(fields, passage, known)


def _name_in(said: str, *, after_verb: bool) -> str:
    """The name without the words with a capital before it."""
    words = said.split()
    while words and not (is_given_name(words[0]) or (after_verb and _may_be_name(words))):
        words = words[1:]
    return " ".join(words)


def _may_be_name(words: Sequence[str]) -> bool:
    """After "öppnades av" stands a person, whatever the name; but it may be the office."""
    return words[0].casefold() not in NOT_IN_NAMES and words[0].casefold() != "ordföranden"


def _by_office(fields: Fields, passage: Passage, known: set[str]) -> None:
    """As in "Bo Ek, ordförande, hälsade alla välkomna"."""
    for form in _CHAIR_OPENS:
        if match := form.search(passage.block.text):
            first = match["name"].split()[0]
            if first in known or is_given_name(first):
                fields.put("chair", match["name"], passage.block.source)
