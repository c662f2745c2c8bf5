"""A line of a list of actions, and the names that stand beside what is to be done."""

import re
from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.verbs import demands, promises
from minutes.recognition.language.words import first_word, holds_any
from minutes.recognition.rules.actions.clause_starts import clause_starts
from minutes.recognition.rules.actions.owners import NAMES, Owners
from minutes.recognition.rules.actions.promise import LISTED, Context, Promise, whole
from minutes.recognition.rules.actions.promise_forms import PREFIX, promise_of
from minutes.recognition.rules.actions.task_lists import ALL_DO

_MARKS_A_NAME = ("@", "ansvarig", " –", " -", "/")
_TRAILING = regex(
    rf"(?:[(\[](?:ansvarig\w*:?\s*)?(?:[\w ]{{3,40}},\s(?=[^()]*(?:responsible|ansvar)))?(?P<a>{NAMES}|alla|samtliga)(?:\s(?:ansvarar|ansvariga?|responsible))?(?:,?\s(?:(?:klart?|senast|före|innan|till|inför|vecka|v\.|den|i)\s[^()]{{2,25}}|\d[^()]{{2,12}}))?[)\]]\)?|(?:(?<=\s)[–-]{{1,2}}|/)\s?(?P<b>{NAMES})|,?\s*ansvarig(?:a|e)?(?:\s+är)?\s*:?\s+(?P<c>{NAMES})|(?P<d>@{NAMES}))\s*[.]?$"
)
_IN_BRACKETS = regex(
    rf"\((?P<who>{NAMES})\s(?P<verb>\w+r)(?P<after>(?:\s[^()]{{2,60}})?)\)\s*[.]?$"
)
_TASK_NUMBER = regex(r"\s*(?:AP|[A-ZÅÄÖ]{1,2})[- ]?\d+(?:[-.]\d+)*[:.)]?\s+")  # "AP-31-2"
_MONTH = r"(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
_IN_COLUMN = regex(
    rf"(?<=[\w?)!.])\s(?P<who>{NAMES})\s+(?=(?:senast\s+)?(?:\d{{1,2}}[/. ]\s?(?:\d{{1,2}}\b|{_MONTH})|\d{{4}}-\d\d|{_MONTH}\b|v(?:ecka|\.)\s?\d|snarast|löpande|nästa\s+(?:möte|gång)|klart?\b))"
)
TELLS_PAST = regex(
    r"\b(?:har|hade|blev|var|fick|kom|gick|är|finns)\b|\b\w{2,}(?:ade|ades|des|tes)\b",
    re.IGNORECASE,
)
_NEXT_MEETING = regex(
    r"(?:nästa|kommande)\s+(?:\w*(?:möte|sammanträde|träff|avstämning)|gång)\b.*\d", re.IGNORECASE
)
# "Lokal bokas, Karin", "Boka lokal: Karin", "Boka lokal -> Karin"
_AFTER_COMMA = regex(rf"(?:,|:|\s(?:->|=>|→|=))\s+(?P<who>{NAMES})\s*[.]?$")

# "(Karin) Boka lokal", "Karin → boka lokal", "Karin att boka lokal"
_LEADING = regex(
    rf"(?:[(\[](?P<a>{NAMES})[)\]]|(?P<b>{NAMES})\s(?:->|=>|→|att(?=\s[a-zåäö]+[aå]\b)))\s+(?=\w)"
)
# "Karin Boka lokal": two columns that stand side by side
_FIRST_COLUMN = regex(
    r"(?P<who>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s(?P<verb>[A-ZÅÄÖ][a-zåäö]+)\s(?P<after>\S.*)"
)
# "15 april: Karin bokar lokal"
_DAY_FIRST = regex(rf"(?:(?:Senast|Den|Före|Till)\s)?\d{{1,2}}(?:\s{_MONTH}|/\d{{1,2}})\s?[:–-]\s+")
_DAY_LAST = regex(rf"(?<=[\w)\]]),?\s(?:den\s)?\d{{1,2}}(?:\s{_MONTH}|/\d{{1,2}})(?:\s20\d\d)?\.?$")

_NOTHING = frozenset({"ingen", "inga", "inget", "ingen åtgärd", "inga åtgärder", "nej"})
# In a list of what to do these are tasks as well, though elsewhere they tell how it goes.
_GETS_ON = regex(
    r"(?:Börja|Fortsätta?|Bli\s(?:klar|färdig)\w*|Få\s(?:bort|klart?|till|in|ihop|färdig\w*|igång|med)|Komma\s(?:igång|fram))\s\w"
)
_IS_NEEDED = regex(r"(?:Vi|Man|Alla)\s(?:behöver|ska|skall|måste)\s\w+[aå]\b")


