"""Which body met, and of which association: in the title, above it or below it."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise

_TEXT = "\nNärvarande: Bo Ek, Lena Ahl, Karin Ström\n\n1. Städdag\nTorget sopas i maj.\n"


@pytest.mark.parametrize(
    "title, body, organisation",
    [
        ("Styrelsemöte i Granviks kammarkör 2026-04-03", "Styrelsen", "Granviks kammarkör"),
        ("Granviks kammarkörs styrelsemöte 2026-04-03", "Styrelsen", "Granviks kammarkör"),
        ("Protokoll styrelsemöte Hults ridklubb 2026-04-03", "Styrelsen", "Hults ridklubb"),
        ("BYALAGET SOLBACKEN\nSTYRELSEMÖTE 2026-04-03", "Styrelsen", "Byalaget Solbacken"),
        ("HULTS KOMMUN\nTEKNISKA NÄMNDEN\n2026-04-03", "Tekniska nämnden", "Hults kommun"),
        ("Styrelsemöte Brf Lunden 2026-04-03", "Styrelsen", "Brf Lunden"),
        ("Årsmötesprotokoll 2026-04-03\nHults ridklubb", "Årsmöte", "Hults ridklubb"),
        (
            "Årsmötesprotokoll\nTeknikklubben vid Granviks gjuteri\n2026-04-03",
            "Årsmöte",
            "Teknikklubben vid Granviks gjuteri",
        ),
        ("Anteckningar projektgrupp Nya torget\n2026-04-03", "Projektgrupp Nya torget", None),
        ("Anteckningar från grupp 6\n2026-04-03", "Grupp 6", None),
        ("Styrelsemöte i Hults bygdegård 2026-04-03", "Styrelsen", None),
        ("Protokoll Kanotklubben Vågen 2026-04-03", "Kanotklubben Vågen", "Kanotklubben Vågen"),
        ("Hults byalag\nMötesprotokoll 2026-04-03", "Hults byalag", "Hults byalag"),
        ("Kanotklubben Vågen Styrelsemöte 2026-04-03", "Styrelsen", "Kanotklubben Vågen"),
        ("Styrelsemöte i Lenas uterum 2026-04-03", "Styrelsen", None),
        ("Möte i rådet för Skog och Vatten fre 3 april 2026", "Rådet för Skog och Vatten", None),
        ("Nätverket för läsning, fredag den 3 april 2026", "Nätverket för läsning", None),
        ("Rådet för skog, å och sjö på Sjöhuset 2026-04-03", "Rådet för skog, å och sjö", None),
    ],
)  # fmt: skip
def test_the_title_names_them(title: str, body: str, organisation: str | None) -> None:
    said = recognise(read_document("x.txt", f"{title}\n{_TEXT}".encode()), are_minutes=True)
    assert (said.header.body, said.header.organisation) == (body, organisation)
