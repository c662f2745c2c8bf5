"""A line of people as if it had been written plainly: no capitals, slashes, addresses or seats."""

import re

from minutes.expressions import regex
from minutes.recognition.people.called import NICKNAMED, is_nickname
from minutes.recognition.people.initials import has_initials
from minutes.recognition.people.names import CAPITAL, FULL_NAME, is_given_name, is_person_name

_SMALL = regex(
    r"\b(?:Och|Samt|Von|Af|Av|Till|Från)\b|(?<= )(?:De|La|Van|Den|Der)\b(?= )|\((?:Adj|Ordf|Sekr|Kassör|Ordförande|Sekreterare)\b"
)
_CAPITAL_NAMES = regex(r"[A-ZÅÄÖ]{2} [A-ZÅÄÖ]{2}")  # no initials
# "LENA STRÖM, avdelningschef" and "Lena STRÖM"; the letters of "Anna FUB" are of an organisation.
_CAPITAL_NAME = regex(
    r"\b[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ]{2,})?(?: [A-ZÅÄÖ]+(?:-[A-ZÅÄÖ]{2,})?){1,2}(?![\w-])"
)
_CAPITAL_SURNAME = regex(
    r"\b(?P<first>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?) (?P<last>[A-ZÅÄÖ]{4,}(?:-[A-ZÅÄÖ]{2,})?)(?=[,;.)]|\s*$)"
)
_CAPITALS = regex("[A-ZÅÄÖ]{2}| [A-ZÅÄÖ](?![a-zåäö])")
_VOWEL = regex("[AEIOUYÅÄÖ]")
_MYSELF = regex(r"\b(?:jag|undertecknad)\s*\((?P<name>[^()]{2,40})\)")
_NUMBERED_SEAT = regex(
    r"(?<=\b(?i:ledamot|revisor)) \d\b|(?<=\b(?i:suppleant)) \d\b|(?<=\b(?i:ersättare)) \d\b"
)
_SLASH = regex(
    r"(?<=[a-zåäö])\s?/\s?(?=[a-zåäö]{4}|[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]|(?=[A-ZÅÄÖ])[A-ZÅÄÖa-zåäö]*(?i:förening|klubb|skola|kommun|råd|kontor|nämnd|bolag|grupp|lag|kår)(?:en|et|n)?\b)"
)  # "Anna Berg/ordförande", "Anna Berg/Bo Ek"
_ADDRESS = regex(
    r"\s*[<(\[]?\S{1,200}@[^\s@]{1,200}\.\w+[>)\]]?(?=[\s,;]|$)|\s*\b0\d{1,3}[- ]\d[\d ]{4,9}\d\b"
)
_MORE_COUNTED = regex(r"\s*\+\s*\d{1,3}\s[a-zåäö]+")  # "+ 4 barn"
# "Anna Berg/Norrby", "Anna Berg/Norrby bibliotek"
_SLASHED_PLACE = regex(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé-]+ [A-ZÅÄÖ][\wåäöé-]+(?: [A-ZÅÄÖ][\wåäöé-]+)?)\s?/\s?(?P<place>(?P<first>[A-ZÅÄÖ][a-zåäö-]+)(?: (?!och\b|samt\b)[\wåäöÅÄÖ-]+){0,4})(?=[,;.]|$|\s(?:och|samt)\s)"
)
# The letters by which the minutes call somebody: "AB: Anna Berg", "AB (Anna Berg)".
_LETTERS_BEFORE = regex(
    rf"(?<![\w.])(?P<letters>[A-ZÅÄÖ]{{2,4}})(?:\s?[:=–-]?\s(?P<name>{FULL_NAME.pattern})|\s?[(=]\s?(?P<explained>{CAPITAL}[^()=,]{{3,40}}?)(?:\)|(?=,|$)))"
)
# "Anna Berg AB Projektledare"
_LETTERS_BEHIND = regex(
    r"(?P<name>(?P<a>[A-ZÅÄÖ])[a-zåäöé]+ (?P<b>[A-ZÅÄÖ])[\wåäöé-]+) (?!MP|SD|KD|FP|FI)(?P=a)(?P=b)(?= [A-ZÅÄÖ][a-zåäö])"
)
_AND_OTHERS = regex(r",?\s(?:m\.?\s?fl\.?|med\sflera)(?=\s*(?:[,;.)]|$))")  # "Bo Ek m.fl."
_DEGREE = regex(
    rf"(?<![\w.])(?:[Pp]rof\.?|[Dd]oc(?:\.|ent)|(?:(?:[Tt]ekn|[Ff]il|[Mm]ed|[Jj]ur)\.?\s)?[Dd]r\.?)\s(?={CAPITAL}\w)(?!{CAPITAL}\w+\s*(?:[,;.)]|and\s|$))"
)
_PHONE_LABEL = regex(r"\b(?:[Tt]el|[Tt]fn|[Mm]ob(?:il)?)\.?:?\s*(?=0\d)")
_BETWEEN_NAMES = regex(r"\s*[/+]\s*")  # "Siri/Bo/Eva"
_FEWEST_BETWEEN = 3
# "Siri Ek /åk 4", "Bo Alm/5B": the class of their children.
_SLASHED_CLASS = regex(
    r"(?<=[a-zåäöé])\s?/\s?(?P<of>(?:[Åå]k|[Kk]l(?:ass)?)\.?\s?\d{1,2}\s?[A-ZÅÄÖa-f]?|\d{1,2}[A-ZÅÄÖa-f]?|[A-ZÅÄÖ]{2,5})(?=[,;.]|\s*$|\s(?:och|samt)\s)"
)
_IN_BRACKETS = regex(r"\s*\[(?P<names>[^\[\]]{2,}?)\]\W*")  # "[Anna, Bo och Eva]", of a form
_BROKEN_DOUBLE = regex(
    r"(?P<first>[A-ZÅÄÖ][a-zåäöé]+)- (?P<second>[A-ZÅÄÖ][a-zåäöé]+)(?= [A-ZÅÄÖ])"
)

