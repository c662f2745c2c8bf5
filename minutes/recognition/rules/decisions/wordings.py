"""The wordings of decisions, strongest first: who decides, by which verb, and how sure it is."""

from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.vocabulary import OWN_BODY
from minutes.recognition.language.words import any_of
from minutes.recognition.rules.decisions.english import ENGLISH_RULES
from minutes.recognition.rules.decisions.nordic import NORDIC_RULES
from minutes.recognition.rules.decisions.offices import OFFICE_RULES
from minutes.recognition.rules.decisions.rule import rule
from minutes.recognition.rules.decisions.said import SAID_RULES

_DECIDE = r"beslut(?:ar|ade|at|ades|as|ats)|beslöts?|bestäm(?:mer|de|des|ts)|enades?(?:\s+om)?|enas(?:\s+om)?|kom\s+överens(?:\s+om)?|landade\s+i(?=\s+(?:att|alternativ|förslag)\b)"
# "Styrelsen fastställer budgeten", "Mötet valde Bo": what a body does when it settles something.
_SETTLES = """
accepterade accepterar adjungerade adjungerar anslog anslår antar antecknade antecknar antog
avsatte avslog avslår avstyrker avstyrkte avsätter befriade befriar bekräftade bekräftar
bemyndigade bemyndigar beviljade beviljar bifaller biföll borddlägger borddslägger bordlade
bordlägger bordslägger delegerade delegerar entledigade entledigar fastslog fastslår fastställa
fastställde fastställer förordade förordar godkände godkänner godtar godtog hänskjuter hänsköt
inrättade inrättar kallar medgav medger nekade nekar nominerade nominerar noterade noterar
nyvalde nyväljer omvalde omväljer rekommenderade rekommenderar reviderar stödde stöder stödjer
tillstyrker tillstyrkte uppdrar uppdrog upphävde upphäver utser utsåg valde vidhåller väljer
återkallar återremitterade återremitterar återväljer överlämnade överlämnar
"""
_SETTLES_IN_WORDS = (
    r"(?:ställ(?:er|de)\s+sig\s+(?:\w+\s+){0,3}bakom|(?:avger|avgav)\s+yttrande|(?:instämmer|instämde)\s+i|(?:säger|sade)\s+upp"
    r"|ingår(?=[^.]{0,40}(?:avtal|överenskommelse|samarbete|kontrakt)))"
)
# "Budgeten fastställs", "Bo valdes".
_IS_SETTLED = """
accepterades accepteras adjungerades adjungeras antagits antas antogs avslagits avslogs avslås
avstyrks avstyrktes bekräftades bekräftas bemyndigades bemyndigas beviljades beviljas beviljats
bifallen bifalles bifallits bifalls bifölles bifölls borddläggs bordlades bordlägges bordläggs
bordsläggs fastslogs fastslås fastställdes fastställs fastställts godkändes godkännes godkänns
godkänts godtas godtogs hänskjuts hänsköts klubbades klubbas nekades nekas nyvaldes nyväljs
omvaldes omväljs spikades spikas tillstyrks tillstyrktes upphävdes upphävs utsedd utsedda
utseddes utses utsetts utsågs valdes valts väljas väljes väljs återremitterades återremitteras
"""
_IS_SETTLED_IN_WORDS = r"(?:(?:skjuts|sköts)\s+upp|röstades\s+(?:igenom|ned|ner))"
_ELECTION = r"""\b(?:bl(?:ev|ir|evo)\s+)?(?:(?:om|ny|in|åter)?(?:vald(?:a)?|valdes|väljs)|utsedd(?:a)?|utsågs|utses)\s+(?:enhälligt\s+|enhälligen\s+|härmed\s+)*(?:till|som|att)\b"""


