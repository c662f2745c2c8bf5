import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.language import LONGEST, MOST_WORDS, Kind, State, Word, wanted


def test_words_filters_and_phrases_are_told_apart() -> None:
    found = wanted('bryggan "nya lås" ägare:Ronny är:öppen organ:rådet år:2023 typ:åtgärd')
    assert found.words == (Word("brygg"),)
    assert found.phrases == ("nya lås",)
    assert found.owners == ("Ronny",)
    assert found.bodies == ("rådet",)
    assert found.years == ((2023, 2023),)
    assert found.kinds == {Kind.ACTION}
    assert found.states == {State.OPEN}
    assert found.faults == ()


def test_the_value_of_a_filter_may_be_quoted() -> None:
    assert wanted('organ:"Rådet för AT" ägare:”Ulla Ask”').bodies == ("Rådet för AT",)
    assert wanted('organ:"Rådet för AT" ägare:”Ulla Ask”').owners == ("Ulla Ask",)


def test_a_word_may_be_unwanted_and_a_beginning_is_enough() -> None:
    assert wanted("lås -dörr brygg*").words == (
        Word("lås"),
        Word("dörr", without=True),
        Word("brygg", beginning="brygg"),
    )


def test_a_word_in_two_parts_is_two_words() -> None:
    assert wanted("AT/ST-läkare").words == (Word("at"), Word("st"), Word("läk"))


@pytest.mark.parametrize(
    "typed, fault",
    [
        ("färg:blå", "Filtret ”färg:” finns inte. Välj ägare, är, organ, år eller typ."),
        ("är:borta", "”är:borta” finns inte. Välj öppen"),
        (
            "typ:sak",
            "”typ:sak” finns inte. Välj möte, punkt, beslut, åtgärd, handling eller årsberättelse.",
        ),
        ("år:tjugo", "”tjugo” är inget år. Skriv till exempel år:2023 eller år:2020-2023."),
        ("år:99999", "”99999” är inget år."),
        ('bryggan "nya lås', "Ett citattecken saknar sitt par."),
        ("-ägare:ronny", "”-ägare:” går inte att söka på."),
        ("a" * (LONGEST + 1), f"Bara de första {LONGEST} tecknen används."),
        (" ".join(f"ord{n}" for n in range(MOST_WORDS + 1)), "Bara de första 20 orden används."),
    ],
)
def test_what_is_not_understood_is_said(typed: str, fault: str) -> None:
    assert any(fault in each for each in wanted(typed).faults)


@pytest.mark.parametrize(
    "typed, states, kinds",
    [
        ("är:öppna", {State.OPEN}, set()),
        ("är:klar är:avförd", {State.DONE, State.DROPPED}, set()),
        ("status:Försenade", {State.LATE}, set()),
        ("is:in_progress", {State.IN_PROGRESS}, set()),
        ("typ:åtgärder", set(), {Kind.ACTION}),
        ("type:decision typ:möten", set(), {Kind.DECISION, Kind.MEETING}),
    ],
)
def test_a_filter_is_understood_as_people_write_it(
    typed: str, states: set[State], kinds: set[Kind]
) -> None:
    found = wanted(typed)
    assert (found.states, found.kinds, found.faults) == (states, kinds, ())


def test_several_years_are_written_as_their_first_and_last() -> None:
    assert wanted("år:2020-2023").years == ((2020, 2023),)
    assert wanted("år:2020–2023 år:2019").years == ((2020, 2023), (2019, 2019))


def test_words_in_a_row_may_be_unwanted() -> None:
    found = wanted('lås -"nya lås"')
    assert found.phrases_without == ("nya lås",)
    assert found.phrases == ()
    assert wanted('-"nya lås"').is_empty


@pytest.mark.parametrize(
    "typed, fault",
    [
        ("ägre:ronny", "Filtret ”ägre:” finns inte. Menade du ägare:?"),
        ("ar:2023", "Menade du är: eller år:?"),
        ("typp:beslut", "Menade du typ:"),
        ("lösenord:hemligt", "Filtret ”lösenord:” finns inte. Välj ägare"),
    ],
)
def test_a_filter_that_is_typed_wrong_is_told_from_its_likeness(typed: str, fault: str) -> None:
    assert any(fault in each for each in wanted(typed).faults)


def test_every_value_that_is_wrong_is_said() -> None:
    assert len(wanted("är:öppen är:borta typ:sak år:2023-2020").faults) == 3


def test_the_rest_is_looked_for_all_the_same() -> None:
    assert wanted("färg:blå bryggan").words == (Word("brygg"),)


@pytest.mark.parametrize("typed", ["", "   ", "-bryggan", "***", '""', "färg:blå", "\x00\x1b"])
def test_nothing_is_looked_for(typed: str) -> None:
    assert wanted(typed).is_empty


@given(st.text(max_size=400))
def test_anything_that_is_typed_means_something(typed: str) -> None:
    found = wanted(typed)
    assert all(each.stem.isalnum() for each in found.words)
    assert all(each.beginning == "" or each.beginning.isalnum() for each in found.words)


@given(st.text(alphabet='abc"-*: åä', max_size=40))
def test_marks_in_any_order_mean_something(typed: str) -> None:
    assert len(wanted(typed).words) <= MOST_WORDS
