"""Action items in English: "Anna will call the bank", "ACTION: Bo to book a room", "Order chairs (Eva)"."""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.english import DOING, PROMISING
from minutes.recognition.language.words import first_word
from minutes.recognition.rules.actions.english_owners import (
    EVERYBODY,
    OFFICE,
    WHO,
    english_owners,
    known_last,
    name_and_verb,
    unknown_last,
)
from minutes.recognition.rules.actions.owners import NAMES, Owners, joined
from minutes.recognition.rules.actions.promise import LISTED, Context, Promise, promised, whole
from minutes.recognition.rules.actions.shared_out import shared_out
from minutes.recognition.rules.actions.task_lines import after_comma, between_dashes, trailing

_ASIDE = r"(?:,\s[^,.]{3,60},|\s\([^()]{2,40}\))?"
_SUBJECT = regex(rf"{WHO}{_ASIDE}(?:\s+|(?='))(?P<rest>.+)$", re.DOTALL)
_STARTS = regex(
    r"(?:[,;:.]|\s[–-])\s+(?:(?:and|but|so|then|which)\s+)?(?=\w|@)|\s(?:and|but|so)\s+(?=@?[A-Z]|the\s|we\s|he\s|she\s|they\s)"
    r"|\b(?:agreed|decided|resolved|concluded|determined|noted)\sthat\s+"
)
_ADVERBS = r"(?:(?:also|then|now|therefore|together|please|still|first|again|instead|just|probably|hopefully|try\s(?:to|and)|continue\sto|start\sto|go\s(?:ahead\s)?and|help(?:\sto)?)\s+)*"
_COMMITS = regex(
    rf"""(?:(?:also|both|then|now|still|therefore)\s+)*(?:
        (?P<task>(?:(?:is|are)\s(?:tasked|charged|assigned)\swith|(?:will\sbe|is|are)\s(?:\w+\s)?(?:responsible\sfor|in\scharge\sof)|takes?\s(?:care\sof|on\b|over\b|charge\sof|the\slead|the\sresponsib\w+|responsib\w+)|took\s(?:on|the\sresponsib\w+)|looks?\s(?:into|over)|follows?\sup|volunteer(?:s|ed)\sfor))
      | will\sbe\s(?P<being>[a-z]+ing)
      | (?P<will>will|shall|['’]ll|(?:is|are)\sgoing\sto|gonna|plans?\sto|(?:is|are)\splanning\sto|(?:is|are)\sto|must|has\sto|have\sto|needs?\sto
          |(?:has\s|have\s)?(?:agree[sd]?|volunteer(?:s|ed)?|offer(?:s|ed)?|promise[sd]?)\sto|undertakes?\sto|undertook\sto
          |(?:was|were|is|are|has\sbeen|have\sbeen|got|gets)\s(?:asked|tasked|instructed|assigned|requested|commissioned|delegated|mandated|given\sthe\s(?:task|mandate|action))\sto)
        \s+{_ADVERBS}(?P<verb>[\w-]+)
      | (?P<to>to)\s+{_ADVERBS}(?P<todo>[\w-]+)
      | (?P<should>should|ought\sto|can|could\splease)\s+{_ADVERBS}(?P<asked>[\w-]+)
      | please\s+(?P<pleased>[\w-]+)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_GETS = regex(
    r"\s(?:more|in\stouch|back|hold|details|info\w*|(?:a\s)?(?:quotes?|prices?)|permission|approval|the\s\w+\s\w+ed)\b"
)
_GOING_ON = regex(r"\((?:in\sprogress|ongoing|done|finished|completed)\)\W*$", re.IGNORECASE)
_TALKS = frozenset("discuss present review read consider talk introduce report speak".split())
_HAS = regex(r"\san?\s(?:\w+\s)?(?:conversation|meeting|talk|chat|call|discussion|look|word)\b")
# What one is, has or meets with is nothing to be reminded of; "get back", "have a talk" are.
_STATES = frozenset(
    """be have has become remain stay cost need receive know want like see feel hear happen exist attend join participate leave
    return continue miss begin end get expect depend vary not never include consist contain represent serve act chair""".split()
)
_NOT = regex(r"(?:not|never|n['’]t)\b", re.IGNORECASE)
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
_NAMED, _OTHERS = "namn + ”{}” (engelska)", "grupp eller roll + ”{}” (engelska)"


def english_promises(text: str, context: Context) -> list[Promise]:
    """The promises of one English sentence, in its order; nothing where it holds none."""
    plain = text.rstrip()
    if plain.endswith(("?", ":")) or len(plain.split()) < 2 or len(plain) > _LONGEST:
        return []
    label = _LABEL.match(plain)
    if label or context.listed_as_action:
        return [_listed(plain, label.end() if label else 0, context)]
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
    for start in [0, *(match.end() for match in _STARTS.finditer(text))]:
        if start < inside:
            continue
        if _PROPOSED.search(text, 0, start) and not _AGREED.search(text, 0, start):
            break
        subject = _SUBJECT.match(text, start)
        inside = subject.start("rest") if subject else start
        promise = _promise_of(text[start:], context)
        if promise and not (found and found[-1][1].owner_text == promise.owner_text):
            found.append((start, promise))
    return found or _goes_on(text, context)


def _goes_on(text: str, context: Context) -> list[tuple[int, Promise]]:
    """As in "Tom presented the budget and will send it out": one subject, and a promise at last."""
    match, subject = _GOES_ON.search(text), _SUBJECT.match(text)
    owners = english_owners(subject["who"], context) if subject else context.previous
    if match is None or owners is None:
        return []
    promise = _verdict(owners, text[match.end() :])
    return [(0, promise)] if promise else []


def _promise_of(text: str, context: Context) -> Promise | None:
    """What a clause promises that begins with whoever does it."""
    subject = _SUBJECT.match(text)
    owners = english_owners(subject["who"], context) if subject else None
    if subject is None or owners is None:
        return _called_upon(text, context)
    return _verdict(owners, subject["rest"])


def _verdict(owners: Owners, rest: str) -> Promise | None:
    """What the subject's verb and the words after it amount to."""
    match = _COMMITS.match(rest)
    if match is None:
        return _in_the_present(owners, rest)
    said = match.group().split()[0]
    if match["task"] or match["being"]:
        if match["being"] and not _is_doing(match["being"]):
            return None
        return promised(owners, owners.confidence, _reason(owners, said))
    verb = next(word for word in match.group("verb", "todo", "asked", "pleased") if word)
    folded = verb.casefold()
    acts = {"get": _GETS, "have": _HAS}.get(folded)
    stays = folded in _STATES and not (acts and acts.match(rest, match.end()))
    if _NOT.match(folded) or stays or rest[match.end() :].startswith(" place"):
        return None
    if not match["will"] and folded not in DOING:
        return None
    if match["should"] and not owners.names:
        return promised(owners, DOUBTFUL, _reason(owners, said))
    sure = min(owners.confidence, LIKELY) if match["should"] else owners.confidence
    return promised(owners, sure, _reason(owners, said))


def _is_doing(present: str) -> bool:
    stem = present.removesuffix("ing")
    return not {stem, f"{stem}e", stem[:-1]}.isdisjoint(DOING)


def _in_the_present(owners: Owners, rest: str) -> Promise | None:
    """As in the notes "Anna calls the bank", "Anna and Bo call the bank"."""
    verb, _, after = rest.partition(" ")
    if not owners.names or not after or owners.confidence < SURE:
        return None
    bare = verb in DOING and f"{verb}s" in PROMISING
    if verb in PROMISING or bare:
        return promised(owners, LIKELY + 0.1, _reason(owners, verb))
    return None


def _called_upon(text: str, context: Context) -> Promise | None:
    """As in "Anna, please call the bank", "To be handled by Anna"."""
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
    return first_word(text).casefold() in DOING and bool(rest) and not moves


_FIRST_WORDS = regex(r"^(?i:go\sahead\sand|try\s(?:to|and)|make\ssure\sto)\s")


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


def _reason(owners: Owners, said: str) -> str:
    return (_NAMED if owners.names and owners.confidence >= SURE else _OTHERS).format(said)
