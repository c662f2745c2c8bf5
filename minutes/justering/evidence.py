"""What a signature says, as one text whose hash the chain of events keeps. Pure."""

import hashlib
import json

from minutes.justering.tables import Evidence

# Every field that was stored when the signature was given; the scan by its own hash.
_SEALED = (
    "field_id", "fingerprint", "name", "role", "means", "account", "at", "local_time",
    "address", "browser", "consent", "noted_by", "filename", "content_sha256",
)  # fmt: skip


def sealed_text(evidence: Evidence) -> str:
    """The signature's facts in one exact form."""
    said = {name: getattr(evidence, name) for name in _SEALED}
    if evidence.covers:  # what came before this was asked has it not
        said["covers"] = evidence.covers
    said["at"] = evidence.at.isoformat(timespec="microseconds")
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1)


def sealed_hash(evidence: Evidence) -> str:
    """SHA-256 of that; it stands in the event that tells of the signature."""
    return hashlib.sha256(sealed_text(evidence).encode()).hexdigest()
