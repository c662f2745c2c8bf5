"""What a record is beside a class with fields."""

from dataclasses import replace

from minutes.records import record


@record
class Day:
    month: int
    number: int = 1


def test_records_of_the_same_fields_are_one_and_the_same_key() -> None:
    assert {Day(3): "spring", Day(3, 1): "March"} == {Day(3): "March"}


def test_records_stand_in_the_order_of_their_fields() -> None:
    assert sorted([Day(2, 1), Day(1, 9), Day(1, 2)]) == [Day(1, 2), Day(1, 9), Day(2, 1)]


def test_another_record_is_made_of_one_instead_of_changing_it() -> None:
    first = Day(3)
    assert replace(first, number=2) == Day(3, 2)
    assert first == Day(3)
