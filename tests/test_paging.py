from hypothesis import given
from hypothesis import strategies as st

from minutes.paging import PAGE, Paging, paging


def test_a_page_begins_where_the_one_before_ends() -> None:
    assert [paging(number, 3 * PAGE).offset for number in (1, 2, 3)] == [0, PAGE, 2 * PAGE]


def test_a_page_that_is_begun_is_a_page() -> None:
    assert paging(1, PAGE).pages == 1
    assert paging(1, PAGE + 1).pages == 2


def test_an_empty_list_has_one_empty_page() -> None:
    assert paging(1, 0) == Paging(1, 1, PAGE)


@given(st.integers(), st.integers(0, 10_000))
def test_whatever_page_is_wanted_one_is_shown_that_exists(wanted: int, total: int) -> None:
    shown = paging(wanted, total)
    assert 1 <= shown.number <= shown.pages
    assert shown.offset < max(total, 1)
