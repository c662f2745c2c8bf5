"""The sections of an annual report, each as paragraphs of Markdown. Pure.

A section that has nothing to say is an empty list, and is left out.
"""

from collections.abc import Iterable

from minutes.annual_report.facts import ActionFact, MandateFact, MeetingFact
from minutes.annual_report.formal_steps import formal_steps
from minutes.annual_report.markup import FOOTNOTE, NOTE, field, footnote, plain
from minutes.annual_report.numbers import in_words
from minutes.annual_report.presences import is_told_who_served, present_at, served_at
from minutes.annual_report.sources import item_key, mandates_key, meeting_key
from minutes.annual_report.subjects import Subject
from minutes.annual_report.telling import (
    ROWS_TOLD,
    Year,
    action_line,
    day,
    days_of,
    decision_line,
    listed,
    only_once,
    watch_line,
    with_remark,
    without,
)
from minutes.follow_up.tables import DecisionState

WORTH_A_CHART = 3  # meetings
CHARTS_TOLD = ("närvaro", "beslut", "slag", "åtgärder")
MOST_NAMED = 40  # persons; a meeting of all members is not told by name


def composition(year: Year) -> list[str]:
    """Who sat in the body, or else who came."""
    note = f"{NOTE} Skriv här vad {year.name} har i uppdrag, och vem som har gett det."
    said = []
    for body, name in year.record.bodies:
        rows = [
            f"- {plain(each.name)}, {each.role}{_span(each, year)}"
            for each in year.record.mandates
            if each.body_id == body
        ]
        if rows:
            key = mandates_key(body if year.of_several else None)
            said += _listing(f"Uppdrag i {plain(name)}:", footnote(key), only_once(rows), year)
    return [note, *(said or _came(year))]


def _came(year: Year) -> list[str]:
    """Who came to the meetings, where nobody has written down who sits in the body."""
    came = [each for each in year.figures.persons if each.present]
    if not came or len(came) > MOST_NAMED:
        return []
    rows = [
        f"- {plain(each.name)}{f', {plain(each.organisation)}' if each.organisation else ''}"
        for each in came
    ]
    notes = footnote(*(meeting_key(each) for each in year.meetings if each.attendees))
    return _listing(f"{_by_the_lists(year)} deltog i {_meetings(year)}:", notes, rows, year)


def _listing(lead: str, notes: str, rows: list[str], year: Year) -> list[str]:
    """The rows under what leads to them; in one paragraph where it is to be short."""
    if year.is_short:
        return [f"{lead} {'; '.join(row.removeprefix('- ') for row in rows)}.{notes}"]
    return [f"{lead}{notes}", "\n".join(rows)]


def _by_the_lists(year: Year) -> str:
    listed_at = sum(bool(each.attendees) for each in year.meetings)
    return "Enligt närvarolistan" if listed_at == 1 else "Enligt närvarolistorna"


def _meetings(year: Year) -> str:
    return "årets möte" if len(year.meetings) == 1 else "årets möten"


def _span(mandate: MandateFact, year: Year) -> str:
    """From when and until when, where it is not the whole year."""
    begins = mandate.first_day.year == year.year
    ends = mandate.last_day is not None and mandate.last_day <= year.last_day
    parts = [
        f"från den {day(mandate.first_day, year.year)}" if begins else "",
        f"till den {day(mandate.last_day, year.year)}" if ends and mandate.last_day else "",
    ]
    said = " ".join(filter(None, parts))
    return f" ({said})" if said else ""


def meetings(year: Year) -> list[str]:
    """Meeting by meeting, how many were there and what came out of it."""
    if not year.meetings:
        return []
    said = _attended(year)
    if year.is_short:
        return said
    rows = [
        f"- {year.held(each)}: {_counted(each)}.{footnote(meeting_key(each))}"
        for each in year.meetings
    ]
    worth = year.within is None and len(year.meetings) >= WORTH_A_CHART
    charts = CHARTS_TOLD if worth else ()
    drawn = [field("diagram", each) for each in charts]
    return [*said, "\n".join(rows), *formal_steps(year), *drawn]


def _attended(year: Year) -> list[str]:
    """How many came; nothing where no minutes list anybody."""
    if not year.figures.value("deltagare"):
        return []
    share = ""
    if year.figures.figures["närvaro"].value is not None:
        share = f", och närvaron var {year.number('närvaro')}"
    notes = footnote(*(meeting_key(each) for each in year.meetings if each.attendees))
    who = f"{_by_the_lists(year)} deltog {year.number('deltagare')}"
    said = f"{who} i {_meetings(year)}{share}.{notes}"
    if not any(map(is_told_who_served, year.meetings)):
        return [said]
    substitutes = ""
    if year.figures.value("tjänstgörande_ersättare"):
        substitutes = f", varav {year.number('tjänstgörande_ersättare')}"
    notes = footnote(*(meeting_key(each) for each in year.meetings if served_at(each)))
    return [f"{said} Av dem tjänstgjorde {year.number('tjänstgörande')}{substitutes}.{notes}"]


def _counted(meeting: MeetingFact) -> str:
    present = f"{field('närvarande', meeting.id)}, " if present_at(meeting) else ""
    if is_told_who_served(meeting):
        present += f"varav {field('tjänstgörande', meeting.id)}, "
    return f"{present}{field('beslut', meeting.id)} och {field('åtgärder', meeting.id)}"


def important_decisions(year: Year) -> list[str]:
    """The decisions that weigh most, in order of time."""
    rows = only_once(decision_line(each.meeting, each.decision, year) for each in year.important())
    return ["\n".join(rows)] if rows else []


