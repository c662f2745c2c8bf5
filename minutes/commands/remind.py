"""The command that decides reminders, or shows what would be decided on a day."""

from datetime import date

import click
from sqlmodel import Session

from minutes import clock
from minutes.commands.database import opened
from minutes.formatting import counted, date_with_weekday, distance, long_date
from minutes.reminders import bodies, jobs, planning, queries
from minutes.reminders.bodies import Waiting
from minutes.reminders.planning import Plan, Planned
from minutes.reminders.queries import Facts
from minutes.reminders.tables import Cause

WHY = {
    Cause.LATE: "försenad",
    Cause.TODAY: "ska vara klar i dag",
    Cause.SOON: "ska snart vara klar",
    Cause.MEETING: "organet har snart möte",
    Cause.LAGGING: "försenad så länge att ordföranden ska få veta det",
    Cause.UNOWNED: "ingen ansvarig kan påminnas, och mottagaren är sekreterare",
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
        said = [mention.action_id for mail in made.mails for mention in mail.mentions]
        said += [mention.action_id for mail in made.declined for mention in mail.mentions]
        drafts = bodies.drafts_waiting(session)
        facts = queries.facts(session, {*said, *made.unreached}, day)
    click.echo("\n".join(report(made, facts, drafts)))


def report(made: Plan, facts: dict[int, Facts], drafts: dict[int, Waiting]) -> list[str]:
    """The plan as lines to read."""
    lines = [f"Påminnelser {date_with_weekday(made.day)}"]
    if made.quiet is not None:
        return [*lines, f"Ingen påminns: {made.quiet}. Det kommer nästa vardag i stället."]
    lines.append(f"{counted(len(made.mails), 'brev', 'brev')} skulle skickas.")
    for mail in made.mails:
        lines += ["", f"{mail.person.name} <{mail.person.email}>"]
        lines += _mentions(mail, facts, made.day)
        lines += [
            f"  {drafts[duty.thing_id].called}\n    utkastet väntar på granskning sedan "
            f"{duty.since.isoformat()}, och mottagaren är sekreterare"
            for duty in mail.duties
        ]
    for mail in made.declined:
        lines += ["", f"{mail.person.name} får inget, eftersom personen har valt det. Annars:"]
        lines += _mentions(mail, facts, made.day)
    if made.unreached:
        lines += ["", "När ingen: ingen ansvarig och ingen sekreterare i organet kan få brev."]
        lines += [f"  {_called(facts[id_])}" for id_ in made.unreached]
    return lines


def _mentions(mail: Planned, facts: dict[int, Facts], day: date) -> list[str]:
    return [
        f"  {_called(facts[each.action_id])}\n"
        f"    {_due(facts[each.action_id], day)}{WHY[each.cause]}"
        for each in mail.mentions
    ]


def _called(facts: Facts) -> str:
    return f"{facts.text} ({facts.body} {long_date(facts.meeting_date)})"


def _due(facts: Facts, day: date) -> str:
    if facts.due is None:
        return ""
    return f"klart senast {facts.due.isoformat()}, {distance(facts.due, day)}: "
