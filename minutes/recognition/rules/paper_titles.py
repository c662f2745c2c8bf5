"""What a paper calls itself in its title and first lines: minutes, a meeting of a day, another paper."""

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from minutes.expressions import regex
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.vocabulary import A_MEETING

_MINUTES_TITLE = regex(
    rf"protokoll?(?!\s*mall|sjustering)|minnesanteckning|anteckningar\s+(?:från|av|efter|vid)\b|^\W*(?:anteckningar|noteringar)\b|mötesanteckning|\bminutes\b|\bmeeting notes\b|\breferat\b|\b(?:summering|sammanfattning|sammanställning|sammandrag|noteringar|rapport)\s+(?:av\s|från\s)?(?:[\wåäö]+\s+)?\w*{A_MEETING}(?:[tn]s?)?\b|\bmøtebok\b",
    re.IGNORECASE,
)
# A point of an agenda, or a sentence on how minutes are written.
_ABOUT_MINUTES = regex(
    r"\b(?:justera\w*|justering|val\s(?:av|utav)|utseende|anmälan|godkännande|genomgång|uppläsning|föregående|senaste|förra|tidigare)\b.{0,60}protokoll|^(?=.{20,120}$).+\sprotokoll\w*\b[^.]*\.$",
    re.IGNORECASE,
)
_MINUTES = regex(r"protokoll(?!\s*mall)|anteckningar|\breferat\b", re.IGNORECASE)
_OF_MINUTES = regex(r"protokoll\s+(?:från|fört|vid)", re.IGNORECASE)
_MEETING_OF = regex(
    r"(?<!ästa )(?<!rra )(?<!ande )\b(?:\w*(?:styrelse|medlems|års|höst|vår|grupps?|arbets|kommitté|råds|vecko|månads|projekt|team)?(?:möte|stämma)t?"
    r"|stand-?up|\w*avstämning|retrospektiv)\s+(?:(?:v\.?|vecka)\s?(?=\d)|[–-]\s+|(?:i|med|för)\s+(?:[\w-]+\s+){1,6}?)?(?:den\s+)?\d{1,4}[-/. ]",
    re.IGNORECASE,
)
# "Träff med odlarna torsdag 12 mars", "Bryggruppen 2026-03-12": who met stands on the line of the day.
_MET_THEN = regex(
    r"(?<!ästa )(?<!rra )(?<!ande )(?<!till )(?<!inför )\b(?:\w*(?:möte|stämma|sammanträde|träff|avstämning|samling)(?:en|et|t|n)?|retro|meeting|sync|stand-?up|(?:klass|elev|skol|föräldra|by|brukar|boende)råd(?:et)?"
    r"|\w*(?:grupp|kommitté|utskott|styrelse|team)(?:en|et|n)?|samtal|samråd|workshop|planering(?:sdag)?)\b",
    re.IGNORECASE,
)
_ONLY_DAY = regex(
    r"\W*(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\W+)?(?:den\s)?[\d/. -]*\d(?:\s[a-zåäö]{3,9}\.?(?:\s\d{4})?)?\W*"
)
_WEEK = regex(
    r"\b(?:v\.?\s?|vecka\s|sprint\s|\w*(?:möte|avstämning|träff)\s)\d{1,2}\b", re.IGNORECASE
)
_AGENDA = regex(
    r"\b(?:dagordning|föredragningslista|agenda|kallelse|inbjudan|underlag|påminnelse|publicera[dt]|anta(?:gen|gna|get)|uppdaterad)\b",
    re.IGNORECASE,
)
# What a paper is that has this over it, where nobody is listed and hardly anything is told.
_ONLY_AGENDA = regex(
    r"(?:[\wåäö-]+s\s)?(?:dagordning(?:en)?|föredragningslista|ärendelista|agenda)(?:\s(?:för|till|vid|inför|[\d(]).{2,80})?:?",
    re.IGNORECASE,
)
# "KALLELSE 1(2) Organ …", "Kassörens arbetsuppgifter": what it calls itself.
_SUMMONS = regex(r"(?:\d{1,2}\s)?(?:KALLELSE|FÖREDRAGNINGSLISTA|KUNGÖRELSE)\b")
_CALLED = regex(
    r"(?:Inbjudan|Kallelse)(?: till\b| –)"
    r"|(?i:(?:[\wåäö]+s\s)?(?:arbetsuppgifter|ansvarsområden|uppgifter\s+som\s[\wåäö]+|(?:roll|befattnings|uppgifts)beskrivning(?:ar)?"
    r"|checklista|årshjul|rutin(?:er)?)(?:\s(?:för|som)\s.{3,50})?)$"
)
# What calls itself so may tell of meetings and name people, and is no minutes.
_OTHER_PAPER = regex(
    r"(?:(?:verksamhets|revisions|års|förvaltnings)berättelse|årsredovisning|(?:motion|proposition)(?:er)?\s(?:till|om|nr|angående)\b|nyhetsbrev|medlemsbrev"
    r"|(?:instruktion(?:er)?|policy|stadgar|reglemente|arbetsordning)\s(?:för|mot|om)\b|pressmeddelande|valberedningens\sförslag|så(?:\shär)?\s(?:skriver|gör|håller|för)\s(?:du|ni|man)|(?:guide|handledning|lathund|råd|tips)\s(?:för|till|om)\b"
    r"|(?:protokolls?|mötes)?mall\s(?:för|till)\b|exempel\spå\s\w*protokoll|(?:hyres|arrende|samarbets)?avtal\s(?:om|mellan|för)\b|program\sför\b|kurs(?:plan)?\s(?:i|för|om)\b|enkät\b|påminnelse\b)",
    re.IGNORECASE,
)
_RULEBOOK = regex(
    r"\b(?:stadgar|stadga|uppdragsbeskrivning|uppdragsdirektiv|direktiv|projektdirektiv|policy\w*|riktlinje\w*|reglemente|arbetsordning|instruktion|verksamhetsplan|projektplan|mall|delegationsordning)\b",
    re.IGNORECASE,
)
# Below a list of people, or in a letter, no line is a title.
_NO_TITLE = regex(
    r"(?:närvarande|deltagare|på plats|med var|frånvarande|hej|hallå)\b", re.IGNORECASE
)
_LONGEST_TITLE = 80  # characters
_LONGEST_DATED = 120  # with the day and the place
_FIRST = 4  # lines that may name the day
_ANY_DAY = dt.date(2000, 1, 1)


