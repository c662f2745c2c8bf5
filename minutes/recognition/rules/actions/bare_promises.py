"""Who does what the sentence right before speaks of: "Lampan i hallen är trasig. Bo fixar."

By itself such a sentence does not say what to do. Where the one before it says that something is
needed, the action is the two of them; else it is told with the words before.
"""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, ActionItem
from minutes.recognition.language.sentences import Sentence, sentence_at, tidy
from minutes.recognition.language.verbs import is_infinitive
from minutes.recognition.language.words import first_word
from minutes.recognition.rules.actions.owners import NAMES
from minutes.recognition.rules.actions.promise import Promise
from minutes.records import record

_PARTICLE = r"(?:upp|vidare|till|in|ut|på|ihop)"
_BARE = regex(
    rf"(?i:då\s)?(?:{NAMES}|[A-ZÅÄÖ]\w+)\s(?:(?:ska|skall|får|lovar|lovade|tar\spå\ssig)\s(?:att\s)?)?(?:\w+(?:\s{_PARTICLE})?|tar?\s(?:(?:en|den)\s(?:första\s)?)?kontakt(?:en)?)\W*"
)
# "Bo tar detta", "Bo går vidare med det till nästa möte", "Det gör Bo": says who, of what was said.
_WHAT_WAS_SAID = r"(?:det|detta|den|dem|dessa|saken)"
_POINTING = regex(
    rf"(?i:då\s)?(?:{NAMES}|[A-ZÅÄÖ]\w+)\s(?:(?:ska|skall|får|kan|lovar|lovade|tar\spå\ssig)\s(?:att\s)?)?\w+(?:\s(?:{_PARTICLE}|hand|om|med|över|ett\stag))*\s{_WHAT_WAS_SAID}(?:\s(?:till|senast|före|innan|inför|under|i|på|snarast|omgående)\b[^.]{{0,40}})?\W*"
    rf"|(?:Det|Detta|Den|Saken)\s[a-zåäö]+r\s(?:{NAMES})(?:\s{_PARTICLE})?\W*"
)
_LONGEST = 90  # characters of the sentence before
# What is needed is carried out: "Lena ser till inköp", "Bo gör det".
_CARRIES_OUT = regex(
    rf"(?:{NAMES}|[A-ZÅÄÖ]\w+)\s(?:ser\still|ordnar|fixar|åtgärdar|gör|lagar|köper|sköter)(?:\s\w+){{1,2}}\W*"
)


@record
class Matter:
    """Where the action stands, whether it takes the place of the last one, and the words before it."""

    clause: Sentence
    replaces: bool = False
    about: str = ""


def whole_matter(
    clause: Sentence,
    promise: Promise,
    read: Sequence[Sentence],
    actions: Sequence[ActionItem],
    title: str,
) -> Matter:
    """The clause, with the sentence before it where it needs that one, or the title of its item."""
    said = clause.text.strip()
    pointing = _POINTING.fullmatch(said)
    bare = pointing or (promise.confidence > LIKELY + 0.05 and _BARE.fullmatch(said))
    before = read[-1] if read else None
    if before is None and promise.owners and bare:
        return Matter(clause, about=_opening(title))
    begins = before is not None and clause.block is before.block and clause.start >= before.end
    alone = begins and not clause.block.text[before.end : clause.start].strip() if before else False
    if before is None or not alone or not promise.owners or len(before.text) > _LONGEST:
        return Matter(clause)
    last = actions[-1] if actions else None
    of_before = last is not None and last.source == before.source and _same(last.quote, before.text)
    unowned = of_before and last is not None and not last.owners
    if of_before and not unowned:
        return Matter(clause)
    both = sentence_at(clause.block, before.start, clause.end)
    if unowned and (bare or _CARRIES_OUT.fullmatch(said)):
        return Matter(both, replaces=True)
    if bare and is_infinitive(first_word(before.text)):  # "Hyra tält. Det gör Karin."
        return Matter(both)
    return Matter(clause, about=tidy(before.text) if bare else "")


def _opening(title: str) -> str:
    """The title as it opens the text of an action: "Takrännan: ", "Boka salen. "."""
    return f"{title}:" if title and title[-1] not in ".:!?" else title


def _same(quote: str, text: str) -> bool:
    return re.sub(r"\W+", " ", quote).strip() in re.sub(r"\W+", " ", text)
