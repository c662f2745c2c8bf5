import pytest

from minutes.review.capitals import calm


@pytest.mark.parametrize(
    "written, shown",
    [
        ("PROTOKOLL FÖRT VID STYRELSEMÖTE", "Protokoll fört vid styrelsemöte"),
        ("LOKALA HYRESRÅDET I BJÖRKLIDEN", "Lokala hyresrådet i Björkliden"),
        ("ÅRSMÖTE I BRF SOLSIDAN DEN 4 MAJ", "Årsmöte i BRF Solsidan den 4 maj"),
        ("MÖTE I ARBETSGRUPPEN ATBTST", "Möte i arbetsgruppen ATBTST"),
        ("RÅDET 2026", "RÅDET 2026"),
        ("Möte med LOKALA HYRESRÅDET", "Möte med LOKALA HYRESRÅDET"),
    ],
)
def test_a_title_in_capitals_is_shown_in_ordinary_letters(written: str, shown: str) -> None:
    assert calm(written) == shown
