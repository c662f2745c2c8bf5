"""Rows of a report as they are read: numbers instead of fields, sources instead of keys."""

import pytest

from minutes.annual_report.figures import figures
from minutes.annual_report.readable import readable
from tests.annual_report.records import AFTER, RECORD, YEAR


@pytest.mark.parametrize(
    "row, read",
    [
        ("## Genomfört", "Genomfört"),
        ("Vid mötena fattades {{beslut}}.", "Vid mötena fattades tre beslut."),
        (
            "- Rådet antar **planen**.[^beslut-102]",
            "– Rådet antar planen.\n[Protokoll 1 oktober 2024, § 1 Belysningen i Norrby]",
        ),
        ("{{diagram:beslut}}", "Diagram: Beslut 2024, månad för månad"),
        ("%% Skriv här.", "(Skriv här.)"),
    ],
)
def test_a_row_is_shown_as_it_will_be_read(row: str, read: str) -> None:
    assert readable([row], RECORD, figures(RECORD, YEAR, AFTER)) == read
