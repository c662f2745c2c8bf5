"""The findings as the plain object that `minutes parse --json` prints."""

import datetime as dt
from typing import Any

from minutes.reading.blocks import Remark, Source
from minutes.recognition.findings import (
    LIKELY,
    ActionItem,
    AnnouncedMeeting,
    Attendee,
    Decision,
    Item,
    Recognition,
    Refusal,
    RefusedKind,
    WatchItem,
)


def as_contract(recognition: Recognition) -> dict[str, Any]:
    """Lists of plain values; dates as ISO 8601, times as HH:MM, lines as [first, last].

    What is doubtful is kept apart: it is for the secretary, not for a machine to act on.
    Several meetings stand in `meetings` as well, each by itself.
    """
    found = _found(recognition)
    if recognition.meetings:
        found["meetings"] = [
            {**_found(each), "lines": _lines(each.lines) if each.lines else None}
            for each in recognition.meetings
        ]
    return found


def _found(recognition: Recognition) -> dict[str, Any]:
    head = recognition.header
    sure = [action for action in recognition.actions if action.confidence >= LIKELY]
    decided = [decision for decision in recognition.decisions if decision.confidence >= LIKELY]
    return {
        "is_minutes": head.is_minutes,
        "kind": head.kind.value if head.kind else None,
        "paper": head.paper.value if head.paper else None,
        "organisation": head.organisation,
        "body": head.body,
        "title": head.title,
        "date": _date(head.date),
        "start": _time(head.start),
        "end": _time(head.end),
        "place": head.place,
        "chair": head.chair,
        "secretary": head.secretary,
        "adjusters": list(head.adjusters),
        "attendance": [_attendee(person) for person in recognition.attendance],
        "items": [_item(item) for item in recognition.items],
        "decisions": [_decision(decision) for decision in decided],
        "actions": [_action(action) for action in sure],
        "doubtful": [
            *(_decision(d) for d in recognition.decisions if d.confidence < LIKELY),
            *(_action(a) for a in recognition.actions if a.confidence < LIKELY),
        ],
        "proposals": [_refusal(each) for each in recognition.refusals if _is_open(each)],
        "watch": [_watch_item(each) for each in recognition.watch_items],
        "meetings_ahead": [_announced(meeting) for meeting in recognition.meetings_ahead],
        "attachments": [
            {"label": a.label, "title": a.title, "lines": _lines(a.source)}
            for a in recognition.attachments
        ],
        "refused": [_refusal(each) for each in recognition.refusals if not _is_open(each)],
        "warnings": [_remark(remark) for remark in recognition.remarks],
    }


def _attendee(person: Attendee) -> dict[str, Any]:
    return {
        "name": person.name,
        "organisation": person.organisation,
        "role": person.role,
        "presence": person.presence.value,
        "note": person.note,
        "lines": _lines(person.source),
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "parent": item.parent,
        "lines": _lines(item.source),
    }


def _announced(meeting: AnnouncedMeeting) -> dict[str, Any]:
    return {
        "date": _date(meeting.date),
        "start": _time(meeting.start),
        "end": _time(meeting.end),
        "place": meeting.place,
        "note": meeting.note,
        "lines": _lines(meeting.source),
    }


def _refusal(refusal: Refusal) -> dict[str, Any]:
    return {
        "kind": refusal.kind.value,
        "item": refusal.item,
        "quote": refusal.quote,
        "reason": refusal.reason,
        "lines": _lines(refusal.source),
    }


def _is_open(refusal: Refusal) -> bool:
    """Whether it is a proposal that no decision follows."""
    return refusal.kind is RefusedKind.PROPOSAL


def _watch_item(watch: WatchItem) -> dict[str, Any]:
    return {
        "kind": watch.kind.value,
        "item": watch.item,
        "quote": watch.quote,
        "text": watch.text,
        "body": watch.body,
        "date": _date(watch.date),
        "date_text": watch.date_text,
        "check_day": _date(watch.check_day),
        "lines": _lines(watch.source),
        "confidence": watch.confidence,
        "reason": watch.reason,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "code": remark.code,
        "message": remark.message,
        "lines": _lines(remark.source) if remark.source else None,
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "item": decision.item,
        "quote": decision.quote,
        "text": decision.text,
        "lines": _lines(decision.source),
        "refers_to": _lines(decision.refers_to) if decision.refers_to else None,
        "confidence": decision.confidence,
        "reason": decision.reason,
    }


def _action(action: ActionItem) -> dict[str, Any]:
    return {
        "item": action.item,
        "quote": action.quote,
        "text": action.text,
        "owners": list(action.owners),
        "owner_text": action.owner_text,
        "due": _date(action.due),
        "due_text": action.due_text,
        "due_suggested": _date(action.due_suggested),
        "status": action.status.value,
        "lines": _lines(action.source),
        "confidence": action.confidence,
        "reason": action.reason,
    }


def _lines(source: Source) -> list[int]:
    return [source.first_line, source.last_line]


def _date(value: dt.date | None) -> str | None:
    return value.isoformat() if value else None


def _time(value: dt.time | None) -> str | None:
    return value.strftime("%H:%M") if value else None
