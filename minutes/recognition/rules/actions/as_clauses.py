"""A sentence as its clauses are looked for, letter for letter as long as it is written."""

import re

from minutes.expressions import regex
from minutes.recognition.language.sentences import has_quotations
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.small_letters import with_capitals

_QUOTED = regex(r"[”“\"][^”“\"]*[”“\"]")
# "Lokalen är bokad, (BÅL) hämtar nyckeln": letters that the minutes write in brackets.
_LETTERS = regex(r"(?P<gap>^| )\((?P<who>[A-ZÅÄÖ]{2,3})\)(?= (?:[a-zåäö]+r|ska|skall|får|fick)\b)")


def as_clauses(text: str, roster: Roster) -> str:
    """The sentence with nothing in its quotations, no brackets round letters, and capitals in names."""
    plain = text
    if has_quotations(text):
        plain = _QUOTED.sub(lambda m: "”" + "x" * (len(m.group()) - 2) + "”", text)
    if "(" in plain:
        plain = _LETTERS.sub(lambda m: _without_brackets(m, roster), plain)
    return with_capitals(plain, roster)


def _without_brackets(match: re.Match[str], roster: Roster) -> str:
    """As in "Nyckeln: BÅL  hämtar" for "Nyckeln (BÅL) hämtar", so that a clause begins there."""
    if not roster.knows(match["who"]):
        return match.group()
    if not match["gap"]:
        return match["who"].ljust(len(match.group()))
    sign = "" if match.string[: match.start()].endswith((",", ".", ":")) else ":"
    return f"{sign} {match['who']}".ljust(len(match.group()))
