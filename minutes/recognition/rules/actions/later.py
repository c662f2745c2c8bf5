"""What a later sentence says of an action before it: that it is done, who has it, by when."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import SURE, ActionItem, ActionStatus
from minutes.recognition.language.cues import cue_of_signs, cue_where
from minutes.recognition.language.due_phrases import due_in_column
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.words import holds_any
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import Owners, owners_of
from minutes.recognition.rules.actions.progress import REPORTS, reports_done
from minutes.recognition.rules.actions.promise import Promise, whole

_SAY_WHOSE = ("nsv", "Vem", "vem", "tförs", "tgärd", "ction", "CTION", "wner", "→", "->", "@")
_OF_WHOM = cue_where(
    lambda word: (
        word.startswith(("klar", "action", "owner"))
        or holds_any(word, ("nsv", "vem", "tförs", "tgärd"))
    )
)
# A sentence without any of these says nothing of an action before it.
SPEAKS_OF_ACTION = _OF_WHOM | REPORTS | cue_of_signs(":→>@")
_NEAR = 3  # lines after the action
_BACK = 20  # actions before it: where a whole file is one line, all are near
_COMPLETION = regex(
    r"^(?:(?P<who>ansvarig(?:a|e)?|ansvar|ansv\.?|vem|utförs\sav|åtgärdas\sav|åtgärd(?=:\s[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?\W*$)|(?:action(?:\sby)?|owner)(?=\s?:\s(?-i:[A-Z][\w’'-]*)(?:(?:\s|,\s|/|\s(?:and|&)\s)(?-i:[A-Z][\w’'-]*)){0,5}\W*$))|klart?(?:\s+senast)?|deadline|senast|när)\s*(?::|(?=\s(?:senast\s|till\s|den\s|v\.\s?)?\d))\s*(?P<value>\S.*?)(?:[\s,.;]+(?:klart?(?:\s+senast)?|deadline|senast|när)\b\s*:?\s*(?P<due>\S.*))?$",
    re.IGNORECASE | re.DOTALL,
)
# "Ansvarig Karin", "Ansvarig är Karin", "Karin ansvarar": a sentence of its own, without a colon.
_RESPONSIBLE = regex(
    r"(?P<who>[Aa]nsvar(?:ig|iga)?)\s+(?:är\s+|blir\s+)?(?P<value>[A-ZÅÄÖ@][^.:;]{0,60})\.?$"
    r"|(?P<who3>→|->|=>|(?=@))\s*(?P<value3>@?[A-ZÅÄÖ][\wåäö-]+(?:(?:,|\soch|\s&)?\s@?[A-ZÅÄÖ][\wåäö-]+)*)\.?$"
    r"|(?P<who4>(?:ACTION|Action)(?:\s(?:by|BY))?)(?:\s[–-])?\s(?P<value4>[A-Z][\w’'-]*(?:(?:\s|,\s|/|\s(?:and|&)\s)[A-Z][\w’'-]*){0,5})\.?$"
    r"|(?P<value2>[A-ZÅÄÖ@][^.:;]{0,60}?)\s+(?P<who2>ansvarar|(?:är|blir)\s+ansvariga?)(?:\s+för\s+(?:detta|det))?\.?$"
)


def goes_on_about(block: Block, above: Sequence[Sentence]) -> bool:
    """Whether "Hon" at its beginning means somebody of the line right above."""
    begins = block.text.startswith(("Han ", "Hon ", "Hen ")) and bool(above)
    return begins and above[-1].block.source.last_line + 1 == block.source.first_line


def changed_action(
    actions: Sequence[ActionItem],
    sentence: Sentence,
    item: str | None,
    roster: Roster,
    base: dt.date | None,
) -> tuple[int, ActionItem] | None:
    """The place of the action of this item that the sentence speaks of, and what it becomes."""
    if not actions:
        return None
    return _closed(actions, sentence, item) or _completed(actions, sentence, item, roster, base)


def owned_at_last(
    actions: Sequence[ActionItem], before: Sentence | None, sentence: Sentence, roster: Roster
) -> Promise | None:
    """The sentence before "Ansvarig: Karin" as hers, where nothing else made an action of it."""
    if before is None or not holds_any(sentence.text, _SAY_WHOSE):
        return None
    near = sentence.block.source.first_line <= before.block.source.last_line + _NEAR
    if not near or (actions and actions[-1].quote.strip(" .") in before.text):
        return None
    owners = _responsible(sentence.text, roster)
    return whole(before.text, owners, SURE, "ansvarig i nästa mening") if owners else None


def _responsible(text: str, roster: Roster) -> Owners | None:
    """Whom a sentence that says nothing else makes responsible."""
    text = text.strip("[]() ") if text.startswith(("[", "(")) else text
    match = _COMPLETION.match(text) if ":" in text else _RESPONSIBLE.match(text)
    if match is None:
        return None
    named = match.groupdict()
    value = (
        named["value"]
        if named["who"]
        else next(filter(None, map(named.get, ("value2", "value3", "value4"))), None)
    )
    return owners_of(value, roster) if value else None


def _closed(
    actions: Sequence[ActionItem], sentence: Sentence, item: str | None
) -> tuple[int, ActionItem] | None:
    """Such as "OBS! Karin har återkommit": an action of the same paragraph is already done."""
    if not sentence.cues & REPORTS:
        return None
    for back, action in enumerate(reversed(actions[-_BACK:]), 1):
        if action.item != item or not _follows(sentence, action):
            return None
        if reports_done(sentence, action.owner_text or ""):
            return len(actions) - back, replace(action, status=ActionStatus.DONE)
    return None


def _completed(
    actions: Sequence[ActionItem],
    sentence: Sentence,
    item: str | None,
    roster: Roster,
    base: dt.date | None,
) -> tuple[int, ActionItem] | None:
    """As in "Ansvarig: Karin. Klart: v. 24" right after what is to be done."""
    last = actions[-1]
    colon = ":" in sentence.text or sentence.text.startswith("Klar")
    if last.item != item or not (colon or holds_any(sentence.text, _SAY_WHOSE)):
        return None
    if not colon:
        owners = _responsible(sentence.text, roster) if _follows(sentence, last) else None
        return (len(actions) - 1, _owned(last, owners)) if owners and owners.names else None
    match = _COMPLETION.match(sentence.text)
    if match is None or not _follows(sentence, last):
        return None
    if match["who"]:
        owners = owners_of(match["value"], roster)
        if owners is None:
            return None
        last = _owned(last, owners)
    value = (match["due"] if match["who"] else match["value"] or "") or ""
    value = value.strip(" .")
    if not value:
        return len(actions) - 1, last
    due = due_in_column(value, base)
    return len(actions) - 1, replace(last, due=due.date if due else None, due_text=value)


def _owned(action: ActionItem, owners: Owners) -> ActionItem:
    return replace(action, owners=owners.names, owner_text=owners.text, confidence=SURE)


def _follows(sentence: Sentence, action: ActionItem) -> bool:
    return sentence.block.source.first_line <= action.source.last_line + _NEAR
