"""Of which association a meeting is, by the grammar of its title: "Styrelsemöte i Hults kör"."""

from minutes.expressions import regex
from minutes.recognition.language.houses import is_house
from minutes.recognition.language.vocabulary import A_MEETING
from minutes.recognition.people.names import is_given_name

_MEETING = rf"(?:styrelse|medlems|års|höst|vår|månads|allmänt |konstituerande )?{A_MEETING}\w*"
_END = r"(?=\s(?:den\s)?\d|\s*[,.:–]|\s-\s|\s\w+dag(?:en)?\b|\s(?:kl|den)\b|$)"
# The noun is written small, as in "Granviks kammarkör"; after "i" a place would be a house.
_NAME = r"(?P<whose>[A-ZÅÄÖ][\wåäö]+s\s[a-zåäö-]{3,}(?:\s[a-zåäö-]{3,})?)"
_MEETING_OF = regex(rf"(?i:\b{_MEETING})\s(?:i|med|för|hos)\s{_NAME}{_END}")
_ITS_MEETING = regex(
    rf"(?:^|[,:–]\s)(?P<whose>[A-ZÅÄÖ][\wåäö]+s\s[a-zåäö-]{{3,}})s\s(?:styrelse|medlems|års|höst|vår){A_MEETING}"
)
_NO_NAMES = regex(r"styrelse|möte|nämnd|utskott|protokoll|sammanträde|kommun|region")
_OF_PLACE = regex(r"\s(?:vid|i|på)\s[A-ZÅÄÖ][\wåäö]+(?:\s[\wåäö]+){0,2}")


def association_of(text: str) -> str | None:
    """The association whose meeting the title names; None where it names none so."""
    match = _MEETING_OF.search(text) or _ITS_MEETING.search(text)
    if match is None:
        return None
    whose = match["whose"]
    owner = whose.split()[0].removesuffix("s")
    if is_given_name(owner) or is_house(whose) or _NO_NAMES.search(whose.casefold()):
        return None
    return whose


def with_its_place(organisation: str, text: str) -> str:
    """The whole line where it is nothing else: "Teknikklubben vid Granviks gjuteri"."""
    rest = text.removeprefix(organisation)
    return text if rest != text and _OF_PLACE.fullmatch(rest) else organisation
