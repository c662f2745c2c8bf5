"""What a reminder says: its subject, its text and its HTML. Facts and days in, a letter out."""

import datetime as dt
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from minutes.filling import filled
from minutes.formatting import counted, distance, long_date, short_date
from minutes.mail.letters import Letter
from minutes.reminders import duty_wording
from minutes.reminders.duty_wording import DutyLine
from minutes.reminders.tables import Cause

HEADINGS = {
    Cause.LATE: "Försenat",
    Cause.TODAY: "Klart senast i dag",
    Cause.SOON: "Snart",
    Cause.MEETING: "Inför nästa möte",
    Cause.LAGGING: "Försenat i organet",
    Cause.UNOWNED: "Utan mottagare",
}
ANSWERS = (
    ("klart", "Klar"),
    ("pagar", "Pågår"),
    ("mer-tid", "Behöver mer tid"),
    ("lamna-over", "Lämna över"),
    ("kommentar", "Kommentera"),
)
OF_OTHERS = (Cause.LAGGING, Cause.UNOWNED)
MOST_UNOWNED = 25
LONGEST_IN_SUBJECT = 60
WEEK = dt.timedelta(days=7)
SUBJECT_UNANSWERED = "Ditt svar har inte ändrat något"


@dataclass(frozen=True, slots=True)
class Line:
    """One action item as the mail shows it. `answer` is the link that says it is done."""

    cause: Cause
    text: str
    quote: str
    body: str
    meeting_date: dt.date
    item: str | None
    first_line: int | None
    due: dt.date | None
    owner_text: str
    answer: str
    source: str | None  # the link to the line, for who may sign in
    number: int = 0  # by which a reply may call it


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that one mail to one person says."""

    name: str
    lines: Sequence[Line]
    choice: str  # the link to the choice of how often
    actions: str | None  # the link to all action items, for who may sign in
    duties: Sequence[DutyLine] = ()
    replies: bool = False  # whether somebody reads them
    has_calendar: bool = False


def reminder(digest: Digest, today: dt.date) -> Letter:
    """The mail as it is read on the day."""
    sections = [
        {
            "heading": HEADINGS[cause],
            "cause": cause,
            "lines": [
                _shown(line, today, numbered=len(digest.lines) > 1) for line in lines[:MOST_UNOWNED]
            ],
            "more": max(0, len(lines) - MOST_UNOWNED),
        }
        for cause in Cause
        if (lines := [line for line in digest.lines if line.cause is cause])
    ]
    said = subject(digest.lines, today, digest.duties)
    causes = {line.cause for line in digest.lines}
    names = {
        "subject": said,
        "first_name": digest.name.split()[0] if digest.name.strip() else "",
        "sections": sections,
        "intro": _intro(causes),
        "why": _why(causes, duty_wording.reasons(digest.duties)),
        "duties": duty_wording.sections(digest.duties, today),
        "how_to_reply": how_to_reply(digest.lines) if digest.replies else "",
        "has_calendar": digest.has_calendar,
        "choice": digest.choice,
        "actions": digest.actions,
    }
    return Letter(
        subject=said,
        text=filled("mails/reminder.txt", **names),
        html=filled("mails/reminder.html", **names),
        headers=_unsubscribing(digest.choice),
    )


def unanswered(name: str, why: str, *, kept: bool, several: bool) -> Letter:
    """The mail that says that a reply closed nothing, why, and what to write instead.

    kept: whether its text became a comment. several: whether the reminder named several.
    """
    example = "”1 klar” eller ”1 och 3 klara, 2 pågår”, med åtgärdernas nummer i påminnelsen"
    names = {
        "subject": "Ditt svar är sparat som en kommentar" if kept else SUBJECT_UNANSWERED,
        "first_name": name.split()[0] if name.strip() else "",
        "said": "tack för svaret på en påminnelse. Inget är markerat som klart."
        if kept
        else "ditt svar på en påminnelse har inte ändrat något.",
        "why": why,
        "what": f"Svara på påminnelsen igen och skriv {example}, eller ”Allt är klart”."
        if several
        else "Svara på påminnelsen igen och skriv bara ”Klart” om åtgärden är klar.",
    }
    return Letter(
        subject=names["subject"],
        text=filled("mails/unanswered.txt", **names),
        html=filled("mails/unanswered.html", **names),
    )


def how_to_reply(lines: Sequence[Line]) -> str:
    """What to write in a reply to the mail; empty where it is about no action item."""
    numbers = sorted(line.number for line in lines if line.number)
    if not lines:
        return ""
    if len(lines) == 1:
        said = "Skriv ”Klart” om det är klart"
    elif len(numbers) > 1:
        first, second = numbers[:2]
        said = (
            f"Skriv till exempel ”{first} klar”, ”{first} klar, {second} pågår” eller "
            "”Allt är klart”"
        )
    else:
        said = "Skriv ”Allt är klart” om allt är klart"
    return f"Du kan också svara på det här brevet. {said}. Annat som du skriver blir en kommentar."


def _unsubscribing(choice: str) -> dict[str, str]:
    address = {"List-Unsubscribe": f"<{choice}/sluta>"}
    if choice.startswith("https://"):  # RFC 8058 knows the one click only there
        address["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return address


def _intro(causes: Set[Cause]) -> str:
    if causes - set(OF_OTHERS):
        return (
            "det här har du tagit på dig enligt protokoll eller anteckningar från möten, "
            "och det är inte markerat som klart."
        )
    if Cause.LAGGING in causes:
        return (
            "det här har någon tagit på sig enligt protokoll eller anteckningar från möten, "
            "och det är försenat sedan en tid."
        )
    if causes:
        return (
            "det här har någon tagit på sig enligt protokoll eller anteckningar från möten, "
            "men ingen kan påminnas om det."
        )
    return "det här väntar på dig."


def _why(causes: Set[Cause], of_duties: Sequence[str]) -> str:
    reasons = []
    if causes - set(OF_OTHERS):
        reasons.append("står som ansvarig")
    if Cause.LAGGING in causes:
        reasons.append("är ordförande")
    if Cause.UNOWNED in causes and "är sekreterare" not in of_duties:
        reasons.append("är sekreterare")
    reasons += of_duties
    *most, last = reasons
    said = f"{', '.join(most)} och {last}" if most else last
    return f"Du får brevet för att du {said}. Det kommer högst ett om dagen och aldrig på helger."


def subject(lines: Sequence[Line], today: dt.date, duties: Sequence[DutyLine] = ()) -> str:
    """All that matters in one line: 2 åtgärder: 1 försenad, 1 till 31 maj."""
    said = _subject_of_actions(lines, today) if lines else ""
    return ", ".join(part for part in (said, duty_wording.subject(duties)) if part)


def _subject_of_actions(lines: Sequence[Line], today: dt.date) -> str:
    if len(lines) == 1:
        return _subject_of_one(lines[0], today)
    parts = [
        part
        for cause in Cause
        if (part := _part(cause, [line.due for line in lines if line.cause is cause], today))
    ]
    if len(parts) == 1:
        return _of_one_cause(parts[0])
    return f"{len(lines)} åtgärder: {', '.join(parts)}"


def _of_one_cause(part: str) -> str:
    """2 försenade åtgärder; 7 åtgärder utan mottagare."""
    count, _, what = part.partition(" ")
    late, found, rest = what.partition("försenade")
    return f"{count} försenade åtgärder{rest}" if found and not late else f"{count} åtgärder {what}"


def _part(cause: Cause, dues: Sequence[dt.date | None], today: dt.date) -> str:
    if not dues:
        return ""
    if cause is Cause.LATE:
        return counted(len(dues), "försenad", "försenade")
    if cause is Cause.TODAY:
        return f"{len(dues)} till i dag"
    if cause is Cause.UNOWNED:
        return f"{len(dues)} utan mottagare"
    if cause is Cause.MEETING:
        return f"{len(dues)} inför mötet"
    if cause is Cause.LAGGING:
        return f"{counted(len(dues), 'försenad', 'försenade')} i organet"
    days = {due for due in dues if due is not None}
    if len(days) == 1:
        return f"{len(dues)} till {short_date(max(days), today)}"
    return f"{len(dues)} inom en vecka" if max(days) <= today + WEEK else f"{len(dues)} snart"


def _subject_of_one(line: Line, today: dt.date) -> str:
    what = line.text.rstrip(" .")
    if len(what) > LONGEST_IN_SUBJECT:
        what = what[:LONGEST_IN_SUBJECT].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"
    when = {
        Cause.LATE: "försenad åtgärd",
        Cause.TODAY: "åtgärd till i dag",
        Cause.SOON: f"åtgärd till {short_date(line.due, today) if line.due else ''}",
        Cause.MEETING: "åtgärd inför mötet",
        Cause.LAGGING: "försenad åtgärd i organet",
        Cause.UNOWNED: "åtgärd utan mottagare",
    }
    return f"1 {when[line.cause]}: {what}"


def _shown(line: Line, today: dt.date, *, numbered: bool) -> dict[str, Any]:
    where = [line.body, long_date(line.meeting_date)]
    where += [line.item] if line.item else []
    where += [f"rad {line.first_line}"] if line.first_line else []
    due = f"{long_date(line.due)}, {distance(line.due, today)}" if line.due else None
    return {
        "text": f"{line.number}. {line.text}" if numbered and line.number else line.text,
        "quote": _one_line(line.quote)
        if _plain(line.quote) not in ("", _plain(line.text))
        else None,
        "where": ", ".join(where),
        "due": due,
        "owner": line.owner_text if line.cause in OF_OTHERS else None,
        "answers": [(text, f"{line.answer}/{step}") for step, text in ANSWERS],
        "source": line.source,
    }


def says_more(quote: str, text: str) -> bool:
    """Whether the words of the minutes are known, and others than those of the action item."""
    return _plain(quote) not in ("", _plain(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return _one_line(text).rstrip(".").casefold()
