"""The command that decides reminders, or shows what would be decided on a day."""

from collections.abc import Mapping
from datetime import date
from itertools import chain

import click
from sqlmodel import Session

from minutes import clock
from minutes.commands.database import opened
from minutes.formatting import counted, date_with_weekday, distance, long_date
from minutes.reminders import jobs, planning, queries
from minutes.reminders.planning import Plan, Planned
from minutes.reminders.queries import Facts
from minutes.reminders.tables import Cause, DutyKind
from minutes.reminders.waiting import Key, Waiting, waiting

WHY = {
    Cause.LATE: "försenad",
    Cause.TODAY: "ska vara klar i dag",
    Cause.SOON: "ska snart vara klar",
    Cause.MEETING: "organet har snart möte",
    Cause.LAGGING: "försenad så länge att ordföranden ska få veta det",
    Cause.UNOWNED: "ingen ansvarig kan påminnas, och mottagaren är sekreterare",
}
WHY_DUTY = {
    DutyKind.SIGN: "väntar på mottagarens underskrift",
    DutyKind.REVIEW: "utkastet väntar på granskning",
    DutyKind.SEND: "är inte skickat för justering, och mottagaren är sekreterare: registrerat",
    DutyKind.JUSTERING: "är inte färdigjusterat: skickat",
    DutyKind.WATCH: "beslutet är inte känt, och mottagaren är sekreterare: väntat",
    DutyKind.PUBLISH: "är inte publicerat, och mottagaren är sekreterare: justerat",
}


def decide() -> None:
    """Put today's reminders into the outbox."""
    with opened() as (settings, engine), Session(engine) as session:
        click.echo(jobs.decide(session, settings))


def show(day: date | None) -> None:
    """Print who would get what on the day, and why. Nothing is stored or sent."""
    day = day or clock.today()
    with opened() as (_, engine), Session(engine) as session:
        made = planning.plan(session, day)
        said = chain.from_iterable(mail.actions for mail in (*made.mails, *made.declined))
        facts = queries.facts(session, {*said, *made.unreached}, day)
        things = waiting(session)
    click.echo("\n".join(report(made, facts, things)))


def report(made: Plan, facts: Mapping[int, Facts], things: Mapping[Key, Waiting]) -> list[str]:
    """The plan as lines to read."""
    lines = [f"Påminnelser {date_with_weekday(made.day)}"]
    if made.quiet is not None:
        return [*lines, f"Ingen påminns: {made.quiet}. Det kommer nästa vardag i stället."]
    lines.append(f"{counted(len(made.mails), 'brev', 'brev')} skulle skickas.")
    for mail in made.mails:
        lines += ["", f"{mail.person.name} <{mail.person.email}>"]
        lines += _actions(mail, facts, made.day)
        lines += [_duty(things[duty.kind, duty.thing_id]) for duty in mail.duties]
    for mail in made.declined:
        lines += ["", f"{mail.person.name} får inget, eftersom personen har valt det. Annars:"]
        lines += _actions(mail, facts, made.day)
    if made.unreached:
        lines += ["", "När ingen: ingen ansvarig och ingen sekreterare i organet kan få brev."]
        lines += [f"  {_called(facts[id_])}" for id_ in made.unreached]
    return lines


def _duty(thing: Waiting) -> str:
    until = f", senast {thing.latest.isoformat()}" if thing.latest else ""
    held = long_date(thing.held) if thing.held else ""
    where = " ".join(filter(None, (thing.body, held)))
    body = f" ({where})" if where else ""
    return (
        f"  {thing.called}{body}\n    {WHY_DUTY[thing.kind]} sedan {thing.since.isoformat()}{until}"
    )


def _actions(mail: Planned, facts: Mapping[int, Facts], day: date) -> list[str]:
    return [
        f"  {_called(facts[id_])}\n    {_due(facts[id_], day)}{WHY[cause]}"
        for id_, cause in mail.actions.items()
    ]


def _called(facts: Facts) -> str:
    return f"{facts.text} ({facts.body} {long_date(facts.meeting_date)})"


def _due(facts: Facts, day: date) -> str:
    if facts.due is None:
        return ""
    return f"klart senast {facts.due.isoformat()}, {distance(facts.due, day)}: "
