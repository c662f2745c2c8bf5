"""Action items in English: "Anna will call the bank", "ACTION: Bo to book a room", "Order chairs (Eva)"."""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.english import DOING
from minutes.recognition.language.words import first_word
from minutes.recognition.rules.actions.english_marked import (
    marked_at_last,
    only_names,
    past_action_label,
)
from minutes.recognition.rules.actions.english_owners import (
    EVERYBODY,
    OFFICE,
    WHO,
    english_owners,
    known_last,
    name_and_verb,
    unknown_last,
)
from minutes.recognition.rules.actions.english_verdict import verdict
from minutes.recognition.rules.actions.owners import NAMES, Owners, joined
from minutes.recognition.rules.actions.promise import LISTED, Context, Promise, promised, whole
from minutes.recognition.rules.actions.shared_out import shared_out
from minutes.recognition.rules.actions.task_lines import after_comma, between_dashes, trailing

_ASIDE = r"(?:,\s[^,.]{3,60},|\s\([^()]{2,40}\))?"
_SUBJECT = regex(rf"{WHO}{_ASIDE}(?:\s+|(?=')|,\s(?=to\s))(?P<rest>.+)$", re.DOTALL)
_STARTS = regex(
    r"(?:[,;:.]|\s[–-])\s+(?:(?:and|but|so|then|which)\s+)?(?=\w|@)|\s(?:and|but|so)\s+(?=@?[A-Z]|the\s|we\s|he\s|she\s|they\s)"
    r"|\b(?:agreed|decided|resolved|concluded|determined|noted)\sthat\s+"
)
_GOING_ON = regex(
    r"(?:\(|[–-]\s|:\s)(?:in\sprogress|ongoing|done|finished|completed?)\)?\W*$", re.IGNORECASE
)
_TALKS = frozenset("discuss present review read consider talk introduce report speak".split())
_LABEL = regex(
    r"(?:\[\s?\]\s*)?(?:action(?:\s?(?:items?|points?|required))?|ai|ap|to-?\s?do|task|follow[\s-]?up)(?:\s*#?\d+)?\s*(?::|[–-]\s)\s*",
    re.IGNORECASE,
)
_PREFIX = regex(
    rf"(?P<who>{EVERYBODY}|{OFFICE}|{NAMES})\s?(?::|\s[–-]|\s?→|\s->)\s+(?P<rest>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_IN_BRACKETS = regex(rf"[(\[](?P<who>{NAMES})[)\]]:?\s+(?P<rest>\S.*)$", re.DOTALL)
_DONE = r"(?:\w{2,}ed|\w+(?:tt|v|k|s)en|done|sent|built|bought|made|kept|put|set|cut|held|paid|told|brought|found|begun|read|got)"
_AGENT = regex(
    rf"\b(?:(?:[Tt]o|will|shall|should|must)\sbe|is\sto\sbe)\s(?:\w+ly\s)?{_DONE}\s(?:\w+\s){{0,6}}?by\s(?P<who>{NAMES})(?!\w)"
)
# What is to be settled, or takes place, is nobody's task.
_TO_BE_DONE = regex(
    r"\b(?:(?<!is\s)(?<!are\s)(?<!was\s)(?<!has\s)(?<!have\s)(?<!ing\s)(?<!ed\s)(?<!ant\s)(?<!for\s)to\sbe|needs?\sto\sbe|must\sbe|should\sbe|has\sto\sbe|have\sto\sbe|(?:is|are)\sto\sbe)\s(?:\w+ly\s)?"
    rf"(?!(?:confirmed|decided|determined|announced|continued|discussed|defined|scheduled|held|approved|accepted|adopted|elected|closed|opened)\b){_DONE}\b",
    re.IGNORECASE,
)
_GOES_ON = regex(
    r"(?:,|\s(?:and|but))\s+(?:(?:who|also|then)\s+)*(?=(?:will|shall|is\sgoing\sto|agreed\sto|promised\sto|volunteered\sto|needs\sto)\s)"
)
# "No answer yet - contact the firm - Anna"
_ASKS_LAST = regex(rf"\s[–-]\s(?:{'|'.join(sorted(DOING))})\s[^–-]+\s[–-]\s?\S+$")
_SUBJECTLESS = regex(
    r"(?:will|to|shall|going\sto|must|needs?\sto)\s+(?P<rest>.+)$", re.DOTALL | re.IGNORECASE
)
_WILL_DO = regex(r"(?:Will|Shall|Must|Needs?\sto)\s")
_IS_SETTLED = regex(r"(?:to|needs?\sto|(?:is|are)\sto)\sbe\b", re.IGNORECASE)
_PLEASE = regex(
    r"(?:please|let['’]?s|let\sus|remember\sto|don['’]t\sforget\sto|someone\sneeds\sto)\s+(?P<rest>.+)$",
    re.DOTALL | re.IGNORECASE,
)
_PROPOSED = regex(
    r"\b(?:suggest(?:s|ed|ion)|propos(?:es|ed|al)|recommend(?:s|ed)|would\slike|wondered|wonders|asked\s(?:if|whether))\b",
    re.IGNORECASE,
)
_AGREED = regex(r"\b(?:agreed|decided|resolved)\b", re.IGNORECASE)
_LONGEST = 2000  # characters of a sentence; more is text that lost its points


# "After the meeting Tom will", which has no comma; "If it rains Tom will" promises nothing.
_DAY = r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)"
_FRONTED = regex(
    r"(?!\w+\s(?:the\s|our\s)?(?:last|previous|past)\b)(?:By|After|Before|Once|When|In|On|At|Until|During|From|Following|Over|Meanwhile|Then|For|Within|As)\b"
    rf"(?:\s(?:[a-z\d][^\s,.;:]*|{_DAY}|[A-Z]{{2,4}})){{0,9}}?\s(?=(?!{_DAY})(?:the\s)?[A-Z@][^\s,.;:]*\s(?:[A-Z]\w+\s|and\s[A-Z]\w+\s){{0,2}}(?:will|to|shall|is|agreed|offered|volunteered)\s)"
)
_ASKED = regex(
    rf"\b(?:asked|requested|instructed|tasked|nominated|delegated)\s(?P<who>{NAMES})\sto\s(?P<verb>[a-z-]+)\s"
    rf"|^(?:Would|Could|Can|Will)\s(?P<kindly>{NAMES}),?\s(?:please|kindly)\s[a-z-]+\s"
)
_EXPLAINS = frozenset(
    "explain clarify comment elaborate speak present introduce say tell describe consider leave attend".split()
)


