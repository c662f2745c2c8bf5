import pytest

from minutes.review.matching import Candidate, Holder, Members, match_body

COUNCIL = Candidate(1, "Kulturrådet Åsby", "Åsby kommun")
GROUP = Candidate(2, "Dialoggruppen för lärande", "Region Sjöland")


def test_the_same_name_is_the_body_however_it_is_cased() -> None:
    assert match_body("KULTURRÅDET  åsby", (), [COUNCIL, GROUP]) == 1


def test_a_name_that_is_nearly_the_same_is_the_body() -> None:
    assert match_body("Dialoggruppen för lärandet", (), [COUNCIL, GROUP]) == 2


def test_another_name_is_no_body() -> None:
    assert match_body("Valberedningen", (), [COUNCIL, GROUP]) is None


def test_two_bodies_of_one_name_are_told_apart_by_their_organisation() -> None:
    north = Candidate(1, "Styrelsen", "Norra föreningen")
    south = Candidate(2, "Styrelsen", "Södra föreningen")
    assert match_body("Styrelsen", ("södra föreningen",), [north, south]) == 2
    assert match_body("Styrelsen", (None,), [north, south]) is None


def test_between_two_equally_near_bodies_nobody_guesses() -> None:
    first, second = Candidate(1, "Arbetsgruppen vård 1"), Candidate(2, "Arbetsgruppen vård 2")
    assert match_body("Arbetsgruppen vård", (), [first, second]) is None


def test_minutes_that_name_no_body_belong_to_none() -> None:
    assert match_body(None, ("Region Sjöland",), [GROUP]) is None


def test_the_organisation_may_stand_in_the_title() -> None:
    north = Candidate(1, "Styrelsen", "Norra föreningen")
    south = Candidate(2, "Styrelsen", "Södra föreningen")
    assert match_body("Styrelsen", (None, "Södra föreningens möte"), [north, south]) == 2


def test_the_short_name_of_only_one_body_is_that_body() -> None:
    assert match_body("Dialoggruppen", (None,), [COUNCIL, GROUP]) == 2


def test_the_short_name_of_two_bodies_is_the_one_whose_organisation_is_named() -> None:
    other = Candidate(3, "Dialoggruppen för vård", "Åsby kommun")
    assert match_body("Dialoggruppen", ("Region Sjöland",), [GROUP, other]) == 2
    assert match_body("Dialoggruppen", (None,), [GROUP, other]) is None


def test_a_part_of_a_word_is_no_name() -> None:
    assert match_body("Dialog", ("Region Sjöland",), [GROUP]) is None


def test_a_body_of_another_organisation_is_not_meant() -> None:
    assert match_body("Dialoggruppen", (), [GROUP], organisation="Region Västmark") is None
    assert match_body("Dialoggruppen", (), [GROUP], organisation="Region Sjöland") == 2


def test_a_body_whose_organisation_we_do_not_know_may_be_meant() -> None:
    group = Candidate(1, "Dialoggruppen")
    assert match_body("Dialoggruppen", (), [group, COUNCIL], organisation="Region Sjöland") == 1


@pytest.mark.parametrize("name", ["Styrelsen", "Årsmöte", "Stämman"])
def test_what_every_organisation_has_is_meant_only_where_the_organisation_is_named(
    name: str,
) -> None:
    candidates = [Candidate(1, name, "Norra föreningen"), COUNCIL]
    assert match_body(name, ("Protokoll",), candidates) is None
    assert match_body(name, ("Protokoll från Norra föreningen",), candidates) == 1


def test_who_has_but_one_body_means_that_one() -> None:
    assert match_body("Styrelsen", (), [Candidate(1, "Styrelsen", "Norra föreningen")]) == 1


MEMBERS = Members(
    (
        Holder(1, "Karin Lind", frozenset({"secretary"})),
        Holder(2, "Karin Åberg", frozenset({"member"})),
        Holder(3, "Olle Berg", frozenset({"chair"})),
        Holder(4, "André Berg-Ström", frozenset({"member"})),
    ),
    (("Lillen", 3),),
)


@pytest.mark.parametrize(
    "written,person",
    [
        ("karin lind", 1),
        ("Olle", 3),
        ("Karin Å", 2),
        ("K. Lind", 1),
        ("Andre Berg-Ström", 4),
        ("Lillen", 3),
        ("Ordföranden", 3),
        ("sekr.", 1),
    ],
)
def test_who_is_meant(written: str, person: int) -> None:
    assert MEMBERS.person(written) == person


@pytest.mark.parametrize("written", ["Karin", "Vice ordföranden", "Eva", "K", "", "Karin Lindgren"])
def test_nobody_is_guessed(written: str) -> None:
    assert MEMBERS.person(written) is None
