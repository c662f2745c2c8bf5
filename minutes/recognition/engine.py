"""From a read document to its findings. Pure: the same document gives the same findings."""

from minutes.reading.blocks import ReadDocument
from minutes.recognition.findings import Header, Recognition
from minutes.recognition.names import KnownPeople

NOBODY = KnownPeople()


def recognise(
    document: ReadDocument, *, filename: str = "", people: KnownPeople = NOBODY
) -> Recognition:
    """Everything that the document says of its meeting; `people` are the body's own."""
    return Recognition(Header(is_minutes=bool(document.blocks)))
