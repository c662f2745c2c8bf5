"""The clauses under "Beslut": each att-clause of a sentence by itself, and what is none."""

import re
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.telling import TELLS, TOLD
from minutes.recognition.language.words import any_of, holds_any, phrase

_YES_OR_NO = regex(r"(?:ja|nej|ok)\W*", re.IGNORECASE)  # "Beslut: Ja."
_LONG_WORD = regex(r"\w{3}")
_FIRST_ATT = regex(r"att(?<!\watt)\s")  # to the word itself a search leaps
_NEXT_ATT = regex(
    r"(?:,|;|\bsamt|\boch|\bdels)\s+(?:(?:\d|[a-d])[.)]\s+)?(?=att\s+(?:(?:inte\s+)?(?!kunna\b)[a-zåäö]+(?:a|å|e)\b|(?:[A-ZÅÄÖ][\w-]+\s+){1,3}(?:ska|skall|får)\b))"
)
# "att kostnaden delas och att …": clauses with a subject of their own go on in the same way.
_FINITE_ATT = regex(r"\batt\s+(?!inte\s)(?![a-zåäö]+(?:a|å)\b)\w+")
_NEXT_FINITE_ATT = regex(r"(?:,|;|\bsamt|\boch|\bdels)\s+(?=att\s(?!kunna\b))")
# "Nämnden ger chefen i uppdrag att göra a samt att göra b": one decision, whatever the charge holds.
_CHARGED = regex(r"\b(?:ger|gav|lämnar)\b[^.]*\buppdrag\s+$", re.IGNORECASE)
# "Utsågs Bo till sekreterare, fastställdes dagordningen": verbs first, without any subject.
_SETTLED = r"utsågs|valdes|fastställdes|godkändes|beslöts|beslutades|beviljades|antogs|bifölls|avslogs|genom(?:-\s)?gicks|upplästes|bordlades"
_VERB_FIRST = regex(rf"(?=[ABFGUV])(?i:{_SETTLED})\b")
_NEXT_VERB = regex(
    rf",\s+(?:samt\s+|och\s+)?(?=(?:{_SETTLED})\s)|\s(?:samt|och)\s+(?=(?:{_SETTLED})\s+\w)"
)
# "Dagordningen godkändes och ordföranden förklarade mötet öppnat": the chair tells no decision.
_THEN_OPENED = regex(
    r",?\s+och\s+(?=ordföranden?\s(?:[A-ZÅÄÖ]\w+\s){0,2}(?:förklarade|öppnade|avslutade|tackade|hälsade)\b)"
)
_SOMEBODY = r"(?:[\w()]+\s+){1,4}"
_NOT_OPERATIVE = regex(
    # what a page or a form has beside its text
    r"^(?:sida\s+\d|klicka\s+(?:eller\s+tryck\s+)?här\b|-{2,}|\d{1,3}\s+(?-i:[A-ZÅÄÖ ]*)\w*protokoll\b|beslutet\s+(?:skickas|expedieras|kan)|se\s+(?:bilaga|punkt|ovan|§)"
    r"|[^.]{3,120}\sbifoga(?:s|ts)\s+(?:till\s+)?(?:detta\s+)?protokoll|protokollsanteckning|motivering"
    # what is only proposed, or not decided yet
    r"|förslag\s+(?:\d|[A-D]\b)|(?:[\w-]+\s+){1,5}?föreslår\s+[\w\s-]{3,40}\sbesluta(?:\s+(?:att|följande))?\W*$"
    r"|inget\s+beslut|inga\s+beslut|(?:beslut\s+)?(?:fattas|tas|väntas)\s+(?:upp\s+)?(?:på|vid|i|under|av|senare|först)\b"
    # who took no part in it, or was of another opinion
    rf"|reservation|{_SOMEBODY}reserverar\s+sig|{_SOMEBODY}(?:lämnar|lämnade)\s+(?:en\s+|ett\s+)?(?:protokollsanteckning|reservation|särskilt)"
    rf"|(?:{_SOMEBODY})?deltar\s+(?:inte|ej)\b|{_SOMEBODY}anmäl(?:er|de)\s+jäv"
    # when one meets again
    r"|(?:nästa|kommande)\s+(?:möte|sammanträde)\s+(?:äger|är|hålls|blir)|(?:[\w-]+\s+){1,4}sammanträder\s+(?:nästa|åter))",
    re.IGNORECASE,
)
# All that `_NOT_OPERATIVE` finds begins with one of the former or holds one of the latter.
_BEGINNINGS = (
    "sida", "förslag", "klicka", "beslutet", "reservation", "nästa", "kommande", "motivering", "--",
    "inget", "inga", "beslut", "fattas", "tas", "väntas", "se ", "protokollsanteckning",
)  # fmt: skip
_PARTS = ("protokoll", "reserv", "lämna", "sammanträder", "deltar", "jäv", "föreslår")
# "Karin Ström visade bilder": the next matter, though nothing says that the decision is over.
_REPORTED = regex(
    rf"(?:[A-ZÅÄÖ][\w-]*\s){{1,3}}(?:(?:och|samt)\s(?:[A-ZÅÄÖ][\w-]*\s){{1,2}})?{any_of(TOLD | {'tackade', 'tyckte'})}\b"
)


