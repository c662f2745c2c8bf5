"""Errands in the present passive, which no owner is named for: "En offert begärs in", "Nya stolar köps in".

What is fetched, bought, asked and sent is an errand. What is decided, paid, held or done over and over
is told in the same form and is none.
"""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.finite import is_finite

# Errands by themselves: nobody tells of them in the present tense as something that just is so.
_ALWAYS = frozenset(
    """kontaktas tillfrågas inköps införskaffas anskaffas inhandlas undersöks utreds kollas efterhörs
    sammanställs tillskrivs uppvaktas åtgärdas lagas repareras inventeras kompletteras upphandlas
    påminns vidtalas underrättas infordras rådfrågas avtackas sammankallas färdigställs kopieras lamineras""".split()
)
# These with a word beside them.
_WITH = {
    "tas": "fram in ner ned bort kontakt", "tags": "fram in ner ned bort kontakt", "köps": "in", "begärs": "in offert offerter",
    "hämtas": "in", "lämnas": "in", "skickas": "ut in", "sänds": "ut in", "delas": "ut", "läggs": "ut upp in", "sätts": "upp",
    "ses": "över", "bjuds": "in", "följs": "upp", "mejlas": "ut", "mailas": "ut", "tittas": "på", "hörs": "med", "stäms": "av", "sägs": "upp",
    "lyfts": "vidare", "förs": "vidare",
}  # fmt: skip
# Errands where a day is set, or where something new is spoken of: "En lista upprättas".
_DATED = frozenset(
    """bokas beställs hyrs byts målas monteras installeras rensas städas tvättas klipps hämtas lämnas
    läggs ordnas anordnas publiceras trycks skrivs skapas informeras meddelas rekryteras upprättas
    uppdateras annonseras renoveras skickas tillverkas tillställs tillställes görs gås
    fixas mäts kontrolleras testas provas rengörs rivs sågas beskärs planteras fälls sandas rustas slipas oljas packas
    sorteras arkiveras revideras granskas kartläggs analyseras utvärderas förankras inbjuds inbjudes mejlas mailas rings efterlyses utarbetas översänds kallas inkallas införs påbörjas ställs söks""".split()
)
# "Förslag lämnas till Bo": to whom others may turn, unless a day is set.
_TO_WHOM = frozenset({"lämnas", "görs", "meddelas", "ställs"})
# Of these words such a clause has one.
ERRAND_WORDS = _ALWAYS | _WITH.keys() | _DATED

_NEW = frozenset(
    "en ett ny nytt nya fler flera några två tre fyra fem sex sju åtta nio tio offert offerter".split()
)
_OF_WHAT = frozenset({"för", "över", "med"})
_DEFINITE = ("en", "et", "an", "na", "detta", "det", "de", "dessa", "den")
_STANDING = frozenset(
    "alla samtliga betalning inbetalning avgift bidrag arvode ersättning protokoll mat maten patient patienten patienter sökanden eleven klienten motion motioner anmälan anmälningar".split()
)
_DEPENDING = frozenset(
    """att som hur vilka vilken vilket när då där eftersom innan vad vem har hade hos förslag tanken planen
    ofta alltid aldrig inte ej normalt vanligen brukar sedan numera oftast som vanligt årligen medlemmar
    fråga frågan sällan här""".split()
)
_HABIT = regex(
    r"\b(?:alltid|enligt(?!\s+(?:förslag|ovan|diskussion|överenskommelse|planering|plan)\w*\b)|varje|endast|aldrig|kunna|normalt|gång(?:er)?\s+(?:om|per|i)|på\s\w+dagar(?:na)?|varannan|varje|löpande|kontinuerligt|regelbundet|årligen|månadsvis|årlig\w*|fortlöpande|automatiskt|vid\s+behov|till\s+handlingarna|till\s+protokollet|den\s+som|de\s+som|på\s+papper|gratis|kostnadsfritt|hos\s\w+|från\s+\d|framöver|anslag\w*|anslås|överklag\w*|via\s+(?:hemsidan|webben|appen|länk\w*)|från\s+och\s+med|fr\.?o\.?m)\b",
    re.IGNORECASE,
)
_NO_ERRAND_BEGINS = frozenset({"om", "ifall", "nästa", "kommande"})  # "Nästa träff bokas den 4"
_SHELVED = regex(r"\bpå\s+(?:is|hyllan|framtiden|bordet)\b", re.IGNORECASE)
_AGENT = regex(r"(?<!början )(?<!slutet )(?<!mitten )\bav\s+(?P<who>\w+)", re.IGNORECASE)
# "Rektor informeras om detta"; who met is informed at the meeting.
_TOLD_OF_IT = regex(
    r"(?!(?i:\w*(?:styrelsen|nämnden|gruppen|rådet|mötet|utskottet|kommittén|stämman))\b)[A-ZÅÄÖ][\wåäö-]+\s(?:informeras|meddelas|underrättas)\s(?:också\s|även\s)?om\s(?:detta|det|saken|beslutet|\w*ändringen)\W*$"
)
_WORD = regex(r"[\wåäö-]+")
_MOST_WORDS_BEFORE = 12


