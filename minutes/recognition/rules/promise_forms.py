"""The forms in which minutes say who does what: each a small rule over one clause.

A clause is offered to the forms in their order; the first that fits decides.
"""

import re
from dataclasses import replace
from itertools import pairwise

from minutes.recognition.due_phrases import names_due
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.finite import is_finite
from minutes.recognition.rules.handed_over import (
    answered_for,
    assigned,
    by_agent,
    by_care_of,
    comes_back,
    commissioned,
    formed_of,
    sent_back,
)
from minutes.recognition.rules.owners import NAMES, OFFICE, Owners
from minutes.recognition.rules.promise import Context, Promise, promised
from minutes.recognition.verbs import (
    COMMITTING,
    PRESENT,
    STATIVE_AFTER_MODAL,
    demands,
    is_infinitive,
    promises,
)
from minutes.recognition.vocabulary import GROUPS, OFFICES

_ADVERBS = r"(?:(?:också|även|sedan|därefter|dock|nu|själv|själva|snarast|gärna|således|därmed|fortsatt|fortsättningsvis|först|då|sen|genast|tillsammans|gemensamt)\s+)*"
_CAPITAL_VERB = re.compile(r"^(?P<name>[A-ZÅÄÖ][\w-]* )(?P<verb>[A-ZÅÄÖ][a-zåäö]+)(?= [a-zåäö])")
_FIRST_ADVERBS = re.compile(rf"^{_ADVERBS}")
_LINK = r"(?:att\s+)?(?:(?:och|men|samt|så|sedan|därefter|sen|medan|varpå|vilket)\s+)*"
_RELATIVE = r"(?:,\s(?:(?:som|vilken|tillsammans|med)\b[^,.]{3,80}|[a-zåäö][^,.]{2,40}),)?"
SUBJECT = re.compile(
    rf"^(?:OBS!?:?\s+)?{_LINK}(?:(?i:en|den)\s\w*(?:grupp|kommitté)(?:en|n)?\s(?:med|av|bestående\sav)\s)?(?P<who>(?i:{OFFICE})\s(?=[A-ZÅÄÖ]){NAMES}|(?i:{OFFICE})(?=[\s,.])|{NAMES})\.?(?:\s(?:med\sflera|m\.?\s?fl\.?))?{_RELATIVE}\s+(?P<rest>.+)$",
    re.DOTALL,
)
_PRONOUN = re.compile(r"((?i:Han|Hon|Hen))\s+(.+)$", re.DOTALL)
_FRONTED = re.compile(
    rf"^(?P<front>[^.?!]{{2,110}}?)\s+(?P<verb>\w+)\s+(?P<who>(?i:{OFFICE})(?=[\s.,])|{NAMES})(?P<rest>(?:\s+[^?]*)?)$",
    re.DOTALL,
)
_ALL_OF = re.compile(r"(?:alla|samtliga)\s+\w+(?:ar|er|or|na|n)\b", re.IGNORECASE)  # no subject
PREFIX = re.compile(rf"^(?P<who>{NAMES})\s?(?::|\s[–-])\s+(?P<rest>.+)$", re.DOTALL)
_MENTION = re.compile(rf"(?P<who>@{NAMES})\s+(?P<rest>.+)$", re.DOTALL)
_REPORTING = re.compile(
    r"(?:svarar|svarade|informera|redovisa|berätta|rapportera|presentera|redogjorde|redogör|visa|gick|går|föredrog|föredrar|läste|meddela|tyckte|ansåg|menade|undrade|höll\s+med|har\b)",
    re.IGNORECASE,
)
_AND_THEN = re.compile(r"\s(?:och|samt)\s+(?=\w+(?:r|ga)\b|ska\b|skall\b|lovade\b)")
# After a dependent clause only these surely go on with the subject of the sentence.
_DEPENDENT = re.compile(r"\b(?:att|som|om|hur|när|där)\b")
_STRONG = re.compile(r"(?:återkommer|lovar|lovade|tar med sig|åtar sig|ska|skall)\b")
_MODALS = frozenset({"ska", "skall", "måste", "kommer", "får", "åtar"})
# Both are to do it; with "i samråd med" only the first is.
_TOGETHER_WITH = re.compile(
    rf"(?:(?:i\s+samarbete|ihop)\s+)?med\s+(?P<who>{NAMES})\s+(?:via\s+[\w-]+\s+)?"
)
# "förvaltningen till nästa möte ska": when or where, between the subject and its verb.
_BETWEEN = re.compile(
    rf"^(?:i\s+(?:samråd|samverkan)\s+med|med\s+hjälp\s+av)\s+{NAMES}\s+(?:via\s+[\w-]+\s+)?"
    r"|^(?:till|senast|inför|före|under|innan|på|vid|i samband med)\b[^,;]{3,80}?\s(?=(?:ska|skall|får i uppdrag)\b)"
)
STANDING = re.compile(
    r"\b(?:vid\s+(?:behov|frågor|brand|problem|fel)|om\s+(?:ni|du|man)\b|om\s+någon|alltid|var\s+och\s+en|hela\s+tiden|löpande|i\s+regel|normalt|brukar|månadsvis\w*|årligen|gång(?:er)?\s+(?:per|om)\s+\w+|varje\s+(?:år|månad|vecka|möte|termin)|enligt\s+\w*(?:regler|reglerna|reglemente\w*|stadgar|stadgarna|lag|lagen|policyn?))\b",
    re.IGNORECASE,
)
_GOING = frozenset({"gå ut", "gå igenom", "gå djupare", "gå vidare", "gå över"})
# Without an end: there is never a day on which it is done.
_ATTITUDE = re.compile(
    r"\b(?:följ(?:a|er)\s+(?:utvecklingen|frågan|ärendet)|avvakta|hålla?r?\s+(?:ett\s+öga|ögonen))",
    re.IGNORECASE,
)
_ALL = frozenset("alla samtliga medlemmarna boende".split())
_EXHORTING = ("uppman", "ombe", "uppmuntr")
# What an office or a unit is for, not what it is to do now.
_DOMAIN = re.compile(
    r"(?:ansvarar för|är ansvariga? för) (?!att\b)|har i uppdrag att (?:be)?(?:driva|leda|verka|handlägga|bistå|svara)\b"
)
# Even under "Beslut" nobody undertakes anything with these.
_SETTLING = frozenset(
    "för beslutar föreslår har håller står kommer använder låter väljer utser".split()
)
_LEAVE = frozenset(
    "använda låna hyra ha ta ge se komma delta behålla köpa sälja åka bära gå".split()
)
_NEGATED = re.compile(r"^(?:\w+\s+){0,2}(?:inte|ej|aldrig|varken)\b", re.IGNORECASE)


