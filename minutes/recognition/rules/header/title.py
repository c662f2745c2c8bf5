"""What the title says: which body met, of which organisation, and what kind of minutes."""

import re
from collections import Counter
from collections.abc import Sequence

from minutes.expressions import regex
from minutes.reading.blocks import Block, ReadDocument
from minutes.recognition.findings import Attendee, MinutesKind
from minutes.recognition.layout.labels import label_of
from minutes.recognition.layout.outline import Outline, Zone
from minutes.recognition.people.names import is_given_name, is_person_name
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.english_papers import english_kind
from minutes.recognition.rules.header.any_meeting import whose_meeting
from minutes.recognition.rules.header.whose import association_of, with_its_place

_NOTES = regex(r"\b(?:minnes|mötes|dag)?anteckning(?:ar|arna)?\b(?!\s*till)", re.IGNORECASE)
# A page "Protokoll – Granvik" may well hold something that calls itself notes.
_PROTOKOLL_OF = regex(
    r"protokoll\w*\s+(?:fört|förda|från|vid|av)\b|^\w*protokoll\W*$", re.IGNORECASE
)
_MINUTES = regex(r"\bminutes\b", re.IGNORECASE)
_PROTOKOLL = regex(r"protokoll", re.IGNORECASE)
_BODY = regex(
    r"""(?<![\wåäö])(?P<body>
        (?:[A-ZÅÄÖa-zåäö-]+s\s+)?(?:(?!extra|hela|förra|nya|samma|första|andra|denna|nämnda|gamla)[a-zåäö]{2,}(?:ska|skt|ala|alt|al|iala|ella|ellt|ell|ande|samma|nära)\s+){0,2}(?:[\wåäö]+-\s?och\s)?(?:[A-ZÅÄÖ]?[\wåäö-]*(?:nämnd(?:en)?|styrelse(?:n)?|utskott(?:et)?|beredning(?:en)?|kommitté(?:n)?|presidiet|råd(?:et)?|RÅD(?:ET)?|
            grupp(?:en)?|fullmäktige|stämma(?:n)?|nätverk(?:et)?|kollegium|kollegiet|ledningsgrupp(?:en)?|forum(?:et)?))
      | [\wåäöÅÄÖ-]*(?:årsmöte|höstmöte|vårmöte|stormöte|styrelses?möte|styrelsesammanträde|husmöte|boendemöte|elevrådsmöte|kårmöte|delårsmöte|allmöte|gruppmöte|gruppsmöte|rådsmöte|medlemsmöte|föreningsmöte|församlingsmöte|klubbmöte|sektionsmöte|distriktsmöte|distriktsstämma|bystämma|bolagsstämma|ombudsmöte|föräldramöte|personalmöte|samverkansmöte|årsstämma|föreningsstämma|kongress|arbetsmöte|projektmöte|nätverksmöte|avstämningsmöte|kommittémöte|månadsmöte|konstituerande\s+möte)(?:t|n|et)?
      | (?-i:NAG|RAG|LAG|NPO|RPO|LPO|NSG|RSG|LSG)\b(?:\s(?!\w*(?:möte|anteckning|protokoll))[a-zåäö-]+){0,3}
    )(?:(?![\wåäö])|(?=s\s+(?:sammanträd|möte)))""",
    re.VERBOSE | re.IGNORECASE,
)
_NO_PURPOSE = r"(?!\w*(?:möte|antec|protokoll|sammanträd|dag(?:en)?\b)\w*|(?:den|vid|kl|tid|plats|datum|nr|v|vecka|på|hos|är|har|höll|mån|tis|ons|tors?|fre|lör|sön)\b)"
# A body that only says of what kind it is goes by what it is for: "Nämnden för teknik och miljö".
_FOR = regex(
    rf"""\b(?P<body>(?:nämnden|rådet|utskottet|kommittén|beredningen|nätverket|forumet|gruppen)\s+för
        (?:,?\s+{_NO_PURPOSE}[^\W\d_][\w-]*){{1,6}})""",
    re.VERBOSE | re.IGNORECASE,
)
# So does one without an article: "Samverkansgrupp för palliativ vård", "Brukarråd psykiatri öst".
_OF_A_KIND = regex(r"(?:grupp|råd|nätverk|forum|kommitté)$", re.IGNORECASE)
_OF_ONE = regex(r"(?:gruppen|rådet|nätverket|forumet|kommittén)$", re.IGNORECASE)
_PURPOSE = regex(
    rf"""\s+för(?:,?\s+{_NO_PURPOSE}[^\W\d_][\w-]*(?=[\s,.)–-]|$)){{1,8}}
      |\s+(?!(?:Tid|Plats|Datum|När|Var|Deltagare)\w*)[A-ZÅÄÖ][a-zåäö]+(?=$|\s*[,–-]\s)
      |\s+\d{{1,2}}(?=$|\s*[,–:-]\s)
      |\s+(?!(?:Tid|Plats|Datum|När|Var|Deltagare)\w*)[A-ZÅÄÖ][a-zåäö]+(?:\s{_NO_PURPOSE}[a-zåäö]+){{1,2}}(?=$|\s*[,–-]\s|\s+(?:den\s)?\d)
      |(?:\s+{_NO_PURPOSE}(?!(?:i|inom|från|som|till|med|om|av|samt)\b)[a-zåäö][a-zåäö-]*(?=[\s,.)–-]|$)){{1,4}}""",
    re.VERBOSE,
)
# "Styrelsemöte Granviks byalag": what the minutes are is no part of whose they are.
_NO_MEETING = r"(?!\w*(?i:möte|stämma|protokoll|anteckningar)\w*(?:\s|$))"
_OF_PLACE = rf"\s+(?!\w+dagen\b){_NO_MEETING}[A-ZÅÄÖ][\wåäö]+"
_ORGANISATION = regex(
    rf"\b{_NO_MEETING}(?:Region\s+[A-ZÅÄÖ][\wåäö]+(?:\s+[A-ZÅÄÖ][\wåäö]+)?|[A-ZÅÄÖ][\wåäö]+s?\s+(?:kommun|landsting|stad)|Landstinget\s+(?:i\s+)?[A-ZÅÄÖ][\wåäö]+|"
    rf"(?:Byalaget|Bygdelaget|Hembygdslaget|Jaktlaget|Båtklubben|Samfälligheten|(?:[A-ZÅÄÖ][\wåäö]+)?[Ff]öreningen)(?:{_OF_PLACE})+|[A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ][\wåäö]+)?\s(?:byalag|bygdelag|hembygdslag|jaktlag|IK|IF|BK|SK|FF|AIF|GoIF|BTK|FK|GK|HK)\b|"
    rf"(?:Brf|BRF|Bostadsrättsföreningen|HSB|Riksbyggen){_OF_PLACE}(?:\s+\d{{1,3}}(?![\d-]))?|[A-ZÅÄÖ][\wåäö]+(?:\s[A-ZÅÄÖ]?[\wåäö]+)?(?:förening|förbund|sällskap|klubb|samfällighet)(?:en)?(?:{_OF_PLACE})*)"
)
# Where nobody else met, the whole association did: "Möte i Granviks föräldraförening".
_WHOLE = regex(
    r"(?P<body>(?:[A-ZÅÄÖ][\wåäö]+s\s+)?[\wåäö]*(?:byalag(?:et(?!s))?|sektion(?:en)?|förening(?:en)?|klubb(?:en)?|plenum(?:s?möte)?|nationsmöte))(?:et|ets|s)?\b",
    re.IGNORECASE,
)
_ANY_MEETING = regex(
    r"(?:arbets|projekt|avstämnings|nätverks|månads|medlems)möte(?:t)?", re.IGNORECASE
)
_LONGEST_BODY = 80  # characters
_OF_BOARD = regex(r"\bstyrelse(?:mötes)?(?:protokoll|anteckningar)\b", re.IGNORECASE)
# "Årsmötesprotokoll"
_OF_MEETING = regex(
    r"\b(?P<meeting>(?:års|höst|vår|medlems)möte)s(?:protokoll|anteckningar)\b", re.IGNORECASE
)
_BOARD_LISTED = regex(
    r"(?:Närvarande|Frånvarande)(?: från| i)? (?:styrelse(?:n|ledamöter|medlemmar)?)\b|Styrelsen?:",
    re.IGNORECASE,
)
_EARLY = 30  # passages
_ACTS = regex(
    r"\b(?P<body>[A-ZÅÄÖ][\wåäö-]*(?:nämnden|beredningen|gruppen|rådet|kommittén|utskottet|delegationen|RÅDET)|RÅDET|Styrelsen|Delegationen)(?:s\b|\b)"
)


