"""Verbs of promises: "Karin kollar", "ska kolla", "Kolla". Each verb is written once."""

import re
from functools import cache

from minutes.expressions import regex
from minutes.recognition.language.cues import cue_of_words
from minutes.recognition.language.sentences import Sentence
from minutes.recognition.language.verb_companions import COMPANIONS
from minutes.recognition.language.vocabulary import OFFICES_AND_GROUPS
from minutes.recognition.language.words import any_case, any_of

# First conjugation: "kolla", "kollar", "kollas". Written as infinitives.
_AR = """
kolla kontakta pressa placera infordra rådfråga maila mejla meila ringa boka fixa ordna kontrollera undersöka informera sammanställa
bevaka uppdatera samordna återrapportera avrapportera rapportera utreda planera förbereda meddela formulera
publicera lansera beställa ansvara arbeta jobba samla hämta lämna leta ladda leverera kalla lova
påminna städa fräscha måla reparera laga montera installera konfigurera testa byta handla anmäla ansöka
anlita inventera dokumentera fråga efterfråga tillfråga diskutera prata tala förankra föreslå
återkoppla följa dela skapa rita trycka printa översätta redigera granska korrekturläsa revidera
analysera utvärdera beräkna kalkylera budgetera fakturera betala bokföra redovisa arkivera
registrera ändra justera komplettera precisera förtydliga klargöra kommunicera annonsera inbjuda
sondera lyssna avstämma avropa upphandla förhandla teckna avsluta stänga öppna flytta plocka köra
aktivera bearbeta organisera arrangera anordna rekrytera intervjua kartlägga prioritera återkalla
initiera starta påbörja färdigställa slutföra verkställa genomföra överlämna vidarebefordra
försöka hjälpa bistå stötta representera medverka delta bjuda hyra låna köpa sälja skriva skicka
svara lösa välja läsa göra bygga sätta lägga ställa söka bära visa höra stämma driva ta ge se hålla
hitta hänga mäta rensa räkna satsa utforma utarbeta framställa tillhandahålla tillsätta utse
bestämma presentera eftersöka åtgärda sanera besiktiga klippa röja plantera sopa tömma rengöra
serva tillse säkerställa eftersträva verka välkomna bereda anpassa koppla länka posta dra synka
titta fota fotografera fundera prova scanna skanna kopiera inhandla vidtala designa baka avtacka
avboka packa sortera rätta förmedla skruva avisera bolla tipsa vidareutveckla hantera administrera
säga skrota slänga kasta byta sprida riva dränera gödsla lansera reda såga ploga sanda transportera forsla kika spana snickra laminera
smsa messa googla rota dona spola checka dubbelkolla värva involvera underrätta putsa olja torka
tvätta diska damma vattna kratta gallra grusa asfaltera renovera restaurera tapetsera spackla slipa
isolera demontera digitalisera filma streama tagga affischera märka numrera katalogisera
bekräfta verifiera attestera deklarera jämföra avbeställa omboka förboka reservera återbetala
utbetala instruera introducera bemanna anställa schemalägga skissa illustrera eftersöka
efterhöra planlägga tillverka inköpa utannonsera vidarebefordra vidareförmedla avveckla etablera
utveckla omarbeta omförhandla återuppta upprätta uppvakta bidra implementera refaktorera programmera koda debugga integrera uppgradera migrera konvertera optimera
automatisera korrespondera duka jaga luska nysta pyssla greja
tolka peppa locka engagera sponsra lasta lossa frakta fylla snöröja inleda
möblera skotta svetsa trimma plombera räfsa förhöra koka steka grilla servera brygga fördela koordinera
sammanfatta förbättra förnya förankra förvara pumpa rusta stapla säkra tejpa tända täta utbilda utforska
vaxa guida blanda hissa hyvla klistra limma markera nagla rigga skala skrapa snygga spika spruta värdera
eskortera finputsa lackera mangla nollställa protokollföra renskriva sammanföra förstärka förlänga
distribuera expediera samråda tanka reklamera mata backa fila flagga återlämna äska swisha efterforska delge
kommentera dekorera pynta scouta puffa hacka coacha kontera debitera skura moppa matcha harmonisera
validera exportera importera avpublicera facilitera moderera spåra eskalera anonymisera avidentifiera nominera pusha
inspektera hägna stängsla spara säkerhetskopiera rekvirera kvittera signera kategorisera
klassificera gruppera rangordna ranka avrapportera avlasta inlämna omfördela omformulera nedteckna researcha paxa tinga
grotta faxa trumla annonsera frankera adressera kuvertera häfta synkronisera visualisera korta radera aggregera layouta knåpa klura grunna
rulla skramla skörda schakta demonstrera demoa
modifiera cirkulera besvara fördjupa språkgranska slutredigera faktagranska finslipa remittera fokusera bilda inhämta snacka korrekturläsa felanmäla polisanmäla öppna lokalisera larma lotta lotsa sondera tidsätta skölja dammsuga avläsa beskriva ansluta täcka formge
skänka bevista tjata borra öva tina värma elda sota kompostera kapa hugga överklaga bestrida varna skjutsa lista
plasta kalibrera arra hosta texta strukturera konkretisera specificera avgränsa insamla avhämta preparera
låsa förenkla mappa överväga tillgängliggöra offentliggöra infoga bifoga exkludera inkludera summera utrusta inreda ragga
halkbekämpa salta syna kungöra maskera erbjuda utse binda ersätta
""".split()
# The rest: infinitive and present.
_PAIRS = """
ringa:ringer undersöka:undersöker utreda:utreder förbereda:förbereder bereda:bereder
beställa:beställer sammanställa:sammanställer påminna:påminner föreslå:föreslår följa:följer
trycka:trycker översätta:översätter granska:granskar anmäla:anmäler ansöka:ansöker
översända:översänder sända:sänder utsända:utsänder köpa:köper skriva:skriver lösa:löser
välja:väljer läsa:läser göra:gör bygga:bygger sätta:sätter lägga:lägger ställa:ställer söka:söker
bära:bär höra:hör stämma:stämmer driva:driver ta:tar ge:ger se:ser hålla:håller hänga:hänger
mäta:mäter bestämma:bestämmer utse:utser färdigställa:färdigställer slutföra:slutför
genomföra:genomför verkställa:verkställer bokföra:bokför klargöra:klargör kartlägga:kartlägger
stänga:stänger köra:kör hyra:hyr flytta:flyttar hjälpa:hjälper bistå:bistår bjuda:bjuder
delta:deltar återkomma:återkommer komma:kommer framföra:framför föra:för se:ser tillse:tillser
åta:åtar gå:går stå:står framställa:framställer tillhandahålla:tillhandahåller tillsätta:tillsätter
säkerställa:säkerställer rengöra:rengör klippa:klipper röja:röjer tömma:tömmer överlämna:överlämnar
översända:översänder stöta:stöter sköta:sköter lyfta:lyfter begära:begär efterhöra:efterhör
säga:säger riva:river reda:reder slänga:slänger sprida:sprider åka:åker gräva:gräver försöka:försöker byta:byter införskaffa:införskaffar skaffa:skaffar ombesörja:ombesörjer förse:förser
inkalla:inkallar sammankalla:sammankallar utarbeta:utarbetar inkomma:inkommer eftersända:eftersänder
återföra:återför återge:återger uppdra:uppdrar dra:drar vidta:vidtar överta:övertar mottaga:mottager
ha:har använda:använder införa:inför avtala:avtalar låta:låter besluta:beslutar vända:vänder
tillskriva:tillskriver underteckna:undertecknar rapportera:rapporterar återställa:återställer
mötas:möts träffas:träffas börja:börjar fortsätta:fortsätter träffa:träffar besöka:besöker utöka:utökar införliva:införlivar anskaffa:anskaffar efterlysa:efterlyser utlysa:utlyser
märka:märker jämföra:jämför avbeställa:avbeställer schemalägga:schemalägger felsöka:felsöker anställa:anställer
planlägga:planlägger inköpa:inköper återuppta:återupptar fylla:fyller snöröja:snöröjer
inleda:inleder förhöra:förhör återbesöka:återbesöker tillkalla:tillkallar handleda:handleder
steka:steker brygga:brygger tända:tänder nollställa:nollställer protokollföra:protokollför
renskriva:renskriver sammanföra:sammanför förstärka:förstärker förlänga:förlänger tidsätta:tidsätter
vända:vänder skölja:sköljer dammsuga:dammsuger avläsa:avläser beskriva:beskriver ansluta:ansluter täcka:täcker formge:formger
korrekturläsa:korrekturläser felanmäla:felanmäler polisanmäla:polisanmäler delge:delger överföra:överför eftersöka:eftersöker tänka:tänker tigga:tigger ligga:ligger driftsätta:driftsätter marknadsföra:marknadsför diarieföra:diarieför tydliggöra:tydliggör
synliggöra:synliggör iordningställa:iordningställer tillsända:tillsänder återsända:återsänder klyva:klyver styra:styr be:ber gjuta:gjuter smörja:smörjer stryka:stryker
skänka:skänker värma:värmer hugga:hugger bestrida:bestrider överväga:överväger tillgängliggöra:tillgängliggör offentliggöra:offentliggör
inreda:inreder kungöra:kungör erbjuda:erbjuder binda:binder ersätta:ersätter kvalitetssäkra:kvalitetssäkrar klä:klär sy:syr sno:snor svänga:svänger beskära:beskär fälla:fäller låsa:låser möta:möter slå:slår spela:spelar
""".split()
_IRREGULAR_AR = frozenset(
    """säga riva reda slänga sprida ringa undersöka sammanställa utreda förbereda beställa påminna föreslå följa trycka översätta anmäla
    ansöka färdigställa slutföra verkställa genomföra köra hyra köpa sälja skriva lösa välja läsa göra
    bygga sätta lägga ställa söka bära höra stämma driva ta ge se hålla hänga mäta utse bestämma
    framställa tillhandahålla tillsätta röja tömma rengöra klippa tillse säkerställa bereda dra bokföra
    klargöra kartlägga stänga hjälpa bistå bjuda delta eftersöka efterhöra märka jämföra avbeställa
    anställa schemalägga planlägga inköpa återuppta fylla snöröja inleda förhöra steka brygga tända nollställa
    protokollföra renskriva sammanföra förstärka förlänga tidsätta skölja dammsuga avläsa beskriva ansluta täcka formge
    korrekturläsa felanmäla polisanmäla delge skänka värma hugga bestrida överväga tillgängliggöra offentliggöra inreda kungöra erbjuda
    binda ersätta låsa""".split()
)

