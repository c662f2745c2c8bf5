"""What a footnote names: [^beslut-12] is a paragraph of the minutes of a day. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from minutes.annual_report.facts import ItemFact, MeetingFact, Record
from minutes.formatting import long_date
from minutes.recognition.findings import MinutesKind

_CALLED = {
    MinutesKind.PROTOKOLL: "Protokoll",
    MinutesKind.MINNESANTECKNINGAR: "Minnesanteckningar",
}
MANDATES = "uppdrag"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement stands: `label` for the reader, `words` as the minutes have them.

    number, title: of the point, where it is one.
    """

    key: str
    label: str
    meeting_id: int | None = None
    item_id: int | None = None
    words: str = ""
    number: str = ""
    title: str = ""


def sources(record: Record) -> Mapping[str, Source]:
    """Everything that a footnote can name, by its key."""
    return {each.key: each for each in _all(record)}


def meeting_key(meeting: MeetingFact) -> str:
    """The key of a whole meeting."""
    return f"möte-{meeting.id}"


def item_key(item: ItemFact) -> str:
    """The key of a point."""
    return f"punkt-{item.id}"


def _all(record: Record) -> Iterator[Source]:
    several = len(record.bodies) > 1
    for meeting in record.meetings:
        where = _where(meeting, several)
        yield Source(meeting_key(meeting), where, meeting.id)
        for item in meeting.items:
            words = f"{item.title}\n{item.text}"
            yield _with_item(Source(item_key(item), "", meeting.id, None, words), where, item)
        for decision in meeting.decisions:
            yield _of(f"beslut-{decision.id}", meeting, decision.item_id, where, decision.quote)
        for action in meeting.actions:
            yield _of(f"åtgärd-{action.id}", meeting, action.item_id, where, action.quote)
    told = {meeting.id: meeting for meeting in record.meetings}
    for watch in record.watched:
        found = told.get(watch.meeting_id or 0)
        label = _where(found, several) if found else "Organets bevakningar"
        yield Source(f"bevakning-{watch.id}", label, watch.meeting_id, None, watch.what)
    for referral in record.referrals:
        found = told.get(referral.meeting_id or 0)
        key = f"fråga-{referral.id}"
        if found:
            where = _where(found, several)
            yield _of(key, found, referral.item_id, where, referral.question)
        else:
            label = f"Fråga från {referral.from_body} till {referral.to_body}"
            label = f"{label}, {long_date(referral.sent)}"
            yield Source(key, label, None, None, referral.question)
    yield Source(MANDATES, f"{'Organens' if several else 'Organets'} register över uppdrag")


def _of(key: str, meeting: MeetingFact, item_id: int | None, where: str, words: str) -> Source:
    source = Source(key, where, meeting.id, item_id, words)
    item = meeting.item(item_id)
    return _with_item(source, where, item) if item else source


def _with_item(source: Source, where: str, item: ItemFact) -> Source:
    label, number = _point(where, item), item.number or ""
    return replace(source, label=label, item_id=item.id, number=number, title=item.title)


def _where(meeting: MeetingFact, with_body: bool) -> str:
    body = f"{meeting.body}, " if with_body else ""
    called = _CALLED[meeting.kind]
    return f"{body}{called.lower() if body else called} {long_date(meeting.date)}"


def _point(where: str, item: ItemFact) -> str:
    number = (item.number or "").strip().rstrip(".")
    if number and number.isdigit():
        number = f"punkt {number}"
    return ", ".join(filter(None, (where, f"{number} {item.title}".strip())))
