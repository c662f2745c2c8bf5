"""Decisions told with everyday words: "Ok från alla", "Vårfesten ställs in", "Avgift: 300 kr (oförändrad)"."""

from minutes.recognition.findings import DOUBTFUL, LIKELY
from minutes.recognition.vocabulary import OWN_BODY
from minutes.recognition.words import Wording, wording

_OWN = rf"(?:{OWN_BODY})"
_ALL = rf"(?:alla|samtliga|{OWN_BODY})"
_OFFICE = r"(?:(?:vice\s+)?ordförande|ledamot|ledamöter|kassör|sekreterare|suppleant(?:er)?|ersättare|revisor(?:er)?|revisorssuppleant(?:er)?|valberedning|sammankallande)"
_YEARS = r"(?:på\s+|för\s+|i\s+)?(?:\d|ett|två|tre)\s+år"
_THEN = r"(?![^.]*\b(?:i\s+fjol|förra|våras|höstas|somras|tidigare|brukar|varje)\b)"
_PRICE = r"[\w-]*(?:avgift|hyra|pris|taxa|arvode|insats)(?:en|et|n|erna|orna)?"

SAID_RULES: tuple[tuple[str, float, Wording, bool], ...] = (
    ("alla sade ja", LIKELY, wording("ok okej ja nej klartecken",
        rf"^(?:ok|okej|ja|klartecken)\s+från\s+(?:alla|samtliga|{OWN_BODY})\b|^(?:alla|samtliga|mötet|styrelsen)\s+(?:sa|sade|svarade)\s+(?:\w+\s+)?(?:ja|nej|ok|okej)\b"), False),
    ("alla var med på det", LIKELY, wording("med",
        rf"^{_ALL}\s+(?:är|var)\s+med\s+på\s+(?:det(?:ta)?\W*$|att\s|(?:det\s+)?förslaget|idén)"), False),
    ("förslaget föll eller vann", LIKELY, wording("föll vann",
        r"^(?:förslaget|motionen|yrkandet|tilläggsyrkandet)\s+föll\s*[.]?$|\b(?:val|valet)\s+föll\s+på\s|\b(?:förslag|yrkande|alternativ)(?:et)?(?:\s+\w+)?\s+vann\b(?!\s+gehör)|\bvann\s+(?:\w+s\s+)?(?:förslag|yrkande|alternativ)"), False),
    ("avgiften är oförändrad", LIKELY, wording("oförändrad oförändrat oförändrade",
        r"^[\w-]*(?:avgift|avgifter|arvode|arvoden|hyra|entré)(?:en|et|n)?(?:\s+\d{4})?\s*(?::|är|blir)\s*[^.]{0,30}?\d[^.]{0,20}\boförändra(?:d|t|de)\b"), False),
    ("avgiften behålls", LIKELY, wording("behålls ligger",
        rf"^{_PRICE}\b[^.,]{{0,40}}\s(?:behålls\b|ligger\s+(?:också\s+)?kvar\s+på\s){_THEN}"), False),
    ("val", LIKELY, wording("år",
        rf"^{_OFFICE}\s*\(\s*{_YEARS}\s*\)\s*:?\s*(?-i:[A-ZÅÄÖ])[^.:]{{2,80}}$|^{_OFFICE}\s*:?\s*(?-i:[A-ZÅÄÖ])[^.:]{{2,60}}?[,(]\s*{_YEARS}\W*$"), False),
    ("det blev beslutat", LIKELY + 0.1, wording("beslutat bestämt klart",
        r"^(?:det|så)\s+(?:blev|är)\s+(?:\w+\s+)?(?:beslutat|bestämt)\s+att\b"), False),
    ("en grupp bildas", LIKELY, wording("bildas bildades tillsattes tillsätts utsågs",
        rf"^en\s+\w*(?:grupp|kommitté)\s+(?:bildas|bildades|tillsattes|tillsätts)\b{_THEN}(?!.*\b20\d\d\b)"), False),
    ("får teckna firman", LIKELY + 0.1, wording("teckna disponera",
        r"\b(?:får|fick|ska|skall|äger\s+rätt\s+att)\s+(?:\w+\s+)?teckna\s+(?:\w+s\s+)?(?:firma|konto|bankkonto|avtal|firman|kontot|kontona|konton)\b"), False),
    ("val enligt förslag", LIKELY, wording("valberedningens förslag",
        r"^(?:om|ny)?val(?:en)?\s+(?:\w+\s+)?enligt\s+valberedningens\s+förslag\b(?!\s+till)"), False),
    ("får fria händer", LIKELY + 0.1, wording("händer ljus klartecken",
        r"\b(?:får|fick|ger|gav|ges|gavs)\s+[^.]{0,40}?(?:fria\s+händer|grönt\s+ljus)\b|^(?:klartecken|grönt\s+ljus)\s+(?:gavs\s+|ges\s+)?(?:för|till)\b"), False),
    ("enhälligt bifall", LIKELY, wording("bifall avslag",
        r"^(?:enhälligt|enigt)\s+(?:bifall|avslag)\s*[.]?$"), False),
    ("går med i eller ur", LIKELY, wording("går ansluter",
        rf"^{_OWN}\s+(?:går\s+(?:med\s+i\s+(?-i:[A-ZÅÄÖ])|ur\s)|ansluter\s+sig\s+till\s)"), True),
    ("ställs in", LIKELY, wording("ställs ställdes ställer",
        rf"^(?:årets\s+)?[\wåäö-]+(?:en|et|n|an)\s+(?:[^.,?]{{0,30}}\s)?(?:ställs|ställdes)\s+in\b(?!\s+av\b){_THEN}|^{_OWN}\s+ställer\s+in\s+(?!sig|oss|på)\w"), False),
    ("klubbades", LIKELY + 0.1, wording("klubbade spikade klubbar spikar",
        rf"^{_OWN}\s+(?:klubbade|klubbar|spikade|spikar)\s+(?:igenom\s+)?\w"), True),
    ("skänker pengar", LIKELY, wording("skänker",
        r"^skänker\s+\d[\d ]*\s*(?:kr|kronor|:-)"), False),
    ("organet tog beslut att", LIKELY + 0.1, wording("tog fattade",
        rf"^{_OWN}\s+(?:tog|fattade)\s+(?:\w+\s+)?beslut\s+att\b|^[\w-]+(?:föreningen|klubben|laget|kåren|sällskapet)\s+(?:tog|fattade)\s+(?:\w+\s+)?beslut\s+(?:om\s+)?att\b"), False),
    ("ärendet avskrivs", LIKELY, wording("avskrivs avskrevs",
        r"^(?:ärendet|frågan|punkten|motionen)\s+(?:avskrivs|avskrevs)\b"), False),
    ("avvaktar med", LIKELY, wording("avvaktar avvaktade väntar",
        rf"^{_OWN}\s+(?:avvaktar|avvaktade)\s+med\s+(?!spänning)\w"), True),
    ("styrelsen får i uppdrag", LIKELY, wording("uppdrag uppgift",
        r"^(?:den\s+nya\s+)?styrelsen\s+(?:fick|får|gavs|ges)\s+i\s+(?:uppdrag|uppgift)\s+att\b"), False),
    ("vi har bestämt", LIKELY, wording("valt bestämt beslutat enats",
        r"^(?:vi|gruppen)\s+har\s+(?:nu\s+|därför\s+|också\s+)*(?:valt\s+att|bestämt\s+(?:oss\s+för\s+)?att|beslutat\s+att|enats\s+om)\b"), False),
    ("vilket mötet också gjorde", LIKELY, wording("vilket",
        rf"\bvilket\s+(?:(?:även|också)\s+)?(?:{_OWN}|(?:mötes)?deltagarna|årsmötet)\s+(?:(?:även|också)\s+)?gjorde\W*$"), False),
    ("gruppen utökas", LIKELY, wording("utökas utökades kompletteras kompletterades",
        rf"\b(?:styr\w*|\w*grupp(?:en)?|kommittén|valberedningen)\b[^.]{{0,80}}\s(?:utökas|utökades|kompletteras|kompletterades)\s+med\s{_THEN}"), False),
    ("namn som ordförande", LIKELY, wording("som",
        rf"^(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s+som\s+(?:mötes)?(?:{_OFFICE}|justerare|rösträknare)(?:n|en)?(?:(?:,|\s+och|\s+samt)\s+(?-i:[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?)\s+som\s+\w+)*\W*$"), False),
    ("organet gör ett inköp", DOUBTFUL, wording("köper beställer anlitar byter hyr sponsrar säljer investerar tar",
        r"^(?:vi|styrelsen|föreningen|klubben|byalaget)\s+(?:köper|beställer|anlitar|byter(?!\s+om\b)|hyr|sponsrar|säljer|investerar\s+i|tar\s+(?:offerten|erbjudandet))\s(?!.*\b(?:alltid|brukar|varje|som\s+vanligt|ofta|om\s+(?:det|vi|man))\b)[^?]*$"), False),
    ("organet uppdrog åt", LIKELY + 0.1, wording("uppdrog uppdrar",
        rf"^{_OWN}\s+(?:uppdrog|uppdrar)\s+(?:till|åt)\s+(?-i:[A-ZÅÄÖ])"), True),
)  # fmt: skip
