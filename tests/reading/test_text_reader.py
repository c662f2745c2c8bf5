"""Plain text: which lines a block stood on."""

from minutes.reading.blocks import Source
from minutes.reading.text_reader import read_lines


def test_text_under_a_bullet_that_stands_alone_has_its_own_line() -> None:
    (block,) = read_lines(["-", "att ringa banken"]).blocks
    assert block.source == Source(1, 2)
    assert block.lines(0, len(block.text)) == Source(2, 2)
