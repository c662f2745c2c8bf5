"""What the body itself settled: a sentence, or a clause under "beslutade:", and why we think so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.rules.foreign_decisions import FOREIGN_RULES, FOREIGN_STEMS
from minutes.recognition.sentences import Sentence
from minutes.recognition.vocabulary import OWN_BODY

_F = re.VERBOSE | re.IGNORECASE

_OWN = rf"(?:{OWN_BODY})"
_DECIDE = r"beslut(?:ar|ade|at|ades|as|ats)|beslöt(?:s)?|beslutas|bestäm(?:mer|de|des|ts)|enades?(?:\s+om)?|enas(?:\s+om)?|kom\s+överens(?:\s+om)?"
_SETTLE_ACTIVE = r"""(?:fastställ(?:er|de|a)|fastslår|fastslog|godkän(?:ner|de)|godta(?:r)|godtog|anta(?:r)|antog|bevilja(?:r|de)|bifall(?:er)|biföll|avslå(?:r)|avslog|
    utse(?:r)|utsåg|väljer|valde|omvalde|nyvalde|bordlägger|bordla(?:de)|bord(?:s|d)?lägger|återremittera(?:r|de)|neka(?:r|de)|bekräfta(?:r|de)|medge(?:r)|medgav|adjungera(?:r|de)|
    noterar|noterade|ställer\s+sig\s+bakom|ställde\s+sig\s+bakom|tillstyrk(?:er|te)|avstyrk(?:er|te)|uppdra(?:r)|uppdrog|överlämnar|överlämnade|antecknar|antecknade|
    beviljade|upphäver|upphävde|ingår|avsätter|avsatte|inrätta(?:r|de)|återkallar|reviderar|kallar|hänskjuter|hänsköt|delegera(?:r|de)|rekommenderar|rekommenderade|vidhåller|anslår|anslog|stöd(?:jer|er|de))"""
_SETTLE_PASSIVE = r"""(?:fastställ(?:s|des|ts)|fastslogs|fastslås|godkän(?:ns|des|ts|nes)|godtogs|godtas|antogs|antas|antagits|bevilja(?:s|des|ts)|bifall(?:s|es|en|its)|biföll(?:s|es)|avslås|avslogs|avslagits|
    utse(?:s)|utsågs|utsetts|utsedd(?:es|a)?|välj(?:s|es|as)|valdes|valts|omvaldes|nyvaldes|omväljs|nyväljs|bordlägg(?:s|es)|bordlades|bord(?:s|d)?läggs|återremittera(?:s|des)|nekas|nekades|
    bekräftas|bekräftades|adjungera(?:s|des)|tillstyrk(?:s|tes)|avstyrk(?:s|tes)|upphävs|upphävdes|hänskjuts|hänsköts|skjuts\s+upp|sköts\s+upp)"""
_ELECTION = r"""\b(?:bl(?:ev|ir|evo)\s+)?(?:(?:om|ny|in|åter)?(?:vald(?:a)?|valdes|väljs)|utsedd(?:a)?|utsågs|utses)\s+(?:enhälligt\s+|enhälligen\s+|härmed\s+)*(?:till|som|att)\b"""

_RULES: tuple[tuple[str, re.Pattern[str], float], ...] = (
    ("organet ”beslutar”", re.compile(rf"(?:^|[.,;:]\s|\s)(?:{_OWN})\s+(?:\w+\s+)?(?:{_DECIDE})\b(?!\s+(?:av|i|om\s+(?:politisk|RAM)))", _F), SURE),
    ("beslutade organet", re.compile(rf"\b(?:beslutar|beslutade|beslöt|fastställde|godkände|beviljade|biföll|avslog|valde|utsåg)\s+(?:därför\s+|sedan\s+|därefter\s+)?{_OWN}\s+(?:\w+\s+){{0,3}}?(?:att\b|\w)", _F), SURE),
    ("”beslutades att” utan utsatt organ", re.compile(r"^(?:(?:det|därför|efter\s+[\w\s]{1,40}|i\s+\w+)\s+)?(?:beslut(?:ades|as|ats)|beslöts|bestämdes|bestäms|beslut\s+(?:togs|fattades))\b", _F), SURE),
    ("val", re.compile(_ELECTION, _F), SURE),
    ("kom överens", re.compile(r"\bkom\s+(?:vi|man|styrelsen|gruppen|mötet|rådet)\s+överens\b", _F), SURE),
    ("beslut sist i meningen", re.compile(r"[,;–]\s*(?:det|så|detta|vilket)?\s*(?:beslutades|bestämdes|beslöts)(?:\s+\w+)?\s*[.]?$|\bbeslut\s+(?:om\s+\w+\s+)?togs\s*[.]?$", _F), LIKELY + 0.1),
    ("ja eller nej till", re.compile(rf"^(?:{_OWN})\s+(?:tackar|tackade|sade|säger|sa)\s+(?:ja|nej)\s+till\b", _F), LIKELY),
    ("läggs till handlingarna", re.compile(r"\b(?:lägg(?:s|es|er)|lade?s?|las)\b[^.]{0,60}\btill\s+handlingarna\b", _F), SURE),
    ("organet väljer", re.compile(rf"^(?:{_OWN})\s+(?:\w+\s+)?(?:valde|väljer|utsåg|utser|omvalde|nyvalde)\b", _F), SURE),
    ("”valdes/utsågs” först i satsen", re.compile(r"^(?:till\s+[\w\s,]{3,60}\s+)?(?:val(?:des|de|d)|utsågs|utses|väljs|omvaldes|nyvaldes)\b", _F), SURE),
    ("organet och ett formellt verb", re.compile(rf"^(?:[\w\s,/%]{{0,40}}\s)?(?:{_OWN})\s+(?:\w+\s+)?{_SETTLE_ACTIVE}\b(?!\s+(?:att\s+(?:det|vi|man|de|frågan\s+är)\b))", _F), LIKELY + 0.1),
    ("formellt verb i passiv", re.compile(rf"\b{_SETTLE_PASSIVE}\b", _F), LIKELY + 0.1),
    ("anses besvarad", re.compile(r"\b(?:anses|ansågs)\b[^.]{0,30}\b(?:besvarad\w*|avslutad\w*|behandlad\w*)", _F), LIKELY + 0.1),
    ("omedelbar justering", re.compile(r"\b(?:förklaras|förklarades)\b[^.]{0,30}\bomedelbart\s+juster", _F), LIKELY + 0.1),
    ("skjuts till nästa möte", re.compile(r"^(?:vi|mötet|styrelsen|punkten|frågan)\s+(?:skjuter|sköt|skjuts|sköts)\b[^.]{0,40}\b(?:till|upp)\b", _F), LIKELY),
    ("stadgeenligt eller behörigt", re.compile(r"\b(?:var|vara|är|finner\s+sig|fann\s+sig|förklarades?|ansågs?|konstatera\w+|befanns)\b[^.]{0,60}\b(?:stadgeenligt|behörigt|behörigen|stadgeenlig|i\s+behörig\s+ordning|beslut(?:s)?(?:mässig\w*|för\b|fört))", _F), LIKELY + 0.1),
    ("datum eller belopp sattes", re.compile(r"\b(?:sattes|sätts|bestämdes|fastslogs|flyttas|flyttades)\b[^.]{0,40}\b(?:till|att)\b", _F), LIKELY),
    ("röster", re.compile(r"^(?:med\s+)?\d+\s+röst(?:ar|ade|er)\s+(?:på|för)\s+att\b", _F), LIKELY),
    ("ansvarsfrihet", re.compile(r"\bansvar[s]?frihet\w*\s+(?:bevilja\w*|godkän\w*|gavs|ges|tillstyrk\w*)|\b(?:bevilja\w*|gav\w*|ges)\b[^.]{0,60}\bansvarsfrihet\b", _F), SURE),
    ("omval eller nyval", re.compile(r"\b(?:om|ny|fyllnads|åter)val\b,?\s+(?:[^.,]{3,30},\s+)?(?:av|på)\s+(?:[a-zåäö]+\s+){0,3}(?-i:[A-ZÅÄÖ])", _F), LIKELY + 0.1),
    ("valet blev", re.compile(r"^(?:val\s+av|(?:protokoll\s?s?)?justerare|sekreterare|mötesordförande|revisor\w*)\b[^.]{0,60}\bblev\s+(?:det\s+)?(?-i:[A-ZÅÄÖ])", _F), LIKELY + 0.1),
    ("besvarades jakande", re.compile(r"\bbesvara(?:des|s)\s+(?:\w+\s+)?(?:med\s+(?:ja\b|nej\b)|jakande|nekande)", _F), LIKELY + 0.1),
    ("”beslöts” inne i satsen", re.compile(r"\b(?:beslöts|beslutades)\s+(?:(?:därför|också|även|enhälligt|sedan)\s+)*(?:att\b|(?-i:[a-zåäö]+[aå])\b)", _F), SURE),
    ("är överens om att", re.compile(rf"^(?:{_OWN}|alla)\s+(?:är|var|blev)\s+(?:\w+\s+)?(?:överens|eniga|ense)\s+om\s+att\b", _F), LIKELY),
    ("organet gör först något annat", re.compile(rf"^{_OWN}\s[^.,]{{3,110}}\s(?:och|samt)\s+(?:beslutar|beslutade|beslöt|delegerar|delegerade|uppdrar|uppdrog|godkänner|godkände|fastställer|fastställde|utser|utsåg|väljer|valde)\b", _F), LIKELY + 0.1),
    ("godkänd, beviljad", re.compile(r"(?:^|[.:,]\s|\s)(?:godkänd|godkända|godkänt|beviljad|beviljade?s|bifalles)\s*[.]?$", _F), LIKELY),
    ("noteras till protokollet", re.compile(r"\b(?:noteras|noterades|antecknas|antecknades)\b[^.]{0,30}\btill\s+protokollet\b|\btar\s+(?:del\s+av\s+)?informationen\b[^.]{0,30}\btill\s+protokollet", _F), LIKELY),
    *FOREIGN_RULES,
)  # fmt: skip

_REFUSALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("fråga, inte beslut", re.compile(r"\?\s*$")),
    ("beslut som ännu inte är fattat", re.compile(r"\b(?:inget|inte|ej|ännu)\b[^.]{0,30}\b(?:beslut\w*|klart|fastställ\w*|fattat)\b|\bbeslut\b[^.]{0,25}\b(?:kommer|väntas|dröjer|tas\s+(?:först|av|i|under|den)|fattas\s+(?:av|i|under|den))\b|\bkommer\b[^.]{0,40}\b(?:beslutas|fastställas|godkännas|antas|väljas|utses|tas\s+upp)\b|\b(?:ska|skall|måste|behöver|bör|kan|kunde|skulle|väntas|planeras|tänkt|föreslås)\b[^.]{0,30}\b(?:beslutas?|fastställas|godkännas|antas|väljas|utses|bifallas|besluta)\b", _F)),
    ("annat organs beslut", re.compile(r"\b(?:beslut(?:ades|ade|at|ats|as|et|en)?|beslöt|fastställdes|godkändes|antogs|togs|tagits|fattades|fattats|fattat)\b[^.,]{0,40}\b(?:av|i|inom|på\s+(?:nationell|regional|central)\w*)\s+(?:RS|RF|KF|KS|HSN|riksdag\w*|regering\w*|(?:kommun|region|landstings)(?:fullmäktige|styrelsen)|domstol\w*|budget\w*|nationell|[A-ZÅÄÖ]{2,4}\b)", re.VERBOSE)),
    ("annat organs beslut", re.compile(r"^(?:riksdagen|regeringen|EU|länsstyrelsen|regionen|kommunen|landstinget|tingsrätten|skatteverket|polisen|förbundsstyrelsen|riksårsmötet)\s+(?:har\s+)?(?:beslut\w*|beslöt|beviljat|godkän\w*|fastställ\w*|antagit|antog)", _F)),
    ("tidigare beslut som återges", re.compile(r"\b(?:enligt|utifrån|i\s+enlighet\s+med|på\s+grund\s+av|med\s+anledning\s+av|till\s+följd\s+av)\s+(?:tidigare\s+|ett\s+|det\s+|\w+s\s+)*beslut|\bsom\s+(?:tidigare\s+)?(?:beslut\w+|fastställdes|valdes|godkändes|antogs)\b|\b(?:förra|föregående|tidigare|senaste|förrförra)\s+(?:\w*möte\w*|sammanträde\w*|årsmöte\w*|stämma\w*|gång\w*)\b[^.]{0,40}\b(?:beslut\w*|bestäm\w*|valdes|utsågs)|\bhar\s+(?:redan\s+|tidigare\s+|nu\s+)?(?:beslut\w*|fastställt\w*|godkänt\w*|antagit\w*|beviljat\w*|valt\w*|utsett\w*)\b|\bsedan\s+(?:tidigare\s+)?beslut\w*|\b(?:årsmötet|stämman|styrelsen|nämnden)\s+den\s+\d+[^.]{0,20}\bbeslut"
        r"|\b(?:beslutade|beslöt|fastställde|antog|godkände|valde|antogs|togs|\w+(?:ades|ldes|ndes|gdes))\s+(?:redan\s+|bl\.?\s?a\.?\s+)?(?:den\s+\d|\d{4}-\d\d|i\s+(?:höstas|våras|somras|vintras|fjol|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|förra\s|tidigare|på\s+(?:förra|föregående|senaste))", _F)),
    ("villkor eller avsikt", re.compile(r"^(?:innan|när|för\s+att|eftersom|inför)\b[^,]{0,80}\b(?:beslut\w*|fastställ\w*|godkän\w*|väljs|utses)[^,]*$|^(?:om|ifall)\s", _F)),
    ("förslag, inte antaget", re.compile(r"\b(?:förslag(?:et|en)?\s+(?:är|att)\b|föreslår|föreslås|föreslog(?:s)?|yrka(?:r|de|nde)|vill\s+att|önskar\s+att|tycker|kan\b[^.]{0,40}\btillstyrka|rekommenderas\s+att)", _F)),
    ("rubrik eller hänvisning", re.compile(r"^(?:information\s+om\s+)?beslut(?:et|en)?\s+(?:om|från|kan\s+överklagas|skickas|expedieras|i\b|gällande|avseende|finns)\b|\böverklag", _F)),
)  # fmt: skip
# A sentence without any of these matches none of the rules; looking for them is far cheaper.
_STEMS = tuple(
    """beslut beslöt bestäm enad enas överens fastst fastsl godkän godta godtog anta bevilj bifall
    biföll avsl utse utså väl vald valt omv nyv återv fyllnadsv bord lägg återrem nek bekräft medge medgav adjung noter stäl
    ställ tillst avst uppdr överlämn anteck upphäv ingår avsät avsatt inrät återkall revider kallar
    hänsk deleger rekom vidhå ansl anto handlingar stadge behör sattes sätts flytt röst ansvar
    överens tackar eniga ense blev besvar delegationen stöd beslöts tackade sade säger enighet gemensam sköt skjut anse anså konstat förkl antar antas""".split()
    + FOREIGN_STEMS
)
# What the slow ones among the rules need; without it they are not tried.
_DECIDING = ("beslut", "beslöt", "bestäm", "enad", "enas", "överens")
_NEEDED_BY = {
    "organet ”beslutar”": _DECIDING,
    "”beslutades att” utan utsatt organ": _DECIDING,
    "stadgeenligt eller behörigt": ("stadge", "behörig", "beslut"),
    "ansvarsfrihet": ("frihet",),
    "läggs till handlingarna": ("handlingarna",),
    "noteras till protokollet": ("protokollet",),
}
_ADOPTED = re.compile(
    r"\b(?:\w+(?:ades|ldes|ndes|gdes|ogs|öts)|bifalles|bifölls|beslutade|beslöt|enligt\s+förslag\w*"
    r"|och\s+(?:väljs|utses|godkänns|antas|fastställs))\b",
    _F,
)
_DECIDED_THAT = re.compile(
    rf"^(?:(?:det\s+)?(?:beslutades|beslöts)|(?:{_OWN})\s+(?:beslutade|beslöt|beslutar))(?:\s+\w+)?\s+att\s",
    _F,
)
_LABEL = re.compile(
    r"^(?:(?:[\wåäöÅÄÖ-]+s\s+)?beslut(?:\s*\d+)?|beslutat|vedtak|beslutning|decision|ställningstagande|(?:[\wåäöÅÄÖ]+\s+)?konklusion)\s*:\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"(?:^|\s)(?:(?:{_OWN}\s+)?(?:\w+\s+)?(?:beslut(?:ar|ade|at|ades|as)?|beslöt(?:s)?)(?:\s+(?:\w+\s+){{0,4}})?(?:att|därmed|följande|enligt\s+följande|enhälligt|sålunda)?|"
    rf"följande\s+(?:beslut\w*|beslöts|ställningstagande\w*)|ställningstagande[n]?|(?:[\wåäö]+s\s+)?beslut(?:\s*\d+)?|konklusion(?:er)?|"
    rf"(?:{_OWN})\s+(?:valde|väljer|utsåg|utser|fastställde|godkände|antog|noterade)|"
    rf"(?:{_OWN}\s+)?(?:valdes?|väljer|väljs|utser|utses|utsågs?|fastställde|godkände|antog)\b[^.:]{{0,60}}:)\s*:?\s*$",
    _F,
)
_PROPOSAL_LEAD = re.compile(
    r"\b(?:förslag(?:et)?(?:\s+till\s+(?:beslut|ställningstagande))?|föreslår|föreslås|yrkar|yrkande[nt]?|hemställer|rekommenderar|att-satser|motionär\w*)\b[^.]{0,80}:?\s*$",
    re.IGNORECASE,
)


# "Beviljades." says nothing without the sentence before it.
_BARE_VERDICT = re.compile(
    r"^(?:beviljades|bifölls|bifalles|avslogs|godkändes|godkännes|antogs|fastställdes|godkänd|beviljad|bordlades)(?:\s+(?:enhälligt|av\s+\w+|utan\s+\w+))?\s*[.]?$",
    re.IGNORECASE,
)
_LONGEST_BEFORE_VERDICT = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a passage is a decision: how sure (0 where it is none) and why, or why not."""

    confidence: float
    reason: str
    looked_like_one: bool = True