PRESENT: dict[str, str] = {
    **{f"{verb}r": verb for verb in _AR if verb not in _IRREGULAR_AR},
    **{present: verb for verb, _, present in (pair.partition(":") for pair in _PAIRS)},
    "säljer": "sälja",
    "hjälps": "hjälpas",  # "hjälps åt"; but "ska hjälpas åt" is how one ought to be
}
# "Köp in", "Ring": the imperative, where it is not the same word as the infinitive.
IMPERATIVE: dict[str, str] = {
    present[:-2]: verb
    for present, verb in PRESENT.items()
    if present.endswith("er") and verb.endswith("a") and len(present) > 4
}
INFINITIVE: frozenset[str] = frozenset([*_AR, "be", *(p.partition(":")[0] for p in _PAIRS)])

# In the present tense these tell what happened at the meeting; only "ska visa" is a promise.
_REPORTS = frozenset(
    """visar efterfrågar efterlyser föreslår välkomnar läses beslutar visas inför använder delas medverkar satsar visa introducerar utser
    utbildar beskriver sammanfattar ansluter förbättrar prioriterar säkrar värderar""".split()
)
_PRESENT_OF = {infinitive: present for present, infinitive in PRESENT.items()}
_COMPILED = {
    verb: regex(r"(?:sig\b\s?)?+" + after, re.IGNORECASE) for verb, after in COMPANIONS.items()
}
# The same wherever in a text the verb stands; its subject may come first, "då tar Karin fram".
_SUBJECT = any_of(OFFICES_AND_GROUPS)  # one with a capital is a name


