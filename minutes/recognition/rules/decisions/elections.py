"""Elections that are written without a verb: the names under "Val av justerare", a list of offices."""

import re

from minutes.expressions import regex
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.language.words import holds_any
from minutes.recognition.people.names import is_given_name, is_person_name

_ELECTS = regex(
    r"(?:val|omval|nyval|fyllnadsval|utseende|konstituering|konstituerande)\b(?!\s*beredning)",
    re.IGNORECASE,
)
# "Styrelsen konstituerade sig enligt följande:", with an office and a name on each line below.
_CONSTITUTES = regex(
    r"\bkonstituera(?:r|de)\s+(?:styrelsen\s+|nämnden\s+)?sig(?:själv)?\b(?!\s+(?:med\s+[A-ZÅÄÖ]|vid|på\s+nästa|efter|den)\b)[^.]{0,60}[:.]?$"
    r"|\b(?:utse|utser|utsåg|utsågs|välja|väljer|valde|valdes)\s+följande\b[^.]{0,60}[:.]?$",
    re.IGNORECASE,
)
_OPEN = regex(r"föresl|nomin|kandid|sökande|avgå|avgick|avsäg|motför", re.IGNORECASE)
_BESIDE = regex(r"\s*\([^()]*\)")
_PART = regex(r"\s*[,;/&+]\s*|\s+(?:och|samt|respektive|resp\.?)\s+")
_TERM = regex(
    r"\s*[–-]?\s*\b(?:omval|nyval|sittande|vald|(?:på|i|för)?\s*(?:\d|ett|två|tre)\s*år|(?:t\.?\s?o\.?\s?m\.?|till)\s+(?:årsmötet\s+)?\d{4})\b.*$",
    re.IGNORECASE,
)
_AGAIN = regex(r"^\s*(?:om|ny|fyllnads|åter)val\s*(?:av\s|:)?\s*(?=[A-ZÅÄÖ])", re.IGNORECASE)
_OFFICE_AND_NAME = regex(
    r"[\s•*–-]*(?P<office>[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ/ .-]{2,45}?(?:\s*\([^()]{1,12}\))?)\s*(?::|–|\s-)\s*(?P<names>[A-ZÅÄÖ].{1,80})$"
)
# "Bo blir kassör och Eva är vice kassör"
_BECOMES = regex(
    r"[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?\s(?:blir|är)\s(?:(?:ny|nya|vice|första|andra)\s)*\w*(?:ordförande|sekreterare|kassör|justerare|ombud|representant|ansvarig|ersättare|suppleant|ledamot|revisor|kapten)\b[^:?]*$"
    r"|[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?\s(?:justerar|för)\s(?:dagens\s)?protokoll(?:et)?\W*$"
)
_GROUP = regex(r"(?:utskott|grupp|kommitté|presidi\w*|beredning)(?:en|et|n)?$", re.IGNORECASE)
_INITIALS = regex(r"[A-ZÅÄÖ]{2,4}(?:(?:, | och | & |/)[A-ZÅÄÖ]{2,4})*")
_NOT_YET = regex(r"vakan\w*|saknas|utses senare", re.IGNORECASE)
_LONGEST = 100  # characters


def elects(title: str) -> bool:
    """Whether the item with this title fills offices: "Val av justerare", "Konstituering"."""
    return bool(_ELECTS.match(title))


def constitutes(text: str) -> bool:
    """Whether a list of offices follows: "Styrelsen konstituerade sig enligt följande:"."""
    return holds_any(text, ("onstitu", "följande")) and bool(_CONSTITUTES.search(text.strip()))


def are_elected(text: str) -> bool:
    """Whether the line, in an item that fills offices, is the outcome: "Bo Ek och Eva Gran"."""
    if len(text) > _LONGEST or text.endswith((":", "?")) or _OPEN.search(text):
        return False
    return _are_names(text) or is_office_with_name(text) or bool(_BECOMES.match(text))


def is_office_with_name(text: str) -> bool:
    """Whether the line gives an office to somebody: "Kassör: Bo Ek", "Ekonomiansvarig (EKA): Bo Ek"."""
    match = _OFFICE_AND_NAME.match(text) if len(text) <= _LONGEST else None
    if match is None or _OPEN.search(text) or _NOT_YET.search(match["names"]):
        return False
    names = match["names"].strip(" .")
    if not ROLE_WORDS.search(match["office"]):
        return bool(_GROUP.search(match["office"]) and _of_offices(names))
    return bool(_INITIALS.fullmatch(names)) or _are_names(names)


def _of_offices(text: str) -> bool:
    """Whether a group is made up of these: "ordförande, kassör och Bo Ek"."""
    parts = [part.strip() for part in _PART.split(text) if part.strip()]
    return all(ROLE_WORDS.fullmatch(part) or _is_somebody(part) for part in parts)


def _are_names(text: str) -> bool:
    """Whether the text is names and nothing else but their offices, parties and terms."""
    parts = [part for part in _PART.split(_BESIDE.sub("", text.strip(" .*_"))) if part.strip()]
    names = [name for part in parts if (name := _bare(part))]
    if not names or not all(map(_is_somebody, names)):
        return False
    return all(len(name.split()) <= 4 and name[0].isupper() for name in names)


def _is_somebody(name: str) -> bool:
    words = name.split()
    of_name = all(word[0].isupper() or word in {"von", "af", "de", "av"} for word in words)
    return is_person_name(name) or (of_name and is_given_name(words[0]))


def _bare(part: str) -> str:
    """The part without an office beside the name or a term behind it; "" of a mere office."""
    text = _TERM.sub("", _AGAIN.sub("", part)).strip(" .:–-")
    office = ROLE_WORDS.match(text)
    if office and (office.end() == len(text) or text[office.end()] in " :"):
        text = text[office.end() :].strip(" .:–-")
    behind = next((each for each in ROLE_WORDS.finditer(text) if each.end() == len(text)), None)
    return text[: behind.start()].strip(" .:–-") if behind else text
