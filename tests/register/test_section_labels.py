"""The names of the sections of an item stand out in its text."""

import pytest

from minutes.register.section_labels import is_section_label


@pytest.mark.parametrize(
    "line",
    [
        "Yrkanden",
        "Beslutsgång",
        "Förslag till beslut",
        "Nämndens förslag till beslut",
        "Beslut:",
        "Förslag till beslut på sammanträdet",
    ],
)
def test_the_name_of_a_section_alone_on_its_line_is_one(line: str) -> None:
    assert is_section_label(line)


@pytest.mark.parametrize(
    "line",
    ["Yrkanden från mötet togs upp.", "Beslutet gäller från maj.", "Nämnden beslutar", "Bron", ""],
)
def test_a_line_that_says_anything_more_is_none(line: str) -> None:
    assert not is_section_label(line)
