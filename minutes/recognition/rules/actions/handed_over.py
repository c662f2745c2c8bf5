"""The forms in which a duty is handed to somebody: "ge Bo i uppdrag att", "ska göras av Bo"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.language.commitments import FORMAL
from minutes.recognition.language.dates import LONG_MONTH
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.verbs import PRESENT
from minutes.recognition.language.vocabulary import OTHER_BODIES
from minutes.recognition.language.words import holds_any
from minutes.recognition.rules.actions.owners import EVERYBODY, NAMES, OFFICE, Owners
from minutes.recognition.rules.actions.promise import Context, Promise, promised

_WHO = r"[\w@åäöÅÄÖ ,.&/()-]"
_INFINITIVE = r"(?=(?:om\s+)?att\b|\w+[aåe]\s)"
_ASSIGN = regex(
    rf"\b(?i:ge|ges|ger|gav|gett|gavs|lämna|lämnar)\s+(?P<who>(?:(?!\buppdrag\b){_WHO}){{2,90}}?)\s+(?:i\s+uppdrag|uppdraget|uppgiften|ansvaret|i\s+uppgift|(?:fritt\s+)?mandat(?=\s+att))\b"
    rf"|\b[iI]\s+uppdrag\s+(?:åt|till)\s+(?P<who4>{_WHO}{{2,90}}?)\s+att\b"
    rf"|\b(?i:(?:i\s+)?uppdra(?:g|r|s)?|uppdrogs?)\s+(?:(?:åt|till|år(?=\s[A-ZÅÄÖ]))\s+)?(?!(?:att|åt|till|och|som|om|inom|för|på|i|från|med|av|förra|redan|tidigare|där|när|var|är|har|enligt|genom|vid|men|så)\b)(?P<who2>{_WHO}{{2,90}}?)\s+(?:att|om)\b"
    rf"|\buppdrar\s+(?:åt\s+)?(?P<who5>{NAMES})\s+(?=\w+r\s)"
    rf"|\b(?i:uppmuntrar|uppmanar|ber|bad|uppmanade|ombad|tillfrågar)\s+(?P<who3>{NAMES}|{OFFICE})\s+{_INFINITIVE}"
    rf"|\b(?i:uppdraget|uppgiften)\s+att\b[^.;]{{3,120}}?\b(?:gavs|ges|gick|går|tillföll|lämnades)\s+(?:till|åt)\s+(?P<who6>{NAMES}|{OFFICE})"
    rf"|\b(?:anförtroddes|anförtros|överläts|överlåts)\s+(?:(?:åt|till)\s+)?(?P<who11>{NAMES}|{OFFICE})"
    rf"|\b(?i:det\s+(?:åligger|ålades|blir|blev|(?:faller|ankommer)\s+på))\s+(?P<who7>{NAMES})\s+(?:att\s+|som\s+(?=(?!var\b|har\b|är\b)\w+r\b|ska\b|skall\b))(?!ordförande|kassör)"
    rf"|^(?:Ombads|Ombeddes|Ombeds|Uppmanades|Anmodades)\s+(?P<who12>{NAMES}|{OFFICE}|[\w-]+)\s+{_INFINITIVE}"
    rf"|\b(?:låta|be|bett)\s+(?P<who9>{NAMES})\s+{_INFINITIVE}"
    rf"|\b(?:utse|utser|utsåg|valde|väljer|välja)\s+(?P<who10>{NAMES})\s+att\s+(?!{FORMAL})"
    rf"|\bdelegera(?:s|r|de|des|ts)?\s(?:till|åt)\s(?P<who13>{NAMES}|{OFFICE}|[\w-]+)\satt\b(?!\s(?:besluta|fatta|avgöra|godkänna|bevilja|underteckna|teckna|attestera)\b)"
    rf"|^(?i:åt)\s+(?P<who8>{NAMES}|{OFFICE})\s+uppdrogs\b",
    re.DOTALL,
)
_ANSWERED_FOR = regex(
    rf"(?i:ansvariga?)\s+för\s+[^.:]{{3,80}}?(?:\s*:|\s(?:är|blir))\s+(?P<who>{NAMES})\s*[.]?$"
)
_TASK_FOR = regex(
    rf"(?:Uppdrag|Uppgift|Åtgärd|AP|Att göra|To ?do)\s(?:till|åt|för)\s(?P<who>{NAMES}|{OFFICE})\s?:\s+\S",
    re.DOTALL,
)
_COMMISSIONED = regex(
    r"(?P<who>[A-ZÅÄÖ]\w*(?:\s(?!som\b|att\b)[\wåäöÅÄÖ-]+){0,4}?)\s(?:(?:får|ges)\s(?P<between>(?:\w+\s){0,2}?)i\s(?:uppdrag|uppgift)\s(?:av\s\w+\s)?|uppdras\s(?:\w+\s)?)att\b"
)
_COMMISSIONING = ("i uppdrag", "i uppgift", " uppdras ")
_SENT_BACK = regex(
    r"\båterremittera(?:s|des|r|de)?\s+(?:ärendet\s+|frågan\s+)?till\s+(?P<who>[\w-]+)\s+för\s+(?:att\s+|vidare\s|ytterligare\s|komplettering|beredning)"
    rf"|\b(?:Frågan|Ärendet|Förslaget|Saken|Punkten|Motionen)\s(?:lämnas|överlämnas|hänskjuts|hänvisas|skickas|går|förs)\s(?:över\s|vidare\s)?till\s(?P<who2>{NAMES}|{OFFICE})\s"
    r"(?:för\s(?:beredning|utredning|åtgärd|handläggning|att\s|vidare\s(?:beredning|hantering|utredning|handläggning|arbete))|som\s(?:återkommer|ska|skall|tar|får)\b)",
    re.IGNORECASE,
)
_GROUP_OF = regex(
    rf"\b\w*(?:grupp|kommitté)\s+(?:bestående\s+av|med|av)\s+(?P<who>{NAMES})\s+(?:bildas|bildades|tillsätts|tillsattes|utses|utsågs)\s+(?:för\s+att|som\s+(?:ska|skall))\b"
    rf"|\b(?:tillsätt(?:a|er)|tillsatte|utse|utser|utsåg|bilda|bildar|bildade|sätter\s+ihop)\s+en\s+\w*(?:grupp|kommitté)\s+(?:bestående\s+av|med|av)\s+(?P<who2>{NAMES})\s+(?:för|som|att)\b"
)
_CHARGED_GROUP = regex(
    r"\b(?:tillsätt(?:a|er|s)|tillsattes?|utse[rs]?|utsågs?|bilda[rs]?|bildades?)\s(?:en\s(?:(?:mindre|särskild|ny)\s)?)?(?P<who>\w*(?:grupp|kommitt[ée]|delegation)),?\smed\suppdrag\satt\s"
)
_FORMED = "grupp som bildas för något"
_AGENT = regex(
    rf"\b(?:ska|skall|kommer(?:\s+\w+)?\s+att|behöver)\s+(?:\w+\s+){{0,2}}?(?P<verb>\w+s)\b.*?\b(?:av|från|genom)\s+(?P<who>{NAMES})"
)
_PRESENT_AGENT = regex(
    rf"^[^.?]*?\b(?P<verb>\w+s)\s+(?:\w+\s+){{0,4}}?av\s+(?P<who>{NAMES}|{OFFICE}(?![\w]))"
)
_ASSIGNING = (
    "uppdr",
    "uppgift",
    "ansvaret",
    "uppmuntr",
    "uppman",
    " ber ",
    " bad ",
    "ombad",
    "ombed",
    "anmod",
    "tillfråg",
    "i uppdrag åt",
    "i uppdrag till",
    "mandat",
    "delegera",
    " låta ",
    " be ",
    "utse",
    "utsåg",
    "valde",
    "välj",
    "åligger",
    "ålades",
    "anförtro",
    "överlåts",
    "överläts",
    "det blir",
    "det faller på",
    "det ankommer på",
    "det blev",
)
_CARE_OF = regex(
    rf"\w+s\s+(?:[^.;]{{0,60}}\s)?(?:genom|på)\s+(?P<who>{NAMES}|{OFFICE}s?)\s+försorg\b"
)
_DONE_THROUGH = regex(
    rf"(?:att\s+)?[\wåäöÅÄÖ-]*(?:ning|ande|skick|köp|kontroll|översyn|städ)(?:en|et)?\s+(?:av|till|med)\s[^.,;]{{2,60}}?\sgenom\s+(?P<who>{NAMES})"
)
_WAS_GIVEN = regex(r"\b(?:gett|gav|gavs)\b")
# "Protokollet justeras av Bo", "Mötet öppnas av Bo": the forms of a meeting, nobody's errand.
_OF_THE_MEETING = frozenset(
    {
        "justera",
        "öppna",
        "avsluta",
        "leda",
        "hälsa",
        "hålla",
        "håll",
        "led",
        "ajournera",
        "läsa",
        "föra",
        "besvara",
        "teckna",
        "spela",
        "sköt",
    }
)
_BY = (" av ", " från ", " genom ")
_LONG_AGO = regex(
    rf"\b(?:gav|gett)\s+(?:redan\s+)?(?:i\s+(?:våras|höstas|somras|vintras|fjol|{LONG_MONTH})|förra|tidigare)\b"
)
# "åt sekr. och ordf. gemensamt": who they are, without point and adverb.
_TOGETHER = regex(r"(?<=\bordf)\.|(?<=\bsekr)\.|\s+(?:tillsammans|gemensamt)$", re.IGNORECASE)


def assigns(text: str) -> bool:
    """Whether the words may hand a duty to somebody: "ge … i uppdrag", "uppdra åt", "ber"."""
    folded = f" {text.casefold()}"
    return holds_any(folded, _ASSIGNING) and bool(_ASSIGN.search(text))


def commissioned(text: str, context: Context) -> Promise | None:
    """Such as "Kanslichefen för norra området får i uppdrag att": whoever that is, it is theirs."""
    match = _COMMISSIONED.match(text) if holds_any(text, _COMMISSIONING) else None
    if match is None or context.owners(match["who"]):
        return None
    if match["between"] and context.owners(match["between"].strip()):
        return None  # "Därefter får Karin i uppdrag att": the subject behind the verb
    written = match["who"].strip().removeprefix("Till ").removeprefix("Åt ")
    named = written[:1].upper() + written[1:]
    return promised(Owners((named,), written, LIKELY), LIKELY, "får i uppdrag")


def assigned(text: str, context: Context) -> Promise | None:
    """Such as "att ge förvaltningen i uppdrag att", "uppdra åt Bo att", "uppmuntrar Anna och Bo att"."""
    match = _ASSIGN.search(text) if assigns(text) else None
    if match is None:
        return None
    written = _TOGETHER.sub("", next(group for group in match.groups() if group))
    told = OTHER_BODIES.search(text[:1].lower() + text[1 : match.start()])
    if _LONG_AGO.search(text) or (told and _WAS_GIVEN.search(match.group())):
        return promised(None, 0.0, "tidigare uppdrag som återges")
    owners = context.owners(written)
    if owners is None:
        words = written.strip()
        if len(words.split()) > 6:
            return None
        owners = Owners((words[:1].upper() + words[1:],), words, LIKELY + 0.05)
    if owners.folded in EVERYBODY and not names_due(text):
        return promised(owners, DOUBTFUL, "allmän uppmaning, ingen enskild åtgärd")
    return promised(owners, max(owners.confidence, LIKELY + 0.1), "uppdrag till någon")


def answered_for(text: str, context: Context) -> Promise | None:
    """Such as "Ansvarig för städdagen är Karin", "Ansvariga för att ringa runt: Anna och Bo"."""
    match = _ANSWERED_FOR.match(text) if text[:8].casefold() == "ansvarig" else None
    owners = context.owners(match["who"]) if match else None
    return promised(owners, owners.confidence, "ansvarig för något") if owners else None


def task_for(text: str, context: Context) -> Promise | None:
    """Such as "Uppdrag till Karin: köp in färg", "Att göra för Bo: ringa banken"."""
    match = _TASK_FOR.match(text) if ":" in text and text[:1] in "UÅAT" else None
    owners = context.owners(match["who"]) if match else None
    return promised(owners, owners.confidence, "uppgift till någon") if owners else None


def sent_back(text: str, context: Context) -> Promise | None:
    """Such as "Motionen återremitteras till kansliet för att räkna på den"."""
    sent = "återremi" in text.casefold() or " till " in text
    match = _SENT_BACK.search(text) if sent else None
    owners = context.owners(match["who"] or match["who2"]) if match else None
    return promised(owners, LIKELY + 0.1, "skickas till någon") if owners else None


def formed_of(text: str, context: Context) -> Promise | None:
    """Such as "En arbetsgrupp bestående av Anna och Bo bildas för att se över stadgarna"."""
    charged = _CHARGED_GROUP.search(text) if "med uppdrag att" in text else None
    if charged:
        who = charged["who"]
        return promised(Owners((who[:1].upper() + who[1:],), who, LIKELY), LIKELY, _FORMED)
    match = _GROUP_OF.search(text) if "grupp" in text or "kommitté" in text else None
    owners = context.owners(match["who"] or match["who2"]) if match else None
    return promised(owners, LIKELY + 0.1, _FORMED) if owners else None


def by_care_of(text: str, context: Context) -> Promise | None:
    """Such as "Grus beställs genom Karins försorg", and decided "Utskick av kallelsen genom Karin"."""
    match = _CARE_OF.search(text) if "försorg" in text else None
    if match is None and context.decided and " genom " in text:
        match = _DONE_THROUGH.match(text)
    if match is None:
        return None
    written = match["who"]
    owners = context.owners(written.removesuffix("s")) or context.owners(written)
    return promised(owners, owners.confidence, "genom någons försorg") if owners else None


def by_agent(text: str, context: Context) -> Promise | None:
    """Such as "ska tas fram av Karin", "kommer att skickas från Bo"."""
    if not holds_any(text, _BY):
        return None
    for pattern in (_AGENT, _PRESENT_AGENT):
        match = pattern.search(text)
        if match is None:
            continue
        active = match["verb"].casefold().removesuffix("s")
        present = {active, f"{active}r", f"{active}er"}
        if (
            active in _OF_THE_MEETING
            or text.startswith(("Frågan ställs", "Protokollet skrivs", "Protokollet förs"))
            or (pattern is _PRESENT_AGENT and present.isdisjoint(PRESENT))
        ):
            continue
        owners = context.owners(match["who"])
        if owners and owners.names and owners.confidence > LIKELY + 0.05:
            return promised(owners, SURE, "ska göras + av vem")
        if owners and names_due(text):
            return promised(owners, LIKELY, "ska göras + av vem + när")
    return None
