"""What the body itself settled: a sentence, or a clause under "beslutade:", and why we think so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.recognition.findings import DOUBTFUL, LIKELY, SURE
from minutes.recognition.rules.foreign_decisions import FOREIGN_RULES
from minutes.recognition.sentences import Sentence, sentence_at
from minutes.recognition.vocabulary import OWN_BODY, OWN_BODY_ENDINGS
from minutes.recognition.words import Index, Wording, stems_of, wording, words_of

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


@dataclass(frozen=True, slots=True)
class Rule:
    """One wording of a decision; `of_body` where it must name the body that decides."""

    reason: str
    confidence: float
    wording: Wording
    of_body: bool = False


def _rule(
    reason: str, confidence: float, words: str, expression: str, *, of_body: bool = False
) -> Rule:
    return Rule(reason, confidence, wording(words, expression), of_body)


RULES = (
    _rule("organet ”beslutar”", SURE, "beslutar beslöt beslöts bestämmer bestämde bestämdes bestämts enade enades enas kom",
        rf"(?:^|[.,;:]\s|\s)(?:{_OWN})\s+(?:\w+\s+)?(?:{_DECIDE})\b(?!\s+(?:av|i|om\s+(?:politisk|RAM)))", of_body=True),
    _rule("beslutade organet", SURE, "beslutar beslöt fastställde godkände beviljade biföll avslog valde utsåg",
        rf"\b(?:beslutar|beslutade|beslöt|fastställde|godkände|beviljade|biföll|avslog|valde|utsåg)\s+(?:därför\s+|sedan\s+|därefter\s+)?{_OWN}\s+(?:\w+\s+){{0,3}}?(?:att\b|\w)", of_body=True),
    _rule("”beslutades att” utan utsatt organ", SURE, "beslutades beslöts bestämdes bestäms beslut",
        r"^(?:(?:det|därför|efter\s+[\w\s]{1,40}|i\s+\w+)\s+)?(?:beslut(?:ades|as|ats)|beslöts|bestämdes|bestäms|beslut\s+(?:togs|fattades))\b"),
    _rule("val", SURE, "vald valda valdes väljs omvald nyvald invald återvald omväljs nyväljs inväljs utsedd utsedda utsågs utses", _ELECTION),
    _rule("kom överens", SURE, "kom", r"\bkom\s+(?:vi|man|styrelsen|gruppen|mötet|rådet)\s+överens\b"),
    _rule("beslut sist i meningen", LIKELY + 0.1, "beslut beslutades bestämdes beslöts",
        r"[,;–]\s*(?:(?:det|så|detta|vilket)\s+)?(?:beslutades|bestämdes|beslöts)(?:\s+\w+)?\s*[.]?$|\bbeslut\s+(?:om\s+\w+\s+)?togs\s*[.]?$"),
    _rule("ja eller nej till", LIKELY, "tackar tackade sade säger sa",
        rf"^(?:{_OWN})\s+(?:tackar|tackade|sade|säger|sa)\s+(?:ja|nej)\s+till\b", of_body=True),
    _rule("läggs till handlingarna", SURE, "handlingarna",
        r"\b(?:lägg(?:s|es|er)|lade?s?|las)\b[^.]{0,60}\btill\s+handlingarna\b"),
    _rule("organet väljer", SURE, "valde väljer utsåg utser omvalde nyvalde",
        rf"^(?:{_OWN})\s+(?:\w+\s+)?(?:valde|väljer|utsåg|utser|omvalde|nyvalde)\b", of_body=True),
    _rule("”valdes/utsågs” först i satsen", SURE, "vald valde valdes utsågs utses väljs omvaldes nyvaldes",
        r"^(?:till\s+[\w\s,]{3,60}\s+)?(?:val(?:des|de|d)|utsågs|utses|väljs|omvaldes|nyvaldes)\b"),
    _rule("organet och ett formellt verb", LIKELY + 0.1,
        """fastställer fastslår fastslog godkänner godkände godta godtar godtog anta antar antog beviljar bifaller biföll avslå avslår avslog utse utser utsåg
        väljer valde omvalde nyvalde bordlägger bordla bordlade bordslägger borddlägger återremitterar neka nekar nekade bekräftar
        medger medgav adjungerar noterar noterade ställer ställde tillstyrker avstyrker uppdra uppdrar uppdrog överlämnar antecknar upphäver upphävde
        ingår avsätter avsatte inrättar återkallar reviderar kallar hänskjuter hänsköt delegerar rekommenderar
        vidhåller anslår anslog stödjer stöder stödde""",
        rf"^(?:[\w\s,/%]{{0,40}}\s)?(?:{_OWN})\s+(?:\w+\s+)?{_SETTLE_ACTIVE}\b(?!\s+(?:att\s+(?:det|vi|man|de|frågan\s+är)\b))", of_body=True),
    _rule("formellt verb i passiv", LIKELY + 0.1,
        """fastställs fastslogs fastslås godkänns godkändes godkänts godkännes godtogs godtas antogs antas antagits beviljas bifalls bifalles bifallen bifallits bifölls bifölles avslås avslogs avslagits
        utses utsågs utsetts utsedd utsedda utseddes väljs väljes väljas valdes valts omvaldes nyvaldes omväljs nyväljs bordläggs bordlägges bordlades
        bordsläggs borddläggs återremitteras nekas nekades bekräftas adjungeras tillstyrks avstyrks upphävs upphävdes hänskjuts
        hänsköts skjuts sköts""",
        rf"\b{_SETTLE_PASSIVE}\b"),
    _rule("anses besvarad", LIKELY + 0.1, "anses ansågs",
        r"\b(?:anses|ansågs)\b[^.]{0,30}\b(?:besvarad\w*|avslutad\w*|behandlad\w*)"),
    _rule("omedelbar justering", LIKELY + 0.1, "förklaras",
        r"\b(?:förklaras|förklarades)\b[^.]{0,30}\bomedelbart\s+juster"),
    _rule("skjuts till nästa möte", LIKELY, "skjuter skjuts sköt sköts",
        r"^(?:vi|mötet|styrelsen|punkten|frågan)\s+(?:skjuter|sköt|skjuts|sköts)\b[^.]{0,40}\b(?:till|upp)\b"),
    _rule("stadgeenligt eller behörigt", LIKELY + 0.1, "stadgeenligt behörigt beslutsmässig beslutmässig beslutför beslutfört",
        r"\b(?:var|vara|är|finner\s+sig|fann\s+sig|förklarades?|ansågs?|konstatera\w+|befanns)\b[^.]{0,60}\b(?:stadgeenligt|behörigt|behörigen|stadgeenlig|i\s+behörig\s+ordning|beslut(?:s)?(?:mässig\w*|för\b|fört))"),
    _rule("datum eller belopp sattes", LIKELY, "sattes sätts bestämdes bestäms fastslogs flyttas flyttades",
        r"\b(?:sattes|sätts|bestämdes|bestäms|fastslogs|flyttas|flyttades)\b[^.]{0,40}\b(?:till|att)\b"),
    _rule("röster", LIKELY, "röstar röstade röster", r"^(?:med\s+)?\d+\s+röst(?:ar|ade|er)\s+(?:på|för)\s+att\b"),
    _rule("ansvarsfrihet", SURE, "ansvarsfrihet ansvarfrihet",
        r"\bansvar[s]?frihet\w*\s+(?:bevilja\w*|godkän\w*|gavs|ges|tillstyrk\w*)|\b(?:bevilja\w*|gav\w*|ges)\b[^.]{0,60}\bansvarsfrihet\b"),
    _rule("omval eller nyval", LIKELY + 0.1, "omval nyval fyllnadsval återval",
        r"\b(?:om|ny|fyllnads|åter)val\b,?\s+(?:[^.,]{3,30},\s+)?(?:av|på)\s+(?:[a-zåäö]+:?\s+){0,3}(?-i:[A-ZÅÄÖ])"),
    _rule("valet blev", LIKELY + 0.1, "blev",
        r"^(?:val\s+av|(?:protokoll\s?s?)?justerare|sekreterare|mötesordförande|revisor\w*)\b[^.]{0,60}\bblev\s+(?:det\s+)?(?-i:[A-ZÅÄÖ])"),
    _rule("besvarades jakande", LIKELY + 0.1, "besvarades",
        r"\bbesvara(?:des|s)\s+(?:\w+\s+)?(?:med\s+(?:ja\b|nej\b)|jakande|nekande)"),
    _rule("”beslöts” inne i satsen", SURE, "beslöts beslutades",
        r"\b(?:beslöts|beslutades)\s+(?:(?:därför|också|även|enhälligt|sedan)\s+)*(?:att\b|(?-i:[a-zåäö]+[aå])\b)"),
    _rule("är överens om att", LIKELY, "överens eniga ense",
        rf"^(?:{_OWN}|alla)\s+(?:är|var|blev)\s+(?:\w+\s+)?(?:överens|eniga|ense)\s+om\s+att\s+(?:(?-i:[a-zåäö]+[aå])\b|[^.]{{2,60}}\b(?:ska|skall|bör)\b)"),
    _rule("organet gör först något annat", LIKELY + 0.1,
        "beslutar beslöt delegerar uppdrar uppdrog godkänner godkände fastställer utser utsåg väljer valde",
        rf"^{_OWN}\s[^.,]{{3,110}}\s(?:och|samt)\s+(?:beslutar|beslutade|beslöt|delegerar|delegerade|uppdrar|uppdrog|godkänner|godkände|fastställer|fastställde|utser|utsåg|väljer|valde)\b", of_body=True),
    _rule("godkänd, beviljad", LIKELY, "godkänd godkänt beviljad bifalles",
        r"(?:^|[.:,]\s|\s)(?:godkänd|godkända|godkänt|beviljad|beviljade?s|bifalles)\s*[.]?$"),
    _rule("noteras till protokollet", LIKELY, "protokollet",
        r"\b(?:noteras|noterades|antecknas|antecknades)\b[^.]{0,30}\btill\s+protokollet\b|\btar\s+(?:del\s+av\s+)?informationen\b[^.]{0,30}\btill\s+protokollet"),
    *(Rule(*foreign) for foreign in FOREIGN_RULES),
)  # fmt: skip
# What may be told of a decision where none of these settles anything.
_AGREED = wording("enighet gemensam", r"\benighet\s+om\b|\bgemensam\s+syn\b")
_MENTIONED = re.compile(r"\bbeslut", re.IGNORECASE)
_PROPOSES = wording(
    "föreslår yrkar yrkade hemställer",
    r"^(?:[\w-]+\s+){1,4}?(?:föreslår|yrkar|yrkade|hemställer)\b.*\batt\s",
)
_RULES = Index([rule.wording for rule in RULES])
_STEMS = _RULES.stems | _AGREED.stems | _PROPOSES.stems

_DID = r"(?:beslutade|beslöt|fastställde|antog|godkände|valde|antogs|togs|\w+(?:ades|ldes|ndes|gdes))\s+(?:redan\s+|bl\.?\s?a\.?\s+)?"
# Why something is no decision of this meeting, where more comes of it than a refusal.
PROPOSED = "förslag, inte antaget"
_YEARS = " ".join(map(str, range(1900, 2100)))
TO_COME = "beslut som ännu inte är fattat"
OF_ANOTHER = "annat organs beslut"
_EARLIER = "tidigare beslut som återges"
REFUSALS = (
    (TO_COME, wording("inget inte ej ännu",
        r"\b(?:inget|inte|ej|ännu)\b[^.]{0,30}\b(?:beslut\w*|klart|fastställ\w*|fattat)\b")),
    (TO_COME, wording("kommer väntas dröjer tas fattas",
        r"\bbeslut\b[^.]{0,25}\b(?:kommer|väntas|dröjer|tas\s+(?:först|av|i|under|den)|fattas\s+(?:av|i|under|den))\b|\bkommer\b[^.]{0,40}\b(?:beslutas|fastställas|godkännas|antas|väljas|utses|tas\s+upp)\b")),
    (TO_COME, wording("ska skall måste behöver bör kan kunde skulle väntas planeras tänkt föreslås",
        r"\b(?:ska|skall|måste|behöver|bör|kan|kunde|skulle|väntas|planeras|tänkt|föreslås)\b[^.]{0,30}\b(?:beslutas?|fastställas|godkännas|antas|väljas|utses|bifallas|besluta)\b")),
    (OF_ANOTHER, wording("av i inom på",
        r"\b(?:beslut(?:ades|ade|at|ats|as|et|en)?|beslöt|fastställdes|godkändes|antogs|togs|tagits|fattades|fattats|fattat)\b[^.,]{0,40}\b(?:av|i|inom|på\s+(?:nationell|regional|central)\w*)\s+(?:RS|RF|KF|KS|HSN|riksdag\w*|regering\w*|(?:kommun|region|landstings)(?:fullmäktige|styrelsen)|domstol\w*|budget\w*|nationell|[A-ZÅÄÖ]{2,4}\b)",
        any_case=False)),
    (OF_ANOTHER, wording("riksdagen regeringen eu länsstyrelsen regionen kommunen landstinget tingsrätten skatteverket polisen förbundsstyrelsen riksårsmötet",
        r"^(?:riksdagen|regeringen|EU|länsstyrelsen|regionen|kommunen|landstinget|tingsrätten|skatteverket|polisen|förbundsstyrelsen|riksårsmötet)\s+(?:har\s+)?(?:beslut\w*|beslöt|beviljat|godkän\w*|fastställ\w*|antagit|antog)")),
    (_EARLIER, wording("enligt utifrån enlighet grund anledning följd",
        r"\b(?:enligt|utifrån|i\s+enlighet\s+med|på\s+grund\s+av|med\s+anledning\s+av|till\s+följd\s+av)\s+(?:tidigare\s+|ett\s+|det\s+|\w+s\s+)*beslut")),
    (_EARLIER, wording("som", r"\bsom\s+(?:tidigare\s+)?(?:beslut\w+|fastställdes|valdes|godkändes|antogs)\b")),
    (_EARLIER, wording("förra föregående tidigare senaste förrförra",
        r"\b(?:förra|föregående|tidigare|senaste|förrförra)\s+(?:\w*möte\w*|sammanträde\w*|årsmöte\w*|stämma\w*|gång\w*)\b[^.]{0,40}\b(?:beslut\w*|bestäm\w*|valdes|utsågs)")),
    (_EARLIER, wording("har hade",
        r"\bha(?:r|de)\s+(?:redan\s+|tidigare\s+|nu\s+)?(?:beslut\w*|fastställt\w*|godkän\w*|antagit\w*|beviljat\w*|valt\w*|utsett\w*)\b")),
    (_EARLIER, wording("sedan", r"\bsedan\s+(?:tidigare\s+)?beslut\w*")),
    (_EARLIER, wording("årsmötet stämman styrelsen nämnden", r"\b(?:årsmötet|stämman|styrelsen|nämnden)\s+den\s+\d+[^.]{0,20}\bbeslut")),
    (_EARLIER, wording("den höstas våras somras vintras fjol januari februari mars april maj juni juli augusti september oktober november december förra tidigare föregående senaste",
        rf"\b{_DID}(?:den\s+\d|i\s+(?:höstas|våras|somras|vintras|fjol|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b|förra\s|tidigare|på\s+(?:förra|föregående|senaste)\b)")),
    (_EARLIER, wording(_YEARS, rf"\b{_DID}(?:19|20)\d\d-\d\d")),
    ("villkor eller avsikt", wording("innan när för eftersom inför om ifall",
        r"^(?:innan|när|för\s+att|eftersom|inför)\b[^,]{0,80}\b(?:beslut\w*|fastställ\w*|godkän\w*|väljs|utses)[^,]*$|^(?:om|ifall)\s")),
    (PROPOSED, wording("förslag föreslår föreslog yrkar yrkade yrkande vill önskar tycker kan rekommenderas",
        r"\b(?:förslag(?:et|en)?\s+(?:är|att)\b|föreslår|föreslås|föreslog(?:s)?|yrka(?:r|de)\b|yrkande|vill\s+att|önskar\s+att|tycker\b|kan\b[^.]{0,40}\btillstyrka|rekommenderas\s+att)")),
    ("rubrik eller hänvisning", wording("beslut beslutet besluten överklaga",
        r"^(?:information\s+om\s+)?beslut(?:et|en)?\s+(?:om|från|kan\s+överklagas|skickas|expedieras|i\b|gällande|avseende|finns)\b|\böverklag")),
)  # fmt: skip
_REFUSALS = Index([refusal for _, refusal in REFUSALS])
_QUOTED = re.compile(r"[”“\"][^”“\"]*[”“\"]")
_ADOPTED = re.compile(
    r"\b(?:\w+(?:ades|ldes|ndes|gdes|ogs|öts)|bifalles|bifölls|antar?\s+(?:\w+\s+)?förslag\w*|beslutade|beslöt|enligt\s+förslag\w*"
    r"|och\s+(?:väljs|utses|godkänns|antas|fastställs))\b",
    _F,
)
_HIGHER_BODY = re.compile(
    r"^(?:riksdagen|regeringen|(?:kommun|region|landstings)(?:fullmäktige|styrelsen))\b",
    re.IGNORECASE,
)
_DECIDED_THAT = re.compile(
    rf"^(?:(?:det\s+)?(?:beslutades|beslöts)|(?:{_OWN})\s+(?:beslutade|beslöt|beslutar))(?:\s+\w+)?\s+att\s",
    _F,
)
_LABEL = re.compile(
    r"^(?:(?:[\wåäöÅÄÖ-]+s\s+)?beslut(?:\s*\d+)?|beslutat|vedtak|beslutning|decision|ställningstagande|(?:[\wåäöÅÄÖ]+\s+)?konklusion)\s*:\s*",
    re.IGNORECASE,
)
LEAD = wording(
    "beslut beslutar beslöt beslöts följande ställningstagande konklusion valde valdes väljer väljs utser utses utsåg utsågs "
    "fastställde godkände antog noterade",
    rf"(?:^|\s)(?:(?:{_OWN}\s+)?(?:\w+\s+)?(?:beslut(?:ar|ade|at|ades|as)?|beslöt(?:s)?)\b(?:\s+(?:\w+\s+){{0,4}})?(?:att|därmed|följande|enligt\s+följande|enhälligt|sålunda)?|"
    rf"följande\s+(?:beslut\w*|beslöts|ställningstagande\w*)|ställningstagande[n]?|(?:[\wåäö]+s\s+)?beslut(?:\s+\d+)?|konklusion(?:er)?|"
    rf"(?:{_OWN})\s+(?:valde|väljer|utsåg|utser|fastställde|godkände|antog|noterade)|"
    rf"(?:{_OWN}\s+)?(?:valdes?|väljer|väljs|utser|utses|utsågs?|fastställde|godkände|antog)\b[^.:]{{0,60}}:)\s*:?\s*$",
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
            sentence = sentence_at(previous.block, previous.start, sentence.end)
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
    stems = stems_of(words_of(stripped))
    return bool(LEAD.search(stripped.rstrip(","), stems)) and not opens_proposals(stripped)


def opens_proposals(text: str) -> bool:
    """Whether what follows `text` is only proposed."""
    stripped = text.strip()
    if len(stripped) > 200 or not _leads_in(stripped, ":", "att"):
        return False
    return bool(_PROPOSAL_LEAD.search(stripped))


def _leads_in(text: str, *ends: str) -> bool:
    return text.endswith(ends) or len(text.split(maxsplit=4)) <= 4


def decision_label(text: str) -> int:
    """How long the label "Beslut:" at the beginning of `text` is; 0 where there is none."""
    match = _LABEL.match(text) if ":" in text else None
    return match.end() if match and match.end() < len(text) else 0


def judge(text: str, words: frozenset[str], own_body: str | None = None) -> Verdict:
    """Whether this one sentence, by itself, settles something. Quotations are taken out first.

    `words` are those of the sentence. Where `own_body`, the body that met, is known, what
    a higher body decides is none of its decisions.
    """
    stems = stems_of(words)
    if _STEMS.isdisjoint(stems) and "beslut" not in text.casefold():
        return NOTHING
    plain = _QUOTED.sub(lambda m: "x" * len(m.group()), text).strip()
    names_body = any(word.endswith(OWN_BODY_ENDINGS) for word in words)
    for rule in map(RULES.__getitem__, _RULES.places(stems)):
        if (names_body or not rule.of_body) and rule.wording.pattern.search(plain):
            if _is_of_another(plain, own_body):
                return Verdict(0.0, OF_ANOTHER)
            told = _without_what_is_decided(plain)
            return _refused(told, stems) or Verdict(rule.confidence, rule.reason)
    if _PROPOSES.search(plain, stems) and not plain.endswith("?"):
        return Verdict(0.0, PROPOSED)
    agreed = _AGREED.search(plain, stems)
    if agreed or _MENTIONED.search(plain):
        if refused := _refused(plain, stems):
            return refused
        if agreed:
            return Verdict(DOUBTFUL, "enighet utan beslut")
        return Verdict(0.0, "nämner beslut utan att fatta något")
    return NOTHING


def _is_of_another(text: str, own_body: str | None) -> bool:
    """Whether the sentence begins with another body, which then decides."""
    subject = _HIGHER_BODY.match(text)
    return bool(own_body and subject and subject.group().casefold() not in own_body.casefold())


def _without_what_is_decided(text: str) -> str:
    """The words up to "att" of "Beslöts att …": what is decided may well be to come or proposed."""
    match = _DECIDED_THAT.match(text)
    return text[: match.end()] if match and not text.rstrip().endswith("?") else text


def _refused(text: str, stems: frozenset[str]) -> Verdict | None:
    if text.endswith("?"):
        return Verdict(0.0, "fråga, inte beslut")
    for reason, refusal in map(REFUSALS.__getitem__, _REFUSALS.places(stems)):
        if refusal.pattern.search(text) and not (reason == PROPOSED and _ADOPTED.search(text)):
            return Verdict(0.0, reason)
    return None