# "Bo Ek, ers PRO för Eva Gran Anna Berg RPG": she is away, and the next one follows.
_STANDS_IN = regex(
    r",? (?:ers|ersättare)\.?(?: [A-ZÅÄÖ]{2,5})? för (?P<other>[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ][\wåäö-]+) (?=[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ])"
)
_OFFICE_HELD = regex(
    r"\b(?P<office>[Oo]rdförande|[Kk]assör|[Ss]ekreterare|[Ss]uppleant|[Rr]evisor)(?:n|en)(?= [A-ZÅÄÖ])"
)  # "kassören Bo Ek"

_NICKNAME = regex(r"(?<=[a-zåäöé]) [\"”“'’][^\"”“'’]{2,15}[\"”“'’](?= [A-ZÅÄÖ])")  # Bo "Bosse" Ek


def plainly(text: str) -> str:
    """The same people, in a text that has only commas and parentheses between the names."""
    text = text.replace("´", "").replace("*", "")  # of emphasis
    if "[" in text and (form := _IN_BRACKETS.fullmatch(text)):
        text = form["names"]
    if text.isupper() and _CAPITAL_NAMES.search(text):
        text = _SMALL.sub(lambda word: word.group().lower(), text.title())
    elif _CAPITALS.search(text):
        text = _CAPITAL_SURNAME.sub(_surname, _CAPITAL_NAME.sub(_name, text))
        text = _LETTERS_BEHIND.sub(r"\g<name>,", _LETTERS_BEFORE.sub(_without_letters, text))
    if any(sign in text for sign in "\"”“'’"):
        text = _NICKNAME.sub("", text)
    if ") " in text:
        text = NICKNAMED.sub(_without_nickname, text)
    if "@" in text or "-" in text:
        text = _ADDRESS.sub("", _PHONE_LABEL.sub("", text))
    if " för " in text:
        text = _STANDS_IN.sub(r" (ersättare för \g<other>), ", text)
    if "fl" in text:
        text = _AND_OTHERS.sub("", text)
    text = _OFFICE_HELD.sub(r"\g<office>", _DEGREE.sub("", text))
    if "- " in text:
        text = _BROKEN_DOUBLE.sub(_double, text)
    if "/" in text or "+" in text:
        text = _SLASHED_CLASS.sub(r" (\g<of>)", text)
        text = _with_commas(_MORE_COUNTED.sub("", text))
        text = _SLASHED_PLACE.sub(_beside, text)
    return _NUMBERED_SEAT.sub("", _MYSELF.sub(r"\g<name>", _SLASH.sub(", ", text.strip())))


def _name(match: re.Match[str]) -> str:
    written = match.group().title()
    return written if is_given_name(written.split()[0]) else match.group()


def _surname(match: re.Match[str]) -> str:
    first, last = match["first"], match["last"]
    named = is_given_name(first) and len(_VOWEL.findall(last)) > 1
    return f"{first} {last.title()}" if named else match.group()


def _without_nickname(match: re.Match[str]) -> str:
    return f"{match['first']} {match['last']}" if is_nickname(match) else match.group()


def _without_letters(match: re.Match[str]) -> str:
    name: str = match["name"] or match["explained"].strip()
    return name if has_initials(name, match["letters"]) else match.group()


def _double(match: re.Match[str]) -> str:
    """The name of "Ann- Marie Ek" whole again."""
    both = is_given_name(match["first"]) and is_given_name(match["second"])
    return f"{match['first']}-{match['second']}" if both else match.group()


def _beside(match: re.Match[str]) -> str:
    """The place or the body behind a comma; "Anna Berg/Bo" are two."""
    if is_given_name(match["first"]):
        return match.group()
    name, place = match["name"], match["place"]
    return f"{name} ({place})" if is_person_name(place) else f"{name}, {place}"


def _with_commas(text: str) -> str:
    """The same names with commas for the slashes, where nothing but names stands between them."""
    names = _BETWEEN_NAMES.split(text.strip(" ."))
    first = [name.split()[0] if name else "" for name in names]
    few = len(names) < _FEWEST_BETWEEN and "+" not in text
    return text if few or not all(map(is_given_name, first)) else ", ".join(names)
