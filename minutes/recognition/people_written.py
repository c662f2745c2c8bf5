"""A line of people as if it had been written plainly: no capitals, slashes, addresses or seats."""

import re

from minutes.recognition.names import is_given_name

_SMALL = re.compile(
    r"\b(?:Och|Samt|Von|Af|Av|Till|Från)\b|\((?:Adj|Ordf|Sekr|Kassör|Ordförande|Sekreterare)\b"
)
_CAPITAL_NAMES = re.compile(r"[A-ZÅÄÖ]{2} [A-ZÅÄÖ]{2}")  # no initials
# "LENA STRÖM, avdelningschef" and "Lena STRÖM"; the letters of "Anna FUB" are of an organisation.
_CAPITAL_NAME = re.compile(
    r"\b[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ]{2,})?(?: [A-ZÅÄÖ]+(?:-[A-ZÅÄÖ]{2,})?){1,2}(?![\w-])"
)
_CAPITAL_SURNAME = re.compile(
    r"\b(?P<first>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?) (?P<last>[A-ZÅÄÖ]{4,}(?:-[A-ZÅÄÖ]{2,})?)(?=[,;.)]|\s*$)"
)
_CAPITALS = re.compile("[A-ZÅÄÖ]{2}| [A-ZÅÄÖ](?![a-zåäö])")
_VOWEL = re.compile("[AEIOUYÅÄÖ]")
_MYSELF = re.compile(r"\b(?:jag|undertecknad)\s*\((?P<name>[^()]{2,40})\)")
_NUMBERED_SEAT = re.compile(
    r"(?<=\b(?i:ledamot|revisor)) \d\b|(?<=\b(?i:suppleant)) \d\b|(?<=\b(?i:ersättare)) \d\b"
)
_SLASH = re.compile(
    r"(?<=[a-zåäö])\s?/\s?(?=[a-zåäö]{4}|[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö])"
)  # "Anna Berg/ordförande", "Anna Berg/Bo Ek"
_ADDRESS = re.compile(
    r"\s*[<(\[]?\S+@\S+\.\w+[>)\]]?(?=[\s,;]|$)|\s*\b0\d{1,3}[- ]\d[\d ]{4,9}\d\b"
)
# "AB Anna Berg", "AB: Anna Berg": the letters by which the minutes call her.
_LETTERS_BEFORE = re.compile(
    r"(?<![\w.])(?P<letters>[A-ZÅÄÖ]{2,3})\s?[:=–-]?\s(?=(?P<first>[A-ZÅÄÖ])[a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)? (?P<last>[A-ZÅÄÖ])[a-zåäö])"
)


_NICKNAME = re.compile(
    r"(?<=[a-zåäöé]) [\"”“'’][^\"”“'’]{2,15}[\"”“'’](?= [A-ZÅÄÖ])"
)  # Bo "Bosse" Ek


def plainly(text: str) -> str:
    """The same people, in a text that has only commas and parentheses between the names."""
    if text.isupper() and _CAPITAL_NAMES.search(text):
        text = _SMALL.sub(lambda word: word.group().lower(), text.title())
    elif _CAPITALS.search(text):
        text = _CAPITAL_SURNAME.sub(_surname, _CAPITAL_NAME.sub(_name, text))
        text = _LETTERS_BEFORE.sub(_without_letters, text)
    if any(sign in text for sign in "\"”“'’"):
        text = _NICKNAME.sub("", text)
    if "@" in text or "-" in text:
        text = _ADDRESS.sub("", text)
    return _NUMBERED_SEAT.sub("", _MYSELF.sub(r"\g<name>", _SLASH.sub(", ", text.strip())))


def _name(match: re.Match[str]) -> str:
    written = match.group().title()
    return written if is_given_name(written.split()[0]) else match.group()


def _surname(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    named = is_given_name(first) and len(_VOWEL.findall(last)) > 1
    return f"{first} {last.title()}" if named else match.group()


def _without_letters(match: re.Match[str]) -> str:
    letters = match["letters"]
    own = letters[0] == match["first"] and letters[-1] == match["last"]
    return "" if own else match.group()
