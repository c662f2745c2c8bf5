"""What stands behind a name of a list without a comma: "Anna från skolan", "Siri 2B", "Ulla husmor"."""

from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.people.glued import OCCUPATION
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.with_bodies import BODY, name_length
from minutes.records import record

_CAPITAL = r"[A-ZÅÄÖ][^ ]+"
_BODY = (
    r"(?:(?:från|för|på|hos) (?P<of>[a-zåäö].*)|i (?P<in>\d.*)"  # "från skolan", "i 4B"
    r"|(?P<class>\d{1,2}(?:-\d{1,2})?[A-ZÅÄÖ])"  # "Viggo 3-4A": a pupil
    r"|(?P<letters>[A-ZÅÄÖ]{2,6}\d{0,2}))"  # "Anna Berg DHR"
)
_NAME_AND_BODY = regex(rf"(?P<name>{_CAPITAL}(?: [A-ZÅÄÖ][^ ]*){{0,2}}?) {_BODY}")
# "Anna Berg Lund KD": whatever stands before the party is the name.
_NAME_AND_PARTY = regex(
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,2}}) (?P<party>S|M|C|L|V|MP|KD|SD|Mp|Kd|Sd)"
)
_TITLE = r"[A-ZÅÄÖ][a-zåäö]+(?:ledare|ansvarig|samordnare|mästare|ombud|lärare|förälder|tekniker|redaktör)"
_NO_TITLE = r"(?!(?:von|af|av|de|van|der|den|di|da|och|samt|eller)\b)"
# "Anna Berg förälder klass 3", "Bo Ek utan anmälan", "Eva Gran Körledare".
_NAME_AND_ROLE = regex(
    rf"(?P<name>{_CAPITAL}(?: (?:von|af|de))?(?: [A-ZÅÄÖ]\.?)? {_CAPITAL}) (?P<role>{_TITLE}|{_NO_TITLE}[a-zåäö-]{{2,}}\.?(?: [\wåäö-]+){{0,4}})"
)
# "Ida Falk Persen lektor": of three words the third may be of a body, but not before such a role.
_LONG_NAME_AND_ROLE = regex(
    rf"(?P<name>{_CAPITAL}(?: [A-ZÅÄÖ][^ ]+){{2}}) (?P<role>(?:[a-zåäö-]+ ){{0,3}}{OCCUPATION.pattern})"
)
_FIRST_AND_ROLE = regex(
    r"(?P<name>(?!Inga\b)[A-ZÅÄÖ][\w-]+) (?P<role>[a-zåäö]{5,})"
)  # "Ulla husmor"


@record
class Behind:
    """A name, and what stood behind it: what one is, or of which body."""

    name: str
    role: str | None = None
    organisation: str | None = None


def behind(text: str) -> Behind | None:
    """The name and what follows it; None where the text is no such name."""
    party = _NAME_AND_PARTY.fullmatch(text)
    if party and is_person_name(party["name"]):
        return Behind(party["name"], organisation=party["party"])
    of = _NAME_AND_BODY.fullmatch(text)
    if of and of["letters"] and (club := _club(of["name"].split(), of["letters"])):
        return club
    if of and (of["class"] or is_given_name(of["name"]) or is_person_name(of["name"])):
        return Behind(of["name"], organisation=of["of"] or of["in"] or of["class"] or of["letters"])
    forms = (_FIRST_AND_ROLE, _NAME_AND_ROLE, _LONG_NAME_AND_ROLE)
    role = next(filter(None, (form.fullmatch(text) for form in forms)), None)
    if role is None or not is_given_name(text.split()[0]) or tells(role["role"]):
        return None
    whole = " " not in role["name"] or is_person_name(role["name"])
    return Behind(role["name"], role["role"]) if whole else None


def _club(words: Sequence[str], letters: str) -> Behind | None:
    """As "Anna Berg Norrby IF": with such letters the last word is of the body's name."""
    length = name_length(words)
    if not 1 < length < len(words) or not BODY.fullmatch(letters) or not is_given_name(words[0]):
        return None
    return Behind(" ".join(words[:length]), organisation=" ".join([*words[length:], letters]))
