"""What a mail looks like on the wire."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest

from minutes.mail.letters import Letter, envelope

ADDRESS = f"<https://minutes.example.se/paminnelser/{'W' * 120}>"


def _bytes(letter: Letter, name: str = "Åsa Ek") -> bytes:
    mail = envelope(
        letter,
        sender="Minutes <minutes@example.se>",
        name=name,
        address="asa@example.se",
        message_id="<1@example.se>",
        at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    return mail.as_bytes()


def test_a_long_address_in_a_header_is_left_as_it_is() -> None:
    sent = _bytes(Letter("Påminnelse", "Hej.\n", "<p>Hej.</p>", {"List-Unsubscribe": ADDRESS}))
    assert f"\nList-Unsubscribe: {ADDRESS}\n".encode() in sent


def test_a_header_comes_back_as_it_was() -> None:
    for subject in ("Påminnelse om åtgärder " * 5, "a b " * 40):
        read = message_from_bytes(_bytes(Letter(subject, "Hej.\n", "<p>Hej.</p>")), policy=default)
        assert " ".join(read["Subject"].split()) == " ".join(subject.split())


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_no_space_of_a_subject_is_lost_where_a_line_ends(before: int) -> None:
    subject = f"{'a' * before}Vägsällskapet, Älvnäs – ”grus”, Östra Ång 3 mars"
    sent = _bytes(Letter(subject, "Hej.\n", "<p>Hej.</p>"))
    assert message_from_bytes(sent, policy=default)["Subject"] == subject
    assert max(map(len, sent.splitlines())) <= 78


def test_the_sign_between_the_parts_may_stand_in_a_part() -> None:
    text = "Hej.\n--=_minutes\n--=_minutes--\n"
    read = message_from_bytes(_bytes(Letter("x", text, "<p>--=_minutes</p>")), policy=default)
    assert [part.get_content() for part in read.iter_parts()] == [text, "<p>--=_minutes</p>\n"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "name",
    ["", "Bo Ek", "Ek, Bo", 'Bo "Bosse" Ek', "Åsa Ek, sekreterare i Ödeby", "Bo\nBcc: x@y.se"],
)
def test_a_name_comes_back_as_it_was(name: str) -> None:
    letter = Letter("Påminnelse", "Hej.\n", "<p>Hej.</p>")
    read = message_from_bytes(_bytes(letter, name), policy=default)
    (to,) = read["To"].addresses
    assert (to.display_name, to.addr_spec) == (" ".join(name.split()), "asa@example.se")
    assert read["Bcc"] is None


def test_a_header_of_several_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        _bytes(Letter("x", "Hej.\n", "<p>Hej.</p>", {"X-A": "a\nBcc: x@y.se"}))
