"""Writes a mail about justering at the moment it is sent; what is no longer so is not sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from minutes.formatting import long_date
from minutes.justering import queries
from minutes.justering.canonical import read_canonical
from minutes.justering.links import Links
from minutes.justering.minutes_text import Minutes, TextKind
from minutes.justering.notices import About, Key, read_key
from minutes.justering.tables import (
    FieldState,
    JusteringRound,
    ParagraphAnswer,
    RoundKind,
    RoundState,
    SignatureField,
)
from minutes.justering.wording import Notice, letter
from minutes.mail.letters import Letter, reply_to
from minutes.mail.sending import NotNeeded, Writer
from minutes.mail.service import Claimed
from minutes.mail.tables import OutboxMessage
from minutes.people.tables import Person, full_name

PASSED = "Det som brevet gällde är redan klart eller har ändrats."
ON_PAPER = (
    "Du har inget konto här och skriver därför under på papper. Sekreteraren lämnar ett utskrivet "
    "protokoll till dig."
)
_PARTS = {
    RoundKind.CORRECTION: ("rättelse", "en rättelse i"),
    RoundKind.PARAGRAPHS: ("omedelbar justering", "omedelbar justering av"),
}
MOVED = "Personen har inte längre den adressen."


@dataclass(frozen=True, slots=True)
class _Read:
    """What the mails of a batch are about, by id, as it is now. `reach` as queries.reach().

    fields: every signature of the rounds.
    """

    keys: Mapping[int, Key]
    rounds: Mapping[int, JusteringRound]
    fields: Mapping[int, SignatureField]
    persons: Mapping[int, Person]
    reach: Mapping[int, tuple[str | None, bool]]


@dataclass(frozen=True, slots=True)
class JusteringComposer:
    """Writes the mails of the kind `justering` for one installation."""

    links: Links

    def __call__(self, session: Session, mails: Sequence[Claimed]) -> Writer:
        """The mails as they are to be read now."""
        read = _read(session, mails)
        return {mail.id: self._written(session, mail, read) for mail in mails}.__getitem__

    def _written(self, session: Session, mail: Claimed, read: _Read) -> Letter | NotNeeded:
        key = read.keys[mail.id]
        round_, person = read.rounds.get(key.round_id), read.persons.get(key.person_id)
        field = read.fields.get(key.field_id)
        if round_ is None or person is None or (key.field_id and field is None):
            return NotNeeded(PASSED)
        if person.email != mail.address:
            return NotNeeded(MOVED)
        if not _still_so(key.about, round_, field):
            return NotNeeded(PASSED)
        minutes = read_canonical(round_.text)
        said = _said(session, key, round_, field, minutes)
        if said is None:
            return NotNeeded(PASSED)
        subject, (first, *others) = said
        paragraphs = [first, *_part(minutes, round_.kind), *others]
        _, has_account = read.reach[key.person_id]
        own = next((each for each in read.fields.values() if _is_own(each, key)), None)
        link, link_text = self._link(session, key, round_, own, has_account=has_account)
        if key.about is About.ASKED and not link:
            paragraphs = [*paragraphs, ON_PAPER]
        notice = Notice(person.name, subject, paragraphs, round_.fingerprint, link, link_text)
        return replace(letter(notice), headers=_replies_to(key.about, round_, field, read.persons))

    def _link(
        self,
        session: Session,
        key: Key,
        round_: JusteringRound,
        own: SignatureField | None,
        *,
        has_account: bool,
    ) -> tuple[str, str]:
        """(where to read the text, its words); empty for who can open no page of it."""
        words = "Läs och justera" if key.about is About.ASKED else "Läs texten"
        if has_account:
            return self.links.round(key.round_id), words
        # Of a text that was withdrawn no link opens.
        lives = round_.state is not RoundState.WITHDRAWN
        if own is not None and lives and queries.rules_of(session, round_.body_id).links:
            return self.links.sign(own.id or 0, key.person_id), words
        return "", ""


def _is_own(field: SignatureField, key: Key) -> bool:
    """Whether the mail is to who has the signature; where it is about one, about that one."""
    own = (field.round_id, field.person_id) == (key.round_id, key.person_id)
    return own and (key.about is not About.ASKED or field.id == key.field_id)


def _read(session: Session, mails: Sequence[Claimed]) -> _Read:
    """Everything at once, however many the mails are."""
    rows = session.execute(
        sa.select(col(OutboxMessage.id), col(OutboxMessage.dedupe_key)).where(
            col(OutboxMessage.id).in_([mail.id for mail in mails])
        )
    )
    keys = {id_: read_key(text) for id_, text in rows}
    round_ids = {key.round_id for key in keys.values()}
    person_ids = {key.person_id for key in keys.values()}
    rounds = session.exec(select(JusteringRound).where(col(JusteringRound.id).in_(round_ids))).all()
    of_rounds = col(SignatureField.round_id).in_(round_ids)
    fields = session.exec(select(SignatureField).where(of_rounds)).all()
    others = {each.sent_by for each in rounds} | {each.person_id for each in fields}
    wanted = person_ids | {each for each in others if each is not None}
    persons = session.exec(select(Person).where(col(Person.id).in_(wanted)))
    return _Read(
        keys,
        {each.id or 0: each for each in rounds},
        {each.id or 0: each for each in fields},
        {each.id or 0: each for each in persons},
        queries.reach(session, sorted(person_ids)),
    )


def _replies_to(
    about: About,
    round_: JusteringRound,
    field: SignatureField | None,
    persons: Mapping[int, Person],
) -> dict[str, str]:
    """A reply goes to who objects or declines, else to who sent the text."""
    objects = field is not None and about in (About.DECLINED, About.OBJECTED)
    found = persons.get((field.person_id if objects and field else round_.sent_by) or 0)
    return reply_to(found.name, found.email) if found else {}


def _still_so(about: About, round_: JusteringRound, field: SignatureField | None) -> bool:
    if about is About.WITHDRAWN:
        return round_.state is RoundState.WITHDRAWN
    if about is About.COMPLETED:
        return round_.state is RoundState.COMPLETED
    if round_.state is not RoundState.OPEN or field is None:
        return False
    if about is About.ASKED:
        return field.state is FieldState.WAITING
    return about is not About.DECLINED or field.state is FieldState.DECLINED


def _said(
    session: Session,
    key: Key,
    round_: JusteringRound,
    field: SignatureField | None,
    minutes: Minutes,
) -> tuple[str, list[str]] | None:
    """The subject and the paragraphs; None where there is nothing to tell any more."""
    is_report = minutes.kind is TextKind.ANNUAL_REPORT
    what = minutes.title if is_report else _named(minutes, round_.kind)
    name = field.name if field else ""
    if key.about is About.ASKED:
        return f"Att justera: {what}", [
            f"{minutes.title} väntar på din justering.",
            f"Läs texten och skriv under senast {long_date(round_.latest_day)}. Stämmer något "
            "inte kan du invända mot en enskild punkt.",
        ]
    if key.about is About.DECLINED and field is not None:
        return f"{name} skriver inte under: {what}", [
            f"{name} har avstått från att justera {minutes.title}. Skälet:",
            f"”{field.reason}”",
        ]
    if key.about is About.OBJECTED:
        objections = [
            f"{minutes.paragraphs[each.place].label}: ”{each.note}”"
            for each in _objections(session, key)
        ]
        if not objections:
            return None
        said = f"{name} invänder mot något i {minutes.title}:"
        return f"Invändning från {name}: {what}", [said, *objections]
    if key.about is About.WITHDRAWN:
        return f"Återtaget: {what}", [
            f"{minutes.title} har tagits tillbaka. Underskrifter som redan är gjorda gäller inte "
            "längre. Skälet:",
            f"”{round_.reason}”",
        ]
    return f"Justerat: {what}", [f"Alla har skrivit under {minutes.title}. Texten är justerad."]


def _named(minutes: Minutes, kind: RoundKind) -> str:
    named = f"{full_name(minutes.body, minutes.organisation)}, {long_date(minutes.date)}"
    return f"{_PARTS[kind][0]}, {named}" if kind in _PARTS else named


def _part(minutes: Minutes, kind: RoundKind) -> list[str]:
    """Of a text that is a part of the minutes: which; who has signed the whole is asked again."""
    if kind not in _PARTS:
        return []
    labels = ", ".join(each.label for each in minutes.paragraphs)
    return [f"Det gäller {_PARTS[kind][1]} {labels}."]


def _objections(session: Session, key: Key) -> list[ParagraphAnswer]:
    return [
        each
        for each in queries.answers(session, key.round_id)
        if each.field_id == key.field_id and not each.agrees
    ]
