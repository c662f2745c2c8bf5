"""How an annual report begins: which meetings it tells of, the year in numbers, and what the
reader must know of the minutes that it stands on. Pure.
"""

from minutes.annual_report.facts import MeetingFact
from minutes.annual_report.markup import footnote, plain
from minutes.annual_report.sources import cancelled_key, meeting_key, name_key
from minutes.annual_report.telling import Year, day, days_of, listed, only_once
from minutes.recognition.findings import MinutesKind

_CALLED = {MinutesKind.PROTOKOLL: "protokoll", MinutesKind.MINNESANTECKNINGAR: "minnesanteckningar"}


def introduction(year: Year) -> list[str]:
    """How often the body met, the year in numbers, and what the minutes do not tell."""
    return [*summed(year), *_reservations(year)]


def summed(year: Year) -> list[str]:
    """How often the body met, and the year in numbers."""
    name = plain(year.name)
    if not year.meetings:
        return [f"{name[:1].upper()}{name[1:]} har inga registrerade möten {_so_far(year)}."]
    at = "Vid mötet" if len(year.meetings) == 1 else "Vid mötena"
    end = "vid årets slut" if year.is_over else f"den {day(year.last_day, year.year)}"
    sums = f"{at} fattades {year.number('beslut')}, och {year.number('åtgärder')} antecknades."
    if year.figures.value("åtgärder_från_tidigare"):
        sums += f" Från tidigare år fanns {year.number('åtgärder_från_tidigare')}."
    dropped = year.figures.value("åtgärder_avförda")
    sums += f" Under året avslutades {year.number('åtgärder_klara')},"
    sums += f" {year.number('åtgärder_avförda')} avfördes," if dropped else ""
    sums += f" och {end} återstod {year.number('åtgärder_kvar')}."
    if year.figures.value("åtgärder_försenade"):
        sums += f" Av det som återstod hade {year.number('åtgärder_försenade')} passerat sin dag."
    return [_held(year, name), sums]


def _held(year: Year, name: str) -> str:
    """That the body met so and so often; only what the report stands on, where it lacks minutes."""
    held = year.meetings
    first, last = day(held[0].date, year.year), day(held[-1].date, year.year)
    notes = footnote(*only_once(meeting_key(each) for each in (held[0], held[-1])))
    when = f"det första den {first} och det sista den {last}"
    if len(held) <= 2:
        when = listed([f"den {day(each.date, year.year)}" for each in held])
    count = year.number("möten")
    if year.unrecorded or year.record.left_out:
        kinds = listed(only_once(_CALLED[each.kind] for each in held))
        who = f"Årsberättelsen bygger på {kinds} från {count} i {name}"
    else:
        met = "höll" if year.is_over else "har hållit"
        who = f"{name[:1].upper()}{name[1:]} {met} {count}"
    return f"{who} {_so_far(year)}, {when}.{notes}"


def _so_far(year: Year) -> str:
    return f"under {year.year}" if year.is_over else f"hittills under {year.year}"


def _reservations(year: Year) -> list[str]:
    """What the reader must know of the minutes that the report stands on."""
    unsigned = [
        each for each in year.meetings if each.kind is MinutesKind.PROTOKOLL and not each.is_signed
    ]
    return [
        *_names(year),
        *_called_off(year),
        *(_lacking(year) if year.unrecorded else ()),
        *(_not_signed(unsigned, year) if unsigned else ()),
        *(_left_out(year) if year.record.left_out else ()),
    ]


def _names(year: Year) -> list[str]:
    """What the bodies were called before. When they were renamed only the register knows."""
    said = []
    for each in year.record.former_names:
        now = dict(year.record.bodies)[each.body_id]
        if each.name.casefold() == now.casefold():
            continue
        was = f"{plain(now)} hette tidigare {plain(each.name)}."
        when = f"Namnet ändrades i registret den {day(each.changed, year.year)}."
        said.append(f"{was} {when}{footnote(name_key(each.body_id))}")
    return said


def _called_off(year: Year) -> list[str]:
    """The meetings that were to be, and were not held."""
    off = year.record.called_off(year.year, year.today)
    if not off:
        return []
    days = days_of([(each.body_id, each.date) for each in off], year)
    notes = footnote(*only_once(cancelled_key(each.body_id) for each in off))
    return [f"{year.number('möten_inställda')} ställdes in: den {days}.{notes}"]


def _lacking(year: Year) -> list[str]:
    """The meetings that minutes announce, and of which there are none."""
    missing = year.unrecorded
    days = days_of(missing, year)
    notes = footnote(*only_once(map(meeting_key, missing.values())))
    fixed = "utlyst" if len(missing) == 1 else "utlysta"
    number = year.number("möten_utan_protokoll")
    where = "därifrån" if len(missing) == 1 else "från dem"
    begin = f"Dessutom var {number}" if year.meetings else f"{number} var"
    return [f"{begin} {fixed} till den {days}, men inget är registrerat {where}.{notes}"]


def _not_signed(unsigned: list[MeetingFact], year: Year) -> list[str]:
    days = days_of([(each.body_id, each.date) for each in unsigned], year)
    notes = footnote(*map(meeting_key, unsigned))
    if len(unsigned) == 1:
        return [f"Protokollet från den {days} är ännu inte justerat.{notes}"]
    return [f"Protokollen från den {days} är ännu inte justerade.{notes}"]


def _left_out(year: Year) -> list[str]:
    days = days_of(year.record.left_out, year)
    begin = f"{year.number('möten_som_inte_ingår')}, den {days}, ingår inte, eftersom"
    if len(year.record.left_out) == 1:
        return [f"{begin} protokollet inte är justerat."]
    return [f"{begin} protokollen inte är justerade."]
