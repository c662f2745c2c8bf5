"""Decisions told with everyday words: "Ok från alla", "Vårfesten ställs in", "Avgift: 300 kr (oförändrad)".

Each row is one matter, and the words by which it is settled. What is told of another time is none.
"""

from minutes.recognition.findings import DOUBTFUL, LIKELY
from minutes.recognition.language.vocabulary import OWN_BODY
from minutes.recognition.rules.decisions.rule import rule

_NAMED = rf"(?!(?:vi|man)\b){OWN_BODY}"  # "vi ändrar ordningen" may be said of anything
_EVERYBODY = rf"(?:alla|samtliga|(?:en\s+)?majorite\w+|{OWN_BODY})"
_NOW = r"(?![^.]*\b(?:i\s+fjol|förra|våras|höstas|somras|vintras|tidigare|brukar|varje|alltid|ofta|årligen|som\s+vanligt)\b)"
_AGREED = r"(?:överens|eniga?|enigt|ense)\s+om\s+att\s+(?:inte\s+)?"
_TO_DO = r"(?-i:[a-zåäö]+[aå])\b"
_MATTER = r"(?:ärendet|frågan|punkten|valet|motionen|förslaget|skrivelsen|planen|yttrandet|meningen|stycket|paragrafen|texten|raden|avsnittet|ordet)"
_ELSEWHERE = r"(?:\w*(?:styrelsen|nämnden|fullmäktige|utskottet|rådet|gruppen|kommittén|beredningen|mötet|stämman|kansliet|förvaltningen|medlemmarna)|AU|berörda)"
_PRICE = r"[\w-]*(?:avgift|pris|arvode|insats|entré|inträde|(?:hyr|tax)(?:a|or))(?:en|et|n|t|er|erna|na)?"
_SUM = r"\d[\d ]*\s*(?:kr|kronor|tkr|:-)"
_SETTLED = r"(?:godkän[dt]a?|fastställ[dt]|antage[nt]|bevilja[dt]|bordlag[dt]|avslage[nt]|bifallen)"