_LONE_CLAUSE = regex(
    r"^att\s+(?:inte\s+|(?:efter|utan|med)\s+\w+\s+|tills\s+vidare\s+|även\s+|också\s+|därför\s+)?(?!göra\s+(?:vem|ansvarig|när|klart)\b)\w+(?:a|å|e)(?=\s)"
    # "Att hitta tid är svårt": the clause is the subject of another sentence.
    r"(?!.*(?<!som)(?<!det)(?<!den)(?<!vi)(?<!att)(?<!vad)(?<!som inte)\s(?:är|blir|var|kräver|innebär|känns|diskutera(?:s|des)|avråddes|togs\s+upp)\b)",
    re.IGNORECASE,
)


# "Att Bo åker i stället", "Att om kassan räcker, så betalar klubben resan."
_LONE_FINITE = regex(
    r"Att\s+(?:(?:vi|man|alla|styrelsen|föreningen|klubben|[A-ZÅÄÖ][\wåäö-]+(?:(?:\s|\soch\s)[A-ZÅÄÖ][\wåäö-]+)?|[\wåäö-]+(?:en|et|na|orna))\s+(?:inte\s+)?(?:ska|skall|får|(?!efter\b|under\b|över\b)\w{2,}(?:er|ar|år)|\w{3,}s)(?=\s)"
    r"|om\s[^,]{5,80},\s+(?:så\s+)?\w+r(?=\s))(?!.*\s(?:är|var|kräver|innebär|känns|gör|diskutera(?:s|des)|togs\s+upp)\s)[^?:]*$"
)


def is_lone_clause(text: str) -> bool:
    """Whether it is an att-clause by itself, "att anta budgeten", whose lead-in is elsewhere."""
    return bool(_LONE_CLAUSE.match(text) or (text[:3] == "Att" and _LONE_FINITE.match(text)))


# Behind a label inside a paragraph: "Beslut: Bo köper färg. Karin undrade vem som målar."
_TELLS_AGAIN = regex(
    rf"(?!att\s)(?:(?!som\s)[^\s.?]+\s+)*?(?:{any_of(TELLS | TOLD)}|har|hade|ansöker|ansökte|jobbar|tyckte|ansåg|diskuterades?|presenterades|behöver|behövs|tackade|avslutades?)\b"
    r"|(?:Kanske|Se)\b|[^.]*!$|(?!att\s)[^.]*\?$|\("
)


def ends_decision(text: str) -> bool:
    """Whether the sentence, in a paragraph that a label divides, tells of the next matter."""
    return bool(_TELLS_AGAIN.match(text))


def _may_not_be(folded: str) -> bool:
    return folded.startswith(_BEGINNINGS) or holds_any(folded, _PARTS)