def kind_of(title: Sequence[Block], document: ReadDocument, outline: Outline) -> MinutesKind:
    """Protokoll or minnesanteckningar: by the title, else by whether it is adjusted."""
    front = " ".join(block.text for block in title)
    if not _PROTOKOLL.search(front) and (english := english_kind(outline, front)):
        return english
    own = [block.text for block in title if _NOTES.match(block.text)]
    if own and not any(_PROTOKOLL_OF.search(block.text) for block in title):
        return MinutesKind.MINNESANTECKNINGAR
    for text in [*(block.text for block in title), document.title]:
        if _NOTES.search(text) and not _PROTOKOLL.search(text):
            return MinutesKind.MINNESANTECKNINGAR
        if _PROTOKOLL.search(text) or _MINUTES.search(text):
            return MinutesKind.PROTOKOLL
    every = " ".join(p.block.text for p in outline.without_appendices)
    titles = " ".join(item.title for item in outline.items)
    if re.search(r"\b(?:vid anteckningarna|minnesanteckning)", every, re.IGNORECASE):
        return MinutesKind.MINNESANTECKNINGAR
    formal = re.search(
        r"\b(?:juster(?:are|as|at|ats|ades|ing|ande|ings\w+)\b|vid protokollet|§\s?\d)|protokoll",
        every + " " + titles,
        re.IGNORECASE,
    )
    numbered = any((item.number or "").startswith("§") for item in outline.items)
    ends_informally = any(
        p.block.text.strip(" :").casefold() == "anteckningar"
        for p in outline.in_zone(Zone.SIGNATURES)
    )
    if ends_informally and not numbered:
        return MinutesKind.MINNESANTECKNINGAR
    return MinutesKind.PROTOKOLL if formal or numbered else MinutesKind.MINNESANTECKNINGAR


