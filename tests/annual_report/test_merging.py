"""What the secretary wrote stays; what the program would say anew is offered."""

from hypothesis import given
from hypothesis import strategies as st

from minutes.annual_report.merging import changes, merged

LAST = "## A\n\nEtt.\n\n- x\n- y\n\n## B\n\nTvå.\n"
TODAY = "## A\n\nEtt.\n\n- x\n- y, klar\n- z\n\n## B\n\nTvå.\n\nTre.\n"
MINE = "## A\n\nEtt, med mina ord.\n\n- x\n- y\n\nEget stycke.\n\n## B\n\nTvå.\n"


def every(last: str, today: str, mine: str) -> list[str]:
    return [each.key for each in changes(last, today, mine)]


def test_what_changed_is_offered_beside_what_stands_there() -> None:
    assert [(each.was, each.becomes, each.mine) for each in changes(LAST, TODAY, MINE)] == [
        (("- y",), ("- y, klar", "- z"), ("- y",)),
        ((), ("Tre.",), ()),
    ]


def test_what_is_taken_stands_in_its_place_and_the_rest_is_untouched() -> None:
    assert merged(LAST, TODAY, MINE, every(LAST, TODAY, MINE)) == (
        "## A\n\nEtt, med mina ord.\n\n- x\n- y, klar\n- z\n\n"
        "Eget stycke.\n\n## B\n\nTvå.\n\nTre.\n"
    )


def test_what_the_secretary_has_rewritten_is_said_to_be() -> None:
    mine = LAST.replace("- y", "- Y med egna ord")
    (change,) = changes(LAST, LAST.replace("- y", "- y, klar"), mine)
    assert change.is_edited
    assert change.mine == ("- Y med egna ord",)


def test_what_the_secretary_has_said_already_is_not_offered() -> None:
    assert changes(LAST, LAST.replace("Två", "Fyra"), MINE.replace("Två", "Fyra")) == []


rows = st.lists(st.sampled_from(["## A", "Ett.", "Två.", "- x", "- y", "- z"]), max_size=8)
texts = rows.map(lambda each: merged("", "", "\n\n".join(each), ()))


@given(texts, texts, texts)
def test_nothing_taken_changes_nothing(last: str, today: str, mine: str) -> None:
    assert merged(last, today, mine, ()) == mine


@given(texts, texts)
def test_untouched_text_becomes_the_new_draft(last: str, today: str) -> None:
    assert merged(last, today, last, every(last, today, last)) == today


@given(texts, texts)
def test_without_news_nothing_is_offered(last: str, mine: str) -> None:
    assert changes(last, last, mine) == []
