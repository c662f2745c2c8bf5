"""What a mail about published minutes says, as text and as HTML. Facts in, a letter out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from minutes.filling import filled
from minutes.mail.letters import Letter

LONGEST_IN_SUBJECT = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph: what it is called, its address, and what it says."""

    label: str
    link: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """What a mail says. `leave` is empty where there is nothing to end.

    changes: what is new in a corrected version. concerned: the paragraphs that are for the reader.
    """

    name: str
    what: str  # the body and the day
    title: str
    link: str
    signs_in: bool
    version: int
    why: Sequence[str]
    leave: str = ""
    changes: Sequence[str] = ()
    concerned: Sequence[Part] = ()
    points: Sequence[Part] = field(default=())


def published(said: Published) -> Letter:
    """The mail that minutes, or a later version of them, are published."""
    subject = f"Nytt protokoll: {said.what}"
    intro = f"{said.title} går nu att läsa. Texten är justerad."
    if said.version > 1:
        subject = f"Ny version av protokollet: {said.what}"
        intro = f"{said.title} finns i en ny version."
    if said.concerned:
        numbers = _labels([each.label for each in said.concerned])
        subject = f"Protokollsutdrag: {said.what}, {numbers}"
    names: dict[str, Any] = {
        "subject": subject,
        "said": said,
        "first_name": said.name.split()[0] if said.concerned == () and said.name.strip() else "",
        "intro": intro,
        "why": f"Du får brevet eftersom {_listed(said.why)}.",
    }
    return Letter(
        subject=subject,
        text=filled("mails/published.txt", **names),
        html=filled("mails/published.html", **names),
        headers=_leaving(said.leave),
    )


def confirmation(of: str, link: str, *, is_confirmed: bool) -> Letter:
    """The mail that asks whether its reader wants to subscribe; or says that they do already.

    of: whose minutes.
    """
    subject = f"Du prenumererar redan på {of}" if is_confirmed else f"Bekräfta: brev om {of}"
    names = {"subject": subject, "of": of, "link": link, "is_confirmed": is_confirmed}
    return Letter(
        subject=subject,
        text=filled("mails/subscription.txt", **names),
        html=filled("mails/subscription.html", **names),
    )


def _labels(labels: Sequence[str]) -> str:
    said = _listed(labels)
    if len(said) > LONGEST_IN_SUBJECT:
        said = said[:LONGEST_IN_SUBJECT].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"
    return said


def _listed(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} och {last}" if most else last


def _leaving(leave: str) -> dict[str, str]:
    if not leave:
        return {}
    headers = {"List-Unsubscribe": f"<{leave}>"}
    if leave.startswith("https://"):  # RFC 8058 knows the one click only there
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
