"""What a footnote names: [^beslut-12] is a paragraph of the minutes of a day. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minutes.annual_report.facts import ItemFact, MeetingFact, Record
from minutes.formatting import long_date
from minutes.recognition.findings import MinutesKind

_CALLED = {
    MinutesKind.PROTOKOLL: "Protokoll",
    MinutesKind.MINNESANTECKNINGAR: "Minnesanteckningar",
}
MANDATES = "uppdrag"
NAMES = "namn"
CANCELLED = "inställda"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement stands: `label` for the reader, `words` as the minutes have them.

    number, title: of the point, where it is one. body_id: the body that it is of.
    """

    key: str
    label: str
    meeting_id: int | None = None
    item_id: int | None = None
    words: str = ""
    number: str = ""
    title: str = ""
    body_id: int | None = None


def sources(record: Record) -> Mapping[str, Source]:
    """Everything that a footnote can name, by its key."""
    return {each.key: each for each in _all(record)}


def meeting_key(meeting: MeetingFact) -> str:
    """The key of a whole meeting."""
    return f"möte-{meeting.id}"


def mandates_key(body_id: int | None = None) -> str:
    """The key of the register of mandates; of one body's, in a report of several."""
    return MANDATES if body_id is None else f"{MANDATES}-{body_id}"


def name_key(body_id: int) -> str:
    """The key of what the register says that a body is called, and was called before."""
    return f"{NAMES}-{body_id}"


def cancelled_key(body_id: int) -> str:
    """The key of what is written down of the meetings that a body called off."""
    return f"{CANCELLED}-{body_id}"


def item_key(item: ItemFact) -> str:
    """The key of a point."""
    return f"punkt-{item.id}"


def _all(record: Record) -> Iterator[Source]:
    several = len(record.bodies) > 1
    for meeting in record.meetings:
        yield from _of_meeting(meeting, _where(meeting, several))
    told = {meeting.id: meeting for meeting in record.meetings}
    for watch in record.watched:
        found = told.get(watch.meeting_id or 0)
        key = f"bevakning-{watch.id}"
        if found:
            yield _of(key, found, watch.item_id, _where(found, several), watch.what)
        else:
            own = "Organets bevakningar"
            yield Source(key, own, watch.meeting_id, None, watch.what, body_id=watch.body_id)
    for referral in record.referrals:
        found = told.get(referral.meeting_id or 0)
        key = f"fråga-{referral.id}"
        if found:
            where = _where(found, several)
            yield _of(key, found, referral.item_id, where, referral.question)
        else:
            label = f"Fråga från {referral.from_body} till {referral.to_body}"
            label = f"{label}, {long_date(referral.sent)}"
            asked = referral.from_body_id in (body for body, _ in record.bodies)
            body_id = referral.from_body_id if asked else referral.to_body_id
            yield Source(key, label, None, None, referral.question, body_id=body_id)
    for body_id, name in record.bodies:
        yield Source(name_key(body_id), f"Register över organ, {name}", body_id=body_id)
        off = f"Anteckningar om inställda möten, {name}"
        days = [each.date for each in record.cancelled if each.body_id == body_id]
        said = "\n".join(f"Inställt {long_date(day)}" for day in days)
        yield Source(cancelled_key(body_id), off, words=said, body_id=body_id)
    if not several:
        yield Source(mandates_key(), "Organets register över uppdrag")
        return
    for body_id, name in record.bodies:
        yield Source(mandates_key(body_id), f"Register över uppdrag i {name}", body_id=body_id)


def _of_meeting(meeting: MeetingFact, where: str) -> Iterator[Source]:
    yield Source(meeting_key(meeting), where, meeting.id, body_id=meeting.body_id)
    for item in meeting.items:
        words = f"{item.title}\n{item.text}"
        yield _of_item(item_key(item), meeting, item, where, words)
    for decision in meeting.decisions:
        yield _of(f"beslut-{decision.id}", meeting, decision.item_id, where, decision.quote)
    for action in meeting.actions:
        yield _of(f"åtgärd-{action.id}", meeting, action.item_id, where, action.quote)


def _of(key: str, meeting: MeetingFact, item_id: int | None, where: str, words: str) -> Source:
    item = meeting.item(item_id)
    if item:
        return _of_item(key, meeting, item, where, words)
    return Source(key, where, meeting.id, item_id, words, body_id=meeting.body_id)


def _of_item(key: str, meeting: MeetingFact, item: ItemFact, where: str, words: str) -> Source:
    label, number = _point(where, item), item.number or ""
    return Source(key, label, meeting.id, item.id, words, number, item.title, meeting.body_id)


def _where(meeting: MeetingFact, with_body: bool) -> str:
    body = f"{meeting.body}, " if with_body else ""
    called = _CALLED[meeting.kind]
    return f"{body}{called.lower() if body else called} {long_date(meeting.date)}"


def _point(where: str, item: ItemFact) -> str:
    number = (item.number or "").strip().rstrip(".")
    if number and number.isdigit():
        number = f"punkt {number}"
    return ", ".join(filter(None, (where, f"{number} {item.title}".strip())))
