from minutes.search.suggestions import filter_begun, suggestions


def searches(typed: str, *names: str) -> list[str]:
    return [each.search for each in suggestions(typed, names)]


def test_the_name_of_a_filter_is_completed() -> None:
    assert searches("bryggan äg") == ["bryggan ägare:"]
    assert searches("å") == ["år:"]


def test_the_values_of_a_filter_are_offered() -> None:
    assert searches("lås typ:bes") == ["lås typ:beslut "]
    assert searches("är:") == [
        "är:öppen ", "är:försenad ", "är:pågående ", "är:väntande ", "är:överlämnad ", "är:klar ",
        "är:avförd ",
    ]  # fmt: skip


def test_names_of_several_words_are_quoted() -> None:
    assert searches("ägare:ul", "Ulla Ask") == ['ägare:"Ulla Ask" ']
    assert searches('ägare:"ul', "Ulla Ask") == ['ägare:"Ulla Ask" ']
    assert searches("ägare:") == ["ägare:mig "]
    assert searches('ägare:"ulla a', "Ulla Ask") == ['ägare:"Ulla Ask" ']


def test_a_word_that_is_no_filter_has_none() -> None:
    assert searches("bryggan") == []
    assert searches("") == []
    assert searches("typ:beslut ") == []


def test_which_filter_is_being_typed() -> None:
    assert filter_begun("lås organ:di") == ("organ", "di")
    assert filter_begun("lås di") is None
    assert filter_begun('organ:"Rådet för') == ("organ", "Rådet för")
    assert filter_begun("owner:ul") == ("ägare", "ul")