def with_bare_verdicts(found: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences; "Förslaget lästes. Beviljades." is one, which is then the decision."""
    previous: Sentence | None = None
    for sentence in found:
        if (
            previous
            and _BARE_VERDICT.match(sentence.text)
            and len(previous.text) < _LONGEST_BEFORE_VERDICT
        ):
            sentence = Sentence(previous.block, previous.start, sentence.end)
            previous = None
        if previous:
            yield previous
        previous = sentence
    if previous:
        yield previous


NOTHING = Verdict(0.0, "", looked_like_one=False)


def opens_decisions(text: str) -> bool:
    """Whether `text` is a lead-in whose list or att-clauses are decisions."""
    stripped = text.strip()
    if len(stripped) > 160 or not _leads_in(stripped, ":", "att", ","):
        return False
    return bool(_LEAD.search(stripped.rstrip(","))) and not opens_proposals(stripped)


def opens_proposals(text: str) -> bool:
    """Whether what follows `text` is only proposed."""
    stripped = text.strip()
    if len(stripped) > 200 or not _leads_in(stripped, ":", "att"):
        return False
    return bool(_PROPOSAL_LEAD.search(stripped))


def _leads_in(text: str, *ends: str) -> bool:
    return text.endswith(ends) or len(text.split()) <= 4


def decision_label(text: str) -> int:
    """How long the label "Beslut:" at the beginning of `text` is; 0 where there is none."""
    match = _LABEL.match(text)
    return match.end() if match and match.end() < len(text) else 0


def judge(text: str) -> Verdict:
    """Whether this one sentence, by itself, settles something. Quotations are taken out first."""
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS):
        return NOTHING
    plain = re.sub(r"[”“\"][^”“\"]*[”“\"]", lambda m: "x" * len(m.group()), text).strip()
    for name, pattern, confidence in _RULES:
        stems = _NEEDED_BY.get(name)
        if stems and not any(stem in folded for stem in stems):
            continue
        if pattern.search(plain):
            return _refused(_without_what_is_decided(plain)) or Verdict(confidence, name)
    if re.search(r"\bbeslut|\benighet\s+om\b|\bgemensam\s+syn\b", plain, re.IGNORECASE):
        refused = _refused(plain)
        if refused:
            return refused
        if re.search(r"\benighet\s+om\b|\bgemensam\s+syn\b", plain, re.IGNORECASE):
            return Verdict(DOUBTFUL, "enighet utan beslut")
        return Verdict(0.0, "nämner beslut utan att fatta något")
    return NOTHING


def _without_what_is_decided(text: str) -> str:
    """The words up to "att" of "Beslöts att …": what is decided may well be to come or proposed."""
    match = _DECIDED_THAT.match(text)
    return text[: match.end()] if match and not text.rstrip().endswith("?") else text


def _refused(text: str) -> Verdict | None:
    for reason, pattern in _REFUSALS:
        match = pattern.search(text)
        adopted = reason.startswith("förslag") and _ADOPTED.search(text)
        if match and not adopted:
            return Verdict(0.0, reason)
    return None
