"""Latest days, states and steps, and who may sign together."""

from datetime import date
from itertools import product

import pytest

from minutes.errors import Refused, StepNotAllowed
from minutes.justering.latest_day import latest_day, offered_day
from minutes.justering.minutes_text import Minutes, Paragraph
from minutes.justering.rounds import FieldStep, after, may
from minutes.justering.signatories import (
    DEFAULTS,
    Rules,
    Signatory,
    places_of,
    proposed,
    require_good,
)
from minutes.justering.tables import FieldState, RoundState, SignerRole
from minutes.people.tables import Regime
from tests.justering.test_canonical import MINUTES


@pytest.mark.parametrize(
    "meeting,strict,lenient,free",
    [
        # a Tuesday two weeks later
        (date(2026, 10, 13), date(2026, 10, 27), date(2026, 10, 27), None),
        # the fourteenth day is a Saturday: Monday, if the period may wait
        (date(2026, 9, 5), date(2026, 9, 19), date(2026, 9, 21), "lördag"),
        (date(2026, 9, 6), date(2026, 9, 20), date(2026, 9, 21), "söndag"),
        # midsommarafton is a Friday
        (date(2026, 6, 5), date(2026, 6, 19), date(2026, 6, 22), "Midsommarafton"),
        (date(2026, 12, 10), date(2026, 12, 24), date(2026, 12, 28), "Julafton"),
        (date(2026, 12, 17), date(2026, 12, 31), date(2027, 1, 4), "Nyårsafton"),
        # ordinary, over the end of February in a leap year
        (date(2028, 2, 21), date(2028, 3, 6), date(2028, 3, 6), None),
        (date(2026, 4, 17), date(2026, 5, 1), date(2026, 5, 4), "Första maj"),
    ],
)
def test_the_latest_day_is_the_fourteenth_and_both_readings_are_known(
    meeting: date, strict: date, lenient: date, free: str | None
) -> None:
    found = latest_day(meeting, 14)
    assert (found.strict, found.lenient, found.free) == (strict, lenient, free)


OPEN, WAITING, SIGNED, DECLINED, VOID = (RoundState.OPEN, *FieldState)
LEADS_TO = {
    (OPEN, WAITING, FieldStep.ANSWER): WAITING,
    (OPEN, WAITING, FieldStep.SIGN): SIGNED,
    (OPEN, WAITING, FieldStep.DECLINE): DECLINED,
    (OPEN, WAITING, FieldStep.VOID): VOID,
    (OPEN, DECLINED, FieldStep.ANSWER): DECLINED,
    (OPEN, DECLINED, FieldStep.SIGN): SIGNED,
    (OPEN, DECLINED, FieldStep.VOID): VOID,
    (OPEN, SIGNED, FieldStep.VOID): VOID,
}


def test_a_day_that_has_passed_is_not_offered() -> None:
    meeting = date(2026, 10, 13)
    assert offered_day(meeting, 14, date(2026, 10, 27)) == date(2026, 10, 27)
    assert offered_day(meeting, 14, date(2026, 10, 28)) == date(2026, 11, 11)


@pytest.mark.parametrize("round_,field,step", list(product(RoundState, FieldState, FieldStep)))
def test_every_pair_of_state_and_step(
    round_: RoundState, field: FieldState, step: FieldStep
) -> None:
    expected = LEADS_TO.get((round_, field, step))
    assert may(round_, field, step) == (expected is not None)
    if expected is not None:
        assert after(round_, field, step) is expected
    else:
        with pytest.raises(StepNotAllowed):
            after(round_, field, step)


@pytest.mark.parametrize(
    "round_,field,says",
    [
        (OPEN, SIGNED, "Du har redan skrivit under"),
        (RoundState.COMPLETED, SIGNED, "Du har redan skrivit under"),
        (RoundState.WITHDRAWN, VOID, "har tagits tillbaka"),
    ],
)
def test_who_signs_again_is_told_why_not(round_: RoundState, field: FieldState, says: str) -> None:
    with pytest.raises(StepNotAllowed, match=says):
        after(round_, field, FieldStep.SIGN)


IDS = {"Signe Almlöf": 1, "Ture Holm": 2}
HOLDERS = {SignerRole.SECRETARY: ("Vera Ask", 3)}


def offered(rules: Rules, minutes: Minutes = MINUTES) -> list[tuple[str, str, int | None]]:
    found = proposed(rules, minutes, IDS.get, HOLDERS.get)
    return [(each.role.value, each.name, each.person_id) for each in found]


def test_the_minutes_name_chair_and_justerare_and_the_mandates_the_rest() -> None:
    assert offered(DEFAULTS[Regime.KOMMUNALLAGEN]) == [
        ("secretary", "Vera Ask", 3),
        ("chair", "Signe Almlöf", 1),
        ("justerare", "Ture Holm", 2),
        ("justerare", "Vera Ask", None),
    ]


def test_a_justerare_who_is_missing_is_left_to_choose() -> None:
    minutes = Minutes(MINUTES.body, "", MINUTES.kind, "", MINUTES.date)
    assert offered(Rules(by_secretary=False, justerare=2), minutes) == [
        ("chair", "", None),
        ("justerare", "", None),
        ("justerare", "", None),
    ]


NUMBERED = Minutes(
    MINUTES.body,
    "",
    MINUTES.kind,
    "",
    MINUTES.date,
    paragraphs=tuple(Paragraph(number) for number in ("", "§ 26", "§ 27", "28.", "29 a")),
)


@pytest.mark.parametrize(
    "written,places",
    [
        ("27", (2,)),
        ("§ 26–28", (1, 2, 3)),
        ("§§ 26-27, 29 a", (1, 2, 4)),
        ("26, 28", (1, 3)),
        ("26 och 28", (1, 3)),
    ],
)
def test_paragraphs_are_named_by_their_numbers(written: str, places: tuple[int, ...]) -> None:
    assert places_of(written, NUMBERED) == places


@pytest.mark.parametrize(
    "written,says",
    [("31", "ingen paragraf 31"), ("28–26", "fel ordning"), ("26 % 27", "går inte att läsa")],
)
def test_paragraphs_that_are_not_there_are_refused(written: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        places_of(written, NUMBERED)


def signatory(role: SignerRole, name: str = "Ture Holm", paragraphs: str = "") -> Signatory:
    return Signatory(role, name, IDS.get(name), paragraphs)


@pytest.mark.parametrize(
    "signatories,says",
    [
        ([], "minst en"),
        ([signatory(SignerRole.CHAIR), signatory(SignerRole.CHAIR)], "två gånger"),
        ([signatory(SignerRole.CHAIR), signatory(SignerRole.JUSTERARE)], "någon annan"),
        ([signatory(SignerRole.DEPUTY)], "vilka paragrafer"),
        ([signatory(SignerRole.DEPUTY, paragraphs="99")], "ingen paragraf 99"),
    ],
)
def test_these_cannot_sign_together(signatories: list[Signatory], says: str) -> None:
    with pytest.raises(Refused, match=says):
        require_good(signatories, NUMBERED)


def test_a_chair_may_be_secretary_too_and_a_deputy_has_some_paragraphs() -> None:
    require_good(
        [
            signatory(SignerRole.CHAIR),
            signatory(SignerRole.SECRETARY),
            signatory(SignerRole.DEPUTY, "Signe Almlöf", "26–27"),
            signatory(SignerRole.JUSTERARE, "Vera Ask"),
        ],
        NUMBERED,
    )
