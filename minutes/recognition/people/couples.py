"""Two who share a surname that is written once: "Eva och Bo Ek"."""

import re

from minutes.expressions import regex
from minutes.recognition.people.names import is_given_name, is_person_name

_SEPARATOR = regex(r"\s*[,;]\s*|\s+samt\s+")
_COUPLE = regex(
    r"(?P<before>(?:^|[,;:]|\bsamt)\s*)(?P<one>[A-ZÅÄÖ][\w-]+) (?P<and>och|o|&|\+) (?P<other>[A-ZÅÄÖ][\w-]+) (?P<surname>[A-ZÅÄÖ][\wéü-]+)(?=\s*(?:[,;.(]|samt\b|$))"
)


def with_surnames(text: str) -> str:
    """The list with the surname behind both; as it is where others have no surname either."""
    if " och " not in text and "&" not in text and " o " not in text:
        return text
    parts = _SEPARATOR.split(text.strip(" ."))
    return text if any(map(is_given_name, parts)) else _COUPLE.sub(_both, text)


def _both(match: re.Match[str]) -> str:
    one, other, surname = match["one"], match["other"], match["surname"]
    both = is_given_name(one) and is_given_name(other) and not is_given_name(surname)
    if not both or not is_person_name(f"{other} {surname}"):
        return match.group()
    return f"{match['before']}{one} {surname} {match['and']} {other} {surname}"
