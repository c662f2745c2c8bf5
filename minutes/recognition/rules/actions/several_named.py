"""Several tasks in one sentence, each with a name in brackets: "Köpa kol (Bo), hämta löv (Petra)"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.finite import tells
from minutes.recognition.language.verbs import demands
from minutes.recognition.language.words import first_word
from minutes.recognition.rules.actions.owners import NAMES
from minutes.recognition.rules.actions.promise import Context, Promise

_PART = regex(
    rf"(?:^|[:;,]\s|\s(?:och|samt)\s)(?P<task>[^(),:;]{{2,90}}?\s\((?P<who>{NAMES})\))(?=[,;.]|\s(?:och|samt)\s|\s*$)"
)
_LEADS = regex(
    r"\b(?:behöver|behövs|ska|skall|måste|kvar|återstår|göra|ordnas|fixas|fördel\w+)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_REASON = "flera uppgifter med var sitt namn"


def several_named(text: str, context: Context) -> list[Promise]:
    """One task for each name, where the sentence ends with such a list of them."""
    if text.count("(") < _FEWEST or text.count("(") != text.count(")"):
        return []
    parts = list(_PART.finditer(text))
    if len(parts) != text.count("(") or text[parts[-1].end() :].strip(" ."):
        return []
    lead = text[: parts[0].start("task")]
    asked = [part["task"].partition(" ")[2] for part in parts]
    asking = all(
        demands(first_word(part["task"]), rest) for part, rest in zip(parts, asked, strict=True)
    )
    if not asking and not (_LEADS.search(lead) or context.listed_as_action):
        return []
    found = []
    for part in parts:
        owners = context.owners(part["who"])
        told = tells(part["task"].rpartition(" (")[0]) and not asking
        if owners is None or owners.confidence < LIKELY + 0.1 or told:
            return []
        start, end = part.span("task")
        found.append(
            Promise(start, end, owners.names, owners.text, min(owners.confidence, SURE), _REASON)
        )
    return found
