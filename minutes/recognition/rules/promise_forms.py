"""The forms in which minutes say who does what: each a small rule over one clause.

A clause is offered to the forms in their order; the first that fits decides.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.names import Roster
from minutes.recognition.rules.owners import NAMES, OFFICE, Owners, owners_of
from minutes.recognition.verbs import (
    COMMITTING,
    PRESENT,
    STATIVE_AFTER_MODAL,
    is_infinitive,
    promises,
)
from minutes.recognition.vocabulary import GROUPS, OFFICES
from minutes.recognition.words import holds_any

_ADVERBS = r"(?:(?:också|även|sedan|därefter|dock|nu|själv|själva|snarast|gärna|således|därmed|fortsatt|fortsättningsvis|först|då|sen|genast|tillsammans|gemensamt)\s+)*"
_FIRST_ADVERBS = re.compile(rf"^{_ADVERBS}")
_LINK = r"(?:(?:och|men|samt|så|sedan|därefter|sen|medan|varpå|vilket)\s+)*"
_RELATIVE = r"(?:,\s(?:som|vilken|tillsammans|med)\b[^,.]{3,80},)?"
SUBJECT = re.compile(
    rf"^(?:OBS!?:?\s+)?{_LINK}(?P<who>(?i:{OFFICE})(?=[\s,.])|{NAMES})\.?{_RELATIVE}\s+(?P<rest>.+)$",
    re.DOTALL,
)
_PRONOUN = re.compile(r"((?i:Han|Hon|Hen))\s+(.+)$", re.DOTALL)
_FRONTED = re.compile(
    rf"^(?P<front>[^.?!]{{2,110}}?)\s+(?P<verb>\w+)\s+(?P<who>(?i:{OFFICE})(?=[\s.,])|{NAMES})(?P<rest>(?:\s+[^?]*)?)$",
    re.DOTALL,
)
_ASSIGN = re.compile(
    rf"\b(?i:ge|ger|gav|gett|lämna|lämnar)\s+(?P<who>(?:(?!\buppdrag\b)[\w@åäöÅÄÖ ,.&/-]){{2,90}}?)\s+(?:i\s+uppdrag|uppdraget|uppgiften|ansvaret)\b"
    rf"|\b(?i:(?:i\s+)?uppdra(?:g|r|s)?\s+(?:åt|till)|uppdrogs\s+åt)\s+(?P<who2>[\w@åäöÅÄÖ ,.&/-]{{2,90}}?)\s+(?:att|om)\b"
    rf"|\b(?i:uppmuntrar|uppmanar|ber|bad|uppmanade|ombad|tillfrågar)\s+(?P<who3>{NAMES})\s+(?:att|om\s+att|återkomma)\b",
    re.DOTALL,
)
_AGENT = re.compile(
    rf"\b(?:ska|skall|kommer(?:\s+\w+)?\s+att|behöver)\s+(?:\w+\s+){{0,2}}?(?P<verb>\w+s)\b.*?\b(?:av|från|genom)\s+(?P<who>{NAMES})"
)
_PRESENT_AGENT = re.compile(rf"^[^.?]*?\b(?P<verb>\w+s)\s+(?:\w+\s+){{0,4}}?av\s+(?P<who>{NAMES})")
PREFIX = re.compile(rf"^(?P<who>{NAMES})\s?(?::|\s[–-])\s+(?P<rest>.+)$", re.DOTALL)
_MENTION = re.compile(rf"(?P<who>@{NAMES})\s+(?P<rest>.+)$", re.DOTALL)
_REPORTING = re.compile(
    r"(?:informera|redovisa|berätta|rapportera|presentera|redogjorde|redogör|visa|gick|går|föredrog|föredrar|läste|meddela|tyckte|ansåg|menade|undrade|höll\s+med|har\b)",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\s(?:och|samt)\s+(?=\w+(?:r|ga)\b|ska\b|skall\b|lovade\b)")
_ASSIGNING = (
    "uppdr",
    "uppgift",
    "ansvaret",
    "uppmuntr",
    "uppman",
    " ber ",
    " bad ",
    "ombad",
    "tillfråg",
)
_BY = (" av ", " från ", " genom ")
_MODALS = frozenset({"ska", "skall", "kommer", "får", "åtar"})
# "förvaltningen till nästa möte ska": when or where, between the subject and its verb.
_BETWEEN = re.compile(
    r"^(?:till|senast|inför|före|under|innan|på|vid|i samband med)\b[^,;]{3,80}?\s(?=(?:ska|skall|får i uppdrag)\b)"
)
_LONG_AGO = re.compile(
    r"\b(?:gav|gett)\s+(?:redan\s+)?(?:i\s+(?:våras|höstas|somras|vintras|fjol|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|förra|tidigare)\b"
)
# "åt ordf. och kassör tillsammans": who they are, without point and adverb.
_TOGETHER = re.compile(r"(?<=\bordf)\.|(?<=\bsekr)\.|\s+(?:tillsammans|gemensamt)$", re.IGNORECASE)
LISTED = "åtgärdslista"
STANDING = re.compile(
    r"\b(?:vid\s+behov|om\s+ni\b|om\s+någon|alltid|var\s+och\s+en|hela\s+tiden|löpande|i\s+regel|normalt|brukar)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"^(?:\w+\s+){0,2}(?:inte|ej|aldrig|varken)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Promise:
    """A clause at text[start:end] that promises something, or a refused look-alike."""

    start: int
    end: int
    owners: tuple[str, ...]
    owner_text: str | None
    confidence: float
    reason: str

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of actions."""
        return self.reason == LISTED

    @property
    def refused(self) -> bool:
        """Whether the clause only resembles a promise."""
        return self.confidence == 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence stands in: its people, the subject before it, and whether it is listed."""

    roster: Roster
    previous: Owners | None = None
    listed_as_action: bool = False
    decided: bool = False  # it stands under "Beslut", where nothing is merely told

    def owners(self, written: str) -> Owners | None:
        """The owners that these words name here."""
        if written.strip().casefold() in {"han", "hon", "hen", "de"}:
            return self.previous
        return owners_of(written, self.roster)


def promise_of(text: str, context: Context) -> Promise | None:
    """What the clause promises, by the first form that fits it; where it stands is not said."""
    for form in _FORMS:
        promise = form(text, context)
        if promise is not None:
            return promise
    return None


def _promise(owners: Owners | None, confidence: float, reason: str) -> Promise:
    names = owners.names if owners else ()
    return Promise(0, 0, names, owners.text if owners else None, confidence, reason)


def _subject_first(text: str, context: Context) -> Promise | None:
    """As in "Karin tar fram ett förslag", "Ordföranden ska kalla", "Bo fick i uppdrag att"."""
    match = SUBJECT.match(text)
    if match is None:
        pronoun = _PRONOUN.match(text)
        if pronoun is None or context.previous is None:
            return None
        owners: Owners | None = context.previous
        rest = pronoun.group(2)
    else:
        owners, rest = context.owners(match["who"]), match["rest"]
    if owners is None:
        return None
    rest = _FIRST_ADVERBS.sub("", rest)
    return _verdict(owners, rest, context) or _after_report(owners, rest, context)


def _after_report(owners: Owners, rest: str, context: Context) -> Promise | None:
    """As in "Karin redovisade budgeten och återkommer i maj": a report, then a promise."""
    if not _REPORTING.match(rest):
        return None
    for match in _AND_THEN.finditer(rest):
        promise = _verdict(owners, rest[match.end() :], replace(context, decided=False))
        if promise and not promise.refused:
            return replace(promise, confidence=min(promise.confidence, LIKELY + 0.1))
    return None


def _verdict(owners: Owners, rest: str, context: Context) -> Promise | None:
    """What the subject's verb and the words after it amount to."""
    rest = _BETWEEN.sub("", rest)
    committing = COMMITTING.match(rest)
    if committing:
        after = _FIRST_ADVERBS.sub("", rest[committing.end() :].lstrip())
        return _committed(owners, committing, after)
    verb, _, after = rest.partition(" ")
    verb = verb.strip(".,;:!")
    told = not promises(verb, after)
    if told and not (context.decided and verb in PRESENT and verb != "för"):
        return None
    if _NEGATED.match(after):
        return _promise(owners, 0.0, "nekad")
    if STANDING.search(after):
        return _promise(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    return _promise(owners, owners.confidence, f"{_who(owners)} + ”{verb}”")


def _committed(owners: Owners, committing: re.Match[str], after: str) -> Promise | None:
    words = after.split()
    verb = re.sub(r"\W", "", words[0]).casefold() if words else ""
    said = " ".join(committing.group().split())
    if _NEGATED.match(after):
        return _promise(owners, 0.0, "nekad")
    if committing["ska"] or committing["ombeds"]:
        behöver = said.startswith("behöver")
        if verb in STATIVE_AFTER_MODAL or behöver:
            return _promise(owners, 0.0, "tillstånd eller behov, ingen åtgärd") if words else None
        if verb.endswith("s") and not is_infinitive(verb):
            return _promise(owners, 0.0, "passiv: den som nämns ska inte själv göra det")
    sure = owners.confidence if not committing["ska"] else min(owners.confidence, SURE)
    return _promise(owners, sure, f"{_who(owners)} + ”{said}”")


def _who(owners: Owners) -> str:
    return "namn" if owners.names and owners.confidence > LIKELY + 0.05 else "roll eller grupp"


def _verb_before_name(text: str) -> bool:
    """Whether some verb of doing stands right before a name, an office or a group."""
    words = text.split()
    for verb, after in pairwise(words[1:]):
        if verb in PRESENT or verb in _MODALS:
            subject = after.strip(".,;")
            if after[:1].isupper() or after[:1] == "@" or subject in OFFICES or subject in GROUPS:
                return True
    return False


def _fronted(text: str, context: Context) -> Promise | None:
    """Such as "Till nästa möte tar Karin fram ett förslag": the verb before its subject."""
    match = _FRONTED.match(text) if _verb_before_name(text) else None
    if match is None or re.match(r"^(?:om|ifall|när|att)\b", match["front"], re.IGNORECASE):
        return None
    verb = match["verb"].casefold()
    if verb not in PRESENT and verb not in _MODALS:
        return None
    if re.search(r"\b(?:att|som|och|men)$", match["front"], re.IGNORECASE):
        return None
    owners = context.owners(match["who"])
    if owners is None or (owners.names and context.owners(match["front"].split(",")[0])):
        return None
    told = replace(context, decided=False)
    return _verdict(owners, f"{match['verb']} {match['rest'].strip()}", told)


def assigns(text: str) -> bool:
    """Whether the words may hand a duty to somebody: "ge … i uppdrag", "uppdra åt", "ber"."""
    folded = text.casefold()
    return holds_any(folded, _ASSIGNING) and bool(_ASSIGN.search(text))


def _assigned(text: str, context: Context) -> Promise | None:
    """Such as "att ge förvaltningen i uppdrag att", "uppdra åt Bo att", "uppmuntrar Anna och Bo att"."""
    match = _ASSIGN.search(text) if assigns(text) else None
    if match is None:
        return None
    written = _TOGETHER.sub("", next(group for group in match.groups() if group))
    if _LONG_AGO.search(text):
        return _promise(None, 0.0, "tidigare uppdrag som återges")
    owners = context.owners(written)
    if owners is None:
        words = written.strip()
        if len(words.split()) > 6:
            return None
        owners = Owners((words[:1].upper() + words[1:],), words, LIKELY + 0.05)
    return _promise(owners, max(owners.confidence, LIKELY + 0.1), "uppdrag till någon")


def _agent(text: str, context: Context) -> Promise | None:
    """Such as "ska tas fram av Karin", "kommer att skickas från Bo"."""
    if not holds_any(text, _BY):
        return None
    for pattern in (_AGENT, _PRESENT_AGENT):
        match = pattern.search(text)
        if match is None:
            continue
        active = match["verb"].casefold().removesuffix("s")
        present = {active, f"{active}r", f"{active}er"}
        if active == "justera" or (pattern is _PRESENT_AGENT and present.isdisjoint(PRESENT)):
            continue  # "Protokollet justeras av Bo" is a form of the minutes
        owners = context.owners(match["who"])
        if owners and owners.names and owners.confidence > LIKELY + 0.05:
            return _promise(owners, SURE, "ska göras + av vem")
    return None


def _prefixed(text: str, context: Context) -> Promise | None:
    """Such as "Karin: Ring banken"."""
    match = PREFIX.match(text) if ":" in text or " –" in text or " -" in text else None
    if match is None:
        return None
    words = match["rest"].split()
    first = re.sub(r"\W", "", words[0]) if words else ""
    owners = context.owners(match["who"])
    if owners is None or not (is_infinitive(first) or promises(first, " ".join(words[1:]))):
        return None
    return _promise(owners, owners.confidence, "namn före kolon + verb")


def _mentioned(text: str, context: Context) -> Promise | None:
    """Such as "@Karin ringer banken"; "Boka salen @Karin"."""
    match = _MENTION.search(text) if "@" in text else None
    if match:
        owners = context.owners(match["who"])
        if owners:
            return _verdict(owners, match["rest"], context)
    return None


_FORMS = (_assigned, _subject_first, _fronted, _agent, _prefixed, _mentioned)
