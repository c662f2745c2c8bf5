from dataclasses import replace

from minutes.review.contents import MODELS, proposals
from minutes.review.tables import FindingKind
from tests.review.drafts import RECOGNITION


def test_everything_recognised_is_kept_the_header_first_then_by_line() -> None:
    kept = proposals(RECOGNITION)
    assert kept[0].kind is FindingKind.HEADER
    lines = [each.lines[0] for each in kept[1:] if each.lines]
    assert lines == sorted(lines)
    assert len(kept) == 1 + 3 + 2 + 1 + 3 + 1 + 1 + 1 + 1


def test_what_is_kept_can_be_read_again() -> None:
    for each in proposals(RECOGNITION):
        assert (
            MODELS[each.kind].model_validate(each.content).model_dump(mode="json") == each.content
        )


def test_an_endless_title_is_cut_and_does_not_stop_the_import() -> None:
    endless = replace(RECOGNITION, header=replace(RECOGNITION.header, title="x" * 9000))
    assert len(proposals(endless)[0].content["title"]) == 300


def test_an_action_keeps_how_sure_it_is_and_why() -> None:
    action = next(each for each in proposals(RECOGNITION) if each.kind is FindingKind.ACTION)
    assert (action.confidence, action.reason) == (0.95, "Namn + verb i presens.")
