"""What the secretary may change in a finding. Pure: content and form in, new content out."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from minutes.errors import Refused
from minutes.recognition.findings import MinutesKind, Presence, RefusedKind
from minutes.review.contents import MODELS, RefusalContent
from minutes.review.tables import FindingKind
from minutes.texts import N_, Text

Form = Mapping[str, str]
LONGEST_TEXT = 5000
CONVERTIBLE = (FindingKind.ACTION, FindingKind.DECISION)  # the secretary may make one the other


class CorrectionRefused(Refused):
    """The form cannot be taken; `fields` says of each field what is wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: how its text is read, and its Swedish name."""

    label: str
    read: Callable[[str], Any]
    required: bool = False


def _text(most: int) -> Callable[[str], str]:
    def read(written: str) -> str:
        if len(written) > most:
            raise ValueError(N_("får ha högst %(most)s tecken", most=most))
        return written

    return read


def _date(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise ValueError(N_("ska skrivas som 2026-11-22")) from None


def _time(written: str) -> dt.time:
    match = re.fullmatch(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?", written)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise ValueError(N_("ska skrivas som 13.30"))
    return dt.time(int(match[1]), int(match[2] or 0))


def _names(written: str) -> tuple[str, ...]:
    names = tuple(filter(None, (name.strip() for name in re.split(r"[,;\n]", written))))
    if any(len(name) > 200 for name in names):
        raise ValueError(N_("får ha högst 200 tecken i varje namn"))
    return names


FIELDS: Mapping[FindingKind, Mapping[str, Field]] = {
    FindingKind.HEADER: {
        "kind": Field(N_("Slag"), MinutesKind),
        "title": Field(N_("Rubrik"), _text(300)),
        "date": Field(N_("Datum"), _date),
        "start": Field(N_("Början"), _time),
        "end": Field(N_("Slut"), _time),
        "place": Field(N_("Plats"), _text(300)),
        "chair": Field(N_("Ordförande"), _text(200)),
        "secretary": Field(N_("Sekreterare"), _text(200)),
        "adjusters": Field(N_("Justerare"), _names),
    },
    FindingKind.ATTENDEE: {
        "name": Field(N_("Namn"), _text(200), required=True),
        "presence": Field(N_("Närvaro"), Presence, required=True),
        "organisation": Field(N_("Organisation"), _text(300)),
        "role": Field(N_("Roll"), _text(200)),
    },
    FindingKind.ITEM: {
        "number": Field(N_("Nummer"), _text(40)),
        "title": Field(N_("Rubrik"), _text(500), required=True),
    },
    FindingKind.DECISION: {
        "text": Field(N_("Beslut"), _text(LONGEST_TEXT), required=True),
        "item": Field(N_("Punkt"), _text(80)),
    },
    FindingKind.ACTION: {
        "text": Field(N_("Åtgärd"), _text(LONGEST_TEXT), required=True),
        "owners": Field(N_("Ansvarig"), _names),
        "due": Field(N_("Klart senast"), _date),
        "item": Field(N_("Punkt"), _text(80)),
    },
    FindingKind.WATCH_ITEM: {
        "text": Field(N_("Bevakning"), _text(5000), required=True),
        "body": Field(N_("Organ"), _text(200)),
        "date": Field(N_("Beslutsdag"), _date),
        "check_day": Field(N_("Se efter"), _date),
        "item": Field(N_("Punkt"), _text(80)),
    },
    FindingKind.ANNOUNCED_MEETING: {
        "date": Field(N_("Datum"), _date),
        "start": Field(N_("Början"), _time),
        "end": Field(N_("Slut"), _time),
        "place": Field(N_("Plats"), _text(300)),
        "note": Field(N_("Anmärkning"), _text(300)),
    },
}


def corrected(kind: FindingKind, content: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """The content as the form wants it; fields that the form does not send stay as they are.

    Raises CorrectionRefused with every fault of the form at once.
    """
    changed, faults = dict(content), {}
    for name, field in FIELDS.get(kind, {}).items():
        if name not in form:
            continue
        try:
            changed[name] = _value(field, form[name], empty=_empty(kind, name))
        except ValueError as fault:
            faults[name] = _sentence(field.label, fault)
    if faults:
        raise CorrectionRefused(faults)
    return MODELS[kind].model_validate(changed).model_dump(mode="json")


def by_hand(kind: FindingKind, form: Form, quote: str) -> dict[str, Any]:
    """The content of a finding that the secretary adds; `quote` is what its lines say.

    A decision or action without a text of its own says what its lines say.

    Raises CorrectionRefused where a required field is missing or cannot be read.
    """
    blank: dict[str, Any] = {}
    form = dict(form)
    if kind in CONVERTIBLE:
        form["text"] = form.get("text", "").strip() or quote
        blank = {"quote": quote or form["text"], "text": ""}
    needed = {name: "" for name, field in FIELDS[kind].items() if field.required}
    return corrected(kind, blank, {**needed, **form})


def as_kind(kind: FindingKind, content: Mapping[str, Any]) -> dict[str, Any]:
    """What the content is as the other of decision and action; owners and days are an action's."""
    kept = {name: content[name] for name in MODELS[kind].model_fields if name in content}
    return MODELS[kind].model_validate(kept).model_dump(mode="json")


def promoted(content: Mapping[str, Any]) -> tuple[FindingKind, dict[str, Any]]:
    """The decision or action that a refused look-alike or a proposal becomes when taken in."""
    refusal = RefusalContent.model_validate(content)
    kind = FindingKind.ACTION if refusal.kind is RefusedKind.ACTION else FindingKind.DECISION
    wanted = {"item": refusal.item, "quote": refusal.quote, "text": refusal.quote}
    return kind, MODELS[kind].model_validate(wanted).model_dump(mode="json")


def _value(field: Field, written: str, empty: Any) -> Any:
    text = "\n".join(line.strip() for line in written.splitlines()).strip()
    if text:
        return field.read(text)
    if field.required:
        raise ValueError(N_("måste fyllas i"))
    return empty


def _empty(kind: FindingKind, name: str) -> Any:
    return () if FIELDS[kind][name].read is _names else None


def _sentence(label: str, fault: ValueError) -> str:
    said = fault.args[0]
    if isinstance(said, Text):
        return N_("%(label)s %(fault)s.", label=label, fault=said)
    return N_("%(label)s har ett okänt värde.", label=label)
