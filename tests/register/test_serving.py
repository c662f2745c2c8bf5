import pytest

from minutes.register.serving import serves, stands_in


@pytest.mark.parametrize(
    "about, has_seat, served",
    [
        ("ordförande", False, True),
        ("vice ordförande", False, True),
        ("ledamot", False, True),
        ("beslutande", False, True),
        ("tjänstgörande ersättare för Bo Ek", False, True),
        ("ersättare tjg för Bo Ek", False, True),
        ("ersättare", False, False),
        ("ersättare", True, False),
        ("ej tjänstgörande ersättare", False, False),
        ("icke tjänstgörande suppleant", True, False),
        ("ej beslutande", False, False),
        ("sekreterare", False, False),
        ("", False, False),
        ("", True, True),
    ],
)
def test_who_serves_has_a_seat_or_is_said_to_serve(
    about: str, has_seat: bool, served: bool
) -> None:
    assert serves(about, has_seat=has_seat) is served


@pytest.mark.parametrize(
    "note, instead",
    [("för Anna Lind", True), ("för dagordningen", False), ("till kl. 15", False), ("", False)],
)
def test_who_is_noted_in_the_place_of_another_stands_in(note: str, instead: bool) -> None:
    assert stands_in(note) is instead
