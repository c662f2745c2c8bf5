"""Lists of people as they stand in minutes: "Anna Berg, Bo Ek (ordf.) och Eva Gran, Medlab"."""

import re

from minutes.expressions import regex
from minutes.recognition.language.finite import tells
from minutes.recognition.language.vocabulary import OFFICES_AND_GROUPS, ROLE_WORDS
from minutes.recognition.people.ahead import STANDS_FOR, heads_column, words_ahead
from minutes.recognition.people.behind import behind
from minutes.recognition.people.bodies_behind import in_one_row
from minutes.recognition.people.couples import with_surnames
from minutes.recognition.people.glued import (
    OCCUPATION,
    parties_behind,
    unglued,
    with_commas,
)
from minutes.recognition.people.groups import SURE_GROUPS, each_group, grouped
from minutes.recognition.people.handles import letters_or_handles
from minutes.recognition.people.initials import has_initials
from minutes.recognition.people.listed import ListedPerson
from minutes.recognition.people.names import (
    CAPITAL,
    ENGLISH_TITLES,
    NOT_IN_NAMES,
    OF_PLACES,
    SURNAME_ENDS,
    is_given_name,
    is_person_name,
)
from minutes.recognition.people.parts import parts_of
from minutes.recognition.people.places_behind import with_places_in_brackets
from minutes.recognition.people.title_rows import with_titled_apart
from minutes.recognition.people.with_bodies import BODY, ORGANISATION, name_length
from minutes.recognition.people.written import plainly

_AND = frozenset({"och", "samt", "&", "o"})
_PAREN = regex(r"\s*[(\[]([^()\[\]]*)[)\]]")
_NOTE = regex(
    r"\s*(?:[,–-]\s*)?(?P<note>(?:(?:\bfr\.?\s|\bfrån\s|\btill\s)?\bkl\.?\s*\d|§{1,2}\s*\d|\bärende(?:n|na|t)?(?=\s*[\d§]|$)|\b(?:punkt(?:erna)?|paragraf(?:erna)?|fr\.?\s?o\.?\s?m|t\.\s?o\.\s?m|tom(?=\s(?:[\d§]|kl\b|punkt|ärende))|från(?:\s+och\s+med)?|till\s+och\s+med|"
    r"med\s+fullmakt|via\s+\w+|på\s+distans|digitalt|delt(?:og|ar)|medverka(?:r|de)|närvara(?:r|de)|lämna(?:r|de)|anlän(?:der|de)|(?:an|in)?kom(?:mer)?|gick|går|anslöt|ansluter|avvek|avviker|endast|delvis|ej\s+§|del\s+av)\b|\d{1,3}(?:\s?[-–]\s?\d{1,3})?$|\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?$).*)$",
    re.IGNORECASE,
)
_LAST_NUMBERS = regex(r"(?<=[a-zåäö])(?:[ ,–-]+\d{1,3})+$")  # of paragraphs, without their §
# "A. Berg", "K E Lind": a surname after letters.
_LETTERS_AND_SURNAME = regex(
    r"(?:[A-ZÅÄÖ]\.? ?){1,2}(?<=[. ])[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
)
_INITIALS = regex(r"(?!MP|KD|SD|FP|FI)[A-ZÅÄÖ]{2,3}")
_PARTY = regex(r"^(?:[A-ZÅÄÖ]{1,4}|Kd|Mp|Fp|Sd|-)$")
_PARTY_NAME = regex(
    r"\w(?:partiet|partierna|demokraterna|listan|oberoende)$|^(?:Moderaterna|Liberalerna)$",
    re.IGNORECASE,
)
# "Anna Berg – Medlab", "Tyra- kassör", "Tor-kassör"; not "Hälso- och sjukvård", "Ann-Britt".
_DASH = regex(
    r"\s[–-]\s|(?<=[a-zåäöé])[–-] ?(?!och\b|eller\b|samt\b)(?=[a-zåäö]{4})|\s[–-](?=[a-zåäö])"
)
# Whole names with dashes between them instead of commas.
_DASHES = regex(r"\s+[–-]\s*|\s*–\s*|-\s+")
_MYSELF = frozenset({"undertecknad", "jag"})
_FIRST_NAME = regex(
    r"[A-ZÅÄÖ][a-zß-öø-ÿ]+(?:[A-ZÅÄÖ][a-zåäöé]+)?(?:-[A-ZÅÄÖ]?[a-zß-öø-ÿ]+)?(?: [A-ZÅÄÖ]\.?)?"
)
_ONE_WORD = regex(r"[A-ZÅÄÖ][a-zß-öø-ÿ]{2,}(?:[A-ZÅÄÖ][a-zåäöé]+)?|Ek|Li|Xu|Wu|Le")
# "ekonom Anna Berg": what one is, in small letters before the name.
_TITLE_BEFORE = regex(
    r"(?P<title>(?!(?:i|på|från|för|av|till|med|via|hos|ersätter|ersättare|suppleant|och|samt)\b)[a-zåäö][a-zåäö-]{4,}(?: (?:och )?[a-zåäö-]+){0,3})(?<! för)(?<! av)(?<! från) (?P<name>[A-ZÅÄÖ].*)$"
)
# "Tjänstepersoner Anna Berg": the head of a column, glued to the first name under it.
_COLUMN_HEAD = regex(
    r"(?:Även|Dessutom|Ledamöter|Ersättare|Suppleanter|Tjänste(?:män|personer)|Politiker|Protokolls?justerare|Justerare|Adjungerade|Gäster|Revisorer)\s+(?=[A-ZÅÄÖ])"
)
# "Allmänheten", "Räddningstjänsten", "Tränarna": no name ends so.
_DEFINITE = ("heten", "tjänsten", "facket", "kåren", "arna", "erna", "ningen")
_LOCAL = regex(
    r"^(?:vakant\b.*|ingen|inga|none|nobody|no one|everyone|everybody|others|invited|missing|online|remote|zoom|discord|tba|n/?a|[-–—.\s]*)$",
    re.IGNORECASE,
)


