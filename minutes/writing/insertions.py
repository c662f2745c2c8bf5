"""What a writer puts into minutes by the press of a button, in our reading's own form. Pure."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from minutes.errors import Refused
from minutes.texts import N_
from minutes.writing.skeleton import one_line

LONGEST = 2_000  # characters of one field
MOST_VOTES = 9_999

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words come: of which body, with which number next, and on which day."""

    deciding: str  # how the body calls itself: Styrelsen
    day: dt.date


def inserted(kind: str, fields: Fields, place: Place) -> str:
    """The Markdown of an insertion. Raises Refused where something that it needs is missing."""
    make = KINDS.get(kind)
    if make is None:
        raise Refused("Det går inte att infoga. Läs in sidan igen och försök på nytt.")
    return make(fields, place)


def clauses(words: Sequence[str], deciding: str) -> str:
    """A decision with its att-satser."""
    lines = [_clause(each) for each in words if each.strip()]
    if not lines:
        raise Refused("Skriv vad som beslutas, en att-sats på varje rad.")
    return "\n\n".join(("**Beslut**", f"{deciding} beslutar", "\n".join(lines)))


def _clause(words: str) -> str:
    said = one_line(words).removeprefix("- ").strip().rstrip(".")
    return f"- {said if said.casefold().startswith('att ') else f'att {said}'}."


def _decision(fields: Fields, place: Place) -> str:
    return clauses(_field(fields, "satser").split("\n"), place.deciding)


def _proposal(fields: Fields, _place: Place) -> str:
    who = _needed(fields, "vem", N_("Välj eller skriv vem som yrkar."))
    what = _needed(fields, "vad", N_("Skriv vad som yrkas."))
    said = what[:1].lower() + what[1:]
    return f"**Yrkande**\n\n{who} yrkar {said.rstrip('.')}."


def _vote(fields: Fields, place: Place) -> str:
    yes = _needed(fields, "ja-for", N_("Skriv vad en ja-röst innebär."))
    no = _needed(fields, "nej-for", N_("Skriv vad en nej-röst innebär."))
    ayes, noes, abstained = (_count(fields, name) for name in ("ja", "nej", "avstar"))
    secret = " Omröstningen är sluten." if "sluten" in fields else ""
    result = f"Resultat: {_votes(ayes, 'ja')} och {_votes(noes, 'nej')}."
    left = f" {abstained} avstår." if abstained else ""
    parts = [
        "**Votering**",
        f"Votering begärs och verkställs.{secret} Ja-röst innebär {_tail(yes)}. "
        f"Nej-röst innebär {_tail(no)}.",
        f"{result}{left}",
    ]
    parts += [
        f"{label}: {', '.join(_lines(fields, name))}."
        for label, name in (("Ja röstar", "vilka-ja"), ("Nej röstar", "vilka-nej"))
        if _lines(fields, name)
    ]
    if ayes == noes:
        parts.append("Vid lika röstetal avgör ordförandens röst.")
    carried = _lines(fields, "satser")
    return "\n\n".join([*parts, clauses(carried, place.deciding)] if carried else parts)


def _votes(count: int, which: str) -> str:
    return f"1 {which}-röst" if count == 1 else f"{count} {which}-röster"


def _tail(words: str) -> str:
    said = words.rstrip(". ")
    return said[:1].lower() + said[1:]


def _reservation(fields: Fields, _place: Place) -> str:
    who = _needed(fields, "vem", N_("Välj eller skriv vem som reserverar sig."))
    favour = _field(fields, "vad").rstrip(". ")
    tail = f" till förmån för {_tail(favour)}" if favour else ""
    verb = "reserverar sig mot beslutet"
    return f"**Reservation**\n\n{who} {verb}{tail}."


def _disqualified(fields: Fields, _place: Place) -> str:
    who = _needed(fields, "vem", N_("Välj eller skriv vem som är jävig."))
    return (
        f"**Jäv**\n\n{who} anmäler jäv och deltar inte i handläggningen av ärendet. "
        f"{who} lämnar rummet medan ärendet behandlas."
    )


def _postponed(fields: Fields, place: Place) -> str:
    until = _field(fields, "till").rstrip(". ") or "nästa möte"
    return clauses([f"att bordlägga ärendet till {until}"], place.deciding)


def _sent_back(fields: Fields, place: Place) -> str:
    to = _needed(fields, "till", N_("Skriv till vem ärendet återremitteras."))
    why = _needed(fields, "vad", N_("Skriv varför ärendet återremitteras."))
    sentence = f"att återremittera ärendet till {to.rstrip('. ')} för {_tail(why)}"
    return clauses([sentence], place.deciding)


def _action(fields: Fields, _place: Place) -> str:
    who = _needed(fields, "vem", N_("Välj eller skriv vem som ska göra det.")).lstrip("@")
    what = _needed(fields, "vad", N_("Skriv vad som ska göras.")).rstrip(". ")
    due = _field(fields, "senast").strip()
    return f"**Åtgärd**\n\n- @{who}: {what}{f', senast {due}' if due else ''}"


def _phrase(fields: Fields, _place: Place) -> str:
    return _needed(fields, "fras", N_("Välj en fras."))


def _point(fields: Fields, _place: Place) -> str:
    return f"## {_needed(fields, 'rubrik', N_('Skriv vad punkten heter.'))}"


KINDS: Mapping[str, Callable[[Fields, Place], str]] = {
    "beslut": _decision,
    "yrkande": _proposal,
    "votering": _vote,
    "reservation": _reservation,
    "jav": _disqualified,
    "bordlaggning": _postponed,
    "aterremiss": _sent_back,
    "atgard": _action,
    "fras": _phrase,
    "punkt": _point,
}


def _field(fields: Fields, name: str) -> str:
    return fields.get(name, "").replace("\r\n", "\n").strip()[:LONGEST]


def _needed(fields: Fields, name: str, missing: str) -> str:
    words = one_line(_field(fields, name))
    if not words:
        raise Refused(missing)
    return words


def _lines(fields: Fields, name: str) -> list[str]:
    return [one_line(each) for each in _field(fields, name).split("\n") if each.strip()]


def _count(fields: Fields, name: str) -> int:
    written = _field(fields, name)
    if not written:
        return 0
    if not written.isdecimal() or int(written[:6]) > MOST_VOTES:
        raise Refused("Skriv antalet röster med siffror.")
    return int(written)
