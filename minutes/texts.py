"""Texts that a page shows, marked where they arise and said in the reader's language there.

Swedish is what the program thinks in: documents, mails and the command line print a text as it
is. A page prints the same text in the language of who reads it (minutes/web/language.py).
"""

from typing import Self, cast


class Text(str):
    """A Swedish text that remembers its words and its values, so that it can be translated.

    With two forms of the words, the value `num` says which of them is right.
    """

    words: str
    plural: str | None
    values: dict[str, object]
    case: str  # "lower" or "capitalize": how its letters are to be, in any language

    def __new__(cls, words: str, plural: str | None = None, /, **values: object) -> Self:
        """N_("Öppen"), N_("%(name)s är inlagd.", name=...), N_("en fil", "%(num)s filer", num=2)"""
        form = words if plural is None or values["num"] == 1 else plural
        text = super().__new__(cls, form % values if values else form)
        text.words, text.plural, text.values, text.case = words, plural, values, ""
        return text

    def lower(self) -> "Text":
        """The text without capitals."""
        return self.cased("lower")

    def capitalize(self) -> "Text":
        """The text with a capital first."""
        return self.cased("capitalize")

    def cased(self, case: str) -> "Text":
        """The text with its letters so; with "" as they are."""
        text = str.__new__(type(self), in_case(str(self), case))
        text.words, text.plural, text.values, text.case = (
            self.words,
            self.plural,
            self.values,
            case,
        )
        return text

    @property
    def number(self) -> int:
        """What the form of the words is chosen by."""
        return cast("int", self.values["num"])

    def __getnewargs_ex__(self) -> tuple[tuple[str, ...], dict[str, object]]:
        """How a copy is made."""
        return (self.words, self.plural) if self.plural else (self.words,), self.values


def in_case(text: str, case: str) -> str:
    """The text, in no capitals, with a capital first, or as it is."""
    if case == "lower":
        return text.lower()
    return text[:1].upper() + text[1:] if case else text


N_ = Text  # short, since it stands before every text