def body_and_organisation(
    title: Sequence[Block],
    outline: Outline,
    labelled: str | None,
    people: Sequence[Attendee],
) -> tuple[str | None, str | None]:
    """The body that met and the organisation that it is of, where the head names them."""
    texts = [
        re.sub(r"[\"”“]", "", calmed(block.text)) for block in title if not _is_person(block.text)
    ]
    names = tuple(person.name for person in people)
    named = [
        calmed(block.text)
        for block in title
        if not (
            block.text.startswith(names)
            or presence_of(label_of(block.cells[0] if block.cells else block.text))
        )
    ]
    organisation = next(
        (with_its_place(m.group(), text) for text in named if (m := _ORGANISATION.search(text))),
        None,
    ) or next(filter(None, map(association_of, named)), None)
    labelled = _body_alone(labelled) if labelled else None
    if labelled:
        return labelled, organisation
    purposed = next((m["body"] for text in texts if (m := _FOR.search(text))), None)
    if purposed:
        return _plain(purposed), organisation
    named = [
        _with_purpose(match["body"].strip(), text)
        for text in texts
        for match in _BODY.finditer(_without_minutes_words(text))
        if not _MEETINGS.fullmatch(match["body"].strip())
    ]
    # "arbetsmöte i byggruppen": a meeting of a body that has a name goes by that name.
    named.sort(key=lambda body: bool(_ANY_MEETING.fullmatch(body)))
    if named:
        return _plain(named[0]), organisation
    if any(_OF_BOARD.search(text) for text in texts):
        return "Styrelsen", organisation
    held = next((m["meeting"] for text in texts if (m := _OF_MEETING.search(text))), None)
    if held:
        return held.capitalize(), organisation
    whole = next((match["body"] for text in texts if (match := _WHOLE.search(text))), None)
    if whole and organisation and whole.casefold() in organisation.casefold():
        whole = organisation  # "Båtklubben" is the whole "Båtklubben Granvik"
    whole = whole and whole[:1].upper() + whole[1:]
    body = _named_in_text(outline) or _board_present(outline) or whole or whose_meeting(texts)
    return body, organisation