SAID_RULES = (
    # "Ok från alla", "Samtliga var med på det", "Alla är överens om att köpa tält"
    rule("alla är överens", LIKELY, "ok okej ja nej jakande nekande majoritet med röstade biföll invända invändning invändningar överens enig eniga enigt ense svarade svarar",
        rf"^(?:ok|okej|ja)\s+från\s+(?:alla|samtliga|{OWN_BODY})\b|^inga?\s+invändning(?:ar)?\b[^.]{{0,30}}\bmot\b|^(?:{OWN_BODY}\s+(?:hade|har)\s+inget|ingen\s+(?:hade|har)\s+något)\s+att\s+invända\b|^(?:en\s+)?majoritet(?:en)?\s+(?:var|är)\s+(?:för|emot|mot)\s+att\b"
        rf"|^{_EVERYBODY}\s+(?:(?:sa|sade|svarade|svarar)\s+(?:\w+\s+)?(?:ja|nej|ok|okej|jakande|nekande)\b|(?:är|var)\s+med\s+på\s+(?:det(?:ta)?\W*$|att\s|(?:det\s+)?förslaget|idén)|röstade\s+(?:för|emot|mot|nej|ja)\b|biföll\b"
        rf"|(?:är|var|blev)\s+(?:\w+\s+)?{_AGREED}(?:{_TO_DO}|[^.]{{2,60}}\b(?:ska|skall|bör|blir|får|gäller|görs|läggs|tas|hålls|sätts|ges|(?:är|har)\s+(?:\w+\s+)?(?:fullgjord|fullgjorts|avslutad|genomförd|slutförd)\w*|\w{{3,}}(?:as|eras|ts))\b))"),
    # "Motionen vann bifall", "Förslaget föll", "…, vilket mötet godkände", "Posten godkändes enligt förslag"
    rule("förslaget vann eller föll", LIKELY + 0.1, "föll vann igenom bifall vilket godkände biföll antog beviljade valde följde enligt enlighet",
        r"^(?:motionen|förslaget|yrkandet|tilläggsyrkandet|ansökan)\s+(?:gick\s+igenom\b(?!\s+(?:av|punkt|på))|(?:fick|vann|bifölls?|får|vinner)\s+bifall\b|föll\s*[.]?$)|\b(?:val|valet)\s+föll\s+på\s"
        r"|\b(?:förslag|yrkande|alternativ)(?:et)?(?:\s+\w+)?\s+vann\b(?!\s+gehör)|\bvann\s+(?:\w+s\s+)?(?:förslag|yrkande|alternativ)"
        rf"|\bvilket\s+(?:(?:också|även)\s+)?(?:(?:{OWN_BODY}|(?:mötes)?deltagarna)\s+(?:(?:också|även)\s+)?(?:godkände|biföll|antog|beviljade|gjorde\W*$|gick\s+med\s+på)|godkändes|bifölls|antogs|beviljades)|\soch\s+{OWN_BODY}\s+(?:valde|godkände|antog|biföll|beviljade)\s|^{OWN_BODY}\s+följde\s+(?:\w+\s+)?förslag"
        r"|^[^.,]{3,80}\b(?:\w{3,}(?:ades|erades|des|tes)|besvaras)\s+(?:enligt|i\s+enlighet\s+med)\s+(?:\w+\s+)?förslag(?:et)?\s*[.]?$"),
    # "Dagordningen godkänd", "Motion 3: avslag", "Enhälligt bifall", "Dagordningen ok"
    rule("utfallet, utan verb", LIKELY, "godkänd godkänt godkända fastställd fastställt antagen antaget beviljad beviljat bordlagd bordlagt avslagen avslaget bifallen bifalles avslås bifall avslag enligt ok okej okay",
        rf"^(?!.*\b(?:är|var|blev|blir|när|om|som|inte|ännu)\b)[^.,:?]{{0,60}}\b{_SETTLED}(?:\s+enhälligt|\s+utan\s+(?:\w+\s+)?\w+)?\s*[.]?$|(?:^|[.:,]\s|\s)(?:godkän[dt]a?|beviljad|bifalles)\s*[.]?$"
        rf"|^{_SETTLED}\s+(?:med(?!\s+(?:beröm|glans|råge))|efter|utan|enligt)\s|^(?:motion|förslag|yrkande|att-?sats)(?:en|et)?\s*\d*\s*[:–-]\s*(?:{_SETTLED}|bifall|avslag|bifalles|avslås)\W*$"
        rf"|^(?:beslut\s+)?enligt\s+(?:(?!valberedningens)\w+\s+)?förslag(?:et)?\s*[.]?$|^(?:enhälligt\s+|enigt\s+)?(?:bifall|avslag)(?:\s+(?:till|på)\b[^.]*)?[.]?$|^(?:fastställande\s+av\s+|godkännande\s+av\s+)?(?:dagordning(?:en)?|(?:föregående\s+)?protokoll(?:et)?)\b[^.]{{0,30}}\b(?:ok|okej|okay)\s*[.]?$"),
    # "Det blev bestämt att …", "Vi har valt att …", "Sedan enades vi om en färg", and without who: "Enades om att flytta festen"
    rule("vi har bestämt", LIKELY + 0.1, "beslut beslutat bestämt bestämde enas enades enats kom valt",
        r"^(?:det|så)\s+(?:är|blev)\s+(?:\w+\s+)?(?:(?:beslutat|bestämt)\s+att\b|beslut\s+(?:på|om)\s+att\b)|^(?:vi|gruppen)\s+har\s+(?:nu\s+|därför\s+|också\s+)*(?:valt\s+att|bestämt\s+(?:oss\s+för\s+)?att|beslutat\s+att|enats\s+om)\b"
        rf"|^(?:bestämde\s+(?:oss\s+för\s+)?|enades\s+om\s+|kom\s+(?:överens\s+om|fram\s+till)\s+)att\s+(?:inte\s+)?{_TO_DO}"
        rf"|\b(?:enas|enades)\s+{OWN_BODY}\s+om\s+(?!att\b)"),
    # "Oförändrad årsavgift", "Medlemsavgiften lämnas oförändrad"
    rule("oförändrad", LIKELY, "oförändrad oförändrat oförändrade",
        rf"^(?:\w+s\s+)?{_PRICE}\b(?:\s+\d{{4}})?[^.?]{{0,60}}[\s(:]oförändra(?:d|t|de)\b{_NOW}|^oförändra(?:d|t|de)(?:\s+(?:års|medlems)?avgift\w*)?\b(?!\s+\w+s\b)[^.?]{{0,40}}[.]?$"),
    # "Årsavgiften höjs till 300 kr", "Hyran ligger kvar på 90 kr", "Priset blir 40 kr"
    rule("avgiften sätts", LIKELY, "höjs sänks höjdes sänktes justeras justerades fastställs sätts behålls ligger ska skall blir utgår",
        rf"^(?:\w+s\s+)?{_PRICE}\b[^.,:]{{0,60}}\s(?:(?:höjs|sänks|höjdes|sänktes|justeras|justerades|fastställs|sätts)\s+(?:\w+\s+)?(?:till|med|från)\s|behålls\b|ligger\s+(?:också\s+)?kvar\s+på\s|(?:ska|skall)\s+vara\s+\d|utgår\s+med\s+\d|(?<!närvarande )blir\s+\d(?![^.]*\b(?:enligt|om)\b)){_NOW}"),
    # "Skänker 500 kr till byaskolan", "Styrelsen ger laget 2 000 kronor", "Laget tilldelas 2 000 kronor"
    rule("ger en summa", LIKELY, "skänker skänkte bidrar ger gav tilldelas",
        rf"^(?:skänker|bidrar\s+med)\s+{_SUM}|^{OWN_BODY}\s+(?:skänker|skänkte|bidrar\s+med|ger|gav)\s+(?:[^.,]{{3,40}}?\s)?{_SUM}{_NOW}|^[^.,]{{3,60}}\stilldelas\s+\d(?![^.]*\sav\s)"),
    # "Årets överskott överförs till nästa år"
    rule("resultatet förs vidare", LIKELY, "överförs överföres balanseras överfördes balanserades räkning",
        rf"^(?:årets\s+)?(?:överskott|underskott|vinst|resultat|förlust)(?:et|en)?\b[^.]{{0,40}}\b(?:överförs|överfördes|balanseras|balanserades)\b{_NOW}|\b(?:överförs|överföres|balanseras|förs|föres|disponeras)\b[^.]{{0,40}}\bi\s+ny\s+räkning\b"),
    # "Motionen remitteras till kansliet", "Punkten stryks", "Skrivelsen lämnas utan åtgärd"
    rule("ärendet läggs undan eller skickas vidare", LIKELY, "avskrivs avskrevs stryks ströks ajourneras ajournerades vila vilande utan lämnas lämnades överlämnas överlämnades remitteras remitterades hänvisas hänvisades skjuts sköts skjuter sköt",
        rf"^(?:[A-ZÅÄÖ]\w+\s+)?{_MATTER}\b[^.,]{{0,90}}?\s(?:(?:avskrivs|avskrevs|ajourneras|ajournerades)\b|(?:stryks|ströks)\s*[.]?$|får\s+vila\b|läggs\s+vilande\b|(?:lämnas|lämnades)\s+utan\s+(?:vidare\s+)?(?:åtgärd|bifall)"
        rf"|(?:lämnas|lämnades|överlämnas|överlämnades|remitteras|remitterades|hänvisas|hänvisades)\s+(?:över\s+)?till\s+{_ELSEWHERE}\b|(?:skjuts|sköts)\b[^.]{{0,40}}\b(?:till|upp)\b)"
        r"|\b(?:överlämnas|lämnas\s+över|remitteras|hänvisas)\s+till\s+[^.]{3,60}\s+för\s+(?:beredning|vidare|handläggning|yttrande|beslut)|^(?-i:[A-ZÅÄÖ])[\w-]+(?:\s[\w-]+)?\s+(?:skjuts|sköts)\s+(?:upp|fram)\s+till\b"
        rf"|^(?:vi|{_NAMED})\s+(?:skjuter|sköt)\b[^.]{{0,60}}\b(?:till|upp)\b"),
    # "Vårfesten ställs in", "En byggrupp bildas", "Valberedningen utökas med Bo"
    rule("något ställs in, bildas eller utökas", LIKELY, "ställs bildas bildades tillsätts tillsattes utökas utökades kompletteras kompletterades utesluts uteslöts",
        rf"^(?:årets\s+)?[\wåäö-]+(?:en|et|n|an)\s+(?:[^.,?]{{0,30}}\s)?ställs\s+in\b(?!\s+av\b){_NOW}|^en\s+\w*(?:grupp|kommitté)\b[^.:]{{0,80}}\b(?:bildas|bildades|tillsattes|tillsätts)\b{_NOW}(?!.*\b20\d\d\b)"
        rf"|\b(?:styr\w*|\w*grupp(?:en)?|kommittén|valberedningen|budgeten)\b[^.]{{0,80}}\s(?:utökas|utökades|kompletteras|kompletterades)\s+med\s{_NOW}|\b(?:utesluts|uteslöts)\s+(?:ur|från)\b"),
    # "Styrelsen höjer hyran", "Rådet tillsätter en arbetsgrupp"
    rule("organet ändrar eller inrättar", LIKELY, "höjer höjde sänker sänkte utökar utökade ändrar ändrade reviderar reviderade förlänger förlängde tillsätter tillsatte bildar bildade remitterar remitterade avskriver avskrev klubbade klubbar spikade spikar utesluter uteslöt står stod",
        rf"^(?!\w*(?:gruppen|kommittén)\b){_NAMED}\s+(?:(?:därför|också|även|nu|enhälligt)\s+)?(?:höj(?:er|de)|sänk(?:er|te)|utöka(?:r|de)|ändra(?:r|de)(?!\s+sig\b)|revidera(?:r|de)|förläng(?:er|de)|tillsätter|tillsatte|bilda(?:r|de)|remittera(?:r|de)|avskriver|avskrev|utesluter|uteslöt|st(?:år|od)\s+fast\s+vid)\s{_NOW}"
        rf"|^{OWN_BODY}\s+(?:klubbade|klubbar|spikade|spikar)\s+(?:igenom\s+)?\w", of_body=True),
    # "Vi går med i Bygdens råd", "Styrelsen avvaktar med skylten", "Vi tackar ja till gåvan", "Vi ställer in festen"
    rule("organet gör det eller avstår", LIKELY, "går ansluter avvaktar avvaktade väntar ställer satsar behåller avstår avstod tackar tackade sade säger sa höjer sänker",
        rf"^{OWN_BODY}\s+(?:går\s+(?:med\s+i\s+(?-i:[A-ZÅÄÖ])|ur\s)|ansluter\s+sig\s+till\s|(?:avvaktar|avvaktade|väntar)\s+med\s+(?!spänning)\w|ställer\s+in\s+(?!sig|oss|på)\w|(?:avstår|avstod)\s+från\s+att\b|satsar\s+(?:\w+\s+){{0,3}}på\s+att|behåller\s+(?:\w+\s+){{0,2}}(?:avgift|nivå|pris|datum|modell|upplägg|system|hyra)\w*"
        rf"|(?:höjer|sänker)\s+[^.]{{3,60}}\s(?:till|med)\s+\d{_NOW}|(?:tackar|tackade|sade|säger|sa)\s+(?:ja|nej)\s+(?:tack\s+)?till\b)|^[^.,:;?]{{3,60}}\s(?:tackar|tackade|sade|säger|sa)\s+{OWN_BODY}\s+(?:ja|nej)\s+(?:tack\s+)?till\b", of_body=True),
    # "Kassören får teckna kontot", "Styrelsen får fria händer", "Karin ges yttranderätt", "Bo får köpa färg för högst 900 kr"
    rule("någon får rätt eller uppdrag", LIKELY + 0.1, "teckna händer ljus klartecken mandat fullmakt bankfullmakt befogenhet rätt rätten yttranderätt närvarorätt uppdrag uppgift uppdrogs uppdras tecknas firmatecknas firmatecknare högst max maximalt upp",
        rf"\b(?:får|fick|ska|skall)\s+(?:\w+\s+)?teckna\s+(?:\w+s\s+)?(?:firman?|konto|kontot|kontona|konton|bankkonto|avtal)\b|\b(?:ska|skall)\s+ha\s+rätt\s+att\b|\bäger\s+rätt\s+att\b"
        rf"|\b(?:får|fick|ger|gav|ges|gavs)\s+[^.]{{0,40}}?(?:fria\s+händer|grönt\s+ljus)\b|^(?:klartecken|grönt\s+ljus)\s+(?:gavs\s+|ges\s+)?(?:för|till)\b"
        rf"|\b(?:får|fick|ges|gavs|beviljades|medgavs|medges)\s+(?:[\wåäö]+-?\s+(?:och\s+)?)?(?:(?:mandat|fullmakt|befogenhet|klartecken)\s+(?:att|för|till)\b|rätt(?:en)?\s+att\b|yttranderätt)|^{OWN_BODY}\s+(?:ger|gav|lämnar|lämnade)\s+(?:klartecken\b|[^.]{{2,60}}?\s(?:(?:mandat|fullmakt|befogenhet|klartecken|rätt(?:en)?)\s+(?:att|till)\b|(?:yttranderätt|närvarorätt)\b))|\b(?:bank)?fullmakt\s+(?:ges|gavs|lämnas|lämnades)\s+(?:till|åt)\b"
        r"|^(?:det\s+)?(?:uppdrogs|uppdras)\s+(?:åt|till)\s|^[\w\s]{2,40}\s(?:uppdrogs|uppdras)\s+att\b|^(?:den\s+nya\s+)?styrelsen\s+(?:fick|får|gavs|ges)\s+i\s+(?:uppdrag|uppgift)\s+att\b|^(?-i:[A-ZÅÄÖ])[\w\s]{1,60}\s(?:får|fick)\s(?:köpa|handla|beställa|lägga|använda)\b[^.?]{0,80}\b(?:för|på)?\s?(?:högst|max(?:imalt)?|upp\s+till)\s+\d"
        r"|\bfirma(?:n)?\s+tecknas\s+av\b|^[\wåäö-]*(?:konto|kontot|kontona|giro|girot)\b[^.]{0,60}\btecknas\s+av\b|^firmatecknas\b|^firmatecknare\s*(?::|är|blir)\s*(?-i:[A-ZÅÄÖ])"),
    # "Vi köper två bord", "Föreningen bekostar resan": offered, for it may be told as well
    rule("organet köper eller betalar", DOUBTFUL, "köper beställer anlitar byter hyr sponsrar säljer investerar tar bekostar betalar står delas fördelas",
        r"^(?:vi|styrelsen|föreningen|klubben|byalaget)\s+(?:köper|beställer|anlitar|byter(?!\s+om\b)|hyr|sponsrar|säljer|investerar\s+i|tar\s+(?:offerten|erbjudandet)|bekostar|står\s+för\s+(?:\w+\s+)?kostnad\w*)\s(?!.*\b(?:alltid|brukar|varje|som\s+vanligt|ofta|om\s+(?:det|vi|man))\b)[^?]*$"
        r"|^(?:vi|styrelsen|föreningen|klubben|byalaget)\s+betalar\s+\w+(?:en|et)\W*$|^kostnad(?:en|erna)\s+(?:delas|fördelas)\b"),
)  # fmt: skip