def own_titles(lines: Iterable[str]) -> Iterator[str]:
    """Those down to the one that names the meeting: what is called below it is a point."""
    for line in lines:
        if _NO_TITLE.match(line):
            return
        yield line
        if is_dated(line) or is_of_a_day([line]) or says_minutes([line]):
            return


def says_minutes(lines: Iterable[str]) -> bool:
    """Whether a line calls the paper minutes, and is no point on the minutes of another meeting."""
    return any(_MINUTES_TITLE.search(line) and not _ABOUT_MINUTES.search(line) for line in lines)


def is_dated(line: str) -> bool:
    """Whether it names minutes with their day: "Protokoll från styrelsemöte den 4 mars 2026"."""
    title = len(line) < _LONGEST_DATED and not line.endswith(".")
    return title and bool(_MINUTES.search(line) and date_mentions(line, None))


def is_of_a_day(lines: Sequence[str]) -> bool:
    """Whether a line names the meeting with its day, "Styrelsemöte 2026-03-04", and none an agenda."""
    titles = [line for line in lines if 0 < len(line) < _LONGEST_TITLE and line[-1] != "."]
    if any(map(_AGENDA.search, titles)):
        return False  # the text may speak of an invitation all the same
    return bool(_MEETING_OF.search(" ".join(lines))) or _met_then(titles[:_FIRST])


def calls_itself_otherwise(titles: Iterable[str]) -> bool:
    """Whether a title names a paper that may look like minutes in all but its name."""
    return any(map(_OTHER_PAPER.match, titles))


def is_called_for(titles: Iterable[str], lines: Iterable[str]) -> bool:
    """Whether a title is that of a list of duties or the like, or a line that of a summons."""
    return any(map(_CALLED.match, titles)) or any(map(_SUMMONS.match, lines))


def is_agenda(lines: Iterable[str]) -> bool:
    """Whether a line says that what follows is only what is to be dealt with."""
    return any(_ONLY_AGENDA.fullmatch(line.strip()) for line in lines)


def is_rulebook(titles: Sequence[str]) -> bool:
    """Whether it is called rules, a plan or a form, and not the minutes of what was settled on them."""
    front = " ".join(line for line in titles if len(line) < _LONGEST_DATED)
    return bool(_RULEBOOK.search(front)) and not _OF_MINUTES.search(front)


def _met_then(titles: Sequence[str]) -> bool:
    """Whether a body or a meeting stands beside its day, on one line or on two."""
    pairs = [
        f"{above} {day}" for above, day in itertools.pairwise(titles) if _ONLY_DAY.fullmatch(day)
    ]
    days = [line for line in titles if _ONLY_DAY.fullmatch(line)]
    if len(days) == 1 and date_mentions(days[0], _ANY_DAY):
        return True  # a diary has more
    met = (line for line in (*titles, *pairs) if _MET_THEN.search(line))
    return any(
        not _RULEBOOK.search(line) and (_WEEK.search(line) or date_mentions(line, _ANY_DAY))
        for line in met
    )
