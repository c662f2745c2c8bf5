"""Verbs with which it is told what somebody said or showed: "Karin berättade om resan"."""

TELLS = frozenset(
    """berättar efterlyser föredrar informerar meddelar nämner presenterar påpekar rapporterar
    redogör redovisar undrar upplyser visar""".split()
)
TOLD = frozenset(
    """berättade efterlyste föredrog frågade informerade meddelade nämnde presenterade påminde
    påpekade rapporterade redogjorde redovisade sade undrade upplyste visade""".split()
)
