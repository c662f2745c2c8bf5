"""Minutes that tell how many came, or where the list of them is, instead of who."""

from minutes.expressions import regex
from minutes.reading.blocks import Remark, Source
from minutes.recognition.findings import Presence
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Outline
from minutes.recognition.people.presence_labels import presence_of

_COUNT = regex(
    r"(?:c:?a\.?\s|cirka\s|omkring\s|drygt\s)?\d{1,4}\b(?!\s?§)[^:]{0,90}"
    r"|(?:se|enligt|i enlighet med)\s[^:]{3,80}|[\wåäö ]{3,30}(?:röstlängd|närvarolista|deltagarlista)\b[^:]{0,60}",
)
_SAID = regex(
    r"\b(?P<count>(?:c:?a\.?\s|cirka\s|omkring\s|drygt\s)?\d{1,4}\s(?:st\.?\s)?(?:röstberättigade\s|närvarande\s|av\s\w+\s)?\w*(?:medlemmar|personer|deltagare|ledamöter|ombud|boende|hushåll))\s(?:närvarade|deltog|kom|var\s(?:närvarande|på\splats|med))\b",
)


def counted(outline: Outline) -> Remark | None:
    """A remark with the words in which the minutes tell it."""
    for passage in outline.without_appendices:
        block = passage.block
        label, _, value = block.text.partition(":")
        value = value.strip(" .*_").casefold()
        listed = presence_of(label_of(f"{label}:")) is Presence.PRESENT
        if listed and value and _COUNT.fullmatch(value):
            return _remark(block.text[len(label) + 1 :].strip(" .*_"), block.source)
        said = _SAID.search(block.text)
        if said:
            return _remark(said["count"], block.source)
    return None


def _remark(said: str, source: Source) -> Remark:
    return Remark(
        "attendance-counted",
        f"Närvarande anges som ”{said}” utan namn. Lägg till dem som ska stå i protokollet.",
        source,
    )
