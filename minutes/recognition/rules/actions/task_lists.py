"""Which lines of lists are tasks: those under "Till nästa gång", and those that a list shares out.

Under such a label also stands what the next meeting is to talk of, and when it is; a task there
names somebody, asks for something or says when it is to be ready. Without any label a list shares
out tasks where each line is what to do with a name before or behind it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from minutes.expressions import regex
from minutes.reading.blocks import BlockKind, Source
from minutes.recognition.findings import Item
from minutes.recognition.language.verbs import demands, is_infinitive
from minutes.recognition.language.words import first_word, holds_any
from minutes.recognition.layout.outline import Passage
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.roster import Roster
from minutes.recognition.rules.actions.owners import NAMES, owners_of

_LONGEST_LABEL = 90  # characters
_LONGEST_TASK = 500
_GATHERING = r"(?:\w*möte|gång|vecka|träff|sprint|handledning|tillfälle|avstämning|pass)"
_UNTIL = r"(?:till|tills|inför|före|innan|för|under|denna|på)\s(?:nästa\s)?[^:]{3,60}"
_LABEL = regex(
    rf"""(?:
        (?:(?:hem)?(?:läxa|läxor|uppgift(?:er)?|arbete)|hemläxor|tasks?|action-?(?:punkt(?:er)?|lista|lapp)|åtaganden|ansvarsområden\s?/\s?(?:tasks|uppgifter)
          |(?:arbets|uppgifts)fördelning|(?:upp|för)delning\sav\s(?:uppgifter(?:na)?|arbetet)|vem\s(?:som\s)?gör\svad
          |(?:planerade|nya|kommande|kvarstående|öppna|återstående|veckans|sprintens)\s(?:uppgifter|tasks|åtgärder|aktiviteter)
          |(?:kvar\s)?att\sgöra|ska\sgöras|kvarstår|återstår)(?:\s{_UNTIL})?
      | (?:mål|målsättning(?:ar)?|planering|plan|uppgifter)\s(?:till|tills|inför|för)\snästa\s(?!handledar){_GATHERING}(?:\s.{{3,60}}:|\W*)
      | (?:(?:att\sgöra|tänk\spå|gör)\s)?(?:till|tills|inför|före)\s(?:nästa|kommande)\s{_GATHERING}(?:\s.{{3,60}}:|\W*)
    )\W*""",
    re.VERBOSE | re.IGNORECASE,
)
# The first two letters of all that it finds.
_LABELS_BEGIN = frozenset(
    "he lä up ar ta ac åt an fö ve pl ny ko kv öp sp at sk må ti in tä gö".split()
)
# What such a list says of the meeting itself is no task.
_OF_MEETING = regex(
    r"(?:nästa|kommande)\s+(?:\w*(?:möte|sammanträde|träff|avstämning)|gång)|(?:tid|plats|datum|lokal|när|var|kl)\b\W|\w+dag(?:en)?\s|\d{1,2}[/ ]|\d{4}-",
    re.IGNORECASE,
)
_NEEDS = regex(r"\b(?:ska|skall|måste|behöver|klart?|klara|färdigt?|färdiga)\b", re.IGNORECASE)
# Whatever their verb, until the next time: "Alla funderar på namn".
ALL_DO = regex(r"(?P<who>Alla|Samtliga)\s(?!är\b|var\b|har\b)\w+r\b")
_PAST = regex(
    r"\b(?:har|hade|blev|var|är|fick|finns)\b|\w{2,}(?:ade|ades|des|tes)\b", re.IGNORECASE
)
_ASKS = frozenset(
    """få gör ha bli kör fundera spåna brainstorma öva träna repetera korta förkorta finslipa snygga merga
    deploya pusha transkribera validera porta mocka sammanfatta formatera omformulera reflektera rapportera""".split()
)
_ALSO_NOUNS = frozenset("hyra fråga resa lista föra skola måla röra hända".split())
_BEFORE = regex(
    rf"(?P<who>{NAMES}|[Aa]lla|[Ss]amtliga)\s?(?::|\s[–-]|->|→)\s+(?P<task>\S.*)", re.DOTALL
)
_BEHIND = regex(
    rf"(?P<task>\S.*?[\w)?!.`\"”])(?:\s?:|\s[–-]|\s->|\s→|(?=\s@))\s*(?P<who>@?{NAMES}|alla|samtliga)\s*\.?",
    re.DOTALL,
)
_IN_BRACKETS = regex(
    rf"(?P<task>\S.*)\s\((?P<who>{NAMES}|alla|samtliga)\)\s*\.?", re.DOTALL | re.IGNORECASE
)
_BESIDE_NAMES = (":", "-", "–", "→", "(", "@")  # one of these stands in all that the three find
_DONE = regex(
    r"gjort|gjorde|klart?\b|färdig|igår|sist\b|förra|föregående|resultat|rapport|status|avklarat|done|genomför|närvar|deltag|bakgrund|tack|dagordning|agenda|program|schema|tider",
    re.IGNORECASE,
)
_FEWEST = 2
_DOING = regex(r"\w{3,}(?:at|it|tt|de)\b")  # "skapat", "skrivit": what was done


def heads_tasks(text: str) -> bool:
    """Whether a label or a title says that tasks until the next time stand below it."""
    if len(text) > _LONGEST_LABEL or (text.startswith("att ") and text[4:5] not in "gG"):
        return False
    return text[:2].casefold() in _LABELS_BEGIN and bool(_LABEL.fullmatch(text.strip()))


def is_task(text: str, roster: Roster) -> bool:
    """Whether a bullet under such a label is a task."""
    if _OF_MEETING.match(text) or text.rstrip().endswith("?"):
        return False
    if _shared(text, roster):
        return True
    return _asks(text) or bool(_NEEDS.search(text) or ALL_DO.match(text))


def shared_lines(
    passages: Sequence[Passage], items: Collection[Item], roster: Roster
) -> frozenset[Source]:
    """The bullets of the lists that share out tasks, with a name before or behind each of them."""
    titles = {item.id: item.title for item in items}
    found: list[Source] = []
    for above, bullets in _lists(passages):
        title = titles.get(bullets[0].item or "", "")
        if _DONE.search(title) or (above.endswith(":") and _DONE.search(above)):
            continue
        tasks = [(each, _shared(each.block.text, roster)) for each in bullets]
        named = [(each, task) for each, task in tasks if task]
        asking = sum(_asks(task) for _, task in named)
        told = any(_DOING.match(first_word(task)) or _tells_past(task) for _, task in named)
        if (
            len(named) >= max(_FEWEST, 0.75 * len(bullets))
            and 2 * asking >= len(named)
            and not told
        ):
            found += [each.block.source for each, _ in named]
    return frozenset(found)


def _lists(passages: Sequence[Passage]) -> Iterator[tuple[str, list[Passage]]]:
    """The bullets that follow one another on one level, with the paragraph above them."""
    above = ""
    for (_, bulleted, _), run in groupby(passages, key=_place):
        each = list(run)
        if bulleted:
            yield above, each
        else:
            above = each[-1].block.text.rstrip()


def _place(passage: Passage) -> tuple[str | None, bool, int]:
    bulleted = passage.block.kind is BlockKind.LIST_ITEM
    return passage.item, bulleted, passage.block.level if bulleted else 0


def _shared(text: str, roster: Roster) -> str:
    """What somebody is to do by the line, "Karin: boka salen" or "Boka salen (Karin)"; or ""."""
    if len(text) > _LONGEST_TASK or not holds_any(text, _BESIDE_NAMES):
        return ""
    for form in (_BEFORE, _IN_BRACKETS, _BEHIND):
        match = form.fullmatch(text.strip())
        if match and _are_people(match["who"], roster):
            return match["task"]
    return ""


def _are_people(written: str, roster: Roster) -> bool:
    if written.casefold() in {"alla", "samtliga"}:
        return True
    found = owners_of(written, roster)
    return bool(found and found.names) and all(
        roster.knows(name) or is_given_name(name.split()[0]) or "@" in written
        for name in (found.names if found else ())
    )


def _asks(task: str) -> bool:
    """Whether it begins with a verb that asks for it: "Undersök", "Få databasen att fungera"."""
    verb, after = first_word(task), task.partition(" ")[2]
    named = is_infinitive(verb) and verb.casefold() not in _ALSO_NOUNS
    return bool(after) and (named or verb.casefold() in _ASKS or demands(verb, after))


def _tells_past(task: str) -> bool:
    return bool(_PAST.match(task))
