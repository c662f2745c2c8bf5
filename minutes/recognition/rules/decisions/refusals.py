"""What looks like a decision of the meeting and is none: proposed, told, to come, of others."""

import re

from minutes.expressions import regex
from minutes.recognition.language.dates import LONG_MONTH
from minutes.recognition.language.telling import TELLS, TOLD
from minutes.recognition.language.vocabulary import THE_MEETING
from minutes.recognition.language.words import wording
from minutes.recognition.rules.decisions.english import ENGLISH_REFUSALS
from minutes.recognition.rules.decisions.reasons import (
    ALREADY_SETTLED,
    ASKED,
    CAME_TO_NOTHING,
    DISCUSSED,
    EARLIER,
    MENTIONED,
    OF_ANOTHER,
    OF_RULES,
    ON_CONDITION,
    PROPOSED,
    REFERRED_TO,
    REPORTED,
    TO_COME,
    TO_FILL_IN,
)

_DID = r"(?:beslutade|beslöt|fastställde|antog|godkände|valde|antogs|togs|avslogs|avslog|bifölls|biföll|\w+(?:ades|ldes|ndes|gdes))\s+(?:redan\s+|bl\.?\s?a\.?\s+)?"
_IS_SETTLED = r"(?:antas|beslutas|bestäms|fastställs|godkänns|utses|väljs)"
_BE_SETTLED = r"(?:adjungeras|antas|avslås|beslutas|bifallas|fastställas|godkännas|utses|väljas)"
_IN_SOME_MONTH = rf"i\s+(?:{LONG_MONTH}|höst|vår|vinter|sommar)"
_YEARS = " ".join(map(str, range(1900, 2100)))
# That is told of a proposal where it was adopted, or turned down.
ADOPTED = regex(
    r"\b(?:\w+(?:ades|ldes|ndes|gdes|ogs|öts)|bifalles|bifölls|avslår|avslog|avslås|ant(?:ar?|og)\s+(?:\w+\s+)?förslag\w*|beslutade|beslöt|enligt\s+förslag\w*|i\s+enlighet\s+med\s+(?:\w+\s+){0,2}förslag\w*|ställ(?:er|de)\s+sig\s+bakom|godkän(?:ner|de)|bifaller|biföll|stöd(?:jer|er|de)|vilket\s+(?:\w+\s+){1,2}(?:antog|gjorde|biföll)"
    r"|och\s+(?:valde|antog|utsåg|godkände|väljs|utses|godkänns|antas|fastställs))\b",
    re.VERBOSE | re.IGNORECASE,
)
_OTHERS = r"(?:förvaltningen|myndigheten|leverantören|beställaren|kommunen|länsstyrelsen|regionen|verket|kontoret|banken|fonden|stiftelsen|arrangören|ägaren|staten|polisen|skolan|kyrkan|rektorn?|bolaget|tidningen|registret|förbundet|parterna|parter)"
_AUDITED = r"(?:revisor\w*|revisionsberättelsen?)"
_READ_OUT = r"(?:lästes?|upplästes|föredrogs?|redogjorde)"
REFUSALS = (
    (TO_COME, wording("inget inga inte ej ännu",
        r"\bWORDS\b[^.]{0,30}\b(?:beslut\w*|klart|fastställ\w*|fattat)\b")),
    (TO_COME, wording("kommer väntas dröjer tas fattas",
        rf"\bbeslut\b[^.]{{0,25}}\b(?:kommer|väntas|dröjer|tas\s+(?:först|av|i|under|den)|fattas\s+(?:av|i|under|den))\b|\bkommer\b[^.]{{0,40}}\b(?:{_BE_SETTLED}|beviljas|tas\s+upp)\b")),
    (TO_COME, wording("bestämmer beslutar", r"\bWORDS\s+(?!.*\batt\b)[^.]{0,40}\b(?:nästa\s+(?:gång|möte)|senare|längre\s+fram)\b")),
    (OF_RULES, wording("normalt vanligen vanligtvis alltid", r"\b(?:beslutar|väljer|utser|fastställer|godkänner)\s+WORDS\b")),
    (OF_RULES, wording("alla samtliga varje", r"\bbeslutar\s+om\s+WORDS\s")),
    (OF_RULES, wording("enligt", r"^enligt\s+(?:\w+\s+)?(?:stadgarna|reglementet|arbetsordningen|delegationsordningen|lagen)\s+(?:beslutar|väljer|utser|fastställer|väljs|utses|fastställs)\b")),
    (OF_RULES, wording("väljs", r"^(?:styrelsen|ordföranden?|ledamöterna|\w*medlemmarna|kassören|sekreteraren|revisorerna|suppleanterna)\s+väljs\s+(?:på|för)\s+(?:\w+\s+år\b|en\s+(?:mandat)?(?:period|tid)\b)")),
    (PROPOSED, wording("valberedningen", r"^valberedningen\s+(?:nominera|förorda|rekommendera)")),
    (EARLIER, wording("sedan", r"^sedan\s+tidigare\b")),
    (EARLIER, wording("vald valda", r"\b(?:är|var)\s+vald[a]?\s+(?:till\s+(?:och\s+med\s+)?(?:årsmötet\s+)?(?:19|20)\d\d|t\.?\s?o\.?\s?m)\b")),
    (OF_ANOTHER, wording("godkändes godkänd godkänt bygglovet kontrollen besiktningen provet bilen ventilationen sotningen elen",
        r"\bgodkän(?:des|d|t)\s+(?:vid|i)\s+(?:kontroll|besiktning|prov)\w*|\bgodkändes\s+av\s+(?:inspektör|besiktningsman|sotar|bankm)\w*|^(?:bygglovet|kontrollen|besiktningen|bilen|ventilationen|sotningen|elen)\s+(?:är|blev|har)\b|^(?:besiktningen|kontrollen|provet|sotningen|ventilationen)\s+godkän(?:des|ns)\b")),
    (TO_COME, wording("senare fram", rf"\b{_IS_SETTLED}\s+(?:\w+\s+)?(?:senare|längre\s+fram)\b")),
    (TO_COME, wording("på vid under", rf"\b{_IS_SETTLED}\s+WORDS\s+(?:(?:nästa|kommande|nästkommande)\s|\w*(?:årsmötet|stämman|höstmötet|vårmötet)\b)")),
    (TO_COME, wording("bestämmer",
        r"^(?:(?:på|vid|till)\s+(?:nästa|kommande)\s\w+|sedan|därefter|då|senare|innan\s\w+)\s+bestämmer\b")),
    (TO_COME, wording("ska skall måste behöver bör borde kan kunde skulle väntas planeras tänkt föreslås",
        rf"\bWORDS\b[^.]{{0,30}}\b(?:{_BE_SETTLED}|besluta)\b")),
    (OF_ANOTHER, wording("av i inom på",
        r"\b(?:beslut(?:ades|ade|at|ats|as|et|en)?|beslöt|fastställdes|godkändes|antogs|togs|tagits|fattades|fattats|fattat)\b[^.,]{0,40}\b(?:av|i|inom|på\s+(?:nationell|regional|central)\w*)\s+(?:RS|RF|KF|KS|HSN|riksdag\w*|regering\w*|(?:kommun|region|landstings)(?:fullmäktige|styrelsen)|domstol\w*|budget\w*|nationell|[A-ZÅÄÖ]{2,4}\b)",
        any_case=False)),
    (DISCUSSED, wording("diskuterade diskuterades diskuterar resonerade pratade samtalade",
        r"^(?:vi|man|det|mötet|styrelsen|gruppen|nämnden|rådet)\s+WORDS\b(?!.*\b(?:och|samt|som|därefter|varefter|därpå)\s+(?:\w+\s+){0,3}?(?:beslut|beslöt|bestäm|enades|kom\s+överens|godkän|faststäl|bordla|anto|avslog|biföll|valde|utsåg))")),
    (OF_ANOTHER, wording("utses väljs", r"\bWORDS\s+(?:formellt\s+)?av\s+(?!(?:års)?mötet|stämman|styrelsen|nämnden|rådet|gruppen)(?-i:[A-ZÅÄÖ])")),
    (EARLIER, wording("utsedda valda", r"\bWORDS\s+(?:revisor|ombud|ledam|represent|suppleant|justera)\w+\s+(?:har|hade)\b")),
    (MENTIONED, wording("hur", r"\bhur\s+(?:\w+\s+){0,2}(?:väljs|valts|antagits|antas|utses|utsetts|fastställs|fastställts)\b(?!.*\b(?:beslut|bestäm))")),
    (MENTIONED, wording("godkänns", r"\bgodkänns\s+av\s+juster")),
    (OF_ANOTHER, wording("berättar berättade nämner nämnde", r"^(?:vidare\s+|sedan\s+|därefter\s+)?(?:(?:\w+\s+){1,3}WORDS|WORDS\s+(?:\w+\s+){1,3}?)\s?(?:om\s+)?att\b(?!.*\b(?:beslutades|beslöts)\s+att\b)")),
    (CAME_TO_NOTHING, wording("ingen inget inga", r"\bWORDS\s+(?:spika(?:s|des)|valdes|väljs|utsågs|utses|fastställdes|antogs|godkändes)\b")),
    (CAME_TO_NOTHING, wording("inte ej", r"\b(?:valdes|utsågs|väljs|utses)\s+WORDS\b")),
    (OF_ANOTHER, wording("av",
        rf"\b\w+(?:des|ts)\s+av\s+(?:båda\s+)?\w*{_OTHERS}\b|\b(?:utsågs|valdes)\s+till\s[^.,]{{3,60}}\sav\s+\w*{_OTHERS}\b")),
    (EARLIER, wording("fjol våras höstas somras vintras förra",
        r"\b(?:valdes|vald|valda|utsågs|utsedda?)\s[^.,]*\s(?:förra\s+(?:året|mötet|gången)|i\s+(?:fjol|våras|höstas|somras|vintras))\W*$")),
    (TO_COME, wording("eventuellt kanske ev möjligen troligen förmodligen", r"^(?:eventuellt|kanske|ev\.?|möjligen|troligen|förmodligen)\s")),
    (MENTIONED, wording("hur när vem vilka",
        r"^(?:(?!\w*(?:beslut|bestäm|enade|besl)|att\b|överens\b)\S+\s+){0,4}?(?:\w+/)?WORDS\s+(?:vi|man|styrelsen|mötet|gruppen)\s+(?:bestämmer|beslutar|fastställer|väljer|utser)\b")),
    (OF_ANOTHER, wording("riksdagen regeringen eu länsstyrelsen regionen kommunen landstinget tingsrätten skatteverket polisen förbundsstyrelsen riksårsmötet",
        r"^(?:riksdagen|regeringen|EU|länsstyrelsen|regionen|kommunen|landstinget|tingsrätten|skatteverket|polisen|förbundsstyrelsen|riksårsmötet)\s+(?:har\s+)?(?:beslut\w*|beslöt|bevilja\w+|godkän\w*|fastställ\w*|antagit|antog|avslog|avslagit|biföll|upphäv\w+|utsåg|utsett)")),
    (OF_ANOTHER, wording("kongressen fullmäktigemötet riksårsmötet förbundsårsmötet distriktsårsmötet förbundsstämman ombudsmötet riksmötet",
        r"^(?:på|vid|under)\s+(?:\w+s\s+)?WORDS\s+\w+s\b")),
    (OF_ANOTHER, wording(" ".join(sorted(TOLD | TELLS)),
        r"\bWORDS\s+(?:om\s+)?att\s+(?:\w+\s+){1,4}?(?:har\s+|hade\s+)?(?:beslutat|beslutade|beslöt|antagit|antog|godkänt|godkände|fastställt|beviljat|beviljade|avslagit|avslog|valt|utsett|utsetts|valts|(?:nu\s+)?är\s+(?:utsedda?|vald|valda))\b")),
    (TO_COME, wording("beslutar",
        rf"\bbeslutar\s+om\b[^.]{{0,60}}\b(?:{_IN_SOME_MONTH}|(?:på|vid)\s+nästa)\b")),
    (TO_COME, wording("fastställer antar väljer utser",
        rf"\bWORDS\s+(?!att\b)[^.,]{{3,60}}\s(?:{_IN_SOME_MONTH}|(?:på|vid)\s+nästa\s+\w+|nästa\s+år|under\s+(?:våren|hösten))\s*[.]?$")),
    (TO_COME, wording("av",
        rf"\b{_IS_SETTLED}\s+av\s+\w+\s+(?:{_IN_SOME_MONTH}|under\s+(?:våren|hösten)|(?:på|vid)\s+nästa|den\s+\d)")),
    (EARLIER, wording("enligt utifrån enlighet grund anledning följd",
        r"\b(?:enligt|utifrån|i\s+enlighet\s+med|på\s+grund\s+av|med\s+anledning\s+av|till\s+följd\s+av)\s+(?:tidigare\s+|ett\s+|det\s+|\w+s\s+)*beslut")),
    (EARLIER, wording("som", r"^(?!.*\b(?:genomgicks|upplästes|lästes|föredrogs|presenterades|gicks\s+igenom|föredrog|presenterade|redovisade|framlade|lade\s+fram|lades\s+fram|läste\s+upp|gick\s+igenom|redogjorde\s+för)\b[^.]*\bsom\s+(?:sedan\s+|därefter\s+|också\s+)?(?:godkändes|fastställdes|antogs|justerades)(?:\s+och\s[^.]{3,60}|\s+enhälligt|\s+utan\s+\w+)?\s*[.]?$).*\bsom\s+(?:tidigare\s+)?(?:beslut\w+|fastställdes|valdes|väljs|utses|godkändes|antogs)\b(?!\s+av\s+mötet\W*$)")),
    (EARLIER, wording("förra föregående tidigare senaste förrförra",
        r"\bWORDS\s+(?:\w*möte\w*|sammanträde\w*|årsmöte\w*|stämma\w*|gång\w*)\b[^.]{0,40}\b(?:beslut\w*|bestäm\w*|valdes|utsågs)")),
    (EARLIER, wording("har hade",
        r"\b(?!(?<=^vi\s)har\s+(?:(?:nu|därför|också)\s+)*(?:bestämt|beslutat|valt)\s)ha(?:r|de)\s+(?:redan\s+|tidigare\s+|nu\s+)?(?:(?:styrelsen|nämnden|mötet|årsmötet|stämman|vi|man|föreningen|klubben)\s+)?(?:redan\s+|tidigare\s+)?(?:beslut\w*|fastställt\w*|godkän\w*|antagit\w*|beviljat\w*|valt\w*|utsett\w*)\b")),
    (REPORTED, wording(" ".join(sorted(TOLD)),
        r"^WORDS\s[^.]{0,160}\s(?:tillstyrk\w+|föreslå\w*|rekommendera\w*)\b")),
    (REPORTED, wording("revisor revisorn revisorerna revisionsberättelsen revisionsberättelse",
        rf"\b{_AUDITED}\b[^.]*\b{_READ_OUT}\b[^.]*\btillstyrk|\b{_READ_OUT}\b[^.]*\b{_AUDITED}\b[^.]*\btillstyrk")),
    (REPORTED, wording("revisor revisorn revisorerna",
        r"^revisor\w*\b(?!.*\b(?:vilket|beviljades|beviljade|godkändes|godkände|antogs|antog|fastställdes|fastställde|beslutade|beslöt|valde|valdes|utsåg)\b)[^.]*\b(?:tillstyrk\w*|rekommenderade|föreslog)\b")),
    (EARLIER, wording("kallelse kallelsen", r"^kallelse(?:n)?\s+(?:var|hade|har)\b")),
    (ALREADY_SETTLED, wording("redan", r"\bhade\s+redan\s+(?:godkän|fastställ|beslut|antag|bevilja|val|utse)")),
    (OF_ANOTHER, wording("av", r"\b(?:de|den|det|dessa)\s+av\s+\w+\s+(?:beslutade|godkända|fastställda|antagna)\s+(?:och\s+\w+\s+)?[a-zåäö]")),
    (TO_FILL_IN, wording("godkännes godkänns justeras", r"\bWORDS\s+av\s+\w+\s*:\s*$")),
    (EARLIER, wording("beslut", r"^beslut\s+har\s+(?:nu\s+)?(?:tagits|fattats)\s+(?:om\s+)?att\b")),
    (EARLIER, wording("sedan", r"\bsedan\s+(?:tidigare\s+)?beslut\w*")),
    (EARLIER, wording("årsmötet stämman styrelsen nämnden", r"\bWORDS\s+den\s+\d+[^.]{0,20}\bbeslut")),
    (EARLIER, wording("den höstas våras somras vintras fjol januari februari mars april maj juni juli augusti september oktober november december förra tidigare föregående senaste",
        rf"\b{_DID}(?:av\s+\w+\s+(?=förra|i\s))?(?:den\s+\d|i\s+(?:förra|höstas|våras|somras|vintras|fjol|{LONG_MONTH})\b|förra\s|tidigare|(?:på|vid)\s+(?:förra|föregående|senaste)\b)")),
    (EARLIER, wording(_YEARS, rf"\b{_DID}(?:(?:på|vid)\s+\w+\s+)?(?:år\s+)?(?:19|20)\d\d(?:-\d\d|\s*[.]?$)|\b(?:valdes|utsågs)\s[^.,]{{3,60}}\s(?:på|vid)\s+\w*{THE_MEETING}\s+(?:19|20)\d\d\W*$")),
    (OF_RULES, wording("väljs utses fastställs antas",
        r"\bWORDS\s+(?:\w+\s+){0,2}?(?:av\s+(?:\w+s)?(?:årsmötet|stämman|kongressen|fullmäktige|styrelsen|nämnden)\b|vid\s+varje\b|varje\s+(?:år|möte)|årligen\b)")),
    (EARLIER, wording("fjol våras höstas somras vintras", rf"^då\s[^.,]{{0,40}}\bi\s+WORDS\s+{_DID}")),
    (ASKED, wording("frågar frågade frågades undrade undrar kontrollera kolla undersöka undersök", r"\b(?:frågar|frågades?|undrar|undrade|^kontrollera|^kolla|^undersöka?)\s+(?:\w+\s+)?(?:om|varför|hur|när|vem|vilka|vad)\s(?!.*\b(?:finner|fann)\b)")),
    (ON_CONDITION, wording("innan när för eftersom inför om ifall",
        r"^(?:innan|när|för\s+att|eftersom|inför(?!.*\b(?:beslutades|beslöts|bestämdes)\s+att\b))\b[^,]{0,80}\b(?:beslut\w*|fastställ\w*|godkän\w*|väljs|utses)[^,]*$|^(?:om|ifall)\s")),
    (PROPOSED, wording("motion motionen motioner förslag förslaget skrivelse yrkande",
        r"\bWORDS\b[^.]{0,60}\batt\s+(?:\w+\s+)?(?:stämman|årsmötet|mötet|föreningsstämman|kongressen)\s+(?:beslutar|ska)\b")),
    (PROPOSED, wording("förslag föreslår föreslog yrkar yrkade yrkande vill önskar tycker kan rekommenderas",
        r"\b(?:^förslag(?:et|en)?\s*:|förslag(?:et|en)?\s+(?:är|att)\b|föreslår|föreslås|föreslog(?:s)?|yrka(?:r|de)\b|yrkande(?!rätt)|vill\s+att|önskar\s+att|tycker\b|kan\b[^.]{0,40}\btillstyrka|rekommenderas\s+att)")),
    (REFERRED_TO, wording("beslut beslutet besluten överklaga",
        r"^(?:information\s+om\s+)?beslut(?:et|en)?\s+(?:om(?!\s+att\s+(?:inte\s+)?(?-i:[a-zåäö]+[aå])\b(?![^.]*\s(?:fattas|tas)\b))(?![^.]*\s(?:togs|fattades)[.]?$)|från|kan\s+överklagas|skickas|expedieras|i\b|gällande|avseende|finns)\b|\böverklag")),
    *ENGLISH_REFUSALS,
)  # fmt: skip
