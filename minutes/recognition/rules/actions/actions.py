"""Promises and assignments in running text: who is to do what, and why we think so.

What only resembles a promise is refused with the reason, so that the secretary can see it.
"""

import re
from dataclasses import replace
from operator import itemgetter

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.commitments import COMMITTING
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.verbs import (
    is_infinitive,
    promises,
)
from minutes.recognition.language.words import first_word, holds_any
from minutes.recognition.rules.actions.answered import answered
from minutes.recognition.rules.actions.as_clauses import as_clauses
from minutes.recognition.rules.actions.clause_starts import (
    clause_starts,
    divided,
    named_again,
    speaker,
)
from minutes.recognition.rules.actions.demanded import is_demand
from minutes.recognition.rules.actions.errands import errand_of
from minutes.recognition.rules.actions.handed_over import assigns
from minutes.recognition.rules.actions.labelled_tasks import past_label
from minutes.recognition.rules.actions.ownerless import need_of
from minutes.recognition.rules.actions.owners import NAMES, OFFICE, Owners, joined, person_told_of
from minutes.recognition.rules.actions.promise import Context, Promise, whole
from minutes.recognition.rules.actions.promise_forms import SUBJECT, promise_of
from minutes.recognition.rules.actions.promise_verdict import STANDING
from minutes.recognition.rules.actions.several_named import several_named
from minutes.recognition.rules.actions.shared_out import ACTIVITY, shared_out
from minutes.recognition.rules.actions.shared_verb import with_sharers
from minutes.recognition.rules.actions.task_lines import (
    TELLS_PAST,
    after_comma,
    between_dashes,
    last_column,
    listed,
    signed,
    trailing,
)

__all__ = ["Context", "Promise", "promises_in"]

_NEED = tuple("pföljning terkoppling vstämning senast ska måste behöver Behöver kommer bör".split())
# "… och styrelsen återkommer": an office in small letters, looked for where nobody else promises.
_OFFICE_CLAUSE = regex(rf"\s(?:och|men|samt|så)\s+(?=(?:{OFFICE})\s+\w+)")
_LABEL = regex(
    r"^(?:åtgärd(?:er)?|att\s+göra|att-göra|to\s?-?do|ap|aktivitet|uppgift|action|uppdrag(?=\s?:)|nästa\s+steg\s+(?:är|blir)\s+att(?=\s(?-i:[a-zåäö])))(?!\s(?:för|till|åt)\s[^:]{2,40}:)\s*(?:\d+\s*)?[:–-]?\s+",
    re.IGNORECASE,
)
_BRACKETED = regex(r"\(\s*([^()]{6,300}?)\s*\)[.]?\s*")
_PROPOSED = regex(
    r"\b(?:föreslår|föreslås|föreslog|yrkar|yrkade|hemställer)\b|^förslag(?:et)?(?:\s+till\s+beslut)?\s*:",
    re.IGNORECASE,
)
_SUBJECTLESS = regex(
    rf"^(?i:ska|skall|måste)\s+(?:(?:tillsammans|ihop|även|också|nu)\s+)?(?:med\s+(?P<others>{NAMES})\s+)?(?P<rest>.+)$",
    re.DOTALL,
)
# "Karin ska höra om det finns plats?": the sign belongs to what she is to ask.
_ASKS_OTHERS = regex(
    r"\S+(?:\s[A-ZÅÄÖ]\S+|\soch\s\S+)?\s(?:(?:ska|skall|får)\s)?(?:kolla|fråga|höra?|undersöka?|utreda?|ringa?|mejla|maila|kontakta|ta)r?\b.*\s(?:om|hur|vad|vilk\w+|när|ifall)\s"
)
_TO_THE_READER = regex(r"\b(?:dig|din|ditt|dina|er|era|gärna)\b", re.IGNORECASE)
_SAID_BY = regex(r"\benligt\s+[A-ZÅÄÖ][a-zåäö]+\W*$")  # "Skriva snabbt enligt Bo": what he said
_ASKS_ITSELF = regex(r".*(?:\s[–-]|:)\s(?:hur|vad|varför|vem|när|vilka?)\s+\w+r\s")  # a title
_LONGEST = 800  # characters of a clause; more is text that lost its points
# With these such a note tells what goes on, or what an office is for.
_GOING_ON = frozenset(
    """ansvarar arbetar jobbar håller fortsätter planerar ser bidrar hjälper samlar driver står har leder för
    tankar tar ger går kommer deltar söker säljer hyr får verkar visar gör avslutar öppnar betalar stödjer stöttar svarar""".split()
)


