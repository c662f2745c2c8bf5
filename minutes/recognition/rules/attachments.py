"""Appendices: those that the text names, and those whose pages stand in the document."""

from minutes.expressions import regex
from minutes.recognition.findings import Attachment
from minutes.recognition.layout.outline import APPENDIX_LABEL, Outline, Zone

_NAMED = regex(
    r"\b[Bb]ilaga\s+(?P<label>\d{1,2}|[A-ZÅÄÖ]\d?)\b(?:\s*[:–-]\s*(?P<title>[A-ZÅÄÖ][^.;()\n]{3,80}))?"
)


def attachments(outline: Outline) -> tuple[Attachment, ...]:
    """Each label once, with the title if one stands beside it anywhere."""
    found: dict[str, Attachment] = {}
    for passage in outline.passages:
        block = passage.block
        if "ilag" not in block.text and "ILAG" not in block.text:
            continue
        own = APPENDIX_LABEL.match(block.text) if len(block.text) < 80 else None
        if own and own["label"]:
            title = block.text[own.end() :].strip(" .:–-")
            label = f"Bilaga {own['label'].upper()}"
            _keep(found, Attachment(label, title, block.source))
        elif passage.zone is not Zone.APPENDIX:
            for match in _NAMED.finditer(block.text):
                label = f"Bilaga {match['label'].upper()}"
                source = block.lines(match.start(), match.end())
                _keep(found, Attachment(label, (match["title"] or "").strip(), source))
    return tuple(found.values())


def _keep(found: dict[str, Attachment], named: Attachment) -> None:
    """The first place that names it, or the first that says what it is."""
    known = found.get(named.label)
    if known is None or (named.title and not known.title):
        found[named.label] = named
