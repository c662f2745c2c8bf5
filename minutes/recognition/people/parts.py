"""Where one person of a list ends and the next begins: commas, "och", full stops, numbers."""

from minutes.expressions import regex

_SEPARATOR = regex(
    r"\s*(?:,?\s(?:och|samt|&|and|/|o\.?(?=\s[A-ZÅÄÖ]))\s|[,;•\n\t|])\s*|(?<=[)\]])\s+(?=[A-ZÅÄÖ])"
    r"|(?<=[)a-zåäö\d])(?<!ordf)(?<!Ordf)(?<!sekr)(?<!Sekr)(?<!bitr)(?<!tf)(?<!ped)(?<![Dd]r)(?<![Pp]rof)\.\s+(?=[A-ZÅÄÖ])"
    r"|\s+\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])"
    r"|(?<=\d)\s+(?=[A-ZÅÄÖ][a-zß-öø-ÿ]+(?:-[A-ZÅÄÖ][a-zß-öø-ÿ]+)?\s[A-ZÅÄÖ][a-zß-öø-ÿ])"
)
_ENDS_PERSON = tuple(")]0123456789")


def parts_of(text: str) -> list[tuple[str, str]]:
    """Split at commas and "och", but not inside parentheses: (what stood before, part)."""
    parts: list[tuple[str, str]] = []
    separator, depth, start, position = "", 0, 0, 0
    while position < len(text):
        if text[position] in "([":
            depth += 1
        elif text[position] in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            match = _SEPARATOR.match(text, position)
            if match and text[position - 1 : position] == "-" and "," not in match.group():
                match = None  # "Hälso- och sjukvård" is one word
            if match and (
                match.group().strip(" ") or text[position - 1 : position] in _ENDS_PERSON
            ):
                parts.append((separator, text[start:position]))
                separator, start = match.group(), match.end()
                position = start
                continue
        position += 1
    return [(sep, part) for sep, part in [*parts, (separator, text[start:])] if part.strip()]