def promise_of(text: str, context: Context) -> Promise | None:
    """What the clause promises, by the first form that fits it; where it stands is not said."""
    for form in _FORMS:
        promise = form(text, context)
        if promise is not None:
            return promise
    return None


def _subject_first(text: str, context: Context) -> Promise | None:
    """As in "Karin tar fram ett förslag", "Ordföranden ska kalla", "Bo fick i uppdrag att"."""
    match = SUBJECT.match(_CAPITAL_VERB.sub(_with_small_letter, text))
    if match is None:
        pronoun = _PRONOUN.match(text)
        owners: Owners | None = context.owners("hon") if pronoun else None
        if pronoun is None or owners is None:
            return None
        rest = pronoun.group(2)
    else:
        owners, rest = context.owners(match["who"]), match["rest"]
    if owners is None:
        return None
    rest = _FIRST_ADVERBS.sub("", rest)
    together = _TOGETHER_WITH.match(rest)
    others = context.owners(together["who"]) if together else None
    if together and others:
        names = (*owners.names, *(name for name in others.names if name not in owners.names))
        owners, rest = replace(owners, names=names), rest[together.end() :]
    return (
        _verdict(owners, rest, context)
        or _after_report(owners, rest, context)
        or _in_the_infinitive(owners, rest)
    )


def _in_the_infinitive(owners: Owners, rest: str) -> Promise | None:
    """As in the note "Karin ringa banken": somebody of the list, and what to do."""
    verb, _, after = rest.partition(" ")
    named = bool(owners.names) and owners.confidence >= SURE
    if named and after and verb not in PRESENT and demands(verb, after):
        return promised(owners, LIKELY + 0.1, "namn + verb i grundform")
    return None


def _with_small_letter(match: re.Match[str]) -> str:
    """As "Bo Sköter" is meant: a verb with a capital is no surname."""
    verb = match["verb"].casefold()
    return match["name"] + verb if verb in PRESENT else match.group()


