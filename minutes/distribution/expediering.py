"""To whom a paragraph is sent: what its text says of it, and what the secretary types. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.errors import Refused
from minutes.texts import N_

MOST = 50  # recipients of a paragraph
LONGEST_NAME = 200
LONGEST_ADDRESS = 254
ADDRESS = re.compile(r"[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\".]+")

_VERB = r"(?:expedieras|skickas|sänds|översänds|delges|meddelas|tillställs)"
_WHAT = r"(?:(?:beslutet|besluten|paragrafen|protokollsutdraget|protokollsutdrag|utdrag)\s+)"
_LABEL = re.compile(
    rf"^\W*(?:"
    rf"{_WHAT}?(?:ska\s+)?{_VERB}(?:\s+till)?"
    r"|expediering(?:\s+till)?|expedierat(?:\s+till)?|sändlista|delges|delgivning"
    r"|(?:protokollsutdrag|utdrag|kopia|avskrift)(?:\s+(?:av\s+beslutet|skickas))?\s+till"
    r")\s*(?P<colon>:)?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
# Without a colon it could begin any sentence; with the decision before it, it is the label.
_SENTENCE = re.compile(rf"^\W*{_WHAT}(?:ska\s+)?{_VERB}\s+till\s+(?P<rest>.+)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;•·]\s*|\s+samt\s+")
_AND = re.compile(r"(?<!-)\s+och\s+(?=[A-ZÅÄÖ])")
_LONGEST_IN_TEXT = 90  # what is longer is a sentence


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody to whom a paragraph goes; without an address by another way than mail."""

    name: str
    address: str = ""

    @property
    def written(self) -> str:
        """As one types it."""
        if not self.address:
            return self.name
        return f"{self.name} <{self.address}>" if self.name else self.address


def named(text: str) -> list[str]:
    """The recipients that a paragraph's text names: after "Expedieras till", each once."""
    return list(dict.fromkeys(_named(text.splitlines())))


def _named(lines: Iterable[str]) -> Iterator[str]:
    listing = False  # under a label with nothing behind it, until the blank line after the list
    found: list[str] = []
    for line in lines:
        label, sentence = _LABEL.match(line), _SENTENCE.match(line)
        if label and (label["colon"] or not label["rest"]):
            found, listing = list(_names(label["rest"])), not label["rest"]
        elif sentence:
            found, listing = list(_names(sentence["rest"])), False
        elif listing and line.strip():
            found = list(_names(line))
        else:
            listing = listing and not found
            continue
        yield from found


def _names(written: str) -> Iterator[str]:
    for part in _BETWEEN.split(written):
        for name in _AND.split(part):
            bare = name.strip().strip("-–*•·").strip().removesuffix(".").strip()
            if bare and len(bare) <= _LONGEST_IN_TEXT and not bare.isdigit():
                yield bare


def read(typed: str, where: str) -> list[Recipient]:
    """What is typed, one recipient a line: a name, an address, or a name with its address.

    where: what the paragraph is called. Raises Refused.
    """
    found: dict[tuple[str, str], Recipient] = {}
    for line in filter(None, map(str.strip, typed.splitlines())):
        each = _one(line, where)
        found.setdefault((each.address or each.name.casefold(), each.address), each)
    if len(found) > MOST:
        raise Refused(N_("%(item)s kan ha högst %(most)s mottagare.", item=where, most=MOST))
    return list(found.values())


def _one(line: str, where: str) -> Recipient:
    match = ADDRESS.search(line)
    if match is None and "@" in line:
        raise Refused(
            N_(
                "”%(line)s” vid %(item)s är ingen e-postadress. Skriv till exempel Kansliet "
                "<kansliet@example.se>.",
                line=line[:LONGEST_NAME],
                item=where,
            )
        )
    address = match.group() if match else ""
    name = " ".join(line.replace(address, " ").strip(' \t,;<>"').split()) if address else line
    if "@" in name or len(name) > LONGEST_NAME or len(address) > LONGEST_ADDRESS:
        raise Refused(
            N_("Skriv en mottagare på varje rad vid %(item)s, högst 200 tecken.", item=where)
        )
    return Recipient(name, address.lower())


def written(recipients: Iterable[Recipient]) -> str:
    """The recipients as they are typed, one a line."""
    return "\n".join(each.written for each in recipients)
