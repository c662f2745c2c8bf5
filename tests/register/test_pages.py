from minutes.register.pages import Point
from minutes.register.tables import Decision, Item


def point(text: str, *quotes: str) -> Point:
    decisions = [
        Decision(meeting_id=1, position=place, quote=quote, text=quote)
        for place, quote in enumerate(quotes)
    ]
    item = Item(meeting_id=1, position=1, title="Lokaler", text=text)
    return Point(item, decisions=decisions)


def shown(point: Point) -> list[str]:
    return [f"beslut: {part.text}" if isinstance(part, Decision) else part for part in point.parts]


def test_a_decision_takes_the_place_of_its_paragraph() -> None:
    text = "Frågan togs upp.\n\n• Salen hyrs ut.\n\nMötet gick vidare."
    assert shown(point(text, "Salen hyrs ut.")) == [
        "Frågan togs upp.",
        "beslut: Salen hyrs ut.",
        "Mötet gick vidare.",
    ]


def test_a_paragraph_that_says_more_keeps_the_rest() -> None:
    text = "Frågan togs upp. Salen hyrs ut."
    assert shown(point(text, "Salen hyrs ut.")) == ["Frågan togs upp.", "beslut: Salen hyrs ut."]


def test_a_decision_whose_words_the_text_lacks_comes_last() -> None:
    assert shown(point("Frågan togs upp.", "Salen hyrs ut.")) == [
        "Frågan togs upp.",
        "beslut: Salen hyrs ut.",
    ]