def english_promises(text: str, context: Context) -> list[Promise]:
    """The promises of one English sentence, in its order; nothing where it holds none."""
    plain = text.rstrip()
    if plain.endswith(("?", ":")) or len(plain.split()) < 2 or len(plain) > _LONGEST:
        return []
    if _GOING_ON.search(plain) and not context.listed_as_action:
        return []
    if only_names(plain, context):
        return []
    if last := marked_at_last(plain, context):
        return [last]
    label = _LABEL.match(plain)
    begins = label.end() if label else past_action_label(plain, context)
    if begins or context.listed_as_action:
        return [_listed(plain, begins, context)]
    found = _of_clauses(plain, context)
    if found:
        ends = [*(start for start, _ in found[1:]), len(text)]
        starts = [0, *ends]
        return [
            promise.at(start, end)
            for (_, promise), start, end in zip(found, starts, ends, strict=False)
        ]
    other = _without_subject(plain, context)
    return [other] if other else []


def _of_clauses(text: str, context: Context) -> list[tuple[int, Promise]]:
    """Where each clause begins that promises, and what."""
    found: list[tuple[int, Promise]] = []
    inside = 0  # a subject, "Anna and Bo", in which no clause begins
    fronted = _FRONTED.match(text)
    starts = [fronted.end() if fronted else 0, *(m.end() for m in _STARTS.finditer(text))]
    for start in starts:
        if start < inside:
            continue
        if _PROPOSED.search(text, 0, start) and not _AGREED.search(text, 0, start):
            break
        subject = _SUBJECT.match(text, start)
        inside = subject.start("rest") if subject else start
        agreed = bool(_AGREED.search(text, 0, start))
        promise = _promise_of(text[start:], context, agreed=agreed)
        if promise and not (found and found[-1][1].owner_text == promise.owner_text):
            found.append((start, promise))
    return found or _goes_on(text, context)


