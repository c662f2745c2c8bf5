"""What stands before the names of a line, and is of all of them: a body, a class of pupils."""

import re

from minutes.recognition.names import is_given_name, is_person_name
from minutes.recognition.vocabulary import ROLE_WORDS

_GROUPED = re.compile(r"^(?P<group>[^:,()]{2,60}):\s+(?P<rest>\S.*)$", re.DOTALL)
# "1A Alma och Vincent", "åk 4 Ida": the class of pupils before their names.
_CLASS = re.compile(
    r"(?P<group>\d{1,2}[A-ZÅÄÖa-h]|[A-ZÅÄÖ]{2,3}\d{2}[A-Z]?|(?:[Kk]lass|[Åå]k|Årskurs|årskurs)\s\d{1,2}\s?[A-ZÅÄÖa-h]?):?\s+(?P<rest>[A-ZÅÄÖ][a-zåäöé].*)$"
)


def grouped(text: str) -> tuple[str | None, str]:
    """The body that stands before a colon, and the people after it."""
    match = _CLASS.match(text) or _GROUPED.match(text)
    if match is None:
        return None, text
    group, rest = match["group"].strip(), match["rest"]
    if not _is_of_person(group, rest):
        return group, rest
    # "Anna Berg: ordförande"
    return None, f"{group}, {rest}" if ROLE_WORDS.match(rest) else text


def _is_of_person(group: str, rest: str) -> bool:
    """Whether what stands before the colon is a name: "Anna Berg: ordförande", not "Södra Lag: Bo Ek"."""
    if not is_person_name(group):
        return False
    return is_given_name(group.split()[0]) or not is_given_name(rest.split()[0].strip(","))
