"""Every encoding in which Swedish minutes have been saved gives the same text."""

import unicodedata

import pytest

from minutes.reading.bounds import Unreadable
from minutes.reading.encoding import decode

TEXT = "§ 14 Årsmöte på Öja\nNärvarande: Åke Öhrn och Märta Ängblad\nBeslut: låna två båtar\n"
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    "cp1252", "latin-1", "cp850", "mac-roman",
)  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_swedish_letters_are_read_in_every_common_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac-roman"])
def test_a_single_swedish_word_is_enough_to_tell_the_encoding(encoding: str) -> None:
    assert decode("Ordförande".encode(encoding)) == "Ordförande"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028"])
def test_every_line_end_becomes_the_same(end: str) -> None:
    assert decode(f"Föredragning{end}Beslut{end}".encode()) == "Föredragning\nBeslut\n"


def test_a_page_break_stays_recognisable() -> None:
    assert decode(b"Sida ett\r\n\x0cSida tv\xe5") == "Sida ett\n\x0cSida två"


def test_a_few_pasted_windows_characters_do_not_spoil_a_utf8_file() -> None:
    data = "Närvarande på mötet var åtta ledamöter".encode() + b" \x96 nio i bryggan"
    assert decode(data) == "Närvarande på mötet var åtta ledamöter – nio i bryggan"


def test_letters_that_a_mac_took_apart_are_put_together() -> None:
    assert decode(unicodedata.normalize("NFD", "Åhlén").encode()) == "Åhlén"


@pytest.mark.parametrize("hyphen", ["\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"])
def test_every_hyphen_is_the_same(hyphen: str) -> None:
    assert decode(f"Siv{hyphen}Maj, IT{hyphen}gruppen".encode()) == "Siv-Maj, IT-gruppen"


def test_places_where_a_word_may_be_divided_are_no_part_of_it() -> None:
    text = "styrelse\N{SOFT HYPHEN}protokoll, vår\N{ZERO WIDTH SPACE}dag"
    assert decode(text.encode()) == "styrelseprotokoll, vårdag"


def test_dos_section_signs_are_read() -> None:
    data = b"\x15 3 Ekonomi f\x94r \x86ret, f\x94redras av kass\x94ren i n\x84mnden." * 3
    assert decode(data).startswith("§ 3 Ekonomi för året")


def test_dashes_and_quotes_of_windows_stay() -> None:
    assert decode(b"\x93Ja\x94 \x96 s\xe4ger \xc5sa") == "“Ja” – säger Åsa"


@pytest.mark.parametrize("data", [b"Protokoll\0\0\0", bytes(range(256)) * 4, b"\x01\x02\x03\x04"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="inte läsbar text"):
        decode(data)


def test_a_stray_control_character_is_dropped() -> None:
    assert decode(b"Beslut\x07 att bifalla") == "Beslut att bifalla"


def test_a_sign_of_a_symbol_font_is_the_bullet_that_one_saw() -> None:
    assert decode("\uf0b7 Bo ringer. \uf0e0 Klart \uf04b".encode()) == "• Bo ringer. → Klart \uf04b"
