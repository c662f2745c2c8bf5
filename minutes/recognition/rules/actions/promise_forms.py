"""The forms in which minutes say who does what: each a small rule over one clause.

A clause is offered to the forms in their order; the first that fits decides.
"""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.finite import is_finite, tells
from minutes.recognition.language.verbs import (
    PRESENT,
    demands,
    is_infinitive,
    promises,
)
from minutes.recognition.rules.actions.fronted import fronted
from minutes.recognition.rules.actions.handed_over import (
    answered_for,
    assigned,
    by_agent,
    by_care_of,
    commissioned,
    formed_of,
    sent_back,
    task_for,
)
from minutes.recognition.rules.actions.left_with import left_with
from minutes.recognition.rules.actions.of_others import (
    a_group,
    a_unit,
    all_of_them,
    comes_back,
    each_one,
    looks_into,
    replied,
    represented,
    several_asked,
    they,
)
from minutes.recognition.rules.actions.owners import (
    NAMES,
    OFFICE,
    Owners,
    joined,
)
from minutes.recognition.rules.actions.promise import Context, Promise, promised
from minutes.recognition.rules.actions.promise_verdict import FIRST_ADVERBS, verdict
from minutes.recognition.rules.actions.unknown_names import unknown_person

_CAPITAL_VERB = regex(r"^(?P<name>[A-ZÅÄÖ][\w-]* )(?P<verb>[A-ZÅÄÖ][a-zåäö]+)(?= [a-zåäö])")
_LINK = r"(?:att\s+)?(?:(?:och|men|samt|så|sedan|därefter|sen|medan|varpå|vilket)\s+)*"
_RELATIVE = (
    r"(?:,\s(?:(?:som|vilken|tillsammans|med)\b[^,.]{3,80}|[a-zåäö][^,.]{2,40}|[A-ZÅÄÖ\d]{2,6}),)?"
)
SUBJECT = regex(
    rf"^(?:(?:OBS|NB)!?:?\s+|\[\s?\]\s+|[Vv]år\s(?={OFFICE}\s[A-ZÅÄÖ]))?{_LINK}(?:(?i:en|den)\s\w*(?:grupp|kommitté)(?:en|n)?\s(?:med|av|bestående\sav)\s)?(?P<who>(?i:{OFFICE})\.?\s(?=[A-ZÅÄÖ]){NAMES}|(?i:{OFFICE})(?=[\s,.])|{NAMES})\.?(?:\s(?:med\sflera|m\.?\s?fl\.?|och\snågon(?:\s(?:till|mer|annan))?))?{_RELATIVE}\s+(?P<rest>.+)$",
    re.DOTALL,
)
_PRONOUN = regex(r"(?P<who>(?i:Han|Hon|Hen)|De)\s+(?P<rest>.+)$", re.DOTALL)
PREFIX = regex(rf"^(?P<who>{NAMES})\s?(?::|\s[–-])\s+(?P<rest>.+)$", re.DOTALL)
_IT_IS = regex(
    rf"(?:Det\sär\s(?P<who>{NAMES})|(?P<who2>{NAMES})\s(?:är|blir)\sden)\ssom\s(?P<rest>.+)$",
    re.DOTALL,
)
_CALLED_UPON = regex(rf"^(?P<who>{NAMES}),\s(?P<rest>[a-zåäö]\w*\s.+)$", re.DOTALL)
_MENTION = regex(rf"(?P<who>@{NAMES})\s+(?P<rest>.+)$", re.DOTALL)
_REPORTING = regex(
    r"(?:svarar|svarade|informera|redovisa|berätta|rapportera|presentera|redogjorde|redogör|visa|gick|går|föredrog|föredrar|läste|meddela|tyckte|ansåg|menade|undrade|höll\s+med|har\b)",
    re.IGNORECASE,
)
_TOLD_PAST = regex(r"(?!(?:inte|både|redan)\b)[a-zåäö]{2,}(?:de|te)\s")  # "mötte", "ringde"
_IS_DOING = regex(r"(?:håller\spå|sitter|står|är\sute)\soch\s")
_OWNS = regex(r"har\s+(?:en|ett)\s")
_AND_THEN = regex(
    r"\s(?:och|samt|utan|men)\s+(?=\w+(?:r|ga)\b|ska\b|skall\b|lovade\b)"
    r"|,\s+(?=(?:gör|tar|återkommer|fixar|ordnar|kollar|ringer|mejlar|mailar|kontaktar|skickar|bokar|beställer|undersöker|skriver|hör\smed|pratar\smed|ska|skall)\s)"
)
# After a dependent clause only these surely go on with the subject of the sentence.
_DEPENDENT = regex(r"\b(?:att|som|om|hur|när|där)\b")
_STRONG = regex(
    r"(?:återkommer|lovar|lovade|tar med sig|åtar sig|ska|skall|kommer\s(?:\w+\s)?att)\b"
)
# Both are to do it; with "i samråd med" only the first is.
_TOGETHER_WITH = regex(
    rf"(?:(?:i\s+samarbete|ihop)\s+)?med\s+(?P<who>{NAMES})\s+(?:via\s+[\w-]+\s+)?"
)
_AND_WITH = regex(rf"\s(?:tillsammans|ihop)\smed\s(?P<who>{NAMES})")


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
        owners: Owners | None = context.owners(pronoun["who"]) if pronoun else None
        if pronoun is None or owners is None:
            return None
        rest = pronoun["rest"]
    else:
        rest = match["rest"]
        owners = context.owners(match["who"]) or unknown_person(match["who"], rest)
    if owners is None:
        return None
    rest = FIRST_ADVERBS.sub("", rest)
    together = _TOGETHER_WITH.match(rest)
    others = context.owners(together["who"]) if together else None
    if together and others:
        owners, rest = joined(owners, others), rest[together.end() :]
    elif beside := _AND_WITH.search(rest):
        others = context.owners(beside["who"])
        owners = joined(owners, others if others and owners.names else None)
    return (
        verdict(owners, rest, context)
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
    if not (
        _REPORTING.match(rest)
        or _TOLD_PAST.match(rest)
        or is_finite(rest.partition(" ")[0].casefold())
    ):
        return None
    if _IS_DOING.match(rest):
        return None
    owns = _OWNS.match(rest)  # "Karin har en katt som är sjuk och söker veterinär"
    for match in _AND_THEN.finditer(rest):
        told = owns or _DEPENDENT.search(rest, 0, match.start())
        if told and not _STRONG.match(rest, match.end()):
            continue
        promise = verdict(owners, rest[match.end() :], replace(context, decided=False))
        if promise and not promise.refused:
            return replace(promise, confidence=min(promise.confidence, LIKELY + 0.1))
    return None


# "Karin berättade att hon ska höra med skolan": what she tells is news, unless it is an errand.
_TOLD_THAT_ONE = (
    r"(?:berätta|informera|nämn|upplys|förklara)(?:r|de|er|te)\s(?:om\s)?att\s(?:han|hon|hen)\s"
    r"(?=(?:ska|skall|kommer\satt)\s(?:\w+\s)?(?:höra|kontakta|ringa|mejla|maila|skicka|kolla|fråga|prata|undersöka|återkomma|boka|beställa|skriva|ordna|sammanställa|ta\s(?:kontakt|fram|upp|reda))\b)"
)
_SAYS_THAT = regex(
    rf"(?P<who>{NAMES})\s(?:(?:meddelar|meddelade|sa|sade|säger|svarar|svarade|lovar|lovade)\s(?:\w+\s)?att\s(?:han|hon|hen)\s|{_TOLD_THAT_ONE})(?P<rest>.+)$",
    re.DOTALL,
)


def _says_that(text: str, context: Context) -> Promise | None:
    """Such as "Karin sade att hon tar hand om det": one's own promise, as it was told."""
    match = _SAYS_THAT.match(text) if " att h" in text else None
    owners = context.owners(match["who"]) if match else None
    if match is None or owners is None:
        return None
    found = verdict(owners, match["rest"], replace(context, decided=False))
    return None if found is None or found.refused else replace(found, confidence=LIKELY)


def _prefixed(text: str, context: Context) -> Promise | None:
    """Such as "Karin: Ring banken"."""
    match = PREFIX.match(text) if ":" in text or " –" in text or " -" in text else None
    if match is None:
        return None
    words = match["rest"].split()
    first = re.sub(r"\W", "", words[0]) if words else ""
    owners = context.owners(match["who"])
    after = " ".join(words[1:])
    asked = demands(first, after) and bool(after) and not tells(after.partition(" som ")[0])
    if owners is None or not (is_infinitive(first) or asked or promises(first, after)):
        return None
    return promised(owners, owners.confidence, "namn före kolon + verb")


def _it_is_who(text: str, context: Context) -> Promise | None:
    """Such as "Det är Karin som ringer banken", "Karin blir den som ringer banken"."""
    may = text.startswith("Det är ") or " är den som " in text or " blir den som " in text
    match = _IT_IS.match(text) if may else None
    owners = context.owners(match["who"] or match["who2"]) if match else None
    if match is None or owners is None or not owners.names:
        return None
    found = verdict(owners, match["rest"], replace(context, decided=False))
    return found and replace(found, confidence=min(found.confidence, LIKELY))


def _called_upon(text: str, context: Context) -> Promise | None:
    """Such as "Karin, boka salen": somebody of the list, and the verb right behind the comma."""
    match = _CALLED_UPON.match(text) if ", " in text else None
    owners = context.owners(match["who"]) if match else None
    if match is None or owners is None or owners.confidence < SURE or tells(match["rest"]):
        return None
    verb, _, after = match["rest"].partition(" ")
    return (
        promised(owners, LIKELY + 0.1, "namn + verb i grundform") if demands(verb, after) else None
    )


def _mentioned(text: str, context: Context) -> Promise | None:
    """Such as "@Karin ringer banken"; "Boka salen @Karin"."""
    match = _MENTION.search(text) if "@" in text else None
    if match:
        owners = context.owners(match["who"])
        if owners:
            return verdict(owners, match["rest"], context)
    return None


_FORMS = (
    answered_for,
    task_for,
    left_with,
    assigned,
    sent_back,
    formed_of,
    commissioned,
    _says_that,
    _it_is_who,
    _subject_first,
    fronted,
    by_care_of,
    by_agent,
    comes_back,
    replied,
    represented,
    looks_into,
    each_one,
    a_group,
    a_unit,
    all_of_them,
    they,
    several_asked,
    _prefixed,
    _called_upon,
    _mentioned,
)
