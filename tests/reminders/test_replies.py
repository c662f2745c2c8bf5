"""What replies say, and how they are read out of mails."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from minutes.reminders.incoming import read_reply
from minutes.reminders.replies import Said, said

CASES = (Path(__file__).parent / "cases" / "replies.md").read_text(encoding="utf-8")
PARTS = [part.partition("\n") for part in CASES.split("\n## ")[1:]]


@pytest.mark.parametrize("kind, case", [(kind, case) for kind, _, case in PARTS])
def test_what_a_reply_says(kind: str, case: str) -> None:
    text, arrow, kept = case.partition("\n=>")
    assert arrow
    assert kind in ("closes", "closes all", "comment")
    expected = Said(kind != "comment", kind == "closes all", kept.strip())
    assert said(text) == expected
    assert said(text.replace("\n", "\r\n")) == expected


def mail(text: str = "Klart", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Karin Lind <Karin.Lind@Example.se>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def test_the_nearest_mail_that_it_refers_to_comes_first() -> None:
    reply = read_reply(
        mail(References="<a@x.se> <b@x.se> <c@x.se>", In_Reply_To="<c@x.se>").as_bytes()
    )
    assert reply.answers == ("<c@x.se>", "<b@x.se>", "<a@x.se>")
    assert (reply.sender, reply.text.strip()) == ("karin.lind@example.se", "Klart")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_html_alone_is_read_without_what_it_quotes(charset: str) -> None:
    made = mail()
    made.clear_content()
    made.set_content(
        "<div>Åtgärden är klar<br></div><div class='gmail_quote'><blockquote>Inte klart"
        "</blockquote></div>",
        subtype="html",
        charset=charset,
    )
    reply = read_reply(made.as_bytes())
    assert said(reply.text) == Said(closes=True, all=False, text="")


@pytest.mark.parametrize(
    "headers",
    [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"X_Autoreply": "yes"}],
)
def test_what_a_machine_wrote_is_known(headers: dict[str, str]) -> None:
    assert read_reply(mail(**headers).as_bytes()).automatic
    assert not read_reply(mail(Auto_Submitted="no").as_bytes()).automatic


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff",
        b"From: <\n\n",
        b"Content-Type: text/html\n\n<!-- -->",
        b"Content-Type: text/html\n\n<html class='gmail_quote'>x",
        b"Content-Type: text/plain; charset=nonsense\n\nKlart",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x",
        b"Message-ID: <<a\nReferences: <\n\n",
    ],
)
def test_a_broken_mail_is_a_reply_that_says_little(content: bytes) -> None:
    assert read_reply(content).answers == ()
