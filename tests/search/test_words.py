import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.search.words import stem, stems, words

SAME = (
    "beslut beslutet besluten beslutade beslutas beslutat",
    "protokoll protokollet protokollen protokollets",
    "möte mötet möten mötena mötets Möte",
    "åtgärd åtgärder åtgärderna åtgärdens ÅTGÄRD",
    "brygga bryggan bryggor bryggorna",
    "ledamot ledamoten ledamöter ledamöterna",
    "konto kontot konton",
    "fråga frågan frågor frågorna",
    "år året åren",
    "kommitté kommittén kommittéer",
    "uppdrag uppdraget uppdragen",
    "nätverk nätverket nätverken",
    "paket paketet",
    "budget budgeten",
    "justerare justeraren justerarna",
    "utbildning utbildningen utbildningar",
    "redovisa redovisade redovisas redovisar redovisat",
    "Ronny Ronnys",
)
OTHER = (("tak", "takt"), ("rätt", "ratt"), ("möte", "mått"), ("tal", "tall"), ("år", "är"))


@pytest.mark.parametrize("forms", SAME)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("one, other", OTHER)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_say_where_they_stand() -> None:
    assert [("Två mått"[start:end]) for start, end, _ in words("Två mått")] == ["Två", "mått"]


def test_a_letter_in_two_parts_is_the_letter() -> None:
    assert stems("a\u030arsmo\u0308te") == stems("årsmöte")


@given(st.text())
def test_any_text_has_stems_that_the_databases_can_keep(text: str) -> None:
    for each in stems(text).split(" "):
        assert each == "" or each.isalnum()


@given(st.text(alphabet="abdeginorståäö", min_size=1, max_size=12))
def test_a_stem_of_a_stem_is_itself(word: str) -> None:
    assert stem(stem(word)) == stem(word)
