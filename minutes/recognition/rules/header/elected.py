"""Chair, secretary and justerare by what the text tells: who was elected, and by which office."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.finite import is_finite
from minutes.recognition.language.sentences import Sentence, sentences
from minutes.recognition.language.vocabulary import GROUPS
from minutes.recognition.language.words import holds_any
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.people.names import SOMEBODY, is_given_name, is_person_name
from minutes.recognition.rules.decisions.elections import elects
from minutes.recognition.rules.header.values import Fields

_WRITES = regex(
    r"^(?:mötes|nämnd)?sekr|\((?:mötes)?sekr|\bsekreterare\b|anteckna(?:re|r|de)\b|\bför(?:de)? (?:protokoll|anteckningar)|protokollförare|^secretary|^(?:note|minute)-?taker|vid (?:protokollet|pennan|anteckningarna)"
)
_WRITES_FOR = regex(r"\b(?:styrelsens|nämndens|rådets|gruppens|mötets) sekreterare\b")
# "@linst, mötesledare", "förvaltningschef, ordförande": the office may stand after something else.
_LEADS = regex(
    r"(?:@?[\w-]+(?: [\w-]+)?(?:, | \())?(?:(?:mötes|tjänstgörande |tf\.? |t\.? ?f\.? )?ordf|mötesledare|chair)"
)
# "ordförande elevrådet": of another body than the one that met.
_LEADS_OTHERS = regex(
    r"ordf(?:örande|\.)? (?:i |för )?\w+(?:rådet|kåren|klubben|sektionen|facket|gruppen|utskottet)\b"
)
_OFFICE_OF = regex(r"(?:ordförande|sekreterare) (?:i |för )?[A-ZÅÄÖ]")
_TAKES_NOTES = regex(r"anteckn|(?:för|förde|skriver|skrev) protokoll", re.IGNORECASE)
_CHOOSING = (
    "vald",
    "välj",
    "utse",
    "utså",
    "anmäl",
)  # one of these stands in all that `_CHOSEN` finds
_SURNAME_CHOSEN = regex(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé-]+|[A-ZÅÄÖ]{2,3}|(?!(?:han|hon|hen|denne|som|[\w-]*(?:en|et)) )[a-z][a-z0-9_-]{2,15}) (?:vald|valdes|väljs|blev vald|utsågs|utses) (?:enhälligt )?till "
)
_ANY_NAME = regex(rf"(?<![\wåäö-]){SOMEBODY}")
# Words with a capital beside a name: "Valdes Anna Berg", "Bo Ek Till sekreterare".
_NO_NAME = regex(r"^(?:Vald|Valdes|Väljs|Utses|Utsågs|Omval|Nyval)\b ?| (?:Till|Som|Att)$")
_TO_CHAIR = regex(
    r"\btill\s+att\s+leda\b|\btill\s+(?:mötets\s+)?(?:mötes|stämmo|årsmötes)?ordförande\b(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))|\bsom\s+(?:mötes|stämmo|årsmötes)?ordförande\b(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))",
    re.IGNORECASE,
)
_TO_SECRETARY = regex(
    r"\b(?:till|som)\s+(?:mötets\s+|dagens\s+|mötes)?(?:sekreterare|protokollförare)\b(?!\s+på)|\b(?:föra|skriva)\s+(?:dagens\s+)?(?:protokoll|(?:mötes|minnes)?anteckning)",
    re.IGNORECASE,
)
_TO_ADJUST = regex(
    r"\b(?:(?:till|som)\s+(?:protokolls?)?(?:justerare|juster\w+)|att\b[^.]{0,80}\bjustera\b)",
    re.IGNORECASE,
)
_ELECTED = {"chair": _TO_CHAIR, "secretary": _TO_SECRETARY, "adjusters": _TO_ADJUST}
_ELECTION_ITEM = {
    "chair": regex(r"val av (?:en )?(?:mötes|stämmo|årsmötes)?ordförande(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))", re.IGNORECASE),
    "secretary": regex(r"val av (?:en )?(?:mötes)?(?:sekreterare|protokollförare)", re.IGNORECASE),
    "adjusters": regex(r"(?:val av|utseende av)\b.*juster|^justering|^justerare", re.IGNORECASE),
}  # fmt: skip
_CHOSEN = regex(
    r"\b(?:väljs|valdes|valde|vald|valda|utses|utsågs|utsåg|utsedd|välja|utse|väljer|utser|omvaldes|anmäler|anmälde|anmäldes|anmäls)\b",
    re.IGNORECASE,
)
# "Mötesordförande Anna B och mötessekreterare Bo E": offices of this meeting only.
_OF_THE_MEETING = regex(
    rf"\b(?P<office>mötesordförande|stämmoordförande|mötessekreterare|protokollförare)(?:\s+(?:är|var|blir|blev))?:?\s+(?P<name>(?-i:{SOMEBODY}))",
    re.IGNORECASE,
)
# "Styrelsen väljer Foxen som sekreterare": whatever the name.
_CHOSE_AS = regex(
    r"\b(?:väljer|valde|utser|utsåg)\s+(?P<name>[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?)\s+(?:som|till)\s+(?:mötes)?(?P<office>ordförande|se[ck]+\w*terare)\b(?!\s+(?:på|för\s+(?!mötet|dagens|årsmötet|stämman)))"
)
_NAME_AND_OFFICE = regex(
    rf"(?:^|[,;.]\s|\soch\s)(?P<name>{SOMEBODY})\s(?:(?P<chair>(?:mötes)?ordförande|leder\smötet)"
    r"|(?P<secretary>(?:mötes)?sekreterare|skriver|antecknar)|(?P<adjusters>justerare|justerar))(?=\s*(?:[,.;]|och\b|$))"
)
_OFFICES = {
    "mötesordförande": "chair",
    "stämmoordförande": "chair",
    "mötessekreterare": "secretary",
    "protokollförare": "secretary",
}
_SAYS = regex(
    r"\b(?:menar|tycker|anser|säger|undrar|frågar|föreslår att|menade|tyckte|ansåg|sade)\b"
)
# With these an office is taken: "Bo tar på sig det", "Eva blir sekreterare".
_TAKEN = frozenset(
    "tar tog är var blir blev fick får skriver åtar åtog sköter leder för håller antecknar ställer föreslås föreslogs godkändes".split()
)
_EARLY = 12  # passages of the text in which offices are told


def elected(fields: Fields, outline: Outline) -> None:
    """Such as "Till ordförande för mötet valdes Anna Berg"; "Bo Ek utses att justera protokollet"."""
    only = {item.id: _elects_only(item.title) for item in outline.items}
    electing = {item.id for item in outline.items if elects(item.title)}
    for item in outline.items:  # "2. Val av sekreterare: Bo Ek"
        named, to = _names(item.title.partition(":")[2]), only[item.id]
        if named and to:
            fields.put(to, ", ".join(named), item.source)
    for passage in outline.in_zone(Zone.ITEM):
        office = only.get(passage.item or "")
        if not (office or passage.item in electing or holds_any(passage.folded, _CHOOSING)):
            continue
        for sentence in sentences(passage.block):
            if len(sentence.text) < 300:
                _chosen_in(fields, sentence, office)
                if passage.item in electing:
                    _with_office(fields, sentence)


def _chosen_in(fields: Fields, sentence: Sentence, office: str | None) -> None:
    chosen = _CHOSEN.search(sentence.text)
    for name, pattern in _ELECTED.items():
        said = bool(chosen and pattern.search(sentence.text))
        if not said and not (
            name == office and len(sentence.text) < 120 and _may_elect(sentence.text)
        ):
            continue
        people = _names(sentence.text)
        match = pattern.search(sentence.text)
        if match and name == "adjusters" and _offices_in(sentence.text) > 1:
            people = _names(_NEXT_OFFICE.split(sentence.text[match.end() :])[0]) or people
        if said and match and name != "adjusters":
            people = _nearest(sentence.text, match) or people
        surname = _SURNAME_CHOSEN.match(sentence.text)
        if surname and pattern.match(sentence.text, surname.end() - len("till ")):
            people = [surname["name"]]  # whatever the name: "Foxen valdes till ordförande"
        if people:
            named = people if name == "adjusters" else people[:1]
            fields.put(name, ", ".join(named), sentence.source)


def _offices_in(text: str) -> int:
    return sum(bool(pattern.search(text)) for pattern in _ELECTED.values())


def _may_elect(text: str) -> bool:
    """Whether a sentence under "Val av ordförande" says who it is; "Bo menar att …" does not."""
    verbs = [word for word in re.findall(r"\w+", text.casefold()) if is_finite(word)]
    if text.startswith("Förslag") or _SAYS.search(text):
        return False
    return not verbs or bool(_TAKEN.intersection(verbs)) or bool(_CHOSEN.search(text))


def _with_office(fields: Fields, sentence: Sentence) -> None:
    """As in "Karin ordförande, Bo sekreterare. Eva justerar", under a heading that elects."""
    for said in _NAME_AND_OFFICE.finditer(sentence.text):
        if is_given_name(said["name"].split()[0]):
            field = next(key for key in ("chair", "secretary", "adjusters") if said[key])
            fields.put(field, said["name"], sentence.source)


def _nearest(text: str, office: re.Match[str]) -> list[str]:
    """The name right after "till sekreterare valdes", else the last one before the office."""
    after = _NEXT_OFFICE.split(text[office.end() :])[0]
    return _names(after)[:1] or _names(text[: office.start()])[-1:]


# "… till ordförande och Bo Ek till sekreterare": Bo Ek is no chair.
_NEXT_OFFICE = regex(
    r"[.;]|,\s+(?:som|till)\s|(?:,|\s+och|\s+samt)\s+[A-ZÅÄÖ][^,.]*?\s(?:som|till)\s"
)


def _elects_only(title: str) -> str | None:
    """The office, where the item elects to one office only."""
    offices = [name for name, pattern in _ELECTION_ITEM.items() if pattern.search(title)]
    return offices[0] if len(offices) == 1 else None


def _names(text: str) -> list[str]:
    found = [_NO_NAME.sub("", match.group()) for match in _ANY_NAME.finditer(text)]
    found = [_without_title(name) for name in found if name and name.casefold() not in GROUPS]
    return [name for name in found if is_given_name(name.split()[0]) or is_person_name(name)]


def _without_title(name: str) -> str:
    """Of "Advokat Eva Nordin" the name."""
    first, _, rest = name.partition(" ")
    titled = " " in rest and not is_given_name(first) and is_given_name(rest.split()[0])
    return rest if titled else name


def by_role(fields: Fields, people: Sequence[Attendee]) -> None:
    """Who is listed with the office."""
    for person in sorted(people, key=_is_of_another_body):
        role = (person.role or "").casefold()
        if _LEADS.match(role) or (person.note or "").startswith("mötesordf"):
            if person.presence is not Presence.ABSENT and not _LEADS_OTHERS.match(role):
                fields.put("chair", person.name, person.source)
        elif (
            (_WRITES.search(role) and not re.match(r"vice|bitr", role))
            or _WRITES_FOR.search(person.organisation or "")
            or _TAKES_NOTES.match(person.note or "")
        ):
            fields.put("secretary", person.name, person.source)
        elif re.match(r"(?:protokolls?)?juster", role):
            fields.put("adjusters", person.name, person.source)
    for person in people:
        if (person.role or person.note or "").casefold().startswith("sammankallande"):
            fields.put("chair", person.name, person.source)
    for person in people:  # "kyrkosekreterare", where nobody is the secretary of the meeting
        if (person.role or "").casefold().endswith("sekreterare"):
            fields.put("secretary", person.name, person.source)


def _is_of_another_body(person: Attendee) -> bool:
    """As "sekreterare RMPG Norr", who is listed among others with offices of this meeting."""
    return bool(_OFFICE_OF.search(person.role or ""))


def held(fields: Fields, outline: Outline) -> None:
    """Who holds an office of this meeting, by the first passages of the text."""
    for passage in outline.in_zone(Zone.ITEM)[:_EARLY]:
        for said in _OF_THE_MEETING.finditer(passage.block.text):
            fields.put(_OFFICES[said["office"].casefold()], said["name"], passage.block.source)
        for chosen in _CHOSE_AS.finditer(passage.block.text):
            office = "chair" if chosen["office"].startswith("ordf") else "secretary"
            fields.put(office, chosen["name"], passage.block.source)