RULES = (
    rule("organet ”beslutar”", SURE, "beslutar beslöt beslöts bestämmer bestämde bestämdes bestämts enade enades enas kom landade",
        rf"(?:^|[.,;:]\s|\s){OWN_BODY}\s+(?:(?:för|i|av|vid)\s+(?:[\w-]+\s+){{1,5}}?|\w+\s+)?(?:{_DECIDE})\b(?!\s+(?:av|i(?!\s+enlighet)))", of_body=True),
    rule("”beslut att” utan verb", SURE, "beslut",
        r"^(?:(?:enhälligt|enigt|gemensamt)\s+)?beslut\s+(?:\w+\s+){0,3}?(?:om\s+)?att\s+(?:(?:inte\s+)?(?-i:[a-zåäö]+[aå])\b|(?-i:(?:[A-ZÅÄÖ][\wåäö-]+\s){1,2}(?:ska|skall|[a-zåäö]+r)\s?))"),
    rule("kom fram till att", LIKELY, "kom kommer", rf"(?:^|\s){OWN_BODY}\s+WORDS\s+(?:\w+\s+)?fram\s+till\s+att\b|\bkom\s+{OWN_BODY}\s+fram\s+till\s+att\b", of_body=True),
    rule("beslutade organet", SURE, "beslutar beslutade beslöt fastställde godkände beviljade biföll avslog valde utsåg vidhåller vidhöll",
        rf"\bWORDS\s+(?:därför\s+|sedan\s+|därefter\s+)?{OWN_BODY}\s+(?:\w+\s+){{0,3}}?(?:att\b|\w)", of_body=True),
    rule("dagen är spikad", LIKELY, "spikat spikad spikades spikas satt satts sattes bestämt bestämd blev", r"^(?:ny(?:tt)?\s+)?(?:datum|datumet|dag|dagen|tid|tiden)\b[^.,]{0,40}\b(?:(?:spik(?:at|ad|ades|as)|satt|satts|sattes|bestäm[dt])\s+(?:till|som)\s|blev\s+(?:den\s+)?(?:\w+dag(?:en)?\s+)?(?:den\s+)?\d)"),
    rule("”beslutades att” utan utsatt organ", SURE, "beslutades beslöts bestämdes bestäms bestämms beslut enades",
        r"^(?:(?:det|per\s+capsulam|därför|efter\s+[\w\s]{1,40}|i\s+\w+)\s+)?(?:beslut(?:ades|as|ats)|beslöts|bestämdes|bestämm?s|beslut\s+(?:togs|fattades|(?:tas|fattas)\s+om\s+att)|(?:togs|fattades)\s+(?:\w+\s+)?beslut\s+(?:om|på|att)\b|enades\s+om\s+att)\b"),
    rule("”beslutade” + verb, utan organ", SURE, "beslutade beslöt beslutat bestämt", r"^(?:beslutade|beslöt|beslutat|bestämt(?=\s+att))\s+(?:att\s+)?(?:inte\s+)?(?-i:[a-zåäö]+[aå])\b"),
    rule("omedelbar justering", LIKELY + 0.1, "omedelbart", r"\bjustera(?:s|des)\s+omedelbart\b"),
    rule("val", SURE, "vald valda valdes väljs omvald nyvald invald återvald omväljs nyväljs inväljs utsedd utsedda utsågs utses", _ELECTION),
    rule("kom överens", SURE, "kom bestämde enades",
        rf"\bkom\s+{OWN_BODY}\s+överens\b|\b(?:bestämde\s+sig|enades|kom)\s+{OWN_BODY}\s+(?:för\s+|om\s+|fram\s+till\s+)?att\b(?!\s+(?:vänta|fundera|diskutera))", of_body=True),
    rule("beslut sist i meningen", LIKELY + 0.1, "beslut beslutat beslutas beslutades bestämdes beslöts",
        r"[,;–.]\s*(?:och\s+)?(?:(?:det|så|detta|vilket)\s+)?(?:beslutades|bestämdes|beslöts)(?:\s+\w+)?\s*[.]?$|\w(?:[,;]\s+|\s+(?:[–-]|[=-]>|→)\s+|\s*\()beslut(?:at|as|ades)\W*$|\w\s+(?:[=-]>|→)\s+beslut\W*$|[.]\s+beslutat\W*$|^(?!.*\b(?:som|hur|när|vad)\b)[^.,:?]{8,120}\s(?:beslutades|beslöts)(?:\s+enhälligt)?[.]?$|\bbeslut\s+(?:om\s+\w+\s+)?togs\s*[.]?$"),
    rule("bestämmer vi att", LIKELY, "bestämmer bestämde",
        rf"^(?!på\s|vid\s|om\s|när\s|då\s)(?:[\wåäö-]+\s+){{1,4}}?bestäm(?:mer|de)\s+{OWN_BODY}\s+(?:oss\s+för\s+)?att\b", of_body=True),
    rule("gör ställningstagande", SURE, "ställningstagande", rf"^{OWN_BODY}\s+(?:gör|gjorde)\s+(?:följande\s+)?ställningstagande\w*\s*:", of_body=True),
    rule("beslut om … togs", SURE, "togs fattades", r"^beslut\s+om\s[^.]{3,120}\sWORDS[.]?$"),
    rule("”beslutade mötet” sist", SURE, "beslutade beslöt bestämde", rf",\s+WORDS\s+{OWN_BODY}[.]?$", of_body=True),
    rule("konstituerar sig", LIKELY, "konstituerar konstituerade", rf"^{OWN_BODY}\s+konstituera(?:r|de)\s+sig\b", of_body=True),
    rule("ställer sig positiv", LIKELY, "ställer ställde", rf"^{OWN_BODY}\s+WORDS\s+sig\s+(?:\w+\s+)?(?:positiv[at]?|negativ[at]?|bakom)\s+till\b", of_body=True),
    rule("uttalade sig för", LIKELY, "uttalade uttalar", r"^(?:mötet|stämman|årsmötet|styrelsen|nämnden|rådet)\s+uttala(?:de|r)\s+sig\s+(?:för|mot)\b", of_body=True),
    rule("är positiv till", LIKELY, "är var", r"^(?:styrelsen|nämnden|rådet|mötet|utskottet|kommittén|stämman)\s+WORDS\s+(?:\w+\s+)?(?:positiv|negativ)a?\s+till\s+(?:att|\w*förslaget|ansökan|\w*inköpet)\b", of_body=True),
    rule("verbet först, utan organ", LIKELY, "godkänner fastställer noterar beviljar bifaller avslår bordlägger skänker",
        r"^(?:skänker(?=\s+\d)|godkänner|fastställer|noterar|beviljar|bifaller|avslår|bordlägger)\s+(?!att\b|inte\b|\w+en\s+\w+et\s)[^.,?]{3,80}[.]?$"),
    rule("läggs till handlingarna", SURE, "handlingarna acta",
        r"\b(?:lägg(?:s|es|er)|lade?s?|las)\b[^.]{0,60}\btill\s+handlingarna\b|\b(?:läggs|lades|lägges)\s+ad\s+acta\b"),
    rule("organet väljer", SURE, "valde väljer utsåg utser omvalde nyvalde",
        rf"^{OWN_BODY}\s+(?:\w+\s+)?WORDS\b(?!\s+mellan\b)", of_body=True),
    rule("”valdes/utsågs” först i satsen", SURE, "vald valde valdes utsågs utses väljs omvaldes nyvaldes",
        r"^(?:till\s+[\w\s,]{3,60}\s+)?WORDS\b"),
    rule("organet och ett formellt verb", LIKELY + 0.1, f"{_SETTLES} ställer ställde avger avgav instämmer instämde säger sade ingår",
        rf"^(?!(?:vi|man)\s+noter)(?:[\w\s,/%]{{0,40}}:?\s)?{OWN_BODY}\s+(?:\w+\s+)?(?:{any_of(_SETTLES.split())}|{_SETTLES_IN_WORDS})\b(?!\s+(?:att\s+(?:det|vi|man|de|frågan\s+är)|mellan)\b)", of_body=True),
    rule("formellt verb i passiv", LIKELY + 0.1, f"{_IS_SETTLED} skjuts sköts röstades",
        rf"\b(?<!man\sär\s)(?:{any_of(_IS_SETTLED.split())}|{_IS_SETTLED_IN_WORDS})\b"),
    rule("frågar och finner", LIKELY + 0.1, "sker skett skedde besvarad", r"\b(?:finner|fann)\s+(?:att\s+)?(?:så\s+(?:sker|har\s+skett|skedde)|(?:frågan\s+)?(?:med\s+)?(?:ja|jakande)\s+besvarad)\b|\bfrågan\s+jakande\s+besvarad\b"),
    rule("anses besvarad", LIKELY + 0.1, "anses ansågs",
        r"\bWORDS\b[^.]{0,30}\b(?:besvarad\w*|avslutad\w*|behandlad\w*)"),
    rule("omedelbar justering", LIKELY + 0.1, "förklaras",
        r"\b(?:förklaras|förklarades)\b[^.]{0,30}\bomedelbart\s+juster"),
    rule("stadgeenligt eller behörigt", LIKELY + 0.1, "stadgeenligt stadgaenligt stadgarna stadgar behörigt beslutsmässig beslutmässig beslutför beslutfört tid ordning",
        r"^(?!(?:frågan?\s+om|ekonomin?|räkenskaperna|\w*kassan)\b).*\b(?:var|vara|är|befanns\s+vara|ansåg|fann|fanns|finner(?=\s+(?:att|mötet))|finner\s+sig|fann\s+sig|förklarades?|ansågs?|anses|konstatera\w+|befanns)\b[^.]{0,60}\b(?:stadg[ea]+enlig[at]?|behörigt|behörigen|i\s+(?:behörig|laga|vederbörlig|god)\s+ordning|(?:ha\s+)?(?:skett|utgått)\s+i\s+(?:rätt|god)\s+tid\b|i\s+enlighet\s+med\s+(?:\w+\s+)?stadgar|enligt\s+(?:\w+\s+)?stadgar|beslut(?:s)?(?:mässig\w*|för\b|fört))"),
    rule("datum eller belopp sattes", LIKELY, "sattes sätts bestämdes bestäms fastslogs flyttas flyttades",
        r"\bWORDS\b[^.]{0,40}\b(?:till|att)\b"),
    rule("röster", LIKELY, "röstar röstade röster", r"^(?:med\s+)?\d+\s+röst(?:ar|ade|er)\s+(?:på|för)\s+att\b"),
    rule("ansvarsfrihet", SURE, "ansvarsfrihet ansvarfrihet",
        r"\b(?:fick|får)\s+(?:full\s+)?ansvarsfrihet\b|\bansvar[s]?frihet\w*\s+(?:bevilja\w*|godkän\w*|gavs|ges|tillstyrk\w*)|\b(?:bevilja\w*|gav\w*|ges)\b[^.]{0,60}\bansvarsfrihet\b"),
    rule("datum eller belopp sattes", LIKELY, "oförändrad oförändrat oförändrade",
        r"\b(?:beslutades|beslöts|fastställdes|bestämdes|sattes|fastslogs)\s+(?:att\s+)?(?:vara\s+|bli\s+|till\s+)?oförändra(?:d|t|de)\b"),
    rule("datum eller belopp sattes", LIKELY, "beslöts beslutades bestämdes",
        r"^[^.,]{3,60}?\sWORDS\s+till\s+\d"),
    rule("formell att-sats", LIKELY, "fastställa godkänna bevilja bifalla anta avslå utse uppdra bordlägga återremittera lägga ge",
        r"^[-–]?\s?att\s+(?:inte\s+)?(?:fastställa|godkänna|bevilja|bifalla|anta|avslå|utse|uppdra|bordlägga|återremittera|lägga\s[^.]{0,60}\btill\s+handlingarna"
        r"|ge\s[^.]{2,80}?\s(?:i\s+uppdrag|fria\s+händer|mandat|fullmakt|ansvarsfrihet))\b(?!.*\s(?:är|blir|var|kräver|innebär)\s)"),
    rule("besvarades jakande", LIKELY + 0.1, "besvarades",
        r"\bbesvara(?:des|s)\s+(?:\w+\s+)?(?:med\s+(?:ja\b|nej\b)|jakande|nekande)"),
    rule("”beslöts” inne i satsen", SURE, "beslöts beslutades",
        r"\bWORDS\s+(?:(?:därför|också|även|enhälligt|sedan)\s+)*(?:att\b|(?-i:[a-zåäö]+[aå])\b)"),
    rule("organet gör först något annat", LIKELY + 0.1,
        "beslutar beslöt delegerar uppdrar uppdrog godkänner godkände fastställer utser utsåg väljer valde",
        rf"^{OWN_BODY}\s[^.,]{{3,110}}\s(?:och|samt)\s+(?:beslutar|beslutade|beslöt|delegerar|delegerade|uppdrar|uppdrog|godkänner|godkände|fastställer|fastställde|utser|utsåg|väljer|valde)\b", of_body=True),
    rule("organet ger i uppdrag", SURE, "ger lämnar gav lämnade", rf"^{OWN_BODY}\s+(?:därför\s+)?WORDS\s+(?!i\s+(?:våras|somras|höstas|vintras|fjol)|redan|tidigare|förra)(?:i\s+uppdrag\s+åt\s+)?[\w\s,]{{2,60}}\s(?:i\s+uppdrag|uppdraget|uppgiften)\b|^{OWN_BODY}\s+ger\s+i\s+uppdrag\b", of_body=True),
    rule("organet fattar beslut om", SURE, "tog tar fattade fattar",
        rf"(?:^|\s){OWN_BODY}\s+(?:(?:tog|fattade)\s+(?:\w+\s+)?beslut(?:et)?\s+(?:om\b|på\s+att\b|i\s+(?:att|frågan\s+att)\b|att\b|enligt\b)|(?:tar|fattar)\s+(?:\w+\s+)?beslut\s+(?:om\s+)?att\b)", of_body=True),
    rule("beslutet blev", SURE, "beslutet beslut", r"^beslut(?:et)?\s+(?:blev|blir|löd|lyder)\b"),
    rule("bekräftade beslutet", LIKELY, "bekräftade bekräftar", r"\b(?:detta\s+möte|mötet|stämman|årsmötet)\s+bekräfta(?:r|de)\s+(?:det\s+)?beslutet\b"),
    rule("informationen noterades", LIKELY, "noteras noterades antecknas antecknades",
        r"^(?:informationen|redovisningen|redogörelsen|rapporten|rapporterna)\s+WORDS\b"),
    rule("blir stående punkt", LIKELY, "stående", r"\b(?:blir|ska\s+vara|görs\s+till)\s+(?:en\s+)?stående\s+(?:punkt|inslag)\b"),
    rule("noteras till protokollet", LIKELY, "protokollet",
        r"^(?:rapporten|rapporterna|redovisningen|informationen|redogörelsen|\w+ens\srapport)\s(?:togs|tas|tages|fördes|förs)\s+till\s+protokollet\b|\b(?:noteras|noterades|antecknas|antecknades)\b[^.]{0,30}\btill\s+protokollet\b|\b(?:tar|tog)\s+(?:del\s+av\s+)?(?:informationen|rapporten|redovisningen)\b[^.]{0,30}\btill\s+protokollet"),
    *ENGLISH_RULES,
    *NORDIC_RULES,
    *OFFICE_RULES,
    *SAID_RULES,
)  # fmt: skip
