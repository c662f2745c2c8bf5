import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.follow_up.matching import (
    Outcome,
    Passage,
    Promise,
    outcome_of,
    reports,
    split,
    stems,
    telling,
)

# promise / owner / later sentence / what it says of it
REPORTS = """
Skicka sändlistan till rektorerna / Karin Lind / Karin har skickat sändlistan. / done
Skicka sändlistan till rektorerna / Karin Lind / Sändlistan är skickad till alla rektorer. / done
Skicka sändlistan till rektorerna / Karin Lind / Sändlistan till rektorerna skickades ut. / done
Ta in två offerter på grus / Annika Molin / Offerterna på grus har kommit in. / done
Ta in två offerter på grus / Annika Molin / Annika har inte fått någon offert på grus. / not_yet
Kontakta kommunen om vägskylten / Kurt Borg / Kommunen är kontaktad om vägskylten. / done
Kontakta kommunen om vägskylten / Kurt Borg / Kurt kontaktade kommunen om skylten vid vägen. / done
Uppdatera medlemslistan / Tove Alm / Tove har uppdaterat medlemslistan. / done
Uppdatera medlemslistan / Tove Alm / Uppdateringen av medlemslistan pågår, sade Tove. / not_yet
Boka lokal till höstmötet / Siv Ek / Lokal till höstmötet är bokad. / done
Boka lokal till höstmötet / Siv Ek / Siv har inte hunnit boka någon lokal till höstmötet. / not_yet
Boka lokal till höstmötet / Siv Ek / Siv bokar lokal till höstmötet senast 3 maj. / again
Ta fram en rutin för introduktion / Bo Hed / Rutinen för introduktion är klar. / done
Ta fram en rutin för introduktion / Bo Hed / Rutinen för introduktion kvarstår. / not_yet
Skriva remissvar om läroplanen / Eva Dal / Eva skrev remissvaret om läroplanen i juni. / done
"""

# Shares words with the promise, and is no report on it.
NO_REPORTS = """
Skicka sändlistan till rektorerna / Karin Lind / Rektorerna har haft en utbildningsdag.
Skicka sändlistan till rektorerna / Karin Lind / Karin hälsade alla välkomna.
Skicka sändlistan till rektorerna / Karin Lind / Är sändlistan skickad till rektorerna?
Ta in två offerter på grus / Annika Molin / Gruset på vägen är dåligt.
Ta in två offerter på grus / Annika Molin / Annika har köpt kaffe till mötet.
Kontakta kommunen om vägskylten / Kurt Borg / Kommunen har beslutat om ny taxa.
Uppdatera medlemslistan / Tove Alm / Medlemslistan är en viktig handling.
Uppdatera medlemslistan / Tove Alm / Medlemsavgiften har uppdaterats.
Boka lokal till höstmötet / Siv Ek / Höstmötet hölls i Folkets hus.
Boka lokal till höstmötet / Siv Ek / Protokollet från höstmötet har justerats.
Ta fram en rutin för introduktion / Bo Hed / Introduktionen av nya ledamöter hölls i mars.
Skriva remissvar om läroplanen / Eva Dal / Läroplanen diskuterades.
"""


def lines(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split(" / ")] for line in table.strip().splitlines()]


def found(promise: str, owner: str, sentence: str) -> list[Outcome]:
    known = [Promise(1, promise, (owner,))]
    return [each.outcome for each in reports([Passage(sentence, 1)], known)]


@pytest.mark.parametrize("promise,owner,sentence,outcome", lines(REPORTS))
def test_a_report(promise: str, owner: str, sentence: str, outcome: str) -> None:
    assert found(promise, owner, sentence) == [Outcome(outcome)]


@pytest.mark.parametrize("promise,owner,sentence", lines(NO_REPORTS))
def test_what_is_no_report(promise: str, owner: str, sentence: str) -> None:
    assert found(promise, owner, sentence) == []


def test_each_promise_gets_the_sentence_that_fits_it_best() -> None:
    promises = [
        Promise(1, "Boka lokal till höstmötet", ("Siv Ek",)),
        Promise(2, "Boka buss till höstmötet", ("Bo Hed",)),
    ]
    passages = [
        Passage("Bussen till höstmötet är bokad.", 4),
        Passage("Lokal till höstmötet är bokad.", 5),
    ]
    assert [(each.action_id, each.passage.first_line) for each in reports(passages, promises)] == [
        (2, 4),
        (1, 5),
    ]


def test_the_name_of_the_owner_is_no_word_of_the_promise() -> None:
    assert found("Karin skickar listan", "Karin Lind", "Karin har varit sjuk.") == []


@pytest.mark.parametrize(
    "forms",
    [
        "skicka skickar skickade skickat skickades",
        "lista listan listor listorna",
        "offert offerten offerter offerterna",
        "rektor rektorn rektorer rektorerna",
    ],
)
def test_forms_of_a_word_are_one(forms: str) -> None:
    first, *others = forms.split()
    assert all(stems(first) & stems(other) for other in others)


@pytest.mark.parametrize("pair", ["kommun kommunikation", "grus gruppen", "rutin rutten"])
def test_other_words_are_others(pair: str) -> None:
    one, other = pair.split()
    assert not stems(one) & stems(other)


def test_sentences() -> None:
    text = "Karin har skickat listan. Olle återkommer.\nNästa möte: 3 maj"
    assert split(text) == ["Karin har skickat listan.", "Olle återkommer.", "Nästa möte: 3 maj"]


words = st.text("abcdeåäö .?\n", max_size=80)


@given(st.lists(words, max_size=5), st.lists(words, max_size=5))
def test_any_text_is_matched_and_nothing_is_offered_twice(
    said: list[str], promised: list[str]
) -> None:
    passages = [Passage(text, number) for number, text in enumerate(said)]
    promises = [Promise(number, text, ("Bo Ek",)) for number, text in enumerate(promised)]
    made = reports(passages, promises)
    assert len({each.action_id for each in made}) == len(made)
    for each in made:
        assert each.outcome is outcome_of(each.passage.text)
        assert set(each.shared) <= telling(promised[each.action_id])
