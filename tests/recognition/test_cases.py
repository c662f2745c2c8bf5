"""Runs the cases in cases/*.md. cases/open.md holds those that recognition still gets wrong."""

import pytest

from tests.recognition.case_files import CASES, Case, cases_in
from tests.recognition.views import VIEWS, shown

OPEN = "open"
FILES = sorted(path.stem for path in CASES.glob("*.md"))
SETTLED = [case for file in FILES if file != OPEN for case in cases_in(file)]
UNSETTLED = list(cases_in(OPEN)) if OPEN in FILES else []


def _name(case: Case) -> str:
    return f"{case.file}: {case.title}"


def _view_of(case: Case) -> str:
    """The preamble says what the file shows; an open case says so itself, before its title."""
    if case.file == OPEN:
        return case.title.partition(":")[0].split()[-1]
    return case.stated("Visar")


@pytest.mark.parametrize("case", SETTLED, ids=_name)
def test_the_text_says_what_the_case_expects(case: Case) -> None:
    assert "\n".join(shown(case, VIEWS[_view_of(case)])) == "\n".join(case.wanted)


@pytest.mark.parametrize("case", UNSETTLED, ids=_name)
def test_an_open_case_still_fails_and_else_belongs_among_the_others(case: Case) -> None:
    assert shown(case, VIEWS[_view_of(case)]) != case.wanted


def test_no_two_cases_of_a_file_have_the_same_title() -> None:
    names = [_name(case) for case in [*SETTLED, *UNSETTLED]]
    assert sorted(names) == sorted(set(names))
