import pytest

from minutes.follow_up.owners import Owner, Seats, ids, meant, role_name
from minutes.people.tables import Role

OWN, OTHER = 1, 2
SEATS = Seats(
    {
        (OWN, Role.CHAIR): ((11, "Anna Berg"),),
        (OWN, Role.SECRETARY): ((12, "Bo Ek"), (13, "Cia Falk")),
        (OTHER, Role.CHAIR): ((21, "Dan Gran"),),
    },
    {"lärgruppen": OWN, "arbetsutskottet": OTHER},
)


@pytest.mark.parametrize(
    "owner,persons",
    [
        (Owner("Eva Hed", person_id=5), {5}),
        (Owner("Ordföranden"), {11}),
        (Owner("ordf."), {11}),
        (Owner("sekreteraren"), {12, 13}),
        (Owner("vice ordföranden"), set()),  # the seat is empty
        (Owner("Arbetsutskottet"), {21}),
        (Owner("styrelsen"), {11}),
        (Owner("Lärgruppen"), {11}),
        (Owner("Sekreteraren i AU", body_id=OTHER, role=Role.SECRETARY), set()),
        (Owner("Ordföranden i AU", body_id=OTHER, role=Role.CHAIR), {21}),
        (Owner("AU", body_id=OTHER), {21}),
        (Owner("Vaktmästaren"), set()),
        (Owner("Anna"), set()),  # a name that was not understood is nobody's
    ],
)
def test_whom_an_owner_means_today(owner: Owner, persons: set[int]) -> None:
    assert ids([meant(owner, OWN, SEATS)]) == persons


def test_a_role_is_shown_with_who_holds_it() -> None:
    assert meant(Owner("Ordföranden"), OWN, SEATS).named == [("Ordföranden (Anna Berg)", 11)]


def test_an_empty_seat_is_shown_by_its_role() -> None:
    assert meant(Owner("vordf"), OWN, SEATS).named == [("vordf", None)]


def test_a_person_is_shown_by_name() -> None:
    assert meant(Owner("Eva Hed", person_id=5), OWN, SEATS).named == [("Eva Hed", 5)]


def test_what_a_role_is_called() -> None:
    assert role_name(Role.CHAIR, "Lärgruppen") == "Ordföranden i Lärgruppen"
    assert role_name(Role.SECRETARY, "Rådet") == "Sekreteraren i Rådet"
