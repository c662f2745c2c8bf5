"""In which order a list is shown."""

import pytest

from minutes.order import Order, order


@pytest.mark.parametrize(
    "written,expected",
    [
        ("datum", Order("datum")),
        ("-datum", Order("datum", descending=True)),
        ("organ", Order("organ")),
        (None, Order("datum", descending=True)),
        ("", Order("datum", descending=True)),
        ("--datum", Order("datum", descending=True)),
        ("lösenord", Order("datum", descending=True)),
    ],
)
def test_an_unknown_order_is_the_usual_one(written: str | None, expected: Order) -> None:
    assert order(written, ("datum", "organ"), "-datum") == expected


def test_sorting_by_the_same_column_again_turns_the_list_round() -> None:
    shown = Order("datum")
    assert shown.turned("datum") == "-datum"
    assert shown.turned("organ") == "organ"
    assert Order("datum", descending=True).turned("datum") == "datum"