def _after_report(owners: Owners, rest: str, context: Context) -> Promise | None:
    """As in "Karin redovisade budgeten och återkommer i maj": a report, then a promise."""
    if not (_REPORTING.match(rest) or is_finite(rest.partition(" ")[0].casefold())):
        return None
    for match in _AND_THEN.finditer(rest):
        if _DEPENDENT.search(rest, 0, match.start()) and not _STRONG.match(rest, match.end()):
            continue
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
    if verb == "skulle" and context.decided and demands(*_divided(after)):
        return promised(owners, owners.confidence, "beslutat att någon skulle")
    if verb == "får":
        return _let(owners, _FIRST_ADVERBS.sub("", after))
    told = not promises(verb, after)
    if told and not (context.decided and verb in PRESENT and verb not in _SETTLING):
        return None
    if _NEGATED.match(after):
        return promised(owners, 0.0, "nekad")
    if _ATTITUDE.match(f"{verb} {after}"):
        return promised(owners, DOUBTFUL, "hållning, inget som blir klart")
    if STANDING.search(after):
        return promised(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    return promised(owners, owners.confidence, f"{_who(owners)} + ”{verb}”")


def _let(owners: Owners, after: str) -> Promise | None:
    """As in "Karin får kolla upp det": the meeting leaves it to her. "Karin får låna salen" is leave."""
    verb, rest = _divided(after)
    if not owners.names or owners.confidence < SURE or verb in _LEAVE or not demands(verb, rest):
        return None
    return promised(owners, LIKELY + 0.1, "namn + ”får”")


def _divided(after: str) -> tuple[str, str]:
    verb, _, rest = after.partition(" ")
    return verb.strip(".,;:"), rest


def _committed(owners: Owners, committing: re.Match[str], after: str) -> Promise | None:
    words = after.split()
    verb = re.sub(r"\W", "", words[0]).casefold() if words else ""
    said = " ".join(committing.group().split())
    if _NEGATED.match(after):
        return promised(owners, 0.0, "nekad")
    if _ATTITUDE.match(after):
        return promised(owners, DOUBTFUL, "hållning, inget som blir klart")
    if owners.text.casefold() in _ALL and said.startswith(_EXHORTING):
        if not names_due(after):
            return promised(owners, DOUBTFUL, "allmän uppmaning, ingen enskild åtgärd")
    elif _who(owners) != "namn" and _DOMAIN.match(f"{said} {after}"):
        return promised(owners, DOUBTFUL, "stående ansvar, ingen enskild åtgärd")
    if committing["ska"] and STANDING.search(after):
        return promised(owners, DOUBTFUL, "allmän regel, ingen enskild åtgärd")
    if committing["ska"] or committing["ombeds"]:
        behöver = said.startswith("behöver")
        stative = verb in STATIVE_AFTER_MODAL and " ".join(words[:2]) not in _GOING
        if committing["ska"] and verb in {"på", "i"}:
            return None  # "Karin ska på semester"
        if behöver and owners.names and is_infinitive(verb) and names_due(after):
            return promised(owners, LIKELY, "namn + ”behöver” + när")
        if stative or behöver:
            return promised(owners, 0.0, "tillstånd eller behov, ingen åtgärd") if words else None
        if verb.endswith("s") and not is_infinitive(verb):
            return promised(owners, 0.0, "passiv: den som nämns ska inte själv göra det")
    sure = owners.confidence if not committing["ska"] else min(owners.confidence, SURE)
    return promised(owners, sure, f"{_who(owners)} + ”{said}”")


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
    if match is None or re.match(r"^(?:om|ifall|när|att|här)\b", match["front"], re.IGNORECASE):
        return None
    verb = match["verb"].casefold()
    if verb not in PRESENT and verb not in _MODALS:
        return None
    if re.search(r"\b(?:att|som|och|men)$", match["front"], re.IGNORECASE):
        return None
    owners = context.owners(match["who"])
    if _ALL_OF.match(f"{match['who']}{match['rest']}"):
        return None
    if owners is None or (owners.names and context.owners(match["front"].split(",")[0])):
        return None
    told = replace(context, decided=False)
    # The words before the verb count as well: "På nästa möte redovisar Karin enkäten".
    return _verdict(owners, f"{match['verb']} {match['rest'].strip()} {match['front']}", told)


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
    return promised(owners, owners.confidence, "namn före kolon + verb")


def _mentioned(text: str, context: Context) -> Promise | None:
    """Such as "@Karin ringer banken"; "Boka salen @Karin"."""
    match = _MENTION.search(text) if "@" in text else None
    if match:
        owners = context.owners(match["who"])
        if owners:
            return _verdict(owners, match["rest"], context)
    return None


_FORMS = (
    answered_for,
    assigned,
    sent_back,
    formed_of,
    commissioned,
    _subject_first,
    _fronted,
    by_care_of,
    by_agent,
    comes_back,
    _prefixed,
    _mentioned,
)