_NOBODY = SURE_GROUPS.union(OFFICES_AND_GROUPS)
_NAME_FOLLOWS = regex(rf"\s*[.:–-]?\s*{CAPITAL}")
_SERVES = regex(r"\d|\b(?:ej\s+)?(?:tjg|tjänstg)")  # when, or whether somebody serves
# "Grön Framtid (förr Solbo)", "Norrvikarnas Forum för Vatten": the rest of a body's name.
_REST_OF_BODY = regex(
    r" \((?:tidigare|förr|före detta|f\.?d\.?)\s[^()]*\)$|(?<=Forum) för [A-ZÅÄÖ]\w+$"
)
_NAME_AND_BODY = 2  # parts of a line, and words of a body


_FORMS = (
    *(plainly, with_places_in_brackets, in_one_row),
    *(with_titled_apart, parties_behind, with_commas),
)


def _parted(text: str) -> str:
    """The line written plainly, with a sign wherever one person ends and the next begins."""
    for form in _FORMS:
        text = form(text)
    return text


def split_people(text: str) -> list[ListedPerson]:
    """The persons that a line of a list names, each once, in its order."""
    groups = each_group(text)
    if len(groups) > 1:
        return [person for group in groups for person in split_people(group)]
    organisation, text = grouped(_parted(text))
    text = with_surnames(text)
    found: list[ListedPerson] = []
    names = _DASHES.split(text)
    if len(names) > 2 and all(
        map(is_person_name, (_PAREN.sub("", name).strip(" .") for name in names))
    ):
        text = ", ".join(names)
    divided = parts_of(text.strip().rstrip("."))
    own_titles = bool(divided) and bool(_without_role(divided[0][1].strip())[1])
    parts = [
        (separator, each, len(glued) > 1)
        for separator, part in divided
        for glued in ((not own_titles and _after_office(part)) or unglued(part),)
        for each in glued
    ]
    letters = letters_or_handles([part.strip() for _, part, _ in parts])
    if letters:
        return letters
    with_body = len(parts) == _NAME_AND_BODY and _is_body_beside(parts[1][0], parts[1][1].strip())
    titles_first = bool(parts) and bool(_without_role(parts[0][1].strip())[1])
    bare = [name for _, part, _ in parts if (name := _PAREN.sub("", part).strip()) not in _MYSELF]
    several = len(parts) > 2 or (len(parts) == 2 and not is_given_name(bare[0]))
    surname_first = bool(bare) and " " not in bare[0] and bare[0].endswith(SURNAME_ENDS)
    first_names = several and (surname_first or all(map(_FIRST_NAME.fullmatch, bare)))
    for separator, listed, whole in parts:
        part = listed.strip()
        own_title = titles_first and (ROLE_WORDS.match(part) or _TITLE_BEFORE.match(part))
        before, name = words_ahead(part) if not (whole or own_title) else ("", part)
        if before and (found or heads_column(before)):
            found[-1:] = [_with_addition(person, before, separator) for person in found[-1:]]
            part = name
        beside = separator.strip() in _AND and bool(_FIRST_NAME.fullmatch(part))
        person = _person(part, alone=not found or first_names or beside)
        if with_body and found and is_given_name(found[0].name.split()[0]):
            person = None
        if first_names and part == "Inga":  # beside other names it is one
            person = ListedPerson("Inga")
        if person is not None:
            found.append(person)
        elif found and part not in _MYSELF and not _LOCAL.match(part):
            found[-1] = _with_addition(found[-1], part, separator)
    if organisation and not ROLE_WORDS.search(organisation):
        found = [_with_organisation(person, organisation) for person in found]
    return found


