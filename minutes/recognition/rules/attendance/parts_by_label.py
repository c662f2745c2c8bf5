"""The parts of a line of people: those present, and after another label on it those away."""

from collections.abc import Iterator

from minutes.expressions import regex
from minutes.recognition.findings import Presence
from minutes.recognition.language.vocabulary import FIELD_LABELS, SIGNERS
from minutes.recognition.layout.labels import label_of
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.names import is_given_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.people.subjects import begin_of_subject, end_of_people

Part = tuple[int, int, Presence | None]  # where it begins and ends, and how those in it stand

_SIGN = regex(r"\s*[:;]")
_WORD = regex(r"[\w./-]+")
# These say of the name after them what it is; "Vid pennan" begins another field.
_OFFICE_ENDS = ("rdförande", "rdf", "ekreterare", "ekr", "usterare")
_MOST_WORDS = 6
_LONG_PART = 120  # characters
_FEW_NAMED = 1  # in the sentence
_LONGEST = 60  # characters of a label
# After a full stop such a label needs no colon: "… Bo Ek. Frånvarande Eva Gran".
_AWAY = regex(
    r"[.;–-]\s+(?P<label>(?:Frånvarande|Förhindrade?|(?:Anmält )?[Ff]örhinder|(?:[Ee]j|[Ii]nte) närvarande)(?: (?:ledamöter|ersättare|suppleanter))?)\s+(?=[A-ZÅÄÖ])"
)
# Where it stands once it is no mark behind a name: "… Bo Ek (S) Frånvarande Eva Gran".
_AWAY_ONCE = regex(
    r"(?<=[\wåäö)]) (?P<label>Frånvarande|Ej [Nn]ärvarande|Inte närvarande|Anmält förhinder|Förhindrade)(?: ledamöter| ersättare)?(?:,| [–-])? (?=[A-ZÅÄÖ][\wåäöé-]+ (?:[a-z]+ ){0,2}[A-ZÅÄÖ])"
)
_AWAY_TOLD = regex(
    r"(?:[.;]\s+(?P<label>(?:Återbud|Förhinder|Frånvaro) (?:från|av|hade|har))|,\s(?:dock |men )?(?:ej|inte))\s+(?=[A-ZÅÄÖ][\wåäö-]+ [A-ZÅÄÖ])"
)
_GLUED = regex(r"(?<=[a-zåäö)])(?P<label>Frånvarande|Förhinder|Anmält förhinder):")
_ALSO = regex(
    r"(?<=[\wåäö)]) (?P<label>(?:Övriga|Även|Också) (?:närvarande|deltagande|deltagare)(?=\s[A-ZÅÄÖ])|(?:Inbjudna(?: gäster)?|Gäster|Adjungerade(?: till mötet)?)(?=\s[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ]))\s+"
)
# "… Bo Ek Eva Gran och Dan Hed hade anmält förhinder": of the last of them that is told.
_TOLD_AWAY = regex(
    r"\s(?:(?:hade|har|lämnade|anmälde|meddelade) (?:anmält |meddelat |lämnat )?(?:förhinder|återbud|frånvaro)|(?:är|var) (?:förhindrade?|frånvarande|sjuka?)|kunde (?:inte|ej) (?:delta|närvara|komma))\b[^.]*(?:\.|$)"
)


def parts_by_label(text: str, start: int, presence: Presence) -> list[Part]:
    """The parts from `start` on; of one with nobody in it, "Plats: Byahuset", the presence is None."""
    found = [*_before_colons(text, start, presence), *_without_colon(text, start)]
    labels = sorted([*found, *_told(text, start)], key=lambda part: part[:2])
    begins = [(start, presence), *((end, found) for _, end, found in labels)]
    ends = [*(begin for begin, _, _ in labels), len(text)]
    return [
        (begin, _end(text, begin, end) if how is Presence.PRESENT else end, how)
        for (begin, how), end in zip(begins, ends, strict=True)
    ]


def begins_with_people(text: str, presence: Presence) -> bool:
    """Whether people of the label above stand before another: "Bo Ek, Eva Gran. Inbjuden: Dan Hed"."""
    first, *later = parts_by_label(text, 0, presence)
    return bool(later) and len(split_people(text[: first[1]])) > 1


def _end(text: str, start: int, stop: int) -> int:
    """Where those present end; a long part may go on with a sentence of the text."""
    if stop - start <= _LONG_PART:
        return stop
    end = end_of_people(text, start, stop)
    named = sum(map(is_given_name, text[end:stop].replace(",", " ").split()))
    return end if named <= _FEW_NAMED else stop  # else the verb stood among the names


def _before_colons(text: str, start: int, presence: Presence) -> Iterator[Part]:
    """Each label that ends with a colon; an office in a list of those present belongs to a name."""
    how: Presence | None = presence
    for sign in _SIGN.finditer(text, start):
        words = list(_WORD.finditer(text, max(start, sign.start() - _LONGEST), sign.start()))
        for word in words[-_MOST_WORDS:]:
            label = text[word.start() : sign.start()]
            if ":" in label or _is_inside(text, word.start(), start):
                continue
            listed = presence_of(label.casefold()) or presence_of(label_of(f"{label}:"))
            field = FIELD_LABELS.get(label.casefold())
            if listed and (label[0].isupper() or listed is Presence.ABSENT):
                how = listed
            elif not field or label[0].islower():
                continue
            elif field in SIGNERS and how is Presence.PRESENT and label.endswith(_OFFICE_ENDS):
                break
            else:
                how = Presence.PRESENT if field in SIGNERS else None
            yield word.start(), sign.end(), how
            break


def _without_colon(text: str, start: int) -> Iterator[Part]:
    for match in _AWAY_TOLD.finditer(text, start):
        yield match.start() + 1, match.end(), Presence.ABSENT
    for pattern in (_AWAY, _GLUED):
        for match in pattern.finditer(text, start):
            yield match.start("label"), match.end(), Presence.ABSENT
    once = list(_AWAY_ONCE.finditer(text, start))
    if len(once) == 1:
        yield once[0].start("label"), once[0].end(), Presence.ABSENT
    for match in _ALSO.finditer(text, start):
        yield match.start("label"), match.end(), Presence.PRESENT


def _told(text: str, start: int) -> Iterator[Part]:
    """The names before a sentence's verb as a part of those away; what the sentence says is none."""
    for match in _TOLD_AWAY.finditer(text, start):
        subject = begin_of_subject(text, start, match.start())
        if subject is not None:
            subject += text.startswith("(", subject)
            yield subject, subject, Presence.ABSENT
            yield match.start(), match.end(), None if match.end() == len(text) else Presence.PRESENT


def _is_inside(text: str, place: int, start: int) -> bool:
    """Whether the word stands in brackets, or is the rest of a longer one."""
    before = text[start:place]
    return before.count("(") > before.count(")") or before[-1:] in {"-", "("}