def _goes_on(text: str, context: Context) -> list[tuple[int, Promise]]:
    """As in "Tom presented the budget and will send it out": one subject, and a promise at last."""
    match, subject = _GOES_ON.search(text), _SUBJECT.match(text)
    owners = english_owners(subject["who"], context) if subject else context.previous
    if match is None or owners is None:
        return []
    promise = verdict(owners, text[match.end() :])
    return [(0, promise)] if promise else []


def _promise_of(text: str, context: Context, *, agreed: bool) -> Promise | None:
    """What a clause promises that begins with whoever does it."""
    subject = _SUBJECT.match(text)
    owners = english_owners(subject["who"], context) if subject else None
    if subject is None or owners is None:
        return _called_upon(text, context)
    return verdict(owners, subject["rest"], agreed=agreed) or _called_upon(text, context)


def _called_upon(text: str, context: Context) -> Promise | None:
    """As in "To be handled by Anna", "Bo asked Anna to call the bank"."""
    asked = _ASKED.search(text)
    if asked and asked["verb"] not in _EXPLAINS:
        owners = english_owners(asked["who"] or asked["kindly"], context)
        if owners and owners.are_people:
            return promised(owners, LIKELY + 0.1, "ombedd att göra något (engelska)")
    agent = _AGENT.search(text)
    owners = context.owners(agent["who"]) if agent else None
    return promised(owners, owners.confidence, "ska göras av någon (engelska)") if owners else None


def _without_subject(text: str, context: Context) -> Promise | None:
    """As in "Book a room (Anna)", "Anna: book a room", "Will book a room" under a name."""
    if _PROPOSED.match(text):
        return None
    prefix = _PREFIX.match(text)
    owners = english_owners(prefix["who"], context) if prefix else None
    if prefix and owners and (asks_in_english(prefix["rest"]) or _commits(prefix["rest"])):
        return whole(text, owners, owners.confidence, "namn före kolon + verb (engelska)")
    asked = asks_in_english(text)
    if owned := _owned_at_last(text, context):
        return owned
    part = context.part_of
    under = part if part and part.text.istitle() else context.previous
    if under and (_commits(text) or (asked and under is part)):
        return whole(text, under, LIKELY + 0.1, "under ett namn (engelska)")
    if _WILL_DO.match(text) and _commits(text):
        return whole(text, None, LIKELY, "ska göras, utan ansvarig (engelska)")
    please = _PLEASE.match(text)
    needed = _TO_BE_DONE.search(text)
    if (please and asks_in_english(please["rest"])) or needed:
        news = (
            text.partition(" ")[0].strip(":").isupper()
        )  # "UPDATE 21/11: small changes need to be made"
        sure = LIKELY if needed and _IS_SETTLED.match(needed.group()) and not news else DOUBTFUL
        return whole(text, None, sure, "ska göras, utan ansvarig (engelska)")
    if asked and context.bulleted:
        sure = DOUBTFUL if first_word(text).casefold() in _TALKS else LIKELY
        return whole(text, None, sure, "verb i grundform utan ansvarig (engelska)")
    return None


