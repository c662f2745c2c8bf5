"""What is to be done, though it is not said by whom: "Nyckellistan ska läggas ut"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import DOUBTFUL, LIKELY
from minutes.recognition.language.commitments import STATIVE_AFTER_MODAL
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.finite import tells
from minutes.recognition.language.verbs import is_infinitive
from minutes.recognition.language.vocabulary import PARTNERS
from minutes.recognition.language.words import holds_any

_NEED = regex(
    r"(?<!/)\b(?P<modal>ska|skall|måste|behöver|kommer(?:\s+att)?|bör)\s+(?P<between>(?:\w+\s+){0,3}?)(?P<verb>\w{3,}s|tas\s+(?=fram|in\b|ne[rd]\b|bort|kontakt|om\s+hand)|ses\s+(?=över))(?:\b|(?<=\s))|\bbehöver\b.*\bdiskuteras\b",
    re.IGNORECASE,
)
_REPORTED = regex(
    r"\b(?:berätta|informera|redovisa|menar|anser|tycker|redogör|förklara|undra|betona|poängtera|påminn(?!else)|understryk|påpeka|framför|konstatera|tanken|syftet|skulle)\w*\b",
    re.IGNORECASE,
)
# Before the verb these say that the clause depends on another: "hur avgiften ska betalas".
_DEPENDS = regex(
    r"\b(?:att|som|hur|om\s+(?:det|den|de|vi|man|någon|något|några)|vilka|vilken|vilket|när|då|där|eftersom|innan|vad|vem|planen|yrkar|föreslår|har|hade|här)\b|\b(?:fråg(?:a|an|ar|ade)|oklart|osäkert|diskuter\w+)\b.{0,40}\s(?:om|huruvida|ifall)\s",
    re.IGNORECASE,
)
_RULE = regex(
    r"\b(?:alltid|enligt|varje|endast|aldrig|inte|ej|kunna|normalt|löpande|vid\s+(?:behov|träning|varje|möten|\d))\b|\bden\s+som\b",
    re.IGNORECASE,
)
_PURPOSE = regex(r"\bför att\b.*$", re.DOTALL)
_CLAUSE = regex(r"[,;:–]\s+|\s(?:och|men|samt)\s+")
# In these what is told is how it stands or will be, not what somebody shall do.
_TELLING = frozenset(
    """justeras hjälpas användas hållas förses diskuteras presenteras betalas räknas tillåtas behandlas ges föras påbörjas genomföras avgöras gälla tillsättas väljas utses byggas asfalteras säljas prioriteras
    renoveras följas efterlevas bevaras skyddas främjas stärkas begränsas finansieras bekostas beaktas bedrivas""".split()
)
# Of "kommer att" only these: of others the passive tells what will happen.
_TO_COME = frozenset(
    """vidtalas undersökas upphandlas efterfrågas tillfrågas kontaktas bjudas inbjudas skickas mejlas mailas ringas beställas bokas sättas läggas köpas
    mätas kontrolleras kartläggas testas cirkuleras distribueras översändas mejlas inköpas införskaffas delas publiceras sammanställas begäras tas""".split()
)


# "Påfyllning av sand skall ske": what is done stands as a noun.
_IS_TO_HAPPEN = regex(
    r"^(?!(?:in)?betalning|avgift|anmälan|anmälning|parkering|grillning|rökning|röstning|justering|uthyrning|bokning|eldning|rastning)"
    r"[\wåäö-]*(?:ning|ande|tion|köp|kontroll|koll|utskick|byte|översyn|städ|röj)\b[^.;]{0,60}?\b(?:ska|skall|måste)\s+(?:ske|verkställas|komma\s+till\s+stånd)\b",
    re.IGNORECASE,
)


# "Gruppen diskuterar hur patienter ska prioriteras": talked of, not settled.
_ASKED_HOW = regex(
    r"\b(?:diskuter\w+|resoner\w+|prata\w*|funder\w+|fråg\w+|samtal\w*)\b[^.;]{0,30}\b(?:hur|om|vilk\w+|vad|när|var)\b",
    re.IGNORECASE,
)


# One of these stands in all that `_NEED` and `_IS_TO_HAPPEN` find.
_MODALS = ("ska", "måste", "behöver", "kommer", "bör")


# "Skall läsas igenom till nästa möte": what the point is about.
_WITHOUT_SUBJECT = regex(r"(?:ska|skall|måste)\s+(?!inte\b)\w{3,}s\b", re.IGNORECASE)
_TO_BE_READY = regex(
    r"[A-ZÅÄÖ][^.,;:]{2,60}\s(?:ska|skall|måste)\s+vara\s+(?:klar|färdig)\w*\b"
    r"|(?:Senast|Till|Före|Innan|Inför)\s[^.;:]{2,50}\s(?:ska|skall|måste)\s(?!man\b|du\b)(?:[\wåäö-]+\s){1,6}vara\s(?:klar|färdig|inne\b|hos\s[A-ZÅÄÖ]|inlämna|inskicka)"
)
# "Någon måste köpa blommor": somebody of those who met, whoever it will be.
_SOMEBODY_MUST = regex(
    r"(?:Någon|En av oss)(?:\s(?:av\soss|i\s(?:styrelsen|gruppen)))?\s(?:måste|behöver|ska|skall|får)\s(?:\w+\s)?(?P<verb>\w+[aåe])\s\w"
)
_TELLS_NORM = regex(
    r"^handlar\s+om\b|\bannars\b|\bkommer\s+att\b.*\bpå\s+grund\s+av\b", re.IGNORECASE
)


# "Punkten ska tas upp på nästa möte": somebody has to put it on the agenda.
_TO_BE_RAISED = regex(
    r"(?!.*\b(?:inte|ej)\b)[^.;]{0,90}\b(?:ska|skall)\s(?:[^.;]{0,60}\s)?tas\s+upp\b[^.;]{0,40}\b(?:nästa|årsmötet?|(?:års)?stämman?|årsstämma|\w*styrelsemötet?)\b"
)


# "Uppföljning sker vid nästa möte", "Inbjudan kommer inom kort"
_TO_FOLLOW = regex(
    r"(?:Ny\s)?(?:[Uu]ppföljning|[Åå]terkoppling|[Aa]vstämning)\s(?:av\s(?:\w+\s){1,3}?)?(?:(?:sker|görs|ska\sske)\s)?(?:till|vid|på|inför)\snästa\s\w+\W*$"
    r"|(?:En\s|Ny\s|Mer\s|Separat\s)?(?:[Ii]nbjudan|[Kk]allelsen?|[Ii]nformation|[Ii]nfo|[Pp]rogram(?:met)?|[Ee]nkäten?|[Uu]nderlag(?:et)?|[Ss]chema(?:t)?|[Mm]innesanteckningarna)\s(?:om\s\w+\s)?kommer\s(?:ut\s)?(?:inom\skort|snarast|före|senast|under\snästa\svecka|nästa\svecka|i\sgod\stid)\b"
)
# "Ansökan ska in senast 1 mars", "Mejl ska ut om städdagen"
_IS_DUE_IN = regex(
    r"(?:[A-ZÅÄÖ][\wåäö]*\s){0,2}?(?i:\w*(?:ansökan|mejl|mail|utskick|info|information|inbjudan|kallelsen?|rapporten?|listan?|påminnelsen?|protokoll(?:et)?|bilder(?:na)?|affischer(?:na)?|program(?:met)?|enkäten?|brevet?|annonsen?|anmälan|blanketten?|fakturan?))\b"
    r"(?:[^.,;:]{0,40}\s(?:ska|skall|måste|behöver)\s(?:skickas\s)?(?:in|ut|iväg|upp\s(?:på|i|till))\b(?!\s(?:alltid|varje)\b)"
    r"|\s(?:ut|in|iväg)\s(?:senast|före|innan)\s)"
)
_BY_OTHERS = regex(
    rf"\sav\s(?:{'|'.join(sorted(PARTNERS))}|\w*(?:myndigheten|verket|departementet))\b"
)


def need_of(text: str) -> float:
    """How sure it is that something is to be done that nobody is named for; 0 where nothing is."""
    if _TO_FOLLOW.match(text) or (_IS_DUE_IN.match(text) and not _RULE.search(text)):
        return LIKELY
    if not holds_any(text.casefold(), _MODALS) or _TELLS_NORM.search(text):
        return 0.0
    if " tas upp" in text and _TO_BE_RAISED.match(text) and not _depends(text.split(" ska")[0]):
        return LIKELY
    if (_WITHOUT_SUBJECT.match(text) or _TO_BE_READY.match(text)) and names_due(text):
        return LIKELY
    somebody = _SOMEBODY_MUST.match(text)
    if somebody and is_infinitive(somebody["verb"]) and somebody["verb"] not in STATIVE_AFTER_MODAL:
        return LIKELY
    if _IS_TO_HAPPEN.match(text) and not _RULE.search(text):
        return LIKELY
    need = _NEED.search(text)
    if (
        need is None
        or _REPORTED.search(text, 0, need.start())
        or _REPORTED.search(text, need.end())
    ):
        return 0.0
    if _BY_OTHERS.search(text, need.end()):
        return 0.0
    if need["modal"] and _ASKED_HOW.search(text, 0, need.start()):
        return 0.0
    return LIKELY if need["modal"] and _is_duty(text, need) else DOUBTFUL


def _depends(before: str) -> bool:
    """Whether a clause with these words before its verb hangs on another.

    "De stolar som finns ska räknas" does not: the relative clause in it has a verb of its own.
    """
    depends = _DEPENDS.search(before)
    if depends is None:
        return False
    relative = depends.group().casefold() == "som" and tells(before[depends.end() :])
    return not relative or bool(_DEPENDS.search(before, depends.end()))


def _is_duty(text: str, need: re.Match[str]) -> bool:
    """A main clause about something definite, neither a rule nor a forecast."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, need.start())), default=0)
    verb = need["verb"].casefold().rstrip()
    if text.startswith("Beslutet "):
        return False  # to whom it is sent stands at the end of every matter
    if _depends(text[start : need.start()]) or _RULE.search(_PURPOSE.sub("", text), start):
        return False
    if need["modal"].casefold() in {"behöver", "bör"} or verb in _TELLING:
        return False
    if need["modal"].casefold().startswith("kommer"):
        return verb in _TO_COME
    if verb == "läggas" and not re.match(r"\s+(?:upp|ut|in|fram)\b", text[need.end() :]):
        return False
    infinitive = verb.removesuffix("s")
    return is_infinitive(infinitive) and infinitive not in STATIVE_AFTER_MODAL


