"""What a mail about justering says, as text and as HTML. Facts in, a letter out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from minutes.filling import filled
from minutes.justering.fingerprint import in_groups
from minutes.mail.letters import Letter


@dataclass(frozen=True, slots=True)
class Notice:
    """What one mail says. Without a link it asks for a signature on paper, or only tells."""

    name: str
    subject: str
    paragraphs: Sequence[str]
    fingerprint: str
    link: str
    link_text: str


def letter(notice: Notice) -> Letter:
    """The mail."""
    names = asdict(notice) | {
        "first_name": notice.name.split()[0] if notice.name.strip() else "",
        "fingerprint": in_groups(notice.fingerprint),
    }
    return Letter(
        subject=notice.subject,
        text=filled("mails/justering.txt", **names),
        html=filled("mails/justering.html", **names),
    )
