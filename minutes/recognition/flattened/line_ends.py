"""Line ends that are lost, put back: in points, lists of people, bullets, sections, signatures."""

from collections.abc import Sequence

from minutes.reading.blocks import Block
from minutes.recognition.flattened.bullets import with_named_bullets
from minutes.recognition.flattened.points import with_points
from minutes.recognition.flattened.sections import with_sections
from minutes.recognition.flattened.signatures import with_signatures
from minutes.recognition.flattened.text_after_names import with_text_after_names


def with_line_ends(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with each line that has lost its ends as the lines that it was."""
    lines = with_text_after_names(with_signatures(with_points(blocks)))
    return with_sections(with_named_bullets(lines))
