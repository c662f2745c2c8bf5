"""Two Word files of an office that are no minutes: a directive and an empty template."""

import datetime as dt

from docx.document import Document
from word_numbering import BULLETS
from word_paper import Paper

_DIRECTIVE = """
! Uppdragsbeskrivning

# Samordnad sidotjänstgöring för ST-läkare, delprojekt 2

## Bakgrund

Flera specialiteter i Region Sjöland har svårt att ta emot så många ST-läkare i sidotjänstgöring som
utbildningen kräver. Läget är mest ansträngt inom:

* anestesi och intensivvård

* barnmedicin

* hudsjukdomar

Regionstyrelsen har beslutat att frågan ska utredas.

## Uppdrag

Delprojektet ska beskriva nuläget, föreslå hur platserna kan samordnas och beräkna vad det kostar.
Förvaltningarna får i uppdrag att lämna uppgifter om antalet platser.

## Organisation och tidplan

Olle Stenmark, Sjölands universitetssjukhus, föreslås bli ordförande i gruppen. Studierektorerna
föreslås ingå. Delprojektet rapporteras till styrgruppen senast den 31 mars 2027.

## Frågor att besvara

* Hur görs det i dag?

* Vilka hinder finns?

* Hur följs förslaget upp?
"""
_LABELS = """
**Datum:**→{Datum|Klicka här för att ange datum.}

**Tid:**→{Tid|Klicka här för att ange tid.}

**Plats:**→{Plats|Klicka här för att ange plats.}

**Närvarande:**→{Närvarande|Klicka här för att ange namn.}

**Förhinder:**→{Förhinder|Klicka här för att ange namn.}
"""
_TEMPLATE = """
# 1. Mötets öppnande

# 2. Val av justerare

Till justerare valdes {Justerare|[namn]}.

# 3. Föregående protokoll

# 4. [Rubrik]

Beslut: [skriv beslutet här]

# 5. Övriga frågor

# 6. Nästa möte

{Nästa möte|Klicka här för att ange datum.}

# 7. Avslutning

Vid protokollet→→Justeras
"""
_TASKS = (("Åtgärd", "Ansvarig", "Klart"), ("", "", ""), ("", "", ""))


def directive() -> Document:
    """A directive names tasks and dates, but nobody met."""
    paper = _paper("Uppdragsbeskrivning", dt.date(2026, 6, 1))
    paper.head("Region Sjöland⏎Koncernkontoret→→Dnr RS 2026-0412")
    paper.write(_DIRECTIVE.strip())
    return paper.document


def template() -> Document:
    """A template has every label of minutes and none of their content."""
    paper = _paper("Mall protokoll", dt.date(2025, 1, 15))
    paper.head("[Organisation]→→‹sida›(‹sidor›)")
    paper.write("! Protokoll [organ]")
    paper.write_labelled(_LABELS.strip())
    paper.write(_TEMPLATE.strip())
    paper.table(_TASKS, (9, 4, 3))
    return paper.document


def _paper(title: str, day: dt.date) -> Paper:
    paper = Paper(title, "Karin Ekvall", day)
    paper.mark("!", "Title")
    paper.mark("#", "Heading 1")
    paper.mark("##", "Heading 2")
    paper.mark("*", "List Paragraph", paper.numbering(BULLETS))
    return paper
