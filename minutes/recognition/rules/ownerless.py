"""What is to be done, however it is not said by whom: "Nyckellistan ska läggas ut", "Offerter tas in till maj"."""

import re

from minutes.recognition.due_phrases import due_of
from minutes.recognition.findings import DOUBTFUL, LIKELY
from minutes.recognition.verbs import STATIVE_AFTER_MODAL, is_infinitive

_NEED = re.compile(
    r"(?<!/)\b(?P<modal>ska|skall|måste|behöver|kommer\s+att|bör)\s+(?P<between>(?:\w+\s+){0,3}?)(?P<verb>\w{3,}s)\b|\bbehöver\b.*\bdiskuteras\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:berätta|informera|redovisa|menar|anser|tycker|redogör|förklara|undra|påpeka|framför|konstatera|tanken|syftet|skulle)\w*\b",
    re.IGNORECASE,
)
# Before the verb these say that the clause depends on another: "hur avgiften ska betalas".
_DEPENDS = re.compile(
    r"\b(?:att|som|hur|om\s+(?:det|den|de|vi|man|någon|något|några)|vilka|vilken|vilket|när|då|där|eftersom|innan|vad|vem|planen|yrkar|föreslår|har|hade|här)\b",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:alltid|enligt|varje|endast|aldrig|inte|ej|kunna|normalt|löpande|vid\s+(?:behov|träning|varje|möten))\b|\bden\s+som\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:–]\s+|\s(?:och|men|samt)\s+")
# In these what is told is how it stands or will be, not what somebody shall do.
_TELLING = frozenset(
    "användas hållas förses diskuteras presenteras betalas räknas tillåtas behandlas ges föras påbörjas genomföras avgöras gälla tillsättas väljas utses".split()
)
_CONTACT = frozenset(
    "tillfrågas kontaktas bjudas inbjudas skickas mejlas mailas ringas beställas bokas".split()
)
# In the present tense only what is fetched, made and sent is a task, and only where it has a day.
_TASKS = re.compile(
    r"^[^,.:;?]{4,70}?\s(?:(?:tas|tags)\s+(?:fram|in)|(?:skickas|sänds|delas|läggs)\s+(?:ut|upp|in)|"
    r"(?:ses|gås)\s+(?:över|igenom)|beställs|bokas|kontaktas|tillfrågas|sammanställs|uppdateras|undersöks|utreds|"
    r"färdigställs|kompletteras|köps\s+in|upphandlas|rekryteras|repareras|lagas|åtgärdas)\b",
    re.IGNORECASE,
)


# Of these words a task in the present tense has one.
TASK_WORDS = frozenset(
    """tas tags skickas sänds delas läggs ses gås beställs bokas kontaktas tillfrågas sammanställs uppdateras
    undersöks utreds färdigställs kompletteras köps upphandlas rekryteras repareras lagas åtgärdas""".split()
)


def need_of(text: str) -> float:
    """How sure it is that something is to be done that nobody is named for; 0 where nothing is."""
    need = _NEED.search(text)
    if need is None or _REPORTED.search(text):
        return 0.0
    return LIKELY if need["modal"] and _is_duty(text, need) else DOUBTFUL


def _is_duty(text: str, need: re.Match[str]) -> bool:
    """A main clause about something definite, neither a rule nor a forecast."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, need.start())), default=0)
    verb = need["verb"].casefold()
    if _DEPENDS.search(text, start, need.start()) or _RULE.search(text, start):
        return False
    if need["modal"].casefold() in {"behöver", "bör"} or verb in _TELLING:
        return False
    if need["modal"].casefold().startswith("kommer"):
        return verb in _CONTACT
    if verb == "läggas" and not re.match(r"\s+(?:upp|ut|in|fram)\b", text[need.end() :]):
        return False
    infinitive = verb.removesuffix("s")
    return is_infinitive(infinitive) and infinitive not in STATIVE_AFTER_MODAL


def is_dated_task(text: str) -> bool:
    """As in "Kostnadsförslag tas fram till årsmötet": in the passive, and with a day."""
    match = _TASKS.match(text)
    if match is None or _DEPENDS.search(match.group()) or _RULE.search(text):
        return False
    return due_of(text, None) is not None


# Under "Beslut" the infinitive settles something, "Fastställa budgeten"; these are errands as well.
_ERRANDS = frozenset(
    """boka kontakta beställa skicka ringa mejla maila fråga undersöka utreda kolla skriva bjuda kalla sammankalla
    uppdatera publicera samla hämta lämna inventera köpa ta""".split()
)


def is_errand(text: str) -> bool:
    """Whether a decision without an owner is something to do: "Boka ett möte", not "Anta budgeten"."""
    words = text.casefold().split(maxsplit=2)
    if len(words) < 2 or words[0] not in _ERRANDS or text[:1].islower():
        return False
    return words[0] != "ta" or words[1] in {"fram", "kontakt", "in"}
