"""What holds of recognition whatever it is given."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.reading.blocks import Block, BlockKind, ReadDocument, Source
from minutes.reading.documents import read_document
from minutes.reading.markdown_reader import read_markdown_text
from minutes.reading.text_reader import read_lines
from minutes.recognition.engine import recognise
from minutes.recognition.findings import (
    ActionItem,
    Decision,
    Recognition,
    Refusal,
    RefusedKind,
    WatchItem,
)
from minutes.recognition.language.clock import clock_span
from minutes.recognition.language.dates import date_mentions
from minutes.recognition.language.due_phrases import due_of
from minutes.recognition.language.sentences import sentences
from minutes.recognition.people.lists import split_people
from minutes.recognition.rules.actions.check_days import suggested_day
from tests.recognition.strategies import anything, minutes, sentence

MEETING = dt.date(2026, 11, 12)
documents = st.one_of(
    minutes.map(read_lines),
    anything.map(read_lines),
    minutes.map(lambda lines: read_markdown_text("\n".join(lines))),
)


def _sources(found: Recognition) -> Iterator[Source]:
    yield from found.header.sources.values()
    for findings in (
        found.attendance,
        found.items,
        found.decisions,
        found.actions,
        found.meetings_ahead,
        found.attachments,
        found.watch_items,
        found.refusals,
        found.running_text,
    ):
        yield from (finding.source for finding in findings)
    yield from (each.refers_to for each in found.decisions if each.refers_to)
    yield from (remark.source for remark in found.remarks if remark.source)


def _folded(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, deadline=None)
@given(documents)
def test_every_finding_stands_on_lines_of_the_document(document: ReadDocument) -> None:
    for source in _sources(recognise(document)):
        assert 1 <= source.first_line <= source.last_line <= max(len(document.transcript), 1)


@settings(max_examples=150, deadline=None)
@given(minutes)
def test_what_is_quoted_stands_in_the_lines_that_the_finding_names(lines: list[str]) -> None:
    document = read_lines(lines)
    found = recognise(document)
    # A sentence may go on over the end of a page, past its footer and the next one's header.
    margins = {b.source.first_line for b in document.blocks if b.kind is BlockKind.PAGE_MARGIN}
    said: tuple[Decision | ActionItem | WatchItem | Refusal, ...]
    said = (*found.decisions, *found.actions, *found.watch_items, *found.refusals)
    for finding in said:
        first, last = finding.source.first_line, finding.source.last_line
        stood = [document.transcript[n - 1] for n in range(first, last + 1) if n not in margins]
        assert _folded(finding.quote) in _folded(" ".join(stood))


@settings(max_examples=150, deadline=None)
@given(minutes)
def test_every_block_of_minutes_is_an_item_or_running_text(lines: list[str]) -> None:
    document = read_lines(lines)
    found = recognise(document)
    if not found.header.is_minutes:
        return
    kept = _folded(
        "".join([*(i.title for i in found.items), *(r.text for r in found.running_text)])
    )
    for block in document.blocks:
        if block.kind not in (BlockKind.PAGE_MARGIN, BlockKind.NOTE):
            words = [word for word in block.text.split() if len(word) > 3 and word.isalpha()]
            assert [word for word in words if word not in kept] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(minutes, min_size=1, max_size=4))
def test_the_meetings_of_a_file_divide_its_lines_between_them(texts: list[list[str]]) -> None:
    lines: list[str] = []
    for month, text in enumerate(texts, 1):
        lines += [f"Protokoll från styrelsemöte 2026-0{month}-04", "Närvarande: Karin Ström"]
        lines += ["§ 1 Öppnande", "Karin Ström öppnade mötet och hälsade alla välkomna.", *text]
    found = recognise(read_lines(lines))
    after = 1
    for meeting in found.meetings:
        assert meeting.lines is not None
        first, last = meeting.lines.first_line, meeting.lines.last_line
        assert after <= first <= last <= len(lines)
        assert not "".join(lines[after - 1 : first - 1]).strip()
        after = last + 1
        for source in _sources(meeting):
            assert first <= source.first_line <= source.last_line <= last
    assert not found.meetings or not "".join(lines[after - 1 :]).strip()


@settings(max_examples=60, deadline=None)
@given(documents)
def test_the_same_document_gives_the_same_findings(document: ReadDocument) -> None:
    assert recognise(document) == recognise(document)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_findings_belong_to_items_that_exist_and_parents_stand_before(
    document: ReadDocument,
) -> None:
    found = recognise(document)
    known = [item.id for item in found.items]
    assert len(known) == len(set(known))
    for place, item in enumerate(found.items):
        assert item.parent is None or item.parent in known[:place]
    under = [decision.item for decision in found.decisions]
    under += [action.item for action in found.actions]
    under += [watch.item for watch in found.watch_items]
    under += [refusal.item for refusal in found.refusals]
    under += [text.item for text in found.running_text]
    assert set(under) <= {None, *known}


@settings(max_examples=200, deadline=None)
@given(sentence)
def test_the_sentences_of_a_block_are_all_of_it_in_order(text: str) -> None:
    block = Block(BlockKind.PARAGRAPH, " ".join(text.split()), Source(1, 1))
    found = list(sentences(block))
    assert [(a.start, a.end) for a in found] == sorted((a.start, a.end) for a in found)
    assert _folded("".join(one.text for one in found)) == _folded(block.text)


@settings(max_examples=200, deadline=None)
@given(sentence, st.one_of(st.none(), st.just(MEETING)))
def test_dates_and_dues_stand_in_the_text(text: str, base: dt.date | None) -> None:
    end = 0
    for mention in date_mentions(text, base):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
    due = due_of(text, base)
    assert due is None or due.text in text


@settings(max_examples=300, deadline=None)
@given(sentence, st.dates(dt.date(1990, 1, 1), dt.date(2089, 12, 31)), st.integers(1, 400))
def test_a_suggested_day_is_a_working_day_after_the_meeting(
    text: str, meeting: dt.date, days: int
) -> None:
    day = suggested_day(text, meeting, meeting + dt.timedelta(days=days))
    assert day is None or (day > meeting and day.weekday() < 5)


@settings(max_examples=150, deadline=None)
@given(minutes)
def test_an_item_with_a_decision_leaves_no_proposal_open_before_it(lines: list[str]) -> None:
    found = recognise(read_lines(lines))
    for proposal in found.refusals:
        if proposal.kind is RefusedKind.PROPOSAL:
            assert proposal.item not in [decision.item for decision in found.decisions]


@settings(max_examples=150, deadline=None)
@given(minutes)
def test_what_is_watched_is_not_decided_here(lines: list[str]) -> None:
    found = recognise(read_lines(lines))
    decided = {(each.quote, each.source) for each in found.decisions}
    assert not decided & {(each.quote, each.source) for each in found.watch_items}


@settings(max_examples=200, deadline=None)
@given(sentence)
def test_a_meeting_does_not_end_before_it_begins(text: str) -> None:
    start, end = clock_span(text)
    assert end is None or (start is not None and start < end)


@settings(max_examples=200, deadline=None)
@given(sentence)
def test_the_people_of_a_list_have_names_that_stand_in_it(text: str) -> None:
    for person in split_people(text):
        assert person.name
        assert _folded(person.name) in _folded(text)


@settings(max_examples=150, deadline=None)
@given(documents)
def test_no_remark_repeats_a_personal_number(document: ReadDocument) -> None:
    for remark in recognise(document).remarks:
        assert "3234" not in remark.message


HEAD = "Styrelsen\nProtokoll 2026-03-02\n"


@pytest.mark.parametrize("sign", ["x", "A", "1", ".", "-", "A.", "§ ", "@", "a@"])
def test_a_line_with_one_sign_over_and_over_is_read_in_good_time(sign: str) -> None:
    line = sign * (60_000 // len(sign))
    for before in ("", f"{HEAD}\n§ 1 Mötets öppnande\n", f"{HEAD}Närvarande: Anna Ek, "):
        document = read_document("rad.txt", f"{before}{line}\n\nMötet avslutas.".encode())
        began = time.process_time()
        recognise(document)
        assert time.process_time() - began < 15  # minutes, where each sign looks to the end
