"""The fields of the head as the document states them, each with the lines where it stands."""

import re
from dataclasses import dataclass, field

from minutes.expressions import regex
from minutes.reading.blocks import Source

# What the form of a notice asks for, behind "Organ" where its lines are lost.
_OF_A_NOTICE = regex(r"\banslag|\bsammanträdesdatum|\bförvaringsplats", re.IGNORECASE)


@dataclass
class Fields:
    """What the document states, by field; the first statement of a field stands."""

    values: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)

    def put(self, name: str, value: str, source: Source) -> None:
        """Keep the value, unless it is empty or the field is stated already."""
        value = value.strip(" .:;,\t-–_…")
        if name == "body" and _OF_A_NOTICE.search(value):
            return
        if value and name not in self.values:
            self.values[name] = value
            self.sources[name] = source