def _is_body_beside(separator: str, part: str) -> bool:
    """As "Autism Norrvik" in "Anna Berg, Autism Norrvik": no name that is known begins it."""
    words = _REST_OF_BODY.sub("", part).split()
    capital = separator.strip() == "," and len(words) == _NAME_AND_BODY and words[0][:1].isupper()
    return capital and not is_given_name(words[0]) and not words[1].endswith(SURNAME_ENDS)


def _after_office(part: str) -> list[str]:
    """As in "ordf Bo Ek Eva Gran" after a name without an office: the office is that one's."""
    office = ROLE_WORDS.match(part.strip())
    names = unglued(part.strip()[office.end() :].strip(" .")) if office else []
    return [office.group(), *names] if office and len(names) > 1 else []


def _person(part: str, alone: bool) -> ListedPerson | None:
    """The person of one part; None where it names nobody."""
    text, role, organisation, note = part.strip(" -–•*."), None, None, None
    text = _COLUMN_HEAD.sub("", text, count=1) if _COLUMN_HEAD.match(text) else text
    for inside in _PAREN.findall(text):
        if _INITIALS.fullmatch(inside) and has_initials(_PAREN.sub("", text), inside):
            continue  # "Bo-Åke Lind (BÅL)": how the minutes call him
        if _PARTY.match(inside.strip()):
            organisation = inside.strip()
        elif ROLE_WORDS.search(inside):
            role = inside.strip()
        else:
            note = inside.strip() or note
    text = _PAREN.sub(" ", text)
    for pattern in (_NOTE, STANDS_FOR):
        match = pattern.search(text)
        if match and match.start() > 0:
            note = note or match.group().strip(" ,–-")
            text = text[: match.start()]
    text = _LAST_NUMBERS.sub("", " ".join(text.split()).strip(" ,.–-"))
    more = behind(text)
    if more is None:
        text, written_role = _without_role(text)
        role = role or written_role
        more = behind(text)
    if more is not None:
        return ListedPerson(more.name, role or more.role, organisation or more.organisation, note)
    if not text or _LOCAL.match(text):
        return None
    words = text.split()
    length = name_length(words)
    first, rest = " ".join(words[:length]), " ".join(words[length:])
    of_body = ORGANISATION.search(rest) or any(map(BODY.fullmatch, words[length:]))
    of_body = of_body or (rest.partition(" ")[0] in OF_PLACES and " " in rest)
    others = tells(rest) or any(map(is_given_name, words[length:]))
    of_body = of_body or (rest[:1].isupper() and not is_person_name(text) and not others)
    if of_body and is_given_name(words[0]) and is_person_name(first):
        return ListedPerson(first, role, organisation or rest, note)
    dashed = bool(role and _DASH.search(part))
    if _reads_as_person(text, alone or dashed):
        return ListedPerson(text, role, organisation, note)
    return None