@cache  # each when a text first has its verb: all of them would take a third of a second
def _anywhere(verb: str) -> re.Pattern[str]:
    after = _COMPILED[verb].pattern
    return regex(rf"{any_case(verb)}\S*+\s*+(?:[A-ZÅÄÖÉ@]|{_SUBJECT}\b|(?i:{after}))")


_DEPENDING = frozenset(COMPANIONS) & PRESENT.keys()
_BY_ITSELF = cue_of_words(frozenset(PRESENT) - _REPORTS - _DEPENDING)
# A text without it has no verb that promises in the present tense.
PROMISING = _BY_ITSELF | cue_of_words(_DEPENDING)


def promises(verb: str, after: str) -> bool:
    """Whether "X <verb> <after>" in the present tense is a promise to do something.

    "Karin tar fram", "Karin ser till att" are; "Karin tar ordet", "Karin ser positivt" are not.
    """
    word = verb.casefold()
    if word not in PRESENT or word in _REPORTS:
        return False
    allowed = _COMPILED.get(word)
    return allowed is None or allowed.match(after.lstrip()) is not None


def promises_anywhere(text: str, sentence: Sentence) -> bool:
    """Whether a verb of the sentence may promise with what follows it in the text, its part."""
    if sentence.cues & _BY_ITSELF:
        return True
    for verb in sentence.words & _DEPENDING:  # noqa: SIM110 - any() would cost twice as much here
        if _anywhere(verb).search(text):
            return True
    return False


