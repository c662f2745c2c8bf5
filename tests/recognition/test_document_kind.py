"""What is taken for minutes, however short, and what is not, though it speaks of meetings."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

_MINUTES = {
    "three lines": "Protokoll 2026-03-04\n\n1. Bryggan lagas av Bo.\n2. Nytt lås köps.\n"
    "3. Årsmötet blir den 2 april.\n",
    "nobody listed": "Protokoll styrelsemöte 2026-03-04\n\n§ 1 Öppnande\nBo öppnade mötet.\n\n"
    "§ 2 Bryggan\nBryggan är trasig.\n\n§ 3 Avslutning\nBo avslutade mötet.\n",
    "what each does": "Styrelsemöte 2026-03-04\n\n- Bo lagar bryggan\n- Lena ringer kommunen\n"
    "- Nästa möte 2 april\n",
    "points and names": "Möte 4/3\n\nNärvarande: Bo, Lena\n\nBryggan: Bo fixar.\n"
    "Låset: Lena köper nytt.\n",
    "two sentences": "Anteckningar 2026-03-04\n\nVi bestämde att laga bryggan i maj. Bo köper virke"
    " före den 1 april.\n",
    "a tale": "Vi sågs hos Bo den 4 mars. Lena och Karin var med. Vi bestämde att bryggan ska lagas"
    " i maj. Bo köper virke och Lena ringer kommunen om bidrag.\n",
    "an agenda with its text": "Dagordning styrelsemöte 2026-03-04\n\n1. Öppnande\nBo öppnade"
    " mötet.\n\n2. Val av justerare\nLena Ahl valdes.\n\n3. Bryggan\nMötet beslutade att laga"
    " bryggan i maj.\n",
    "an extract": "Protokollsutdrag\nHamnnämnden 2026-03-04\n\n§ 41 Bidrag till seglarskolan\n\n"
    "Beslut\nHamnnämnden beslutar att bevilja bidrag med 20 000 kronor.\n\nBeslutet skickas till\n"
    "Seglarskolan\n",
    "who wrote them": "Byggruppen\n\nTaket ska bytas i höst. Virket kommer i maj och ställningen"
    " hyrs av grannföreningen.\nFärgen räcker till två väggar.\n\nAntecknat av Karin Ström\n",
    "when they meet again": "Hamngruppens möte 4/3\n\nBryggan är trasig och flytblocken läcker."
    " Kommunen svarar i maj om bidraget.\nNästa möte är den 2 april hos Bo.\n",
    "a report from each": "Avstämning 4 mars\n\nBo\nFlytblocken är hemma och bultarna också.\n\n"
    "Lena\nVästarna är trasiga och för få till kursen.\n\nKarin\nHemsidan har nya bilder.\n",
}
_OTHERS = {
    "an agenda": "Dagordning styrelsemöte 2026-03-04\n\n1. Mötets öppnande\n2. Val av justerare\n"
    "3. Ekonomi\nLena redovisar läget.\n4. Övriga frågor\n5. Mötet avslutas\n",
    "a year's report": "Verksamhetsberättelse för Kajakklubben 2025\n\nStyrelsen har bestått av Bo"
    " Ek, ordförande, och Lena Ahl, kassör.\n\nStyrelsen har haft åtta protokollförda möten."
    " Årsmötet beslutade att höja avgiften.\n\nVi tackade våra ledare med en middag.\n",
    "a motion": "Motion till årsmötet 2026\n\nJag föreslår att årsmötet beslutar\natt köpa två nya"
    " kajaker\natt inrätta en jolleskola\n\nLena Ahl\n",
    "advice": "Så skriver du protokoll\n\nEtt protokoll ska innehålla närvarande, dagordning och"
    " beslut. Skriv att mötet beslutade och vem som valdes.\n",
    "an instruction": "Instruktion för sekreterare\n\nSekreteraren för protokoll vid mötena."
    " Protokollet ska justeras inom två veckor. Justerare väljs vid mötets början.\n",
    "a few words": "Möte hos Bo\nKaffe och bullar\n",
    "a diary": "Dagbok\n\n4 mars\nRingde kommunen och målade bryggan. Lena kom förbi.\n\n5 mars\n"
    "Regn. Lagade båten.\n",
}

_CALLED = (
    "Kassörens arbetsuppgifter", "Rollbeskrivning för kassören", "Checklista inför städdagen",
    "Årshjul", "Rutin för nycklarna", "Inbjudan till städdag",
)  # fmt: skip


@pytest.mark.parametrize("called", _CALLED)
def test_what_a_paper_calls_itself_is_a_point_below_the_name_of_the_meeting(called: str) -> None:
    told = "Vi gick igenom listan. Lena ringer banken. Nycklarna godkändes.\n"
    paper = f"{called}\n\n{told}".encode()
    assert not recognise(read_document("a.txt", paper)).header.is_minutes
    below = f"Anteckningar från mötet den 4 mars 2026\n\n{called}\n\n{told}".encode()
    assert recognise(read_document("a.txt", below)).header.is_minutes


@pytest.mark.parametrize("paper", _MINUTES)
def test_short_minutes_are_minutes(paper: str) -> None:
    assert recognise(read_document("a.txt", _MINUTES[paper].encode())).header.is_minutes


@pytest.mark.parametrize("paper", _OTHERS)
def test_other_papers_are_not(paper: str) -> None:
    assert not recognise(read_document("a.txt", _OTHERS[paper].encode())).header.is_minutes