def promises_in(text: str, context: Context) -> list[Promise]:
    """The promises of one sentence, in its order, or one refusal, or nothing."""
    plain = as_clauses(text, context.roster)
    if plain.rstrip().endswith("?") or _ASKS_ITSELF.match(plain):
        return _question(plain, context)
    asked = context.listed_as_action and is_infinitive(plain.strip(" ."))
    if len(plain.split()) < 2 and not (asked or context.things):
        return []
    if bracketed := _BRACKETED.fullmatch(plain):
        start, end = bracketed.span(1)
        context = replace(context, decided=context.decided or context.bulleted)
        return [p.at(p.start + start, p.end + start) for p in promises_in(text[start:end], context)]
    if assigns(plain) and _PROPOSED.search(plain):
        return [Promise(0, len(text), (), None, 0.0, "förslag, inget uppdrag ännu")]
    if answer := answered(plain, context):
        return [answer]
    if shares := several_named(plain, context):
        return shares
    label = _LABEL.match(plain)
    if label or context.listed_as_action:
        return [listed(plain, label.end() if label else 0, context)]
    if behind := past_label(plain, context):
        tasks = promises_in(text[behind:], context)
        return [p.at(p.start + behind if p.start else 0, p.end + behind) for p in tasks]
    found = _of_clauses(plain, context)
    real = [each for each in found if not each[1].refused]
    if real:
        return divided(with_sharers(real, plain, context), plain)
    other = _ownerless(plain, context)
    return [other] if other else divided(found, plain)


def _of_clauses(plain: str, context: Context) -> list[tuple[int, Promise]]:
    """Where each clause begins that promises, and what; the refusal of the first where none does."""
    found = _at(clause_starts(plain, context), plain, context)
    later = _at([match.end() for match in _OFFICE_CLAUSE.finditer(plain)], plain, context)
    later = [each for each in later if not each[1].refused]
    if all(promise.refused for _, promise in found):
        return later or found
    taken = {
        at for start, each in found for at in range(start, start + len(each.owner_text or "x"))
    }
    return sorted([*found, *(each for each in later if each[0] not in taken)], key=itemgetter(0))


def _at(starts: list[int], plain: str, context: Context) -> list[tuple[int, Promise]]:
    """The promises of the clauses that begin at these places."""
    found: list[tuple[int, Promise]] = []
    named = _person_first(plain, context) if any(starts) else None
    if any(starts) and not named:  # "Kvarstår: Karin har inget svar, hon påminner"
        named = person_told_of(plain[: starts[-1]], context.roster)
    for start in starts:
        if start and named:
            context = replace(
                context, previous=named, told_of=named
            )  # whom "…, han lovade att" means
        if start and plain.startswith("Jag ", start):
            context = replace(context, speaker=speaker(plain[:start], context))
        if start and plain[start].islower():
            context = replace(context, decided=False)  # a list of offices decides nothing
        promise = promise_of(plain[start : start + _LONGEST], context)
        if promise and not promise.owners and not promise.refused:
            promise = signed(promise, plain[start:], context)
        if promise and not promise.refused:
            same = found and promise.owner_text == found[-1][1].owner_text
            if not same or named_again(plain, start, promise.owner_text):
                found.append((start, promise))
        elif promise and not found and start == 0:
            found.append((start, promise))
    return found


def _person_first(text: str, context: Context) -> Owners | None:
    """The one person with whom the sentence begins."""
    subject = SUBJECT.match(text)
    owners = context.owners(subject["who"]) if subject else None
    return owners if owners and len(owners.names) == 1 and text[:1].isupper() else None


