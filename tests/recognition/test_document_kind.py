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


# What a group writes down, under the heads that a group puts over it.
_HEADS = (
    "# Möte 2026-05-07", "# Träff med odlarna torsdag 7 maj", "# Avstämning v. 19", "# 2026-05-07",
    "# Kompostgruppen\n\n7/5 2026", "# Retro sprint 9", "# Summering odlarmötet", "# Noteringar",
    "# Klassråd 4A torsdag 7 maj", "# Samtal med Markbolaget 2026-05-07",
    "Hej!\n\nHär kommer en sammanställning från mötet i torsdags.",
    "Hej alla!\n\nTack för ett bra möte igår!",
    "# Odlarmöte 7 maj 2026\n\nPå plats: Siv, Olle och Mona",
)  # fmt: skip
_NOTES = {
    "tales": "## Vattnet\n\nSlangen läcker vid krånen. Siv köper packningar till nästa gång.\n\n"
    "## Grinden\n\nGrinden gnisslar. Olle smörjer den på lördag.",
    "bullets": "- Slangen läcker, Siv köper packningar\n- Grinden: Olle smörjer gångjärnen\n"
    "- Skördefest den 5 september\n- Mona bokar tältet",
    "each": "Siv: har grävt om landen, ska köpa packningar\n"
    "Olle: hinner inte med grinden före juni\n"
    "Mona: skickar ut vattenschemat",
    "what was said": "Vattnet\n\nMånga tycker att taxan är för hög. Vi avvaktar till hösten.\n\n"
    "Grinden\n\nDen gnisslar och någon föreslog en ny. Det blir för dyrt i år.",
    "points of papers": "## Policy för bevattning\n\nSiv skriver ett utkast.\n\n"
    "## Tips till nya odlare\n\nOlle samlar ihop råd och skickar till Mona."
    " Vi pratade länge om det.",
}
_ANNOUNCED = {
    "a body's list": "Sammanträde 2026-05-07\n\nDatum\nKlockan\n17.00\nPlats\nRådhuset\n\n"
    "1 Val av justerare\n\n2 Ny lekplats\n\nDnr 2026-31\n\nHandläggare: Siv Holt\n\n"
    "Förslag till beslut\n\n1. Nämnden godkänner planen.\n\n3 Parkbänkar\n\n"
    "Handläggare: Olle Falk\n",
    "what the chair says": "Dagordning för klassrådet\n\n1. Ordföranden öppnar mötet.\n"
    "2. Sekreteraren läser protokollet.\n3. Klassens frågor.\n4. Ordföranden avslutar mötet.\n\n"
    "Så säger ordföranden: Jag förklarar mötet öppnat. Kan vi godkänna dagordningen?\n",
    "what visitors tell": "Kulturutskottet\nFöredragningslista\nTorsdag 2026-05-07 kl. 10.00\n\n"
    "1. Justering av protokoll\n2. Museet\nMuseichefen Siv Holt informerar om taket och Olle Falk"
    " informerar om hyran.\n3. Nästa sammanträde\nTisdagen den 12 maj\n",
    "an invitation": "Odlarträff 7 maj\n\nVi kallar till träff torsdagen den 7 maj kl. 18."
    " Vi vill prata om vattnet och grinden. Olle leder träffen.\n\nVäl mött!\n/Styrelsen\n",
    "a reminder": "Påminnelse: odlarmöte den 7 maj kl. 18 hos Siv. Dagordningen kommer på söndag."
    " Olle tar med kaffe. Mona skickar bokslutet innan.\n",
    "slides": "Bild 1\nOdlarnas framtid\n\nBild 2\n- Vattnet är dyrt\n- Siv tar fram en plan\n\n"
    "Bild 3\n- Olle smörjer grinden\n\nBild 4\nTack!\n",
    "a form of round brackets": "Mötesanteckningar\n\nDatum: (datum)\nOrdförande: (namn)\n\n"
    "1. (namn) öppnade mötet.\n2. Till justerare valdes (namn).\n",
    "an example": "Exempel på protokoll\n\nSå kan det se ut.\n\n§ 1 Ordföranden öppnade mötet.\n"
    "§ 2 Till justerare valdes Siv Holt.\n§ 3 Styrelsen beslutade att köpa packningar.\n",
    "a day's programme": "Program för odlardagen 7 maj\n\n09.00 Olle hälsar välkommen\n"
    "09.30 Siv visar landen\n11.00 Mona berättar om kompost\n",
}


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize("notes", _NOTES)
def test_notes_are_minutes_under_any_head_of_a_meeting(head: str, notes: str) -> None:
    for name in ("a.md", "a.txt"):
        paper = read_document(name, f"{head}\n\n{_NOTES[notes]}\n".encode())
        assert recognise(paper).header.is_minutes, name


def test_tasks_of_several_people_are_minutes_without_any_head() -> None:
    paper = read_document("a.txt", f"{_NOTES['bullets']}\n".encode())
    assert recognise(paper).header.is_minutes
    nobody = "- Slangen läcker\n- Grinden gnisslar och går trögt\n- Skördefest den 5 september\n"
    assert not recognise(read_document("a.txt", nobody.encode())).header.is_minutes


@pytest.mark.parametrize("paper", _ANNOUNCED)
def test_what_announces_a_meeting_is_no_minutes(paper: str) -> None:
    assert not recognise(read_document("a.txt", _ANNOUNCED[paper].encode())).header.is_minutes