def calmed(text: str) -> str:
    """A title that shouts in small letters with capitals: "KOLONIFÖRENINGEN SOLBACKEN"."""
    if not text.isupper() or len(text.split()) < _FEWEST_SHOUTED:
        return text
    calm = " ".join(map(_calm_word, text.split()))
    return calm[:1].upper() + calm[1:]


def _calm_word(word: str) -> str:
    if word in _SMALL_WORDS or word in _COMMON_WORDS:
        return word.lower()
    return word if len(word) < _SHORT_WORD else word.capitalize()


_SMALL_WORDS = frozenset("I PÅ MED FÖR OCH VID AV DEN TILL FRÅN".split())
_COMMON_WORDS = frozenset("NÄMNDEN KOMMUN STYRELSEN UTSKOTTET LANDSTING STAD STYRELSEMÖTE".split())
_FEWEST_SHOUTED, _SHORT_WORD = 2, 4  # words; letters, as in "BRF", "IK"
_MEETINGS = regex(r"(?!styrelse)\w+möten", re.IGNORECASE)  # "Projektmöten", the title of a notebook


def _with_purpose(body: str, text: str) -> str:
    """The body with what it is for, where its own word is that of any such body."""
    after = text.partition(body)[2]
    definite = _OF_ONE.search(body) and after.startswith(" för ")
    if not (definite or _OF_A_KIND.search(body)):
        return body
    purpose = _PURPOSE.match(after)
    return body + purpose.group().rstrip(" ,") if purpose else body


def _body_alone(labelled: str) -> str | None:
    """The body without its municipality before it and a date behind; None where it is a sentence."""
    if any(presence_of(word.casefold()) for word in labelled.split()):
        return None  # "Styrelse" stands over a table, whose columns "Namn Närvarande" heads
    text = re.split(r"(?<!\b[Gg]rupp)(?<!\b[Tt]eam)\s+\d|\s*:\s*$", labelled, maxsplit=1)[0].strip(
        " ,"
    )
    organisation, comma, body = text.partition(", ")
    text = body if comma and _ORGANISATION.fullmatch(organisation) else text
    return None if len(text) > _LONGEST_BODY or ". " in text else text


def _is_person(text: str) -> bool:
    """Whether the line is a name; "Granviks Nya Byförening Styrelsemöte" only looks like one."""
    return is_person_name(text) and is_given_name(text.split()[0])


def _named_in_text(outline: Outline) -> str | None:
    """The body that the text itself speaks of as the one that acts, where it does so often."""
    counts = Counter(
        match.group("body")
        for passage in outline.in_zone(Zone.ITEM)
        for match in _ACTS.finditer(passage.block.text)
    )
    if not counts:
        return None
    body, times = counts.most_common(1)[0]
    return body if times > 1 else None


def _board_present(outline: Outline) -> str | None:
    """The board, where those present are listed as it: "Närvarande styrelse:"."""
    head = (passage.block.text for passage in outline.without_appendices[:_EARLY])
    return "Styrelsen" if any(map(_BOARD_LISTED.match, head)) else None


def _without_minutes_words(text: str) -> str:
    return re.sub(
        r"\b(?:minnesanteckningar|mötesanteckningar|anteckningar|sammanträdesprotokoll|mötesprotokoll|styrelseprotokoll|protokoll(?:et)?|fört|förd|från|för|vid|ordinarie|extra)\b",
        " ",
        text,
        flags=re.IGNORECASE,
    ).strip()


def _plain(body: str) -> str:
    """A "gruppmöte" is a meeting of "Gruppen"; other bodies keep the written form."""
    if body.isupper() and len(body) > 4:
        body = body.capitalize()
    group = re.fullmatch(r"([\wåäö-]*(?:grupp))s?möte(?:t)?", body, re.IGNORECASE)
    council = re.fullmatch(r"([\wåäö-]*råd)smöte(?:t)?", body, re.IGNORECASE)
    if group:
        body = group.group(1) + "en"
    elif council:
        body = council.group(1) + "et"
    elif body.casefold() in {
        "styrelsemöte",
        "styrelsemötet",
        "styrelse",
        "styrelsesmöte",
        "styrelsesammanträde",
        "styrelsemöten",
    }:
        body = "Styrelsen"
    return body[:1].upper() + body[1:]
