"""Two meetings of a regional dialogue group: the second follows up the first."""

import datetime as dt

from docx.document import Document
from word_numbering import BULLETS, POINTS
from word_paper import Paper

_PEOPLE_SEPTEMBER = """
Närvarande:→Lena Hjortberg, Närsjukvården Norr

→Amir Haddadin, Närsjukvården Söder

→Olle Stenmark, Sjölands universitetssjukhus

→Britta Sandlund, Psykiatri och habilitering

→Johan Kvarnbäck, Medicinska stödtjänster

→Disa Malmgren, Lasarettet i Vikhamn

→Karin Ekvall, Koncernkontoret, HR

Förhinder:→Per-Erik Tornvall, Koncernkontoret, Avdelningen för ⏎vårdstyrning

→Annelie Roslund, Tandvården

CC:→Soraya Lindahl, Lasarettet i Vikhamn
"""

_SEPTEMBER = """
§ Årets bemanningsenkät – hur går det?

Bemanningsenkäten för utbildningsläkare gick ut den 24 augusti. Sista svarsdag är den 2 oktober.
Ungefär hälften av enheterna har svarat hittills, vilket är som det brukar vara så här dags.

Karin berättade att några privata vårdgivare inte har fått länken. Karin kommer att skicka
sändlistan till gruppen för kvalitetskontroll senast fredagen den 18 september. Amir undrade om
ST-läkare i delad tjänst ska räknas en eller två gånger. Frågan är inte avgjord nationellt.

Disa hör med bemanningsenheten i Vikhamn om deras siffror stämmer, de ser höga ut.

§ Uppdrag som påverkar gruppens arbete i höst

I juni fick vi höra att regionen har lagt ut två nya uppdrag som rör gruppens frågor:

* Uppdrag från regionstyrelsen: ”Regiondirektören får i uppdrag att se över hur ST-läkarnas
sidotjänstgöring kan samordnas mellan förvaltningarna.”

* Personaldirektörens beslut om ny introduktion för AT-läkare: ”Introduktionen ska vara lika i
hela regionen från den 1 januari 2027.”

Vad gäller det första uppdraget ska utredningen göras av en extern konsult och upphandlingen
pågår. Ett första utkast till enkät visades och gruppen gav synpunkter. Lena och Britta tar fram
ett gemensamt svar på utkastet till nästa möte.

Det blev en lång och bra diskussion om handledarnas tid. Olle tar frågan vidare till sjukhusets
chefsläkare.

§ Fördelning av ST-block 2027

Karin redovisade hur ST-blocken har fördelats mellan förvaltningarna 2024–2026. Ökningen på
universitetssjukhuset beror på den satsning som beslutades i budget 2025.

Gruppen enades om att förslaget till fördelning ska bygga på bristtalen och inte på förra årets
utfall. Sista dag för att lämna in förvaltningarnas önskemål till Karin sattes till måndagen den
26 oktober.

Britta tyckte att man borde ha ett eget spår för psykiatrin. Det kan bli aktuellt först om nämnden
skjuter till medel. Beslut om de centrala utbildningsplatserna fattas av hälso- och
sjukvårdsnämnden i december.

§ Övrigt

Johan frågade om laboratoriemedicin kommer med i nästa omgång. Svar: ja, om underlaget hinner bli
klart. Johan återkommer med ett underlag innan utskicket till nästa möte.

§ Kommande möten

11 november kl. 13.30–16.00 (Teams eller Hamnkontoret i Sjöstad)

9 december kl. 9.00–11.30 (Hamnkontoret i Sjöstad)

Mötena är utskickade i kalendern. Säg till om någon saknar dem!

Vid anteckningarna

Karin
"""