def _owned_at_last(text: str, context: Context) -> Promise | None:
    """As in "Book a room (Anna)", "No answer yet - ask again - Anna", and beside tasks "Posters - Anna"."""
    asked = asks_in_english(text) or _ASKS_LAST.search(text)
    behind = trailing(text, context) or after_comma(text, context)
    behind = behind or (known_last(text, context) if asked else None)
    if behind and (asked or _TO_BE_DONE.search(text)):
        return whole(text, behind, SURE, "verb i grundform + namn sist (engelska)")
    last = unknown_last(text, context) if asked and context.bulleted else None
    if last:
        return whole(text, last, LIKELY, "verb i grundform + namn sist (engelska)")
    shared = shared_out(text, context) if context.bulleted and context.among_tasks else None
    return whole(text, shared, LIKELY, "en sak och ett namn") if shared else None


def _commits(text: str) -> bool:
    match = _SUBJECTLESS.match(text)
    return bool(match and asks_in_english(match["rest"]))


def asks_in_english(text: str) -> bool:
    """Whether it begins with a verb that asks for it: "Book a room"."""
    text = _FIRST_WORDS.sub("", text)
    first, _, rest = text.partition(" ")
    if first.isupper() or first.endswith(":") or _GOING_ON.search(rest):
        return False  # "UPDATE 21/11: no answer yet", "Create a map (in progress)"
    moves = first in {"Move", "Moved"} and rest.startswith("to ")  # a motion
    if first_word(text).casefold() not in DOING or _IS_NOUN.match(rest):
        return False
    return bool(rest) and not moves and not _TELLS_AFTER.search(rest)


# "Update from Tom: …", "Work continues", "Report received": the first word is no verb. "Thank you."
_IS_NOUN = regex(
    r"(?:of|from|by)\s|https?:|\w{3,}ed\b|(?:continues|says|is|was|are|were|has|had|driven|given|sent|taken|done)\b|you\b|to\s\w+ing\b"
)
_TELLS_AFTER = regex(
    r"(?:\s(?:attached|enclosed|received)\W*$)|^\w+\s(?:\([^()]*\)\s)?(?:says|states|requires|means|continues)\b|\bif\syou\b"
)
_FIRST_WORDS = regex(r"^(?i:go\sahead\sand|try\s(?:to|and)|make\ssure\sto)\s")


def _subject_of_task(text: str, context: Context) -> Owners | None:
    """Whose "Anna to be there", "Anna will …" is, in a list of actions, whatever the verb."""
    subject = _SUBJECT.match(text)
    task = subject and subject["rest"].startswith(("to ", "will "))
    return english_owners(subject["who"], context) if subject and task else None


def _listed(text: str, start: int, context: Context) -> Promise:
    """A line of an action list: whoever is named first, last or after a dash owns it."""
    rest = text[start:]
    if rest.strip(" .").casefold() in {"none", "nothing", "n/a", "no actions", "no action items"}:
        return whole(text, None, 0.0, "ingen åtgärd")
    found = _of_clauses(rest, context)
    prefix, bracketed = _PREFIX.match(rest), _IN_BRACKETS.match(rest)
    owners = (
        Owners(found[0][1].owners, found[0][1].owner_text or "", SURE) if found else None
    ) or (
        (english_owners(prefix["who"], context) if prefix else None)
        or (context.owners(bracketed["who"]) if bracketed else None)
        or _subject_of_task(rest, context)
        or name_and_verb(rest, context)
        or trailing(rest, context)
        or between_dashes(rest, context)
        or after_comma(rest, context)
        or known_last(rest, context)
        or unknown_last(rest, context)
        or context.previous
    )
    for _, promise in found[1:]:
        owners = joined(owners, Owners(promise.owners, "", SURE)) if owners else None
    sure = owners or asks_in_english(rest)
    likely = LIKELY if context.bulleted else DOUBTFUL
    return replace(whole(text, owners, SURE if sure else likely, LISTED), start=start)