# "ska", "kommer att", "får i uppdrag att" …: a promise whoever the subject and whatever the verb.
# What one is elected to do at the meeting, or for a term; nobody is reminded of it.
FORMAL = r"(?:[\w,.]+\s+){0,8}?(?:justerar?|föra|leda|vara|ingå|teckna|underteckna|skriva\s+protokoll|sitta|signera|representera|fungera|delta|medverka|närvara)\b"
COMMITTING = regex(
    r"""(?:
        (?P<uppdrag>(?:får|fick|ges|gavs|har|hade|har\s+fått)\s+(?:nu\s+|också\s+|även\s+|därmed\s+|då\s+|sedan\s+)?(?:i\s+uppdrag|i\s+uppgift|uppdraget|till\s+uppgift|uppgiften|ansvar(?:et)?\s+för|(?<=fick\s)mandat)(?:\s+(?:av\s+\w+\s+)?att)?)
      | (?P<åtar>tacka(?:de|r)\s+ja\s+till\s+att|har\s+(?:lovat|åtagit\s+sig|tagit\s+på\s+sig)(?:\s+att)?|(?:tar|tog|åtar|åtog|påtar|påtog)\s+(?:på\s+)?sig(?:\s+(?:att|uppgiften|uppdraget|ansvaret|detta|det|frågan))?|tar\s+ansvar\s+för|blir\s+(?=(?:kontaktperson|sammankallande|projektledare|samordnare|ansvarig)\w*\s+\w)|anmäl(?:de|er)\s+sig\s+(?:(?:som\s+frivillig\w*|frivilligt)\s+)?(?:att|till\s+att|som\s+ansvarig\s+för)|ansvarar\s+för|(?:är\s+|blir\s+)?(?:huvud)?ansvarig(?:a)?\s+för)
      | (?P<ombeds>(?:ombeds|ombedes|ombads|ombeddes|uppmanas|uppmanades|uppdras|uppdrogs|åläggs|ålades|(?:utsågs|utses|valdes|väljs|valts|utsetts)\s+(?=att\s+(?!FORMAL))|(?:blev|blir|har\s+blivit|är)\s+(?:ombedda?|ålagda?|anmodade?)|anmodas|anmodades|uppmuntras|tillfrågas|behöver|lovar|lovade|erbjöd\s+sig|erbjuder\s+sig)(?:\s+(?:att|om))?)
      | (?P<ska>(?:ska|skall|måste|kommer\s+(?:(?!med\b|in\b|fram\b|överens\b|ihåg\b|åt\b|till\b|av\b|från\b|inte\b|ej\b|aldrig\b)\w+\s+){0,4}?att|kommer(?=\s+(?!tillbaka|nästa|alla|några|båda|samma|hela|förhoppningsvis)(?:\w+\s+)?(?:\w+a|gå|se|ge)\b)|skulle(?=\s+(?:till\s+nästa|återkomma))))
    )\b""".replace("FORMAL", FORMAL),
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip
STATIVE_AFTER_MODAL = frozenset(
    "tillbringa vara bli finnas känna ha sluta fylla kunna få vilja heta behöva börja gälla ske bestå ingå kosta uppgå komma innebära "
    "erhålla uppbära tillträda utgå disponera satsa sakna växa öka minska leda påverka gå förbli delta fungera medföra omfatta verka".split()
)


def is_infinitive(word: str) -> bool:
    """Whether the word is a verb of doing in the infinitive (or, for most, the imperative)."""
    return word.casefold() in INFINITIVE


def present_of(infinitive: str) -> str:
    """Its form in the present tense; "" where it is no verb of these."""
    return _PRESENT_OF.get(infinitive, "")


def demands(verb: str, after: str) -> bool:
    """Whether "<Verb> <after>" asks for something to be done: "Se över", "Köp in", not "Se bilaga"."""
    word = verb.casefold()
    word = IMPERATIVE.get(word, word)
    if word not in INFINITIVE:
        return False
    allowed = _COMPILED.get(_PRESENT_OF.get(word, ""))
    return allowed is None or allowed.match(after.lstrip()) is not None