def errand_of(text: str) -> float:
    """How sure it is that the sentence sets an errand in the present passive; 0 where it does not."""
    folded = _WORD.findall(text.casefold())
    places = [at for at, word in enumerate(folded) if word in ERRAND_WORDS]
    if not places or places[0] > _MOST_WORDS_BEFORE or len(folded) < 2:
        return 0.0
    before = folded[: places[0]]
    if before and (before[0] in _STANDING or before[0] in _NO_ERRAND_BEGINS):
        return 0.0
    if not {"inte", "ej"}.isdisjoint(folded[places[0] + 1 : places[0] + 3]):
        return 0.0
    # "Frågan lyfts vidare till nätverket", "Ett förslag tas fram till nästa möte"
    raised = before == ["frågan"] or before in (["ett", "förslag"], ["ett", "nytt", "förslag"])
    if (not raised and not _DEPENDING.isdisjoint(before)) or any(
        is_finite(word) for word in before[1:]
    ):
        return 0.0
    if _HABIT.search(text) or text.rstrip().endswith("?"):
        return 0.0
    agent = _AGENT.search(text)
    if agent and not agent["who"][0].isupper():
        return 0.0  # "Taket lagas av kommunen": others do it
    if _TOLD_OF_IT.match(text) or " ".join(folded[:4]).removeprefix("ny ").startswith(
        "kontakt tas med"
    ):
        return LIKELY
    # "skickas till alla och läggs upp på hemsidan"
    if any(_sets(folded[place], folded[place + 1 : place + 4]) for place in places):
        return LIKELY
    if folded[places[0]] == "läggs" and "på" in folded[places[0] + 1 : places[0] + 2]:
        return LIKELY if names_due(text) and not _SHELVED.search(text) else 0.0
    new = folded[places[0]] not in _TO_WHOM and _is_new(before)
    if folded[places[0]] in _DATED and (new or names_due(text)):
        return LIKELY
    return 0.0


def _sets(verb: str, after: list[str]) -> bool:
    """Whether the verb sets an errand with these words after it: "tas fram", "tas upp med banken"."""
    if verb == "tas" and after[:2] == ["upp", "med"]:
        return True
    return verb in _ALWAYS or not set(_WITH.get(verb, "").split()).isdisjoint(after)


def _is_new(before: list[str]) -> bool:
    """Whether what is to be got is spoken of as new: "åtta stolar", "8 lotter", "skrivelse"."""
    if not before:
        return False
    first = before[0]
    alone = len(before) == 1 or before[1] in _OF_WHAT  # "Program för festen upprättas"
    bare = alone and not first.endswith(_DEFINITE)
    return bare or first in _NEW or first.isdigit()