def _without_role(text: str) -> tuple[str, str | None]:
    """("Anna Berg", "ordförande") of "Ordförande Anna Berg" and "Anna Berg – ordf."."""
    match = OCCUPATION.match(text) or ROLE_WORDS.match(text)
    if match and _NAME_FOLLOWS.match(text, match.end()):
        return text[match.end() :].strip(" .:–-"), match.group()
    titled = _TITLE_BEFORE.match(text)
    named = titled and (is_person_name(titled["name"]) or " " not in titled["name"])
    if titled and named and is_given_name(titled["name"].split()[0]):
        return titled["name"], titled["title"]
    dash = _DASH.search(text)
    if dash and _is_before_dash(text[: dash.start()], rest := text[dash.end() :].strip()):
        return text[: dash.start()], rest or None
    last = list(ROLE_WORDS.finditer(text))
    if last and last[-1].end() >= len(text.rstrip(".")) and last[-1].start() > 0:
        return text[: last[-1].start()].strip(" ,–-"), text[last[-1].start() :]
    return text, None


def _is_before_dash(name: str, rest: str) -> bool:
    """As in "Anna Berg – Medlab" and "Tyra- kassör": with an office behind it, a first name is enough."""
    first = bool(_FIRST_NAME.fullmatch(name)) and rest[:1].islower() and ROLE_WORDS.search(rest)
    return is_person_name(name) or bool(first)


def _reads_as_person(text: str, alone: bool) -> bool:
    words = text.split()
    if len(words) > 1 and BODY.fullmatch(words[-1]) and not is_given_name(words[0]):
        return False
    surname = len(words) == 2 and words[1] in OF_PLACES and is_given_name(words[0])  # "Karin Söder"
    if (
        (ORGANISATION.search(text) and not surname)
        or text.casefold() in _NOBODY
        or _PARTY_NAME.search(text)
    ):
        return False
    definite = text.split(" ")[0].endswith(_DEFINITE) and not is_given_name(text.split(" ")[0])
    if definite or text.casefold() in NOT_IN_NAMES:
        return False
    if len(words) == 1:
        return is_given_name(text) or (
            alone
            and not heads_column(text)
            and not ROLE_WORDS.fullmatch(text)
            and not text.endswith(_DEFINITE)
            and bool(_ONE_WORD.fullmatch(text))
        )
    if len(words) == 2 and is_given_name(words[0]) and re.fullmatch(r"[A-ZÅÄÖ]\.?", words[1]):
        return True
    if _LETTERS_AND_SURNAME.fullmatch(text):
        return True
    if not is_person_name(text):
        return False
    # After a first person, a part is another one only if it begins with a given name.
    return alone or is_given_name(words[0]) or len(words) > 2 or not _is_place(words)


def _is_place(words: list[str]) -> bool:
    """Such as "Södra Dalen", "Medicinsk Teknik", "Granös Lasarett": no given name, but an attribute."""
    first = words[0]
    if first in ENGLISH_TITLES:
        return False
    return first in OF_PLACES or first.endswith(("sk", "ska", "ns", "ts", "rs", "gs", "ds", "ös"))


def _with_addition(person: ListedPerson, text: str, separator: str) -> ListedPerson:
    inside = _PAREN.search(text)
    if inside and inside.start() and ROLE_WORDS.fullmatch(inside[1].strip()):
        person = _with_addition(person, inside[1].strip(), separator)  # "Medlab (ordf)"
        text = text[: inside.start()]
    if ROLE_WORDS.search(text) and not person.role:
        return ListedPerson(person.name, text, person.organisation, person.note)
    if person.role and ROLE_WORDS.fullmatch(text):
        role = f"{person.role}, {text}"  # "förvaltningschef, ordförande"
        return ListedPerson(person.name, role, person.organisation, person.note)
    if _SERVES.search(text):
        return ListedPerson(person.name, person.role, person.organisation, text)
    joined = f"{person.organisation}{separator}{text}" if person.organisation else text
    return ListedPerson(person.name, person.role, joined, person.note)


def _with_organisation(person: ListedPerson, organisation: str) -> ListedPerson:
    return ListedPerson(person.name, person.role, person.organisation or organisation, person.note)