def listed(text: str, start: int, context: Context) -> Promise:
    """A line of an action list: whoever is named first, last or after a dash owns it."""
    number = _TASK_NUMBER.match(text, start)
    start = number.end() if number else start
    rest = text[start:]
    if rest.strip(" .").casefold() in _NOTHING:
        return whole(text, None, 0.0, "ingen åtgärd")
    column = _column(rest, context)
    if column:
        return replace(whole(text, column, SURE, LISTED), start=start)
    day = _DAY_FIRST.match(rest)
    named = promise_of(rest[day.end() :] if day else rest, context)
    if named and not named.refused:
        return replace(named, start=start, end=len(text), confidence=SURE, reason=LISTED)
    prefix, everybody = PREFIX.match(rest), ALL_DO.match(rest)
    undated = _DAY_LAST.sub("", rest)
    owners = (
        _leading(rest, context)
        or between_dashes(rest, context)
        or trailing(undated, context)
        or (context.owners(prefix["who"]) if prefix else None)
        or after_comma(undated, context)
        or (context.owners(everybody["who"]) if everybody else None)
        or last_column(undated, context)
        or _in_later_clause(rest, context)
        or context.previous
    )
    if not owners and _NEXT_MEETING.match(rest):
        return whole(text, None, 0.0, "nästa möte, ingen åtgärd")
    sure = owners or demands(first_word(rest), rest.partition(" ")[2]) or _GETS_ON.match(rest)
    told = TELLS_PAST.search(rest) and not _IS_NEEDED.match(rest)
    likely = LIKELY if context.bulleted and not told else DOUBTFUL
    found = whole(text, owners, SURE if sure else likely, LISTED)
    return replace(found, start=start)


# "Skicka listan till Karin senast 1 maj": she is to have it.
_TOWARDS = frozenset("till åt med av från hos för om och på".split())


def _column(text: str, context: Context) -> Owners | None:
    """The owner in "Prata med banken Karin 25 okt": a row whose columns stand side by side."""
    for match in _IN_COLUMN.finditer(text) if text[-1:] != ":" else ():
        towards = text[: match.start()].rpartition(" ")[2] in _TOWARDS
        owners = None if towards else context.owners(match["who"])
        if owners and owners.names:
            return owners
    return None


# "Boka lokal Karin": the last column; not "Ring upp Karin", "Fråga igen Karin".
_LAST_COLUMN = regex(r"\w+\s(?:\S+\s)*?(?P<before>[a-zåäö]{3,})\s(?P<who>[A-ZÅÄÖ][a-zåäö]+)$")
_NO_TASK_ENDS = _TOWARDS | frozenset(
    "upp ihop tillsammans samt eller vid mot att igen även också när som inte efter mellan via".split()
)


def last_column(text: str, context: Context) -> Owners | None:
    """The owner in "Boka lokal Karin", a row whose columns lost what parted them."""
    match = _LAST_COLUMN.fullmatch(text)
    if match is None or match["before"] in _NO_TASK_ENDS or not context.roster.knows(match["who"]):
        return None
    return context.owners(match["who"])


def _in_later_clause(text: str, context: Context) -> Owners | None:
    """Who does it by a clause behind the first: "Diket är fullt, Karin ringer entreprenören"."""
    for start in clause_starts(text, context)[1:]:
        found = promise_of(text[start:], context)
        if found and not found.refused and found.owners:
            return Owners(found.owners, found.owner_text or "", found.confidence)
    return None


def _leading(text: str, context: Context) -> Owners | None:
    """The owner before the task, in brackets or before an arrow."""
    if match := _LEADING.match(text):
        return context.owners(match["a"] or match["b"])
    match = _FIRST_COLUMN.match(text)
    known = match and context.roster.knows(match["who"])
    asks = match and demands(match["verb"], match["after"])
    return context.owners(match["who"]) if match and known and asks else None


def trailing(text: str, context: Context) -> Owners | None:
    """The owner at the end of "Boka lokal (Karin)", "Boka lokal – Karin", "Boka lokal @Karin"."""
    folded = text.casefold()
    if not (folded.rstrip(". ").endswith((")", "]")) or holds_any(folded, _MARKS_A_NAME)):
        return None
    text = text.replace("**", "")  # "(**Karin**)"
    match = _TRAILING.search(_DAY_LAST.sub("", text) if "@" in text else text)
    if match:
        return context.owners(next(group for group in match.groups() if group))
    said = _IN_BRACKETS.search(text) if folded.rstrip(". ").endswith(")") else None
    promised = said and promises(said["verb"], said["after"])
    return context.owners(said["who"]) if said and promised else None


_AND_DOES = regex(
    r"(?<=[a-zåäö])\s(?:fixar|ordnar|beställer|bokar|köper|kollar|ringer|skriver|[a-zåäö]+ar)\b.*$"
)


_BY_WHEN = regex(r",\s(?:klart|senast|före|innan|till|den\s\d|\d).*$")


def between_dashes(text: str, context: Context) -> Owners | None:
    """The owner of "Laga grinden – Karin – 12 maj", "Laga grinden – Karin, klart i maj"."""
    parts = re.split(r"\s[–-]\s", text.rstrip(". "))
    named = (_AND_DOES.sub("", _BY_WHEN.sub("", part)) for part in parts[1:])
    return next((found for part in named if (found := context.owners(part))), None)


def after_comma(text: str, context: Context) -> Owners | None:
    """The owner at the end of "Lokal bokas, Karin"."""
    match = _AFTER_COMMA.search(text)
    return context.owners(match["who"]) if match else None


def signed(promise: Promise, clause: str, context: Context) -> Promise:
    """What "we" promise is hers whose name stands last: "Vi skriver i bladet (Karin)"."""
    owners = trailing(clause, context)
    if owners is None or not owners.names:
        return promise
    return replace(promise, owners=owners.names, owner_text=owners.text)