_PEOPLE_NOVEMBER = """
Närvarande:→Lena Hjortberg, Närsjukvården Norr

→Amir Haddadin, Närsjukvården Söder

→Olle Stenmark, Sjölands universitetssjukhus

→Disa Malmgren, Lasarettet i Vikhamn

→Per-Erik Tornvall, Koncernkontoret, Avdelningen för vårdstyrning

→Karin Ekvall, Koncernkontoret, HR

Förhinder:→Britta Sandlund, Psykiatri och habilitering

→Johan Kvarnbäck, Medicinska stödtjänster

CC:→Soraya Lindahl, Lasarettet i Vikhamn
"""

_NOVEMBER = """
§ 1) Uppföljning från förra mötet

* Sändlistan: Karin skickade ut den den 17 september. Tre adresser har rättats.

* Handledarnas tid: Olle har pratat med chefsläkaren, som vill se siffror först. Olle sammanställer
handledartiden per klinik till mötet den 9 december.

* Siffrorna från Vikhamn: Disa har inte fått något svar än. Frågan ligger kvar hos Disa.

* Svaret på enkätutkastet: Lena hade med sig ett utkast. Eftersom Britta inte var med i dag stämmer
Lena av med Britta och skickar in svaret senast den 20 november.

§ 2) Prioritering av ST-block 2027

Förvaltningarna har önskat 61 block och pengarna räcker till 44. Gruppen gick igenom
specialiteterna en i taget. Några noteringar:

* Barn- och ungdomspsykiatri: Önskemål om två block i Vikhamn. Amir menade att handledarna inte
räcker till. Ska hyrläkare få räknas som handledare? Behöver diskuteras vidare.

* Klinisk kemi: Johan hade skickat sitt underlag i förväg. Dialoggruppen beslutade att klinisk kemi
tas med i prioriteringen.

* Akutsjukvård: Enligt regionstyrelsens beslut 2024 ska minst fyra block gå till de mindre
sjukhusen.

Dialoggruppen ställer sig bakom förslaget på 46 block och överlämnar det till personaldirektören.

Per-Erik kontrollerar de två överskjutande blocken mot budgeten och återkopplar till Karin senast
den 27 november. Karin skickar därefter ut förslaget på remiss till förvaltningarna, dock senast
den 4 december.

§ 3) Gemensam AT-introduktion

Soraya hade skickat ett förslag till schema, två dagar i januari. Gruppen var positiv. Inget är
beslutat, personaldirektören väntas fatta beslut i början av december.

Amir bjuder in Soraya till nästa möte så att hon kan berätta själv.

§ 4) Kommande möten

9 december kl. 9.00–11.30 (Hamnkontoret i Sjöstad)

20 januari 2027 kl. 13.30–16.00 (Teams)

Vid anteckningarna ⏎Karin Ekvall
"""


def september() -> Document:
    """Notes whose points are numbered by Word ("%1)"), on the headings' style."""
    paper = _paper(dt.date(2026, 9, 9))
    paper.number_headings("Heading 1", paper.numbering(POINTS))
    paper.mark("§", "Heading 1")
    paper.write_labelled(_PEOPLE_SEPTEMBER.strip())
    paper.write(_SEPTEMBER.strip())
    return paper.document


def november() -> Document:
    """Notes of the next meeting, where the secretary has typed the numbers herself."""
    paper = _paper(dt.date(2026, 11, 11))
    paper.mark("§", "Heading 1")
    paper.write_labelled(_PEOPLE_NOVEMBER.strip())
    paper.write(_NOVEMBER.strip())
    return paper.document


def _paper(day: dt.date) -> Paper:
    paper = Paper("Minnesanteckningar dialoggruppen", "Karin Ekvall", day)
    paper.mark("#", "Title")
    paper.mark("*", "List Paragraph", paper.numbering(BULLETS))
    paper.head("Region Sjöland→→‹sida› (‹sidor›)")
    paper.foot("Koncernkontoret, HR→→Dialoggruppen för utbildningsläkare")
    paper.write(f"# Minnesanteckningar från dialoggruppsmöte {day.isoformat()}")
    return paper