# Under "Beslut" the infinitive settles something, "Fastställa budgeten"; these are errands as well.
_ERRANDS = frozenset(
    """boka kontakta tillfråga tillskriva uppvakta beställa skicka ringa mejla maila fråga undersöka utreda kolla skriva bjuda kalla sammankalla
    påminna ansöka uppdatera publicera samla hämta lämna inventera köpa ta""".split()
)


# To turn to others is an errand also where "(beslutades) att" stands before it.
_TO_OTHERS = frozenset("ansöka bjuda skicka kontakta påminna tillfråga tillskriva uppvakta".split())


# "(beslutades att) vi sätter priset till 150 kr" is carried out by being decided.
_SETS = regex(
    r"vi\s(?:sätter|höjer|sänker|behåller|har|följer|fortsätter|avstår|avvaktar|väntar|tar\s(?:ut\s)?\d)\s(?!upp\b|ihop\b|igång\b|in\b|av\b)"
)


def is_errand(text: str) -> bool:
    """Whether a decision without an owner is something to do: "Boka ett möte", not "Anta budgeten".

    So is what shall be done by a day, "Kallelsen ska skickas ut före 1 maj", and what those who
    decide do themselves, "(beslutades att) vi delar upp oss".
    """
    if text.startswith("vi "):
        return not _SETS.match(text)
    if need_of(text) >= LIKELY and names_due(text):
        return True
    words = text.casefold().split(maxsplit=2)
    if len(words) < 2 or words[0] not in _ERRANDS:
        return False
    if text[:1].islower() and words[0] not in _TO_OTHERS:
        return False
    if words[0] == "skicka" and text[:1].islower():
        return " till " in text
    return words[0] != "ta" or words[1] in {"fram", "kontakt", "in"}
