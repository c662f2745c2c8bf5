from hypothesis import given
from hypothesis import strategies as st

from minutes.search.excerpts import LENGTH, Piece, excerpt
from minutes.search.language import wanted


def test_every_form_of_the_word_is_marked() -> None:
    pieces = excerpt("Bryggan lagas. En brygga till köps.", wanted("bryggor"))
    assert [each.text for each in pieces if each.marked] == ["Bryggan", "brygga"]


def test_what_begins_so_is_marked_and_what_is_unwanted_is_not() -> None:
    pieces = excerpt("Lekplatsen får ny sand.", wanted("lek* -sand"))
    assert [each.text for each in pieces if each.marked] == ["Lekplatsen"]


def test_a_long_text_is_cut_around_the_first_mark() -> None:
    text = "grus " * 200 + "bryggan lagas " + "sand " * 200
    shown = "".join(each.text for each in excerpt(text, wanted("brygga")))
    assert "bryggan lagas" in shown
    assert shown.startswith("… grus")
    assert shown.endswith("sand …")
    assert len(shown) < LENGTH + 10


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("Nya lås köps.", wanted("typ:beslut")) == [Piece("Nya lås köps.")]


@given(st.text(max_size=900), st.text(max_size=30))
def test_an_excerpt_is_a_part_of_the_text(text: str, typed: str) -> None:
    shown = "".join(each.text for each in excerpt(text, wanted(typed)))
    assert shown.removeprefix("… ").removesuffix(" …") in text or len(text) <= LENGTH
    assert len(shown) <= LENGTH + 4