def recurring_subjects(year: Year) -> list[str]:
    """What came up at several meetings and led to something, each told as one story."""
    if year.is_short:
        return []
    paragraphs: list[str] = []
    for subject in year.subjects:
        paragraphs += _story(subject, year)
    drawn = year.within is None and len(year.meetings) >= WORTH_A_CHART
    if drawn and len(year.figures.by_subject) >= WORTH_A_CHART:
        paragraphs.append(field("diagram", "frågor"))
    return paragraphs


def _story(subject: Subject, year: Year) -> list[str]:
    points = {told.item.id for told in subject.points}
    own = list({told.meeting.id: told.meeting for told in subject.points}.values())
    decided = [
        decision_line(meeting, each, year, with_point=False)
        for meeting in own
        for each in meeting.decisions
        if each.item_id in points
    ]
    actions = [
        (meeting, each) for meeting in own for each in meeting.actions if each.item_id in points
    ]
    finished = [(meeting, each) for meeting, each in actions if year.ended(each)]
    open_still = [(meeting, each) for meeting, each in actions if each.is_open_on(year.last_day)]
    if not (decided or finished or open_still):
        return []
    days = listed([year.held(meeting) for meeting in own])
    notes = footnote(*(item_key(told.item) for told in subject.points))
    said = [
        f"{'#' * (year.level + 1)} {plain(subject.title)}",
        f"Frågan kom upp vid {in_words(len(own))} möten: {days}.{notes}",
    ]
    for label, rows in (
        ("Beslutat", decided),
        ("Genomfört", _action_lines(finished, year, with_point=False)),
        ("Kvarstår", _action_lines(open_still, year, with_point=False)),
    ):
        if rows:
            said += [f"**{label}**", "\n".join(only_once(rows))]
    return said


def done(year: Year) -> list[str]:
    """What was done of what had been promised, and the decisions that were executed."""
    finished = without(
        ((meeting, each) for meeting, each in year.record.actions() if year.ended(each)), year.told
    )
    executed = [
        f"- {with_remark(each.text, f'verkställt {day(each.day, year.year)}')}"
        f"{footnote(f'beslut-{each.id}')}"
        for _, each in year.record.decisions()
        if each.state is DecisionState.EXECUTED and each.day and each.day.year == year.year
    ]
    rows = [*executed, *_action_lines(finished, year)]
    return _rows(rows, year)


def left(year: Year) -> list[str]:
    """What was still to be done when the year ended."""
    waiting = [
        f"- {with_remark(each.text, f'beslutat {year.held(meeting)}, ännu inte verkställt')}"
        f"{footnote(f'beslut-{each.id}')}"
        for meeting, each in year.record.decisions()
        if each.state is DecisionState.NOT_EXECUTED
    ]
    still = without(
        (
            (meeting, each)
            for meeting, each in year.record.actions()
            if each.is_open_on(year.last_day)
        ),
        year.told,
    )
    return _rows([*waiting, *_action_lines(still, year)], year)


def followed(year: Year) -> list[str]:
    """What the body waits for from others, and the questions between bodies."""
    rows = []
    for watch in year.record.watched:
        if watch.came and watch.came.year < year.year:
            continue
        rows.append(watch_line(watch, year))
    own = {body for body, _ in year.record.bodies}
    for each in year.record.referrals:
        if each.answered and each.answered.year < year.year:
            continue
        to, sender = f"till {plain(each.to_body)}", f"från {plain(each.from_body)}"
        where = (
            sender if each.from_body_id not in own else to if len(own) == 1 else f"{sender} {to}"
        )
        sent = day(each.sent, year.year)
        answer = (
            f"besvarad {day(each.answered, year.year)}"
            if each.answered and each.answered <= year.last_day
            else "obesvarad"
        )
        rows.append(
            f"- {with_remark(each.question, f'fråga {where} {sent}, {answer}')}"
            f"{footnote(f'fråga-{each.id}')}"
        )
    return _rows(rows, year)


def ahead(year: Year) -> list[str]:
    """The meetings that are announced for the next year, and what falls due then."""
    said = []
    coming = {
        (meeting.body_id, each.date): meeting
        for meeting in year.record.meetings
        for each in meeting.announced
        if each.date > year.last_day
    }
    if coming:
        days = days_of(coming, year)
        notes = footnote(*only_once(meeting_key(meeting) for meeting in coming.values()))
        one = len(coming) == 1
        word = "Nästa möte är utlyst till den" if one else "Möten är utlysta till den"
        said.append(f"{word} {days}.{notes}")
    if year.figures.value("åtgärder_kvar"):
        said.append(
            f"Till nästa år går {year.number('åtgärder_kvar')} över."
            if year.is_over
            else f"Just nu återstår {year.number('åtgärder_kvar')}."
        )
    return said


def _action_lines(
    actions: Iterable[tuple[MeetingFact, ActionFact]], year: Year, *, with_point: bool = True
) -> list[str]:
    rows = []
    for meeting, action in actions:
        year.told.add(action.id)
        rows.append(action_line(meeting, action, year, with_point=with_point))
    return rows


def _rows(rows: list[str], year: Year) -> list[str]:
    once = only_once(rows)
    most = ROWS_TOLD[year.extent]
    if not once:
        return []
    if len(once) == most + 1:
        most += 1  # to say that there is one more takes as much room
    notes = footnote(*only_once(FOOTNOTE.findall(" ".join(once[most:]))))
    more = f"- Ytterligare {in_words(len(once) - most)}, som inte återges här.{notes}"
    more = more if len(once) > most else ""
    return ["\n".join(filter(None, [*once[:most], more]))]
