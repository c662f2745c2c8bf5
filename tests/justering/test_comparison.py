from dataclasses import replace

from minutes.justering.comparison import (
    Change,
    around_changes,
    compared_minutes,
    compared_words,
)
from minutes.justering.minutes_text import Paragraph
from tests.justering.test_canonical import MINUTES


def shown(before: str, after: str) -> str:
    marks = {Change.SAME: "{}", Change.ADDED: "+{}+", Change.REMOVED: "-{}-"}
    return "".join(marks[each.change].format(each.text) for each in compared_words(before, after))


def test_what_was_changed_is_shown_word_for_word() -> None:
    assert shown("Grus köps för 800 kr.", "Sand köps för 900 kr.") == (
        "-Grus-+Sand+ köps för -800-+900+ kr."
    )
    assert shown("Grus köps.", "Grus köps i maj.") == "Grus köps+ i maj+."
    assert shown("", "Nytt.") == "+Nytt.+"


def test_a_long_text_is_shown_only_around_its_changes() -> None:
    rows = [f"rad {number}\n" for number in range(20)]
    before, after = "".join(rows), "".join([*rows[:10], "ny rad\n", *rows[10:]])
    found = around_changes(compared_words(before, after), lines=2)
    assert [each.text.splitlines() for each in found if each.change is Change.SAME] == [
        ["…", "rad 8", "rad 9"],
        ["", "rad 10", "…"],  # the end of the new line itself is its first
    ]
    same = compared_words(before, before)
    assert around_changes(same) == same


def test_texts_that_are_the_same_have_nothing_to_show() -> None:
    assert compared_minutes(MINUTES, MINUTES) == []


def test_only_the_parts_that_differ_are_shown() -> None:
    first, second = MINUTES.paragraphs[0], Paragraph("§ 2", "Avslut", text="Mötet avslutades.")
    before = replace(MINUTES, paragraphs=(first, second))
    after = replace(before, paragraphs=(first, replace(second, text="Mötet slutade.")))
    assert [each.label for each in compared_minutes(before, after)] == ["§ 2 Avslut"]


def test_a_changed_heading_is_compared_with_what_it_was() -> None:
    changed = replace(
        MINUTES, paragraphs=(replace(MINUTES.paragraphs[0], title="Grus till vägen"),)
    )
    (found,) = compared_minutes(MINUTES, changed)
    assert [each.text for each in found.words if each.change is not Change.SAME] == [" till vägen"]


def test_a_paragraph_that_is_gone_is_shown_last() -> None:
    extra = Paragraph("§ 2", "Övrigt", text="Något helt annat.")
    found = compared_minutes(replace(MINUTES, paragraphs=(extra, *MINUTES.paragraphs)), MINUTES)
    assert [each.label for each in found] == ["§ 2 Övrigt"]
    assert {each.change for each in found[0].words} == {Change.REMOVED}
