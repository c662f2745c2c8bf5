"""What meetings are held in: "Folkets hus, lilla salen", "konferensrum Eken", "Storgatan 3"."""

from minutes.expressions import regex

HOUSE_ENDS = (
    "hus|huset|stuga|stugan|gård|gården|lokal|lokalen|lokaler|lokalerna|sal|salen|hem|hemmet|skola|skolan|bibliotek|biblioteket|"
    "kontor|kontoret|kansli|kansliet|museum|museet|muséet|café|kafé|caféet|rum|rummet|center|centrum|centret|kyrka|kyrkan|lada|ladan|"
    "loge|logen|paviljong|paviljongen|matsal|aula|aulan|hotell|hotellet|pensionat|vandrarhem|restaurang|krog|krogen|"
    "torp|torpet|hall|hallen|bad|badet|park|parken|villa|villan|herrgård|station|stationen|garage|garaget|verkstad|verkstaden"
)
_HOUSE = regex(
    rf"(?:[\wåäöé-]*(?i:{HOUSE_ENDS})(?:\s[A-ZÅÄÖ\d][\wåäö]*)?|(?:Café|Kafé|Hotell|Restaurang|Sal|Rum|Villa)\s\w+|[A-ZÅÄÖ][\wåäö]+(?:gatan|vägen|torget|gränd|stigen|backen)\s\d+\s?[A-Z]?)(?:\s(?:i|på)\s[A-ZÅÄÖ][\wåäö]+)?(?:,\s[\wåäö ]+)?"
)
_WORDS_BEFORE_HOUSE = 3


def is_house(text: str) -> bool:
    """Whether the whole text, but for a few words before, is a house, a room or a street."""
    words = text.split()
    return any(
        _HOUSE.fullmatch(" ".join(words[place:]))
        for place in range(min(_WORDS_BEFORE_HOUSE, len(words)))
    )
