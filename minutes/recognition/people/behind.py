"""What stands behind a name of a list without a comma: "Anna från skolan", "Siri 2B", "Ulla husmor"."""

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.records import record

# "Anna från skolan", "Bo för klass 5".
_OF = regex(
    r"(?P<name>[A-ZÅÄÖ][^ ]+(?: [A-ZÅÄÖ][^ ]+)?) (?:(?:från|för|på|hos) (?P<of>[a-zåäö].*)|i (?P<in>\d.*))"
)
# "Siri 2B", "Viggo 3-4A": pupils of a class.
_OF_CLASS = regex(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé-]+(?: [A-ZÅÄÖ][\w-]*)?) (?P<of>\d{1,2}(?:-\d{1,2})?[A-ZÅÄÖ])"
)
# "Anna Berg förälder klass 3", "Bo Ek utan anmälan": whatever is said of somebody.
_NAME_AND_SAID = regex(
    r"(?P<name>[A-ZÅÄÖ][\w-]+(?: (?:von|af|de) )?(?: [A-ZÅÄÖ]\.?)? [A-ZÅÄÖ][\wéü-]+) (?P<said>(?!(?:von|af|av|de|van|der|den|di|da|och|samt|eller)\b)[a-zåäö]{2,}(?: [\wåäö-]+){0,4})"
)
_FIRST_AND_TITLE = regex(r"(?P<name>[A-ZÅÄÖ][\w-]+) (?P<title>[a-zåäö]{5,})")  # "Ulla husmor"
# "Anna Berg DHR": the letters are of what she represents.
_NAME_AND_LETTERS = regex(
    r"(?P<name>[A-ZÅÄÖ][^ ]+(?: [A-ZÅÄÖ][^ ]+){1,2}) (?P<letters>[A-ZÅÄÖ]{2,6}(?:\d{1,2})?)"
)
# "Anna Berg Körledare": a title that nobody is called by.
_NAME_AND_TITLE = regex(
    r"(?P<name>[A-ZÅÄÖ][^ ]+ [A-ZÅÄÖ][^ ]+) (?P<title>[A-ZÅÄÖ][a-zåäö]+(?:ledare|ansvarig|samordnare|mästare|ombud|lärare|förälder|tekniker|redaktör))"
)


@record
class Behind:
    """A name, and what stood behind it: what one is, or of which body."""

    name: str
    role: str | None = None
    organisation: str | None = None


def behind(text: str) -> Behind | None:
    """The name and what follows it; None where the text is no such name."""
    whose = _OF.fullmatch(text)
    if whose and (is_person_name(whose["name"]) or is_given_name(whose["name"])):
        return Behind(whose["name"], organisation=whose["of"] or whose["in"])
    pupil = _OF_CLASS.fullmatch(text)
    if pupil:
        return Behind(pupil["name"], organisation=pupil["of"])
    titled = _FIRST_AND_TITLE.fullmatch(text)
    if titled and is_given_name(titled["name"]) and titled["name"] != "Inga":
        return Behind(titled["name"], role=titled["title"])
    said = _NAME_AND_SAID.fullmatch(text)
    named = said and is_person_name(said["name"]) and is_given_name(text.split()[0])
    if said and named and not tells(said["said"]):
        return Behind(said["name"], role=said["said"])
    capital = _NAME_AND_TITLE.fullmatch(text)
    if capital and is_person_name(capital["name"]):
        return Behind(capital["name"], role=capital["title"])
    lettered = _NAME_AND_LETTERS.fullmatch(text)
    if lettered and is_person_name(lettered["name"]):
        return Behind(lettered["name"], organisation=lettered["letters"])
    return None
