"""What is counted of a year: numbers with names, which a text cites and a table shows. Pure.

Actions are counted so that they add up: what was open when the year began, and what was
promised during it, less what was done or dropped, is what goes over into the next.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import median

from minutes.annual_report import presences
from minutes.annual_report.decision_kinds import DecisionKind, kind_of
from minutes.annual_report.facts import ActionFact, MeetingFact, Record
from minutes.annual_report.numbers import Noun
from minutes.annual_report.presences import Presences
from minutes.annual_report.subjects import by_subject
from minutes.follow_up.tables import DecisionState
from minutes.recognition.findings import Presence
from minutes.texts import N_

MEETING = Noun("möte", "möten", neuter=True)
DECISION = Noun("beslut", "beslut", neuter=True)
ACTION = Noun("åtgärd", "åtgärder")
DAY = Noun("dag", "dagar")
PERSON = Noun("person", "personer")
SUBSTITUTE = Noun("ersättare", "ersättare")
QUESTION = Noun("fråga", "frågor")
MINUTES = Noun("protokoll", "protokoll", neuter=True)
NOTICE = Noun("anslag", "anslag", neuter=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and what a table calls it. None: there was nothing to count."""

    name: str  # as a text cites it: möten, åtgärder_klara
    label: str
    value: int | None
    noun: Noun
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is counted of a year. `by_month` has twelve numbers, January first."""

    year: int
    figures: Mapping[str, Figure]
    by_kind: Mapping[DecisionKind, int]
    decisions_by_month: tuple[int, ...]
    opened_by_month: tuple[int, ...]
    ended_by_month: tuple[int, ...]
    persons: tuple[Presences, ...]
    organisations: tuple[Presences, ...]
    roles: tuple[Presences, ...]
    present_at: tuple[tuple[dt.date, int], ...]  # how many were there, meeting by meeting
    served_at: tuple[int, ...]  # how many of them served; empty where not every meeting tells
    by_subject: tuple[tuple[str, int], ...]  # decisions on what came up again, and on all else
    of_bodies: Mapping[int, "Figures"] = field(default_factory=dict)  # each of several, by its id

    def value(self, name: str) -> int:
        """The number with the name; nothing to count is 0."""
        return self.figures[name].value or 0


def figures(record: Record, year: int, today: dt.date) -> Figures:
    """Count the year, as far as it has come today."""
    record = record.until(dt.date(year, 12, 31))
    meetings = record.of_year(year)
    first, last = dt.date(year, 1, 1), min(today, dt.date(year, 12, 31))
    actions = [action for _, action in record.actions()]
    opened = [action for meeting in meetings for action in meeting.actions]
    ended = [each for each in actions if each.ended and first <= each.ended <= last]
    decisions = [each for meeting in meetings for each in meeting.decisions]
    kinds = Counter(kind_of(each.text) for each in decisions)
    return Figures(
        year,
        {
            each.name: each
            for each in (
                *_of_meetings(record, meetings, year, today),
                *_of_actions(record, opened, ended, first, today),
                *_of_decisions(record, len(decisions), first, last),
                *_of_questions(record, first, last),
                *_of_justering(meetings),
                *_of_publication(meetings),
            )
        },
        {kind: kinds[kind] for kind in DecisionKind if kinds[kind]},
        _by_month(meeting.date for meeting in meetings for _ in meeting.decisions),
        _by_month(meeting.date for meeting in meetings for _ in meeting.actions),
        _by_month(each.ended for each in ended if each.ended),
        presences.of_persons(meetings),
        presences.of_organisations(meetings),
        presences.of_roles(meetings),
        tuple((each.date, presences.present_at(each)) for each in meetings),
        tuple(map(presences.served_at, meetings))
        if any(map(presences.is_told_who_served, meetings))
        and all(map(presences.served_at, meetings))  # no bar says that nobody did
        else (),
        by_subject(meetings),
    )


def figures_by_body(record: Record, year: int, today: dt.date) -> Figures:
    """Count the year of all bodies together, and where they are several, of each by itself."""
    if len(record.bodies) == 1:
        return figures(record, year, today)
    of_bodies = {body: figures(record.of_body(body), year, today) for body, _ in record.bodies}
    return replace(figures(record, year, today), of_bodies=of_bodies)


def _of_meetings(
    record: Record, meetings: tuple[MeetingFact, ...], year: int, today: dt.date
) -> Iterable[Figure]:
    listed = [each for meeting in meetings for each in meeting.attendees]
    there = [each for each in listed if each.presence is Presence.PRESENT]
    summoned = [each for each in listed if each.presence is not Presence.COPY]
    yield Figure("möten", N_("Möten"), len(meetings), MEETING)
    yield Figure(
        "möten_inställda",
        N_("Inställda möten"),
        len(record.called_off(year, today)),
        MEETING,
    )
    yield Figure(
        "möten_utan_protokoll",
        N_("Utlysta dagar utan protokoll"),
        len(record.unrecorded(year, today)),
        MEETING,
    )
    yield Figure(
        "möten_som_inte_ingår",
        N_("Möten som inte ingår"),
        sum(day.year == year for _, day in record.left_out),
        MEETING,
    )
    yield Figure("deltagare", N_("Personer som deltog"), len({each.key for each in there}), PERSON)
    served = [each for each in there if each.served]
    own, instead = N_("Personer som tjänstgjorde"), N_("Ersättare som tjänstgjorde")
    as_substitute = [each for each in served if each.is_substitute]
    for name, label, who, noun in (
        ("tjänstgörande", own, served, PERSON),
        ("tjänstgörande_ersättare", instead, as_substitute, SUBSTITUTE),
    ):
        yield Figure(name, label, len({each.key for each in who}) if served else None, noun)
    yield Figure(
        "närvaro",
        N_("Närvaro"),
        round(100 * len(there) / len(summoned)) if len(summoned) > len(there) else None,
        Noun("procent", "procent"),
        percent=True,
    )


def _of_actions(
    record: Record,
    opened: list[ActionFact],
    ended: list[ActionFact],
    first: dt.date,
    today: dt.date,
) -> Iterable[Figure]:
    next_year = dt.date(first.year + 1, 1, 1)
    last, late_before = min(today, next_year - dt.timedelta(days=1)), min(today, next_year)
    before = first - dt.timedelta(days=1)
    earlier = [each for meeting, each in record.actions() if meeting.date < first]
    still = [each for _, each in record.actions() if each.is_open_on(last)]
    done = [each for each in ended if not each.dropped]
    promised = {action.id: meeting.date for meeting, action in record.actions()}
    spans = [(each.ended - promised[each.id]).days for each in done if each.ended]
    yield Figure(
        "åtgärder_från_tidigare",
        N_("Åtgärder från tidigare år"),
        sum(each.is_open_on(before) for each in earlier),
        ACTION,
    )
    yield Figure("åtgärder", N_("Nya åtgärder"), len(opened), ACTION)
    yield Figure("åtgärder_klara", N_("Åtgärder som blev klara"), len(done), ACTION)
    yield Figure("åtgärder_avförda", N_("Åtgärder som avfördes"), len(ended) - len(done), ACTION)
    yield Figure("åtgärder_kvar", N_("Åtgärder som återstår"), len(still), ACTION)
    yield Figure(
        "åtgärder_försenade",
        N_("Av dem försenade"),
        sum(each.due is not None and each.due < late_before for each in still),
        ACTION,
    )
    yield Figure(
        "dagar_till_klar",
        N_("Dagar till klar åtgärd, median"),
        round(median(spans)) if spans else None,
        DAY,
    )


def _of_decisions(record: Record, made: int, first: dt.date, last: dt.date) -> Iterable[Figure]:
    yield Figure("beslut", N_("Beslut", "Beslut", num=2), made, DECISION)
    for name, label, state in (
        ("beslut_verkställda", N_("Beslut som verkställdes"), DecisionState.EXECUTED),
        ("beslut_upphävda", N_("Beslut som upphävdes"), DecisionState.REVOKED),
        ("beslut_ersatta", N_("Beslut som ersattes"), DecisionState.REPLACED),
    ):
        when = [each.day for _, each in record.decisions() if each.state is state and each.day]
        yield Figure(name, label, sum(first <= day <= last for day in when), DECISION)
    yield Figure(
        "beslut_ej_verkställda",
        N_("Beslut som väntar på att verkställas"),
        sum(each.state is DecisionState.NOT_EXECUTED for _, each in record.decisions()),
        DECISION,
    )


def _of_questions(record: Record, first: dt.date, last: dt.date) -> Iterable[Figure]:
    own = {body for body, _ in record.bodies}
    this_year = [each for each in record.referrals if first <= each.sent <= last]
    yield Figure(
        "frågor_till_andra",
        N_("Frågor till andra organ"),
        sum(each.from_body_id in own for each in this_year),
        QUESTION,
    )
    yield Figure(
        "frågor_från_andra",
        N_("Frågor från andra organ"),
        sum(each.to_body_id in own for each in this_year),
        QUESTION,
    )
    yield Figure(
        "frågor_besvarade",
        N_("Frågor som besvarades"),
        sum(
            each.answered is not None and first <= each.answered <= last
            for each in record.referrals
        ),
        QUESTION,
    )


def _of_justering(meetings: tuple[MeetingFact, ...]) -> Iterable[Figure]:
    signed = [each for each in meetings if each.is_signed]
    timed = [each for each in signed if each.justerat and each.latest]
    spans = [(each.justerat - each.date).days for each in timed if each.justerat]
    yield Figure("protokoll_justerade", N_("Justerade protokoll"), len(signed), MINUTES)
    yield Figure(
        "protokoll_justerade_i_tid",
        N_("Av dem justerade i tid, där dagen är känd"),
        sum(each.justerat <= each.latest for each in timed if each.justerat and each.latest),
        MINUTES,
    )
    yield Figure(
        "dagar_till_justering",
        N_("Dagar till justering, median"),
        round(median(spans)) if spans else None,
        DAY,
    )


def _of_publication(meetings: tuple[MeetingFact, ...]) -> Iterable[Figure]:
    spans = [each.days_to_publication for each in meetings if each.days_to_publication is not None]
    posted = [each for each in meetings if each.posted and each.post_by]
    yield Figure(
        "protokoll_publicerade",
        N_("Publicerade protokoll"),
        sum(each.is_published for each in meetings),
        MINUTES,
    )
    yield Figure(
        "dagar_till_publicering",
        N_("Dagar från justering till publicering, median"),
        round(median(spans)) if spans else None,
        DAY,
    )
    yield Figure("anslag", N_("Anslag om justering"), len(posted), NOTICE)
    yield Figure(
        "anslag_i_tid",
        N_("Av dem uppsatta i tid"),
        sum(each.posted <= each.post_by for each in posted if each.posted and each.post_by),
        NOTICE,
    )


def _by_month(days: Iterable[dt.date]) -> tuple[int, ...]:
    months = Counter(day.month for day in days)
    return tuple(months[month] for month in range(1, 13))
