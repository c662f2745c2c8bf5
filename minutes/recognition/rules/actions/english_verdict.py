"""Whether what an English subject goes on with is a promise: "will call", "agreed to call", "is away"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.english import DOING, PROMISING
from minutes.recognition.rules.actions.owners import Owners
from minutes.recognition.rules.actions.promise import Promise, promised

_ADVERBS = r"(?:(?:also|then|now|therefore|together|please|still|first|again|instead|just|probably|hopefully|try\s(?:to|and)|continue\sto|start\sto|go\s(?:ahead\s)?and|help(?:\sto)?)\s+)*"
_COMMITS = regex(
    rf"""(?:(?:also|both|then|now|still|therefore|\w+ly)\s+)*(?:
        (?P<task>(?:(?:is|are)\s(?:tasked|charged|assigned)\swith|(?:will\sbe|is|are)\s(?:\w+\s)?(?:responsible\sfor|in\scharge\sof)|takes?\s(?:care\sof|on\b|over\b|charge\sof|the\slead|the\sresponsib\w+|responsib\w+)|took\s(?:on|the\sresponsib\w+)|looks?\s(?:into|over)|follows?\sup|volunteer(?:s|ed)\sfor))
      | will\sbe\s(?P<being>[a-z]+ing)
      | (?P<will>will|shall|['’]ll|(?:is|are)\sgoing\sto|gonna|plans?\sto|(?:is|are)\splanning\sto|(?:is|are)\sto|must|has\sto|have\sto|needs?\sto
          |(?:has\s|have\s)?(?:agree[sd]?|volunteer(?:s|ed)?|offer(?:s|ed)?|promise[sd]?)\sto|undertakes?\sto|undertook\sto
          |(?:was|were|is|are|has\sbeen|have\sbeen|got|gets)\s(?:asked|tasked|instructed|assigned|requested|commissioned|delegated|mandated|given\sthe\s(?:task|mandate|action))\sto
          |(?:said|confirmed|stated|indicated|advised|promised)\s(?:that\s)?(?:he|she|they)(?:\s(?:would|will)|['’](?:d|ll))
          |(?P<would>would)
        )
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
_HAS = regex(r"\san?\s(?:\w+\s)?(?:conversation|meeting|talk|chat|call|discussion|look|word)\b")
# What one is, has or meets with is nothing to be reminded of; "get back", "have a talk" are.
_STATES = frozenset(
    """be have has become remain stay cost need receive know want like see feel hear happen exist attend join participate leave
    return continue miss begin end get expect depend vary not never include consist contain represent serve act chair""".split()
)
# Who is to do it is asked to be there as well: "Tom to attend the forum", "Tom agreed to be the contact".
_PLEDGED = regex(
    r"to\s|.*\b(?:agree[sd]?|offer(?:s|ed)?|volunteer(?:s|ed)?|promise[sd]?|under\w+|asked|tasked|instructed|requested)\sto\s",
    re.IGNORECASE | re.DOTALL,
)
_DUTIES = frozenset(
    "attend join represent serve act chair return participate continue start begin".split()
)
_HELD_BY_ONE = frozenset(
    "chair chairman chairwoman chairperson president secretary treasurer clerk webmaster editor warden captain".split()
)
_NO_VERBS = frozenset(
    """the a an our his her their its this that these those all any some no each every it us them him me you my your
    date and or of in on at by with from for what which who where there here""".split()
)
_HOLDS = regex(r"\s(?:(?:the|our|a|an)\s|responsible\b|in\scharge\b)")
_HAS_DONE = regex(r"\s(?:the|a|an|our|it|them)\b.*\w(?:ed|en|made|cut|put|built|done)\b")
_SEES = regex(r"\s(?:if|whether|to\b|about|what|how|when|that)\b")
_NOT = regex(r"(?:not|never|n['’]t)\b", re.IGNORECASE)
_NAMED, _OTHERS = "namn + ”{}” (engelska)", "grupp eller roll + ”{}” (engelska)"


def verdict(owners: Owners, rest: str, *, agreed: bool = False) -> Promise | None:
    """What the subject's verb and the words after it amount to; `agreed`: that is what was agreed."""
    match = _COMMITS.match(rest)
    if match is None:
        return _in_the_present(owners, rest)
    said = match.group().split()[0]
    if match["task"] or match["being"]:
        if match["being"] and not _is_doing(match["being"]):
            return None
        return promised(owners, owners.confidence, _reason(owners, said))
    verb = next(word for word in match.group("verb", "todo", "asked", "pleased") if word)
    folded, after = verb.casefold(), rest[match.end() :]
    if _NOT.match(folded) or after.startswith(" place") or (match["would"] and not agreed):
        return None
    pledged = are_named(owners) and (agreed or bool(_PLEDGED.match(match.group())))
    if folded in _STATES and not _does_all_the_same(folded, after, pledged=pledged):
        return None
    if (
        not match["will"]
        and folded not in DOING
        and not (pledged and verb.islower() and folded not in _NO_VERBS)
    ):
        return None
    if match["should"] and not (owners.names and agreed):
        sure = min(owners.confidence, LIKELY) if owners.names else DOUBTFUL
        return promised(owners, sure, _reason(owners, said))
    return promised(owners, owners.confidence, _reason(owners, said))


def are_named(owners: Owners) -> bool:
    """Whether they are persons, or whoever holds an office, and no group."""
    return owners.are_people or bool(owners.names and owners.folded.split()[-1] in _HELD_BY_ONE)


def _does_all_the_same(verb: str, after: str, *, pledged: bool) -> bool:
    """Whether a verb that mostly tells how somebody is says here what is to be done."""
    acts = {"get": _GETS, "have": _HAS, "see": _SEES}.get(verb)
    if acts and acts.match(after):
        return True
    held = {"be": _HOLDS, "have": _HAS_DONE, "get": _HAS_DONE}.get(verb)
    return pledged and (verb in _DUTIES or bool(held and held.match(after)))


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


def _reason(owners: Owners, said: str) -> str:
    return (_NAMED if owners.names and owners.confidence >= SURE else _OTHERS).format(said)
