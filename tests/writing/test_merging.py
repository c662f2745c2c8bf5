"""Two texts written on from the same one: brought together, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from minutes.writing.merging import merged

BASE = "ett\ntvå\ntre\nfyra\nfem"


def test_changes_in_different_places_are_both_there() -> None:
    assert merged(BASE, "ETT\ntvå\ntre\nfyra\nfem", "ett\ntvå\ntre\nfyra\nFEM") == (
        "ETT\ntvå\ntre\nfyra\nFEM"
    )


def test_changes_of_the_same_line_are_left_to_the_writer() -> None:
    assert merged(BASE, BASE.replace("tre", "3"), BASE.replace("tre", "III")) is None


def test_lines_put_in_at_the_same_place_are_left_to_the_writer() -> None:
    assert merged(BASE, BASE + "\nsex", BASE + "\nsju") is None


def test_the_same_change_of_both_is_made_once() -> None:
    same = BASE.replace("två", "2")
    assert merged(BASE, same, same) == same


TEXTS = st.lists(st.sampled_from("abc"), max_size=8).map("\n".join)


@given(base=TEXTS, mine=TEXTS)
def test_with_one_writer_the_text_is_that_writers(base: str, mine: str) -> None:
    assert merged(base, mine, base) == mine
    assert merged(base, base, mine) == mine


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
def test_nothing_that_either_put_in_is_lost(base: str, mine: str, theirs: str) -> None:
    together = merged(base, mine, theirs)
    if together is not None:
        for letter in "abc":
            added = max(text.count(letter) - base.count(letter) for text in (mine, theirs))
            lost = sum(max(0, base.count(letter) - t.count(letter)) for t in (mine, theirs))
            assert together.count(letter) >= base.count(letter) + added - lost
