"""Where somebody signs in a document, made of the signatures of a round. Pure."""

from collections.abc import Mapping, Sequence

from minutes.justering.sheet import ON_PAPER, Layout, SignatureLine
from minutes.justering.signatories import ROLE_WORDS
from minutes.justering.tables import Evidence, Means, SignatureField, SignerRole
from minutes.people.tables import Regime

_ABOVE_LINE = {
    SignerRole.SECRETARY: "Vid protokollet",
    SignerRole.CHAIR: "Ordförande",
    SignerRole.DEPUTY: "Mötesordförande",
    SignerRole.JUSTERARE: "Justeras",
    SignerRole.MEMBER: "Ledamot",
}
_HOW = {Means.PAPER: ON_PAPER, Means.SIGNED_PDF: "med eget certifikat i PDF-filen"}


def layout_of(regime: Regime) -> Layout:
    """The layout that bodies of the regime are used to."""
    return Layout.FRONT if regime is Regime.KOMMUNALLAGEN else Layout.END


def signature_lines(
    fields: Sequence[SignatureField], given: Mapping[int, Evidence]
) -> list[SignatureLine]:
    """The places to sign; `given` is by the id of the signature."""
    names = field_names(fields)
    lines = []
    for field in fields:
        evidence = given.get(field.id or 0)
        signed = ""
        if evidence is not None and evidence.voided_at is None:
            signed = f"{_HOW.get(evidence.means, 'digitalt')} {evidence.local_time}"
        lines.append(
            SignatureLine(
                names[field.id or 0],
                _ABOVE_LINE[field.role],
                ROLE_WORDS[field.role],
                field.name,
                field.paragraphs,
                signed,
            )
        )
    return lines


def field_names(fields: Sequence[SignatureField]) -> dict[int, str]:
    """What the field of each signature is called in the PDF: justerare, justerare2; by its id."""
    names = {}
    seen: dict[SignerRole, int] = {}
    for field in fields:
        seen[field.role] = seen.get(field.role, 0) + 1
        number = str(seen[field.role]) if seen[field.role] > 1 else ""
        names[field.id or 0] = f"{field.role.value}{number}"
    return names