def _question(text: str, context: Context) -> list[Promise]:
    promise = promise_of(text.rstrip("? ") + ".", context)
    if promise is None or promise.refused:
        return []
    if _ASKS_OTHERS.match(text) and _person_first(text, context):
        return [
            whole(text, context.owners(promise.owner_text or ""), LIKELY, "ska fråga någon annan")
        ]
    return [Promise(0, len(text), promise.owners, promise.owner_text, 0.0, "fråga, inget åtagande")]


def _ownerless(text: str, context: Context) -> Promise | None:
    """Such as "Boka lokal (Karin)", "Skriva en lathund", "Ska undersöka priset"."""
    owners = trailing(text, context)
    if is_demand(text):
        beside = after_comma(text, context) or between_dashes(text, context)
        owners = owners or beside or last_column(text, context)
        if STANDING.search(text) or _TO_THE_READER.search(text) or _SAID_BY.search(text):
            return whole(text, None, 0.0, "allmän uppmaning, ingen enskild åtgärd")
        if owners:
            return whole(text, owners, SURE, "verb i grundform + namn sist")
        if context.part_of:
            return whole(text, context.part_of, LIKELY + 0.1, "verb i grundform under ett namn")
        return whole(text, None, LIKELY, "verb i grundform utan ansvarig")
    if owners and _is_owned(text, owners):
        return whole(text, owners, LIKELY + 0.1, "namnet står sist")
    subjectless = _SUBJECTLESS.match(text)
    if subjectless and is_infinitive(first_word(subjectless["rest"])):
        if context.previous:
            others = context.owners(subjectless["others"] or "")
            together = joined(context.previous, others)
            return whole(text, together, LIKELY, "fortsätter om den som nyss nämndes")
        return whole(text, None, DOUBTFUL, "ska göras, utan ansvarig")
    if _undertakes(text, under_name=context.part_of is not None):
        if context.previous:
            return whole(text, context.previous, LIKELY, "fortsätter om den som nyss nämndes")
        return whole(text, None, LIKELY, "verb i nutid utan den som gör det")
    if context.things and context.part_of:
        return whole(text, context.part_of, LIKELY, "en sak och ett namn")
    shared = shared_out(text, context)
    if shared:
        listed = context.among_tasks or names_due(text) or ACTIVITY.match(text)
        sure = LIKELY if listed else DOUBTFUL
        return whole(text, shared, sure, "en sak och ett namn")
    return _needed(text, owners, context)


def _needed(text: str, owners: Owners | None, context: Context) -> Promise | None:
    """What is to be done, with whose name stands last, if anybody's."""
    sure = need_of(text) if holds_any(text, _NEED) else 0.0
    sure = max(sure, errand_of(text))
    if not sure:
        return None
    owners = owners or after_comma(text, context)
    if owners:
        return whole(text, owners, LIKELY + 0.1, "namnet står sist")
    return whole(text, None, sure, "ska göras, utan ansvarig")


def _is_owned(text: str, owners: Owners) -> bool:
    """Whether the names at its end own it: "Kaffe ska köpas (Karin)", "Lapp i lådan senast 1/10 – Bo"."""
    if COMMITTING.search(text) or re.search(r"\bansvarig|@", text, re.IGNORECASE):
        return True
    return bool(owners.names) and names_due(text) and not TELLS_PAST.search(text)


def _undertakes(text: str, *, under_name: bool) -> bool:
    """Whether it begins with its verb: "Kollar upp priset"; under a name also "Tar fram en nyhet"."""
    verb, _, after = text.partition(" ")
    folded = verb.casefold()
    if after.startswith(("nu ", "vi ", "ni ", "man ")) or not (verb[:1].isupper() or under_name):
        return False
    if (folded in _GOING_ON and not under_name) or not promises(folded, after):
        return False
    if STANDING.search(after) or _TO_THE_READER.search(after):
        return False
    return not text.rstrip().endswith((":", "?"))
