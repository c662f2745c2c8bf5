"""Who led, wrote and adjusts: told in the text, elected in a point, or signed below it."""

import pytest

from minutes.reading.documents import read_document
from minutes.recognition.engine import recognise
from minutes.recognition.findings import Header

_HEAD = (
    "Protokoll styrelsemöte Byalaget Solbacken 2026-04-03\n"
    "Närvarande: Bo Ek, Lena Ahl, Karin Ström, Ali Hassan\n"
)
_TEXT = "\n1. Ekonomi\nKassan är god.\n2. Städdag\nTorget sopas i maj.\n"
_LINE, _DOTS = "_" * 20, "." * 20
_BO, _LENA, _KARIN, _ALI = "Bo Ek", "Lena Ahl", "Karin Ström", "Ali Hassan"


def _read(text: str) -> Header:
    return recognise(read_document("x.txt", text.encode()), are_minutes=True).header


@pytest.mark.parametrize(
    "said, chair, secretary, adjusters",
    [
        ("Bo är ordförande.", _BO, None, ()),
        ("Lena skriver protokollet.", None, _LENA, ()),
        ("Lena förde anteckningar.", None, _LENA, ()),
        ("Lena Ahl åtog sig att föra protokollet.", None, _LENA, ()),
        ("Bo leder mötet och Lena skriver.", _BO, _LENA, ()),
        ("Bo Ek ordförande, Lena Ahl sekreterare.", _BO, _LENA, ()),
        ("Bo till ordförande, Lena till sekreterare.", _BO, _LENA, ()),
        ("Ordföranden, Bo Ek (S), hälsade alla välkomna.", _BO, None, ()),
        ("Bo Ek, ordförande, öppnade mötet.", _BO, None, ()),
        ("Mötets öppnande av ordförande Bo Ek.", _BO, None, ()),
        ("Till ordförande och sekreterare valdes Bo Ek resp. Lena Ahl.", _BO, _LENA, ()),
        ("Sekreterare för dagen: Lena", None, _LENA, ()),
        ("Protokollet justeras av Karin Ström och Ali Hassan.", None, None, (_KARIN, _ALI)),
        ("Till sekreterare valdes Lena Ahl och till justerare Karin.", None, _LENA, (_KARIN,)),
        ("Kajsa är ordförande i granngillet.", None, None, ()),
        ("Lena skriver till kommunen.", None, None, ()),
        ("Bo undrar om Lena skriver protokollet.", None, None, ()),
    ],
)
def test_a_sentence_of_the_opening_tells(
    said: str, chair: str | None, secretary: str | None, adjusters: tuple[str, ...]
) -> None:
    header = _read(f"{_HEAD}\n1. Öppnande\n{said}\n2. Städdag\nTorget sopas i maj.\n")
    assert (header.chair, header.secretary, header.adjusters) == (chair, secretary, adjusters)


@pytest.mark.parametrize(
    "signed, chair, secretary, adjusters",
    [
        ("Bo Ek\nOrdförande\n\nLena Ahl\nSekreterare", _BO, _LENA, ()),
        ("/Lena Ahl/\nsekreterare\n\n/Bo Ek/\nordförande", _BO, _LENA, ()),
        ("Ordförande Bo Ek Sekreterare Lena Ahl", _BO, _LENA, ()),
        ("Bo Ek (ordförande)\nLena Ahl (sekreterare)", _BO, _LENA, ()),
        (
            "Lena Ahl\t\tBo Ek\nSekreterare\t\tOrdförande\n"
            "Karin Ström\t\tAli Hassan\nJusterare\t\tJusterare",
            _BO,
            _LENA,
            (_KARIN, _ALI),
        ),
        (
            f"Sekreterare\tOrdförande\n{_DOTS}\t{_DOTS}\nLena Ahl\tBo Ek\n\n"
            f"Justerare\tJusterare\n{_DOTS}\t{_DOTS}\nKarin Ström\tAli Hassan",
            _BO,
            _LENA,
            (_KARIN, _ALI),
        ),
        (f"Sekreterare: {_LINE}\nLena Ahl", None, _LENA, ()),
        (f"Justerare: {_LINE}\nKarin Ström", None, None, (_KARIN,)),
        (f"Vid protokollet\n\n{_LINE}\nLena Ahl", None, _LENA, ()),
        ("Vid pennan, Lena Ahl", None, _LENA, ()),
        ("Sekreterare Lena", None, _LENA, ()),
        ("Protokollet skrevs av Lena Ahl.", None, _LENA, ()),
        ("Minnesanteckningarna förda av Lena Ahl", None, _LENA, ()),
        ("Lena Ahl", None, _LENA, ()),
        ("Justeras:\n\nKarin Ström", None, None, (_KARIN,)),
        ("Vid datorn\nLena Ahl", None, _LENA, ()),
        ("Vid minnesanteckningarna: Lena Ahl", None, _LENA, ()),
        ("För protokollet\n\nLena Ahl", None, _LENA, ()),
        ("Höll i pennan gjorde Lena", None, _LENA, ()),
        ("Vid datorn: Lena\n\nÄndrad 2026-04-09\n\nKommentera\n\nSkriv ut", None, _LENA, ()),
        ("Vid datorn satt förr Sixten Berg.", None, None, ()),
        ("Vid datorn behövs en lampa.", None, None, ()),
    ],
)  # fmt: skip
def test_the_last_lines_are_signed(
    signed: str, chair: str | None, secretary: str | None, adjusters: tuple[str, ...]
) -> None:
    header = _read(f"{_HEAD}{_TEXT}\n{signed}\n")
    assert (header.chair, header.secretary, header.adjusters) == (chair, secretary, adjusters)


def test_titles_of_elections_name_the_elected() -> None:
    header = _read(
        f"{_HEAD}\n1. Val av mötesordförande: Bo Ek\n2. Val av mötessekreterare: Lena Ahl\n"
        "3. Val av justerare: Karin Ström\n4. Städdag\nTorget sopas i maj.\n"
    )
    assert (header.chair, header.secretary, header.adjusters) == (_BO, _LENA, (_KARIN,))


def test_who_speaks_and_writes_is_told_in_one_label() -> None:
    header = _read(f"{_HEAD}Föredragande och sekreterare: Lena Ahl\nFacilitator: Bo Ek\n{_TEXT}")
    assert (header.chair, header.secretary) == (_BO, _LENA)


@pytest.mark.parametrize(
    "signed, adjusters",
    [
        (f"{_BO} {_KARIN}", (_KARIN,)),
        (f"{_KARIN} \u00a0\u00a0 {_ALI}", (_KARIN, _ALI)),
        (f"{_BO} {_KARIN} {_ALI}", (_KARIN, _ALI)),
        (f"{_KARIN} Maria Lo", ("Karin Ström Maria Lo",)),  # nobody else is called Maria Lo
    ],
)
def test_names_that_stand_side_by_side_below_their_lines_are_several(
    signed: str, adjusters: tuple[str, ...]
) -> None:
    header = _read(f"{_HEAD}Ordförande: {_BO}\n{_TEXT}\nJusteras\n\n{signed}\n")
    assert header.adjusters == adjusters
