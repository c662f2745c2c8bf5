"""Who is to do it in English minutes: persons, offices, groups, and names that stand on no list."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.english import DOING, PROMISING
from minutes.recognition.people.names import ENGLISH_TITLES, is_given_name
from minutes.recognition.rules.actions.owners import NAMES, Owners
from minutes.recognition.rules.actions.promise import Context

OFFICE = (
    r"(?:the\s)?(?:(?:vice[\s-]?)?(?:chair(?:man|woman|person)?|president)|secretary|treasurer|(?:\w+\s)?clerk|captain|caretaker|warden|administrator|registrar|auditors?|webmaster|editors?"
    r"|board|secretariat|staff|(?:[\w-]+\s){0,2}?(?:committee|group|team|board|office|party))"
)
EVERYBODY = r"(?:everyone|everybody|all\sof\sus|all(?:\s(?:members|participants|groups|teams))?|each\smember|the\srest(?:\sof\sthe\s\w+)?)"
_NOBODY_NAMED = r"(?:we|someone|somebody)"
_PRONOUN = r"(?:I|he|she|they)"
WHO = rf"(?P<who>(?i:{EVERYBODY}|{_NOBODY_NAMED}|{_PRONOUN}|{OFFICE})(?=\s|,|')|{NAMES})"
# Who is on no list may be anybody with a capital before a verb that commits; these begin sentences too.
_UNKNOWN = regex(
    r"[A-ZÅÄÖÉ][a-zåäöéü]{2,}(?:-[A-Z][a-z]+)?(?:(?:\s(?:and|&)\s|/|,\s)[A-ZÅÄÖÉ][a-zåäöéü]{2,})*"
)
_INITIALS_LAST = regex(r"\s(?P<who>[A-ZÅÄÖ]{2,3}(?:/[A-ZÅÄÖ]{2,3})?)\.?$")  # "Form a group. KS"
_UNKNOWN_LAST = regex(
    r"(?:\s[–-]\s?|\()(?P<who>[A-ZÅÄÖÉ][a-zåäöéü]{2,}(?:(?:\s(?:and|&)\s|/|,\s)[A-ZÅÄÖÉ][a-zåäöéü]{2,})*|everybody|everyone|all)\)?\.?$"
)
_BETWEEN_NAMES = regex(r"\s(?:and|&)\s|/|,\s")
_NO_NAME_ENDS = regex(r"(?:ing|ed|ion|ment|ness|ity|ance|ence|able|ible|ful|ous|s)$")
_NO_PERSON = frozenset(
    """how what when where who which why that this these those there here then also next need needs want wants time way ways plan
    plans idea ideas goal goals aim aims task tasks action actions request requests proposal proposals suggestion suggestions
    decision decisions option options attempt deadline meeting meetings minutes agenda budget website members students
    somebody nobody anyone everything nothing something date new more some one two three the our your their his her its it
    not only just also still maybe perhaps please thanks due update updates reminder note notes todo point points item items
    question questions issue issues report reports project projects group groups team teams
    able free ready hard easy difficult important good nice great best better interesting likely unlikely necessary essential happy
    sorry keen willing eager glad reluctant quick slow simple expensive cheap crucial vital wise safe fun lovely hope hopes motion motions vote votes approval access
    invitation right monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december christmas easter spring summer autumn fall winter
    facebook slack github google discord instagram zoom email emails version server system code data
    people guests company university school government homework newsletter homepage party event events catering room hall
    food drinks money bank account accounts design frontend backend database documentation presentation slides poster posters
    logo survey research marketing media finance finances venue sponsorship tickets logistics calendar contract insurance
    workshop board committee general misc other others info""".split()
)


_ADDRESSED = regex(
    rf"(?:^|(?<=\s)|(?<=/))(?:{'|'.join(sorted(ENGLISH_TITLES))})\.?\s(?=[A-Z])"
)  # "Mrs Berg"
_WHOLE_NAME = regex(r"(?P<first>[A-Z][a-z]+)\s[A-Z][a-z'’-]*[A-Z]?[a-z]+")


def english_owners(written: str, context: Context) -> Owners | None:
    """Whom the words name; nobody by name for "we" and "everyone"."""
    folded = written.casefold()
    if re.fullmatch(rf"{EVERYBODY}|{_NOBODY_NAMED}", folded):
        return Owners((), written, LIKELY)
    if folded == "i":
        return context.speaker or context.part_of or Owners((), written, LIKELY)
    if re.fullmatch(OFFICE, folded):
        bare = written.removeprefix("the ").removeprefix("The ")
        return Owners((bare[:1].upper() + bare[1:],), written, LIKELY + 0.05)
    return context.owners(_ADDRESSED.sub("", written)) or _unknown(written)


def _unknown(written: str) -> Owners | None:
    """Somebody whom no list names, "Valter", "Valter and Nora"; no more than likely."""
    if (whole := _WHOLE_NAME.fullmatch(written)) and is_given_name(whole["first"]):
        return Owners((written,), written, LIKELY)
    if not _UNKNOWN.fullmatch(written):
        return None
    names = tuple(_BETWEEN_NAMES.split(written))
    folded = {name.casefold() for name in names}
    if not folded.isdisjoint(_NO_PERSON | DOING) or any(map(_NO_NAME_ENDS.search, folded)):
        return None
    return Owners(names, written, LIKELY)


def known_last(text: str, context: Context) -> Owners | None:
    """Whose the task is by the letters of somebody who was there, which end it."""
    match = _INITIALS_LAST.search(text)
    known = match and all(map(context.roster.knows, match["who"].split("/")))
    return context.owners(match["who"]) if match and known else None


def unknown_last(text: str, context: Context) -> Owners | None:
    """Whose the task is by a name in brackets, or after a dash, at its end, whoever that is."""
    match = _UNKNOWN_LAST.search(text.replace("**", ""))
    return english_owners(match["who"], context) if match else None


_NAME_AND_VERB = regex(
    r"(?P<who>[A-ZÅÄÖÉ][a-zåäöéü]{2,}(?:\s(?:and|&)\s[A-ZÅÄÖÉ][a-zåäöéü]{2,})?)\s(?P<verb>[a-z]+)\s\S"
)


def name_and_verb(text: str, context: Context) -> Owners | None:
    """Whose "Valter book a room" is, in a list of actions."""
    match = _NAME_AND_VERB.match(text)
    asks = match and (match["verb"] in DOING or match["verb"] in PROMISING)
    return english_owners(match["who"], context) if match and asks else None
