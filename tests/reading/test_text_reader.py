"""Plain text: which lines a block stood on."""

from minutes.reading.blocks import BlockKind, Source
from minutes.reading.text_reader import read_lines


def test_text_under_a_bullet_that_stands_alone_has_its_own_line() -> None:
    (block,) = read_lines(["-", "att ringa banken"]).blocks
    assert block.source == Source(1, 2)
    assert block.lines(0, len(block.text)) == Source(2, 2)


def test_the_line_of_another_day_at_the_top_of_a_page_is_no_header() -> None:
    pages = [
        ["Båtlaget", f"Möte {day}", "Isen låg.", "Bommen gick sönder.", f"Ros {day} målar.", "Slut"]
        for day in ("2026-01-14", "2026-02-11")
    ]
    lines = [*pages[0], "\f" + pages[1][0], *pages[1][1:]]
    margins = [b.text for b in read_lines(lines).blocks if b.kind is BlockKind.PAGE_MARGIN]
    assert "Båtlaget" in margins
    assert "Möte 2026-01-14" not in margins
