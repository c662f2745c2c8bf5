"""What must be true of any draft: its numbers are the figures, its footnotes hold the words."""

import re
from collections.abc import Mapping

from minutes.annual_report.document import DIGITS, Bullets, Document, Heading, Paragraph, document
from minutes.annual_report.facts import Record
from minutes.annual_report.figures import ACTION, DECISION, Figures, figures, figures_by_body
from minutes.annual_report.markup import FIELD, FOOTNOTE, OF_BODY
from minutes.annual_report.numbers import Noun, counted
from minutes.annual_report.presences import present_at, served_at
from minutes.annual_report.sources import sources
from tests.annual_report.records import AFTER, YEAR

PRESENT = Noun("närvarande", "närvarande")
SERVING = Noun("tjänstgörande", "tjänstgörande")


def read(text: str, record: Record) -> Document:
    """The draft as it is printed."""
    return document("Årsberättelse", text, record, figures_by_body(record, YEAR, AFTER))


def lines(made: Document) -> list[str]:
    """What is read, a line each; footnotes as [1]."""
    found = []
    for part in made.parts:
        rows = part.rows if isinstance(part, Bullets) else ()
        if isinstance(part, Heading | Paragraph):
            rows = (part.runs,)
        mark = "- " if isinstance(part, Bullets) else ""
        mark = "#" * part.level + " " if isinstance(part, Heading) else mark
        found += [
            mark + "".join(f"[{run.note}]" if run.note else run.text for run in row) for row in rows
        ]
    return found


def check_numbers(text: str, record: Record) -> None:
    """Every field is printed as the number that it names, counted anew of just what it is of."""
    printed = {re.sub(r"\[\d+\]", "", line).casefold() for line in lines(read(text, record))}
    every = figures(record, YEAR, AFTER)
    own = {
        f"{OF_BODY}{body}": figures(record.of_body(body), YEAR, AFTER) for body, _ in record.bodies
    }
    for line in text.splitlines():
        if FIELD.search(line) and "{{diagram" not in line and "\\{" not in line:
            expected = FIELD.sub(lambda found: _number(found, record, every, own), line)
            assert FOOTNOTE.sub("", expected).casefold() in printed


def _number(
    found: re.Match[str], record: Record, every: Figures, own: Mapping[str, Figures]
) -> str:
    name, of = found["name"], found["of"]
    if of and of.isdigit():
        (meeting,) = (each for each in record.meetings if str(each.id) == of)
        value, noun = {
            "beslut": (len(meeting.decisions), DECISION),
            "åtgärder": (len(meeting.actions), ACTION),
            "närvarande": (present_at(meeting), PRESENT),
            "tjänstgörande": (served_at(meeting), SERVING),
        }[name]
        return counted(value, noun)
    figure = (own[of] if of else every).figures[name.removesuffix(DIGITS)]
    if name.endswith(DIGITS):
        return str(figure.value)
    return f"{figure.value} procent" if figure.percent else counted(figure.value or 0, figure.noun)


def check_footnotes(text: str, record: Record) -> None:
    """Every footnote leads to something that exists, and holds the words that it stands for."""
    known = sources(record)
    items = {each.id for meeting in record.meetings for each in meeting.items}
    quotes = {f"beslut-{each.id}": each.text for _, each in record.decisions()}
    quotes |= {f"åtgärd-{each.id}": each.text for _, each in record.actions()}
    quotes |= {f"bevakning-{each.id}": each.what for each in record.watched}
    quotes |= {f"fråga-{each.id}": each.question for each in record.referrals}
    made = read(text, record)
    assert made.faults == []
    for key in FOOTNOTE.findall(text.replace("\\[\\^", "")):
        source = known[key]
        assert source.item_id is None or source.item_id in items
        assert quotes.get(key, "") in source.words
