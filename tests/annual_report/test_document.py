import pytest

from minutes.annual_report import snapshot
from minutes.annual_report.document import (
    Bullets,
    ChartBlock,
    Document,
    Heading,
    Paragraph,
    Run,
    document,
)
from minutes.annual_report.figures import figures
from minutes.annual_report.markdown_report import markdown_of
from minutes.annual_report.narrative import narrative
from tests.annual_report.records import AFTER, RECORD, YEAR


def made(text: str) -> Document:
    return document("Berättelse", text, RECORD, figures(RECORD, YEAR, AFTER))


def words(text: str) -> str:
    (part,) = made(text).parts
    assert isinstance(part, Paragraph)
    return "".join(run.text for run in part.runs)


@pytest.mark.parametrize(
    "text, read",
    [
        ("Vi fattade {{beslut}}.", "Vi fattade tre beslut."),
        ("{{beslut}} fattades. {{möten}} hölls.", "Tre beslut fattades. Två möten hölls."),
        ("Det blev {{ beslut siffror }} beslut.", "Det blev 3 beslut."),
        ("Närvaron var {{närvaro}}.", "Närvaron var 80 procent."),
        ("Den 6 februari: {{beslut:1}}.", "Den 6 februari: två beslut."),
        ("Inget {{protokoll_publicerade}}.", "Inget inga protokoll."),
        (r"\{\{beslut\}\} och \[\^beslut-101\]", "{{beslut}} och [^beslut-101]"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Synligt.\n%% Osynligt.\n", "Synligt."),
    ],
)
def test_fields_become_their_numbers(text: str, read: str) -> None:
    assert words(text) == read


def test_footnotes_are_numbered_as_they_come_and_the_same_source_has_one() -> None:
    (part,) = made("Ett[^beslut-101] två[^möte-2] tre[^åtgärd-200].").parts
    assert isinstance(part, Paragraph)
    assert [run.note for run in part.runs if run.note] == [1, 2, 1]


@pytest.mark.parametrize(
    "text, fault",
    [
        ("Ett.\n\n{{hittepå}}", "Rad 3: uppgiften {{hittepå}} finns inte."),
        ("{{beslut:99}}", "Rad 1: uppgiften {{beslut:99}} finns inte."),
        ("{{diagram:okänt}}", "Rad 1: diagrammet okänt finns inte."),
        ("a[^beslut-9]", "Källan beslut-9 finns inte längre, eller ingår inte i berättelsen."),
    ],
)
def test_what_leads_nowhere_is_said(text: str, fault: str) -> None:
    assert made(text).faults == [fault]


def test_every_kind_of_part() -> None:
    text = "## Rubrik\n\n**Fet** och *kursiv*\n\n- a\n- b\n\n1. c\n\n{{diagram:beslut}}"
    heading, paragraph, bullets, ordered, chart = made(text).parts
    assert heading == Heading(2, (Run("Rubrik"),))
    assert paragraph == Paragraph((Run("Fet", bold=True), Run(" och "), Run("kursiv", italic=True)))
    assert bullets == Bullets(((Run("a"),), (Run("b"),)))
    assert ordered == Bullets(((Run("c"),),), ordered=True)
    assert isinstance(chart, ChartBlock)


def test_a_heading_without_anything_under_it_is_left_out() -> None:
    assert made("## A\n\n%% Skriv här.\n\n## B\n\nText.").parts[0] == Heading(2, (Run("B"),))


@pytest.mark.parametrize("text", ["[" * 100_000, "*" * 20_000, "> " * 3_000, "{{" * 50_000])
def test_a_million_brackets_are_words(text: str) -> None:
    assert made(text).faults == []


def test_a_finished_report_is_read_back_as_it_was() -> None:
    whole = made(narrative(RECORD, YEAR, AFTER) + "\n{{diagram:åtgärder}}\n")
    assert snapshot.read(snapshot.written(whole)) == whole


def test_markdown_has_the_footnotes_and_the_numbers_of_charts() -> None:
    text = markdown_of(made("## R\n\nEtt *två*[^beslut-101]\n\n{{diagram:beslut}}"))
    assert text == (
        "# Berättelse\n\n## R\n\nEtt *två*[^1]\n\n*Beslut 2024, månad för månad*\n\n"
        "| | Beslut |\n|---|---:|\n"
        "| jan | 0 |\n| feb | 2 |\n| mar | 0 |\n| apr | 0 |\n| maj | 0 |\n| jun | 0 |\n"
        "| jul | 0 |\n| aug | 0 |\n| sep | 0 |\n| okt | 1 |\n| nov | 0 |\n| dec | 0 |\n\n"
        "[^1]: Protokoll 6 februari 2024, § 2 Belysning i Norrby\n"
    )
