"""Whom a paragraph's text names as recipients, and what is typed."""

import pytest

from minutes.distribution.expediering import Recipient, named, read, written
from minutes.errors import Refused


@pytest.mark.parametrize(
    "text, found",
    [
        ("Expedieras till: Byggavdelningen, ekonomichefen", ["Byggavdelningen", "ekonomichefen"]),
        ("Beslutet skickas till kommunstyrelsen.", ["kommunstyrelsen"]),
        ("Beslutet ska skickas till\nKansliet\nRevisorerna", ["Kansliet", "Revisorerna"]),
        ("Skickas till:\n- Kansliet\n- Revisorerna\n\nNästa stycke.", ["Kansliet", "Revisorerna"]),
        ("Skickas till\n\nKansliet\n\nNästa stycke.", ["Kansliet"]),
        ("Expediering: Kultur- och fritidsnämnden", ["Kultur- och fritidsnämnden"]),
        ("Sändlista: Anna Ek och Bo Li", ["Anna Ek", "Bo Li"]),
        ("Protokollsutdrag till: Kansliet; revisorerna samt Bo Li",
         ["Kansliet", "revisorerna", "Bo Li"]),
        ("Gruppen beslutar.\n\nDelges: Kansliet", ["Kansliet"]),
        ("Kopia till: Kansliet, Kansliet", ["Kansliet"]),
        # Sentences that only begin alike.
        ("Skickas till alla medlemmar senast på fredag.", []),
        ("Inbjudan skickas till alla i maj.", []),
        ("Expedierade ärenden gicks igenom.", []),
        ("Kopiatorn ska lagas.", []),
        ("Det beslutades att skicka ut en enkät till medlemmarna.", []),
        ("", []),
    ],
)  # fmt: skip
def test_recipients_are_read_from_the_text(text: str, found: list[str]) -> None:
    assert named(text) == found


def test_a_line_is_a_name_an_address_or_both() -> None:
    typed = "Kansliet <Kansli@Example.se>\nbo@example.se\n\n Revisorerna \nAnna Ek, anna@example.se"
    assert read(typed, "§ 1") == [
        Recipient("Kansliet", "kansli@example.se"),
        Recipient("", "bo@example.se"),
        Recipient("Revisorerna"),
        Recipient("Anna Ek", "anna@example.se"),
    ]


def test_what_is_written_is_read_again() -> None:
    recipients = [Recipient("Kansliet", "k@example.se"), Recipient("", "b@example.se")]
    assert read(written(recipients), "§ 1") == recipients


def test_the_same_address_stands_once() -> None:
    assert len(read("Kansliet <k@example.se>\nk@example.se", "§ 1")) == 1


@pytest.mark.parametrize("line", ["kansliet@", "@example.se", "a@b", "a@b.se c@d.se", "ö" * 300])
def test_what_is_no_address_is_told_with_its_paragraph(line: str) -> None:
    with pytest.raises(Refused, match="§ 1"):
        read(line, "§ 1")


def test_a_paragraph_has_so_many_recipients() -> None:
    with pytest.raises(Refused, match="högst 50"):
        read("\n".join(f"m{number}@example.se" for number in range(51)), "§ 1")
