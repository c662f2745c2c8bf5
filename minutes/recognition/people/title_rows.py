"""People in a row, each with a title right behind the name: "Bo Ek dekan, Ljusskolan Eva Gran lektor"."""

import re

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.people.glued import OCCUPATION
from minutes.recognition.people.names import CAPITAL, is_given_name, is_person_name

_WORD = rf"{CAPITAL}[\w’'-]+"
_NAMED = regex(
    rf"(?<!\S)(?=(?P<name>{_WORD}(?: {CAPITAL}\.?| (?:von|af|de|van|der))?(?: {_WORD}){{1,2}}),? (?P<title>(?:(?:stf|vik|tf|bitr|vice|förste|adj|em|extern)\b\.? )?[a-zåäö][\wåäö/-]*))"
)
_TITLE = regex(
    r"[\wåäö/-]*(?:dekan(?:us)?|prefekt|docent|rektor|kanslist|doktor|forskare|adjunkt|student|konsult|tjänsteman|politiker|utvecklare|chef|direktör|suppleant|assessor|adjungerad|redaktör|pastor|komminister|elev|förälder)"
)
_GO_WITH_NAMES = frozenset("för ersätter ersättare av och samt till med efter".split())
_FEWEST = 2  # persons


def with_titled_apart(text: str) -> str:
    """The line with a semicolon between two such people; as it is where it does not begin with one."""
    if not is_given_name(text.partition(" ")[0]):
        return text
    places = [match.start() for match in _NAMED.finditer(text) if _is_titled(match)]
    if len(places) < _FEWEST or places[0]:
        return text
    for place in reversed(places[1:]):
        before = text[:place].rstrip()
        ends = before[-1].isalnum() or before[-1] in ")."
        if ends and before.split()[-1] not in _GO_WITH_NAMES:
            text = f"{before}; {text[place:]}"
    return text


def _is_titled(named: re.Match[str]) -> bool:
    """Whether it is somebody's name, and what stands behind it a title."""
    name = named["name"]
    if not is_given_name(name.partition(" ")[0]) or not is_person_name(name):
        return False
    title = named["title"].rpartition(" ")[2]
    return any(form.fullmatch(title) for form in (ROLE_WORDS, OCCUPATION, _TITLE))
