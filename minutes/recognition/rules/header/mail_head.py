"""The head of a letter that the minutes were sent with: its day and hour are not the meeting's."""

from dataclasses import replace

from minutes.expressions import regex
from minutes.recognition.layout.outline import Outline, Zone

_LABEL = regex(r"(?P<label>Från|Skickat|Till|Kopia|Cc|Ämne|From|Sent|To|Subject)\s?:\s")
_SURE = frozenset({"Från", "Skickat", "Ämne", "From", "Sent", "Subject"})
_FEWEST = 2  # of them


def without_mail_head(outline: Outline) -> Outline:
    """The outline without the lines "Från: …", "Skickat: …" of a letter above the minutes."""
    head = [passage for passage in outline.in_zone(Zone.HEAD) if _LABEL.match(passage.block.text)]
    said = {match["label"] for each in head for match in _LABEL.finditer(each.block.text)}
    if len(said & _SURE) < _FEWEST:
        return outline
    kept = tuple(passage for passage in outline.passages if passage not in head)
    return replace(outline, passages=kept)
