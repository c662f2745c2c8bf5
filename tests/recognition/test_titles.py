"""What the minutes and their appendices are called."""

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Recognition


def _read(text: str) -> Recognition:
    return recognise(read_document("x.txt", text.encode()), are_minutes=True)


def test_an_appendix_is_called_what_the_list_at_the_end_says() -> None:
    said = _read(
        "Protokoll 2026-05-04\n\n§ 1 Bidrag\nNämnden fördelar medlen enligt bilaga 1.\n\n"
        "Bilagor\n\nBilaga 1 Fördelning av medel\n\nBilaga 2 Delegationer\n"
    )
    assert [(each.label, each.title) for each in said.attachments] == [
        ("Bilaga 1", "Fördelning av medel"),
        ("Bilaga 2", "Delegationer"),
    ]


def test_a_title_does_not_shout() -> None:
    said = _read("LOKALA BYRÅDET I NORRVIK\n\n2026-05-04\n\n§ 1 Vägen\nVägen lagas.\n")
    assert said.header.title == "Lokala Byrådet i Norrvik"


def test_letters_are_no_shouting() -> None:
    said = _read("BRF ÅSEN\n\n2026-05-04\n\n§ 1 Vägen\nVägen lagas.\n")
    assert said.header.title == "BRF Åsen"