def not_operative(text: str) -> bool:
    """What may stand under "Beslut" without being one."""
    stripped = text.strip()
    none = _may_not_be(stripped.casefold()) and _NOT_OPERATIVE.match(stripped) is not None
    if none or _REPORTED.match(stripped):
        return True
    return not (_LONG_WORD.search(text) or _YES_OR_NO.fullmatch(stripped))


def verb_clauses(sentence: Sentence) -> Sequence[Sentence]:
    """Each clause of "Valdes Bo till kassör, godkändes budgeten"; any other sentence whole."""
    if " ordförande" in sentence.text:
        return _parted(sentence, _THEN_OPENED, 0)
    if not _VERB_FIRST.match(sentence.text):
        return (sentence,)
    return _parted(sentence, _NEXT_VERB, 0)


_ASSIGNING = phrase(
    "uppdr uppgift mandat ansvar sig återremi utse utså valde välj ombed",
    r"\buppdrag(?:et)?\b|\buppgift(?:en)?\b|\bmandat\b|\buppdr|\bansvar|\bsig\b(?<!av sig)(?!(?<=[^r] för sig)\W*$)|\båterremi|\b(?:utsågs|utses|valdes|väljs|ombedda?)\s+att\b|\b(?:utsåg|utser|valde|väljer)\b",
)
_OPERATIVE_ATT = regex(
    r"att(?<!\watt)(?<!för att)(?<!genom att)(?<!efter att)(?<!utan att)(?<!med att)(?<!tillägg att)(?<!tillägget att)(?<!ändring att)(?<!ändringen att)\s+"
)


# "Bo ska höra med Eva om sätt att spara": what he shall do, no lead-in of a decision.
_SOMEBODY_SHALL = regex(
    r"(?!.*\b(?:beslut|beslöt|bestäm|enad|enig|överens|godkän))[A-ZÅÄÖ].*\b(?:ska|skall)\s",
    re.IGNORECASE | re.DOTALL,
)


# "Beslutades att alla får i uppgift att läsa stadgarna": the words behind assign it to its subject.
_GETS_A_TASK = regex(
    r"(?!(?:ge|låta|uppdra)\b)(?:[\wåäö-]+\s){1,3}?(?:får|fick)\s(?:(?:i|till)\s)?(?:uppdrag|uppgift)\satt\b"
)


def operative_start(text: str) -> int:
    """Where what is decided begins, after "beslutade att"; 0 where the words before it assign it."""
    att = _OPERATIVE_ATT.search(text)
    if att and _GETS_A_TASK.match(text, att.end()):
        return att.end()
    return 0 if att is None or _is_assigned(text, text[: att.start()]) else att.end()


def _is_assigned(text: str, before: str) -> bool:
    """Whether the words before the clause, or any of the sentence, say whose it is."""
    folded = text.casefold()
    if _ASSIGNING.search(text, folded):
        return True
    return "ska" in folded and _SOMEBODY_SHALL.match(before) is not None


def att_clauses(sentence: Sentence) -> Sequence[Sentence]:
    """Each att-clause of "beslutade att a, att b samt att c" by itself, the first with its lead-in."""
    text = sentence.text
    first = _FIRST_ATT.search(text)
    if first is None or text.find("att", first.end()) < 0:
        return (sentence,)
    if "ppdrag" in text and _CHARGED.search(text, 0, first.start()):
        return (sentence,)
    following = _NEXT_FINITE_ATT if _FINITE_ATT.match(text, first.start()) else _NEXT_ATT
    return _parted(sentence, following, first.end())


def _parted(sentence: Sentence, between: re.Pattern[str], first: int) -> Sequence[Sentence]:
    """The sentence cut at each match from `first` on."""
    matches = list(between.finditer(sentence.text, first))
    if not matches:
        return (sentence,)
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(sentence.text)]
    return [sentence.part(start, end) for start, end in zip(starts, ends, strict=True)]
