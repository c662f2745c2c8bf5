from pathlib import Path

import pytest
from PIL import Image

import minutes
from minutes.help.guides import PICTURE_HEIGHT, PICTURE_WIDTH, ROLES, guide
from minutes.help.places import PLACES

PICTURES = Path(minutes.__file__).parent / "static" / "help"
MOST_BYTES = 40_000


@pytest.mark.parametrize("role", ROLES)
def test_a_guide_says_the_same_in_both_languages(role: str) -> None:
    swedish, english = guide(role, "sv"), guide(role, "en")
    assert [each.name for each in swedish.sections] == [each.name for each in english.sections]
    assert swedish.pictures == english.pictures
    assert swedish.lead != english.lead
    assert len({each.name for each in swedish.sections}) == len(swedish.sections) >= 3


def test_every_place_leads_to_a_section_that_there_is() -> None:
    wanted = {
        section for each in PLACES for section in (each.everybody, each.reviewer, each.chair)
    } - {""}
    sections = {f"{role}#{each.name}" for role in ROLES for each in guide(role, "sv").sections}
    assert wanted - sections == set()


def test_every_picture_is_small_kept_and_shown() -> None:
    shown = {name for role in ROLES for name in guide(role, "sv").pictures}
    assert {file.stem for file in PICTURES.iterdir()} == shown
    for name in shown:
        file = PICTURES / f"{name}.webp"
        assert file.stat().st_size < MOST_BYTES
        with Image.open(file) as picture:
            assert picture.size == (PICTURE_WIDTH, PICTURE_HEIGHT)
            assert picture.format == "WEBP"
