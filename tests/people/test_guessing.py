import pytest

from minutes.people.guessing import Guess, guessed
from minutes.people.tables import BodyKind, MeetingWord, Numbering, Regime


@pytest.mark.parametrize(
    "name, organisation, expected",
    [
        (
            "Fritidsnämnden",
            "Hultby kommun",
            Guess(
                Regime.KOMMUNALLAGEN, BodyKind.NAMND, Numbering.PER_YEAR, MeetingWord.SAMMANTRADE
            ),
        ),
        ("Styrelsen", "Brf Eken", Guess(Regime.ASSOCIATION, BodyKind.BOARD)),
        ("Årsmötet", "Tallmo byalag", Guess(Regime.ASSOCIATION, BodyKind.ASSEMBLY)),
        ("Brukarrådet", "Region Norrskog", Guess(kind=BodyKind.COUNCIL)),
        ("Projektet Nya badet", "Hultby kommun", Guess(kind=BodyKind.GROUP)),
        ("Kaffekvarnen", "", Guess()),
    ],
)
def test_what_a_new_body_is_likely_to_be(name: str, organisation: str, expected: Guess) -> None:
    assert guessed(name, organisation) == expected
