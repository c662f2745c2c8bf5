import re

import pytest
from lxml import etree

from minutes.annual_report.charts import CHARTS, INKS, spoken, svg
from minutes.annual_report.drawing import png
from minutes.annual_report.figures import figures
from tests.annual_report.records import AFTER, RECORD, YEAR

COUNTED = figures(RECORD, YEAR, AFTER)
NAME = {"svg": "http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_says_what_it_shows(name: str) -> None:
    chart = CHARTS[name](COUNTED)
    drawn = etree.fromstring(svg(chart, "d1"))
    assert drawn.findtext("svg:title", namespaces=NAME) == chart.title
    assert drawn.findtext("svg:desc", namespaces=NAME) == chart.description
    numbers = {each.text for each in drawn.iterfind(".//svg:text", NAME)}
    assert {str(value) for each in chart.series for value in each.values if value} <= numbers


def test_a_chart_speaks_the_language_of_who_reads_it() -> None:
    for make in CHARTS.values():
        chart = spoken(make(COUNTED), str.upper)
        texts = [chart.title, *chart.labels, *(each.name for each in chart.series)]
        assert texts == [text.upper() for text in texts]
        assert [each.values for each in chart.series] == [
            each.values for each in make(COUNTED).series
        ]


def test_a_chart_holds_no_script_and_no_style_that_the_page_would_refuse() -> None:
    for name, make in CHARTS.items():
        assert not re.search(r"<script|style=|\son\w+=|href=", svg(make(COUNTED), name))


def test_the_bars_can_be_told_apart_in_grey() -> None:
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    assert abs(lightness(INKS[0]) - lightness(INKS[1])) > 0.4


def test_a_picture_for_word() -> None:
    made = png(CHARTS["beslut"](COUNTED), "d1")
    assert made.startswith(b"\x89PNG")
    assert len(made) > 3_000


def test_short_labels_stand_across_a_printed_page_and_long_ones_below_each_other() -> None:
    months, kinds = CHARTS["beslut"](COUNTED), CHARTS["slag"](COUNTED)
    assert [row[0] for row in months.table] == ["", "Beslut"]
    assert months.table[0][1:] == months.labels
    assert tuple(row[0] for row in kinds.table) == ("", *kinds.labels)
    assert [row[1] for row in kinds.table[1:]] == [str(each) for each in kinds.series[0].values]
