"""Promises and assignments in running text: who is to do what, and why we think so.

A sentence is offered to the forms below in their order; the first that fits decides. What
only resembles a promise is refused with the reason, so that the secretary can see it.
"""

import re
from dataclasses import dataclass

from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.names import Roster
from minutes.recognition.rules.owners import NAMES, OFFICE, Owners, owners_of
from minutes.recognition.verbs import (
    COMMITTING,
    PRESENT,
    STATIVE_AFTER_MODAL,
    demands,
    is_infinitive,
    promises,
)

_ADVERBS = r"(?:(?:också|även|sedan|därefter|dock|nu|själv|själva|snarast|gärna|således|därmed|fortsatt|fortsättningsvis|först|då|sen|genast|tillsammans|gemensamt)\s+)*"
_LINK = r"(?:(?:och|men|samt|så|sedan|därefter|sen|medan|varpå|vilket)\s+)*"
_RELATIVE = r"(?:,\s(?:som|vilken|tillsammans|med)\b[^,.]{3,80},)?"
_SUBJECT = re.compile(
    rf"^(?:OBS!?:?\s+)?{_LINK}(?P<who>(?i:{OFFICE})(?=[\s,])|{NAMES}){_RELATIVE}\s+(?P<rest>.+)$", re.DOTALL
)
_LATER_CLAUSE = re.compile(rf"(?:[,;–-]\s+|\s(?:och|samt|men|medan|så|varför|därför)\s+)(?={NAMES}\s+\w+)")
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
_AGENT = re.compile(rf"\b(?:ska|skall|kommer(?:\s+\w+)?\s+att|behöver)\s+(?:\w+\s+){{0,2}}?(?P<verb>\w+s)\b.*?\b(?:av|från|genom)\s+(?P<who>{NAMES})")
_PRESENT_AGENT = re.compile(rf"^[^.?]*?\b(?P<verb>\w+s)\s+(?:\w+\s+){{0,4}}?av\s+(?P<who>{NAMES})")
_PREFIX = re.compile(rf"^(?P<who>{NAMES})\s?(?::|\s[–-])\s+(?P<rest>.+)$", re.DOTALL)
_TRAILING = re.compile(
    rf"(?:\((?:ansvarig\w*:?\s*)?(?P<a>{NAMES})\)|[–/-]{{1,2}}\s?(?P<b>{NAMES})|,?\s*ansvarig(?:a|e)?(?:\s+är)?\s*:?\s+(?P<c>{NAMES})|(?P<d>@{NAMES}))\s*[.]?$"
)
_MENTION = re.compile(rf"(?P<who>@{NAMES})\s+(?P<rest>.+)$", re.DOTALL)
_LABEL = re.compile(r"^(?:åtgärd(?:er)?|att\s+göra|att-göra|to\s?-?do|ap|aktivitet|uppgift|action)\s*(?:\d+\s*)?[:–-]?\s+", re.IGNORECASE)
_STANDING = re.compile(r"\b(?:vid\s+behov|om\s+ni\b|om\s+någon|alltid|var\s+och\s+en|hela\s+tiden|löpande|i\s+regel|normalt|brukar)\b", re.IGNORECASE)
_NEGATED = re.compile(r"^(?:\w+\s+){0,2}(?:inte|ej|aldrig|varken)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[”“\"][^”“\"]*[”“\"]")
_PASSIVE_NEED = re.compile(r"\b(?:ska|skall|måste|behöver|kommer\s+att|bör)\s+(?:\w+\s+){0,3}?\w{3,}s\b|\bbehöver\b.*\bdiskuteras\b", re.IGNORECASE)
_PROPOSED = re.compile(r"\b(?:föreslår|föreslås|föreslog|yrkar|yrkade|hemställer)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:berätta|informera|redovisa|menar|anser|tycker|redogör|förklara|undra|påpeka|framför|konstatera|tanken|syftet|skulle)\w*\b",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(r"^(?:ska|skall|måste)\s+(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_FINITE = re.compile(r"\w+(?:ades?|dde|ddes|ar|er|ör)|är|har|går|får|var|blev|finns|ska|kan", re.IGNORECASE)
_GROUND = frozenset({"hyra", "fråga", "resa", "rapportera", "komma", "ha", "föra", "gå", "stå", "tar", "använda", "låta"})


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
    def refused(self) -> bool:
        """Whether the clause only resembles a promise."""
        return self.confidence == 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence stands in: its people, the subject before it, and whether it is listed."""

    roster: Roster
    previous: Owners | None = None
    listed_as_action: bool = False

    def owners(self, written: str) -> Owners | None:
        """The owners that these words name here."""
        if written.strip().casefold() in {"han", "hon", "hen", "de"}:
            return self.previous
        return owners_of(written, self.roster)


def promises_in(text: str, context: Context) -> list[Promise]:
    """The promises of one sentence, in its order, or one refusal, or nothing."""
    plain = _QUOTED.sub(lambda m: "”" + "x" * (len(m.group()) - 2) + "”", text)
    if re.search(r"\?\s*$", plain):
        return _question(plain, context)
    if len(plain.split()) < 2:
        return []
    if _PROPOSED.search(plain) and _ASSIGN.search(plain):
        return [Promise(0, len(text), (), None, 0.0, "förslag, inget uppdrag ännu")]
    label = _LABEL.match(plain)
    if label or context.listed_as_action:
        return [_listed(plain, label.end() if label else 0, context)]
    found: list[Promise] = []
    for start in _clause_starts(plain):
        promise = _clause(plain[start:], start, context)
        if promise and not promise.refused:
            if found and promise.owner_text == found[-1].owner_text:
                continue
            found.append(promise)
        elif promise and not found and start == 0:
            refused = promise
            found.append(refused)
    real = [promise for promise in found if not promise.refused]
    if real:
        return _divided(real, len(plain))
    other = _ownerless(plain, context)
    return [other] if other else found[:1]


def _clause_starts(text: str) -> list[int]:
    """0, and where a later clause has a subject of its own; "Anna och Bo" is one subject."""
    subject = _SUBJECT.match(text)
    inside = subject.start("rest") if subject else 0
    later = [match.end() for match in _LATER_CLAUSE.finditer(text)]
    return [0, *(start for start in later if start >= inside)]


def _divided(found: list[Promise], length: int) -> list[Promise]:
    """Each promise from its own clause to the next one's; the first from the beginning."""
    bounds = [0, *(promise.start for promise in found[1:]), length]
    return [
        Promise(bounds[n], bounds[n + 1], p.owners, p.owner_text, p.confidence, p.reason)
        for n, p in enumerate(found)
    ]


def _clause(text: str, start: int, context: Context) -> Promise | None:
    for form in (_assigned, _subject_first, _fronted, _agent, _prefixed, _mentioned):
        promise = form(text, context)
        if promise is not None:
            return Promise(
                start, start + len(text), promise.owners, promise.owner_text, promise.confidence, promise.reason
            )
    return None


def _promise(owners: Owners | None, confidence: float, reason: str) -> Promise:
    names = owners.names if owners else ()
    return Promise(0, 0, names, owners.text if owners else None, confidence, reason)


def _subject_first(text: str, context: Context) -> Promise | None:
    """ "Karin tar fram ett förslag", "Ordföranden ska kalla", "Bo fick i uppdrag att"."""
    match = _SUBJECT.match(text)
    if match is None:
        pronoun = re.match(r"^(Han|Hon|Hen)\s+(.+)$", text, re.DOTALL)
        if pronoun is None or context.previous is None:
            return None
        owners: Owners | None = context.previous
        rest = pronoun.group(2)
    else:
        owners, rest = context.owners(match["who"]), match["rest"]
    if owners is None:
        return None
    return _verdict(owners, re.sub(rf"^{_ADVERBS}", "", rest))


def _verdict(owners: Owners, rest: str) -> Promise | None:
    """What the subject's verb and the words after it amount to."""
    committing = COMMITTING.match(rest)
    if committing:
        after = re.sub(rf"^\s*{_ADVERBS}", "", rest[committing.end() :])
        return _committed(owners, committing, after)
    verb, _, after = rest.partition(" ")
    verb = verb.strip(".,;:!")
    if not promises(verb, after):
        return None
    if _NEGATED.match(after):
        return _promise(owners, 0.0, "nekad")
    if _STANDING.search(after):
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


def _fronted(text: str, context: Context) -> Promise | None:
    """ "Till nästa möte tar Karin fram ett förslag": the verb before its subject."""
    match = _FRONTED.match(text)
    if match is None or re.match(r"^(?:om|ifall|när|att)\b", match["front"], re.IGNORECASE):
        return None
    verb = match["verb"].casefold()
    if verb not in PRESENT and verb not in {"ska", "skall", "kommer", "får", "åtar"}:
        return None
    if re.search(r"\b(?:att|som|och|men)$", match["front"], re.IGNORECASE):
        return None
    owners = context.owners(match["who"])
    if owners is None or (owners.names and context.owners(match["front"].split(",")[0])):
        return None
    return _verdict(owners, f"{match['verb']} {match['rest'].strip()}")


def _assigned(text: str, context: Context) -> Promise | None:
    """ "att ge förvaltningen i uppdrag att", "uppdra åt Bo att", "uppmuntrar Anna och Bo att"."""
    match = _ASSIGN.search(text)
    if match is None:
        return None
    written = next(group for group in match.groups() if group)
    owners = context.owners(written)
    if owners is None:
        words = written.strip()
        if len(words.split()) > 6:
            return None
        owners = Owners((words[:1].upper() + words[1:],), words, LIKELY + 0.05)
    return _promise(owners, max(owners.confidence, LIKELY + 0.1), "uppdrag till någon")


def _agent(text: str, context: Context) -> Promise | None:
    """ "ska tas fram av Karin", "kommer att skickas från Bo"."""
    for pattern in (_AGENT, _PRESENT_AGENT):
        match = pattern.search(text)
        if match is None:
            continue
        active = match["verb"].casefold().removesuffix("s")
        if pattern is _PRESENT_AGENT and active not in PRESENT and f"{active}r" not in PRESENT:
            continue
        owners = context.owners(match["who"])
        if owners and owners.names and owners.confidence > LIKELY + 0.05:
            return _promise(owners, SURE, "ska göras + av vem")
    return None


def _prefixed(text: str, context: Context) -> Promise | None:
    """ "Agnes: Maila om loggan"."""
    match = _PREFIX.match(text)
    if match is None:
        return None
    words = match["rest"].split()
    first = re.sub(r"\W", "", words[0]) if words else ""
    owners = context.owners(match["who"])
    if owners is None or not (is_infinitive(first) or promises(first, " ".join(words[1:]))):
        return None
    return _promise(owners, owners.confidence, "namn före kolon + verb")


def _mentioned(text: str, context: Context) -> Promise | None:
    """ "@Edvard mailar"; "Boka sal @Edvard"."""
    match = _MENTION.search(text)
    if match:
        owners = context.owners(match["who"])
        if owners:
            return _verdict(owners, match["rest"])
    return None


def _question(text: str, context: Context) -> list[Promise]:
    promise = _clause(text.rstrip("? ") + ".", 0, context)
    if promise is None or promise.refused:
        return []
    return [Promise(0, len(text), promise.owners, promise.owner_text, 0.0, "fråga, inget åtagande")]


def _trailing(text: str, context: Context) -> Owners | None:
    match = _TRAILING.search(text)
    if match is None:
        return None
    return context.owners(next(group for group in match.groups() if group))


def _listed(text: str, start: int, context: Context) -> Promise:
    """A line of an action list: whoever is named first, last or after a dash owns it."""
    rest = text[start:]
    named = _clause(rest, 0, context)
    if named and not named.refused:
        return Promise(start, len(text), named.owners, named.owner_text, SURE, "åtgärdslista")
    owners = _trailing(rest, context)
    prefix = _PREFIX.match(rest)
    if owners is None and prefix:
        owners = context.owners(prefix["who"])
    owners = owners or context.previous
    first, _, after = rest.partition(" ")
    sure = bool(owners) or demands(re.sub(r"\W", "", first), after)
    if owners is None:
        return Promise(start, len(text), (), None, SURE if sure else DOUBTFUL, "åtgärdslista")
    return Promise(start, len(text), owners.names, owners.text, SURE, "åtgärdslista")


def _ownerless(text: str, context: Context) -> Promise | None:
    """ "Boka lokal (Karin)", "Framställa en årsberättelse", "Ska undersöka priset"."""
    words = text.split()
    first = re.sub(r"\W", "", words[0]) if words else ""
    owners = _trailing(text, context)
    begins = demands(first, " ".join(words[1:])) and first.casefold() not in _GROUND and len(words) > 1
    if begins and not any(_FINITE.fullmatch(word) for word in words[1:3]):
        if _STANDING.search(text):
            return Promise(0, len(text), (), None, 0.0, "allmän uppmaning, ingen enskild åtgärd")
        if owners:
            return Promise(0, len(text), owners.names, owners.text, SURE, "verb i grundform + namn sist")
        return Promise(0, len(text), (), None, LIKELY, "verb i grundform utan ansvarig")
    if owners and (COMMITTING.search(text) or re.search(r"\bansvarig", text, re.IGNORECASE) or "@" in text):
        return Promise(0, len(text), owners.names, owners.text, LIKELY + 0.1, "namnet står sist")
    subjectless = _SUBJECTLESS.match(text)
    if subjectless:
        verb = re.sub(r"\W", "", (subjectless["rest"].split() or [""])[0])
        if context.previous and is_infinitive(verb):
            p = context.previous
            return Promise(0, len(text), p.names, p.text, LIKELY, "fortsätter om den som nyss nämndes")
        if is_infinitive(verb):
            return Promise(0, len(text), (), None, DOUBTFUL, "ska göras, utan ansvarig")
    if _PASSIVE_NEED.search(text) and not _REPORTED.search(text):
        return Promise(0, len(text), (), None, DOUBTFUL, "ska göras, utan ansvarig")
    return None
