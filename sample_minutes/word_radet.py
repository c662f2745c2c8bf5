"""Notes of an advisory council: positions taken, soft line breaks, bullets in two levels."""

import datetime as dt

import word_features as features
from docx.document import Document
from word_numbering import BULLETS, Level
from word_paper import Paper

_HEAD = (
    ("Tid", "Onsdagen den 7 oktober 2026 kl. 13.00–15.30"),
    ("Plats", "Regionhuset, sal Måsen"),
    (
        "Närvarande",
        "Håkan Bredquist, ordförande\nPernilla Axenfalk\nJasmina Kovač\nOlle Stenmark\n"
        "Tor Wikberg\nYlva Rosendahl, sekreterare",
    ),
    ("Förhinder", "Mattias Grenholm"),
)

_POINTS = """
§ Välkommen

Håkan öppnar mötet och hälsar alla välkomna, särskilt Tor som är ny i rådet.

§ Läget i utbildningsnätverken

**AT:** Pernilla berättar om nätverkets senaste träff och om vad som togs upp där. Resultatet av
AT-enkäten kommer att presenteras för sjukhuscheferna i november. Vi borde kanske jämföra med vår
egen enkät, frågorna är ju snarlika.

**BT:** Tor har tagit över efter Mattias. Tor kartlägger hur många BT-platser som saknar handledare
och redovisar det på mötet i december. I övrigt lugnt.

**ST:** Jasmina efterlyser återkoppling från RÅDET till nätverket. Totalt föreslås 46 block för 2027.
Förslaget bereds av personaldirektören. Beslut kommer tidigast i februari eftersom budgeten är
försenad.

§ Övriga frågor och diskussionspunkter

o **Utbildningsbudget 2027 (Håkan)** ⏎Inget är ännu beslutat. RÅDET avvaktar regionfullmäktiges
beslut i november. Håkan återkopplar till gruppen när beslut finns.

o **Digital loggbok** ⏎Arbetet med en gemensam loggbok pågår. Några juridiska frågor måste redas ut.
Ylva tar kontakt med regionjuristen.

o **Hur når vi ut bättre?** ⏎Diskussion i gruppen och enighet om att nyhetsbrevet ska gå till alla
handledare och inte bara till studierektorerna. Ta fram ett kort nyhetsbrev före jul.

o **Kurser och konferenser** ⏎Information om vad som gäller vid direktupphandling.[^1] Samtliga
nätverk har att följa riktlinjen.

o **Kvalitetsgranskning** ⏎Ska granskningen anmälas gemensamt eller per sjukhus? Behövs det en plan
på längre sikt? Jasmina tar frågorna tillbaka till ST-nätverket, punkten tas upp igen i RÅDET
därefter.

§ Hur ser rådet på ST-tjänster som delas mellan två sjukhus?

Det är ganska vanligt och det fungerar oftast bra, i synnerhet i de små specialiteterna. Det handlar
inte om två anställningar utan om en.

RÅDET gör följande ställningstagande:

* Delade ST-tjänster kan godkännas om båda verksamhetscheferna och studierektorn har skrivit under
planen.

* En huvudhandledare ska finnas på vartdera sjukhuset.

* Den som har en delad tjänst ska inte behöva byta sjukhus mer än en gång i veckan.

§ Nästa möte

Nästa möte är onsdagen den 16 december kl. 13.00–15.30 i Regionhuset. Temat blir handledarutbildning.

Anteckningar ⏎Ylva Rosendahl
"""


def october() -> Document:
    """The council's notes: a table as head, numbers by Word, a footnote."""
    paper = Paper("Anteckningar rådet", "Ylva Rosendahl", dt.date(2026, 10, 7), "Times New Roman")
    paper.mark("#", "Title")
    paper.mark("§", "Heading 1", paper.numbering((Level("%1.", hanging=567),)))
    paper.mark("*", "List Paragraph", paper.numbering(BULLETS))
    paper.mark("o", "List Paragraph", paper.numbering((Level("o", "bullet", indent=397),)))
    paper.head("Region Sjöland⏎Rådet för läkarutbildning→→2026-10-07")
    paper.foot("→‹sida›")
    paper.write("# Anteckningar från Rådet för läkarutbildning (RÅDET)")
    paper.table([(f"**{label}**", text) for label, text in _HEAD], (3.2, 12.8), heading=False)
    paper.write(_POINTS.strip())
    features.add_footnotes(
        paper.document, ["Gränsen för direktupphandling framgår av regionens riktlinje för inköp."]
    )
    return paper.document
