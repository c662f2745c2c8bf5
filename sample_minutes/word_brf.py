"""Board minutes of a housing association: 1, 1.1 numbered by Word, a table of things to do."""

import datetime as dt

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from word_numbering import DOTTED
from word_paper import Paper

_PEOPLE = (
    ("Namn", "Uppdrag", "Närvaro"),
    ("Ulla Gråberg", "Ordförande", "X"),
    ("Tomas Ringvall", "Kassör", "X"),
    ("Mirela Jonasdotter", "Sekreterare", "X"),
    ("Göran Pihlqvist", "Ledamot", "X"),
    ("Saga Tellmark", "Ledamot", "Anmält förhinder"),
    ("Henning Ulvskog", "Suppleant", "X"),
    ("Linda Åkerfalk", "Förvaltare, Sjöfast (adjungerad)", "X"),
)
_TO_DO = (
    ("Vad", "Ansvarig", "Klart"),
    ("Sätta upp lappar om förrådsmärkningen i trapphusen", "Mirela", "31 oktober"),
    ("Begära in två offerter på stamspolning", "Göran", "2026-11-12"),
    ("Lägga ut de nya avgifterna på hemsidan", "Henning och Ulla", "före jul"),
    ("Beställa sandning av gårdarna", "Linda Åkerfalk", "vecka 46"),
    ("Byta kod till tvättstugan", "Tomas", "Klart"),
)
_POINTS = """
# Mötets öppnande

Ulla hälsade alla välkomna till höstens andra möte och öppnade mötet kl. 18.30.

# Val av justerare

Till justerare valdes Göran Pihlqvist.

# Dagordning

Dagordningen godkändes.

# Föregående protokoll

Protokollet från den 9 september gicks igenom och lades till handlingarna.

# Ekonomi

## Likviditet

Tomas redovisade läget. I kassan finns 412 000 kronor. Ett av lånen ska läggas om i december. Tomas
tar in förslag från två banker till nästa möte.

## Avgifter 2027

Stämman beslutade i maj att inte höja avsättningen till fonden. Styrelsen beslutade att höja
årsavgifterna med 3 procent från den 1 januari 2027.

# Fastigheten

## Taket på hus B

Linda rapporterade att läckan är lagad och att besiktningen gjordes den 2 oktober utan anmärkning.

## Laddplatser

Om bidraget beviljas skulle arbetet kunna börja i vår. Göran tyckte att vi borde avvakta. Frågan
bordläggs till mötet i november.

## Källarförråd

Det är mycket skräp i gångarna igen. Beslutades att alla förråd ska vara märkta senast den 15
december och att Sjöfast därefter får tömma de omärkta.

# Att göra
"""
_END = """
# Nästa möte

Nästa styrelsemöte är torsdagen den 12 november kl. 18.30 i föreningslokalen.

# Mötets avslutande

Ulla tackade för ett bra möte och avslutade det kl. 20.15.
"""


def october() -> Document:
    """The board's minutes: headings of two levels share one numbering."""
    paper = Paper("Protokoll styrelsemöte", "Mirela Jonasdotter", dt.date(2026, 10, 14))
    numbering = paper.numbering(DOTTED)
    paper.number_headings("Heading 1", numbering)
    paper.number_headings("Heading 2", numbering, 1)
    paper.mark("!", "Title")
    paper.mark("#", "Heading 1")
    paper.mark("##", "Heading 2")
    paper.head("Brf Lärkträdet→→Sida ‹sida› av ‹sidor›")
    paper.write("! Protokoll styrelsemöte nr 8 2026")
    paper.write(
        "**Datum:** 2026-10-14 ⏎**Tid:** 18.30–20.15 ⏎**Plats:** Föreningslokalen, Lärkgatan 4"
    )
    paper.table(_PEOPLE, (5, 7, 4))
    paper.write(_POINTS.strip())
    paper.table(_TO_DO, (9, 4, 3))
    paper.write(_END.strip())
    _signatures(paper)
    return paper.document


def _signatures(paper: Paper) -> None:
    paper.write("")
    line = "_" * 30
    table = paper.table(
        (
            ("Vid protokollet", "Ordförande", "Justeras"),
            (f"\n{line[:22]}", f"\n{line[:22]}", f"\n{line[:22]}"),
            ("Mirela Jonasdotter", "Ulla Gråberg", "Göran Pihlqvist"),
        ),
        (5.3, 5.3, 5.4),
        heading=False,
    )
    table.style = "Normal Table"
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
