"""Blocks made ready for the outline: what shows titles and numbers, in the one way that it knows."""

from collections.abc import Sequence

from minutes.reading.blocks import Block, BlockKind
from minutes.recognition.flattened.line_ends import with_line_ends
from minutes.recognition.flattened.pages import with_pages_apart
from minutes.recognition.layout.bare_numbers import with_bare_numbers, with_lone_numbers
from minutes.recognition.layout.barred_numbers import with_barred_numbers
from minutes.recognition.layout.bold_titles import with_bold_titles
from minutes.recognition.layout.contents_list import with_contents, without_contents
from minutes.recognition.layout.drawn_titles import with_drawn_titles
from minutes.recognition.layout.flat_rows import with_flat_rows
from minutes.recognition.layout.label_columns import with_values_beside
from minutes.recognition.layout.number_signs import with_body_signs, with_numbers_behind, with_signs
from minutes.recognition.layout.point_tables import unfolded
from minutes.recognition.layout.spaced_letters import with_letters_together
from minutes.recognition.layout.stuck_numbers import with_stuck_numbers
from minutes.recognition.layout.written_numbers import with_written_numbers

_BESIDE = (BlockKind.PAGE_MARGIN, BlockKind.NOTE)


def restored(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the text, without margins and notes, their line ends, numbers and titles restored."""
    body = [block for block in with_pages_apart(blocks) if block.kind not in _BESIDE]
    text, contents = without_contents(
        with_letters_together(with_barred_numbers(with_flat_rows(with_values_beside(body))))
    )
    drawn = with_drawn_titles(with_signs(text))
    written = with_written_numbers(with_numbers_behind(drawn))
    counted = with_stuck_numbers(with_body_signs(written))
    numbered = with_bare_numbers(with_lone_numbers(counted))
    return with_contents(with_bold_titles(unfolded(with_line_ends(numbered))), contents)
