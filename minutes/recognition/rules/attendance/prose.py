"""Who was present by what the text tells: "Med var Anna och Bo", "Dan hade anmält förhinder"."""

import re
from collections.abc import Iterator

from minutes.expressions import regex
from minutes.reading.blocks import Block
from minutes.recognition.findings import Attendee, Presence
from minutes.recognition.language.cues import cue_of_stems
from minutes.recognition.language.sentences import Sentence, sentences
from minutes.recognition.language.vocabulary import A_MEETING, ELECTS, PRESENCE_LABELS
from minutes.recognition.language.words import Index, Wording, any_of
from minutes.recognition.people.lists import split_people
from minutes.recognition.people.presence_labels import presence_of
from minutes.recognition.rules.attendance.attendees import attendee_of, is_sure_name

_NAMED = r"(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{1,160}?)"
_REMOTELY = r"(?:via (?:länk|teams|zoom|telefon|skype|video\w*)|per telefon|på (?:distans|länk|telefon)|digitalt|online)"


def _told_with(words: str, expression: str, flags: int = 0) -> Wording:
    """The expression of a whole sentence, in which one of the words stands."""
    return Wording(cue_of_stems(words.split()), regex(expression, flags))


TOLD = (
    (_told_with("med plats mötet närvarande",
        r"^(?:Med|Med på mötet|På plats|Vid mötet|På mötet|Närvarande)"
        rf"(?: (?:på|vid|under) (?:dagens )?{A_MEETING}[tn]?| från \w+)? (?:var|är|fanns)"
        r"(?: förutom (?:\w+ )?ordförande\w*,?)? (?P<names>[^:]{4,400}?)(?: närvarande)?[.]?$"), Presence.PRESENT),
    (_told_with("deltog närvarade medverkade deltar närvarar", r"^(?:Från (?:[\wåäö]+ ){1,3}|(?:På|Vid|I) (?:[\wåäö]+ ){0,2}(?:\w*mötet?|sammanträdet|stämman|träffen|distans|länk|plats|salen|rummet|diskussionen) |Också |Även )?(?:[Dd]eltog|deltar|[Nn]ärvarade|närvarar|[Mm]edverkade) (?:även |också |gjorde )?(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{3,200}?)[.]?$"), Presence.PRESENT),
    (_told_with("deltar deltog medverkar medverkade närvarar närvarade är var", rf"^{_NAMED} (?:deltar|deltog|medverkar|medverkade|närvarar|närvarade|är med|var med)(?: i mötet| på mötet)? {_REMOTELY}\b", re.IGNORECASE), Presence.PRESENT),
    (_told_with("deltog närvarade medverkade", r"^[^:.]{0,80}\b(?:deltog|närvarade|medverkade): (?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:]{4,600}?)[.]?$"), Presence.PRESENT),
    (_told_with("kunde", rf"^{_NAMED} kunde (?:tyvärr )?inte (?:komma|delta|vara med|närvara)\b"), Presence.ABSENT),
    (_told_with("är var", rf"^{_NAMED} (?:är|var) (?:frånvarande|förhindrade?|sjuka?)\b"), Presence.ABSENT),
    (_told_with("har hade anmälde anmäler meddelade lämnade", rf"^{_NAMED} (?:har|hade|anmälde|anmäler|meddelade|lämnade) (?:förhinder|frånvaro|återbud)\b"), Presence.ABSENT),
    (_told_with("utom förutom", r"^(?:Alla|Samtliga)(?: [a-zåäö]+){0,3} (?:utom|förutom) (?P<names>[A-ZÅÄÖ][^:.]{2,120}?)(?: (?:är|var))? (?:närvarande|närvarade|deltog|på plats|med|där)\b"), Presence.ABSENT),
    (_told_with("är var hade har lämnade", r"^(?:Frånvarande|Förhindrade?|Förhinder|Återbud)(?: från mötet| att (?:närvara|delta))? (?:är|var|hade|har|lämnade)(?: anmälts? av)? (?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:]{2,200}?)[.]?$"), Presence.ABSENT),
    (_told_with("hade har", r"^(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{3,120}?) (?:hade|har) (?:meddelat|anmält|lämnat|hälsat)\b[^.]{0,30}\b(?:inte|förhinder|återbud|frånvaro)\b"), Presence.ABSENT),
    (_told_with("present attendance", r"^(?:(?:Those |Also |Members |In )?(?:present|attendance)(?: at the meeting)? (?:were|was|are|is) (?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{2,300}?)|(?P<all>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{2,300}?),? (?:were|was|are|is) (?:also |both |all )?(?:present|in attendance)(?: at the meeting| via \w+| on \w+| remotely| online)?)[.]?$", re.IGNORECASE), Presence.PRESENT),
    (_told_with("participants attendees", r"^(?:The )?(?:other )?(?:participants|attendees)(?: (?:at|of|in) the meeting)? (?:were|are|was) (?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{2,300}?)[.]?$", re.IGNORECASE), Presence.PRESENT),
    (_told_with("närvarande", r"^Närvarande från [A-ZÅÄÖ][^,:.]{2,40}, (?P<names>[A-ZÅÄÖ][^:.]{4,300}?)[.]?$"), Presence.PRESENT),
    (_told_with("attended", r"^(?:The meeting was |It was )?[Aa]ttended by:? (?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{2,300}?)[.]?$|^(?P<all>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{2,300}?) attended(?: the meeting)?(?: via \w+| on \w+| remotely| online)?[.]?$"), Presence.PRESENT),
    (_told_with("apologies regrets", r"^(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{1,160}?) (?:(?:has|have|had) )?(?:sent|sends?|gave|given) (?:(?:his|her|their|its) )?(?:apologies|regrets)\b|^(?:Apologies|Regrets)(?: for absence)? (?:were|was|have been|had been) (?:received|sent|given) from (?P<others>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{1,160}?)[.]?$"), Presence.ABSENT),
    (_told_with("could couldn unable absent excused sick ill", r"^(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{1,160}?) (?:(?:could not|couldn['’]t|(?:was|were|is|are) unable to) (?:attend|come|make it|participate|join|be there|be present)\b|(?:was|were|is|are) (?:absent|excused|sick|ill)(?: from the meeting| today)?[.]?$)"), Presence.ABSENT),
    (_told_with("except but apart", r"^(?:Everyone|Everybody|All(?: [a-z]+){0,3})(?: (?:was|were|is|are) (?:present|there|here))?,? (?:except|but|apart from)(?: for)? (?P<names>[A-ZÅÄÖ][^:.]{1,120}?)(?:,? (?:was|were|is|are) (?:present|there|here)| attended)?[.]?$"), Presence.ABSENT),
)  # fmt: skip
# At the head of the minutes, where nothing else can be meant that they were with at.
_TOLD_IN_HEAD = (
    (_told_with("inbjuden inbjudna adjungerad adjungerade gäst gäster", r"^(?:Särskilt |Även |Också )?(?:[Ii]nbju(?:den|dna)|[Aa]djungerade?|[Gg]äst(?:er)?) (?:är|var) (?P<names>[A-ZÅÄÖ][^:.]{3,200}?)[.]?$"), Presence.PRESENT),
    (_told_with("med plats där samlades samlade träffades möttes sågs", r"^(?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{3,200}?) (?:är|var|fanns) (?:med|på plats|där)(?: på mötet| idag| ikväll)?\W*$|^(?:Mötet|Träffen) samlade (?P<others>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{3,200}?)\W*$|^(?P<met>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^:.]{3,200}?) (?:träffades|samlades|möttes|sågs)\b"), Presence.PRESENT),
)  # fmt: skip
_ARE_PRESENT = regex(r"(?P<names>[^.:]{8,500}?) (?:är|var|befinns|befanns) närvarande\b")
_IN_TEXT = regex(
    r"(?:^|(?<=[.!?]\s)|(?<=\s)(?-i:(?=[A-ZÅÄÖ])))(?P<label>"
    + any_of(label for label in PRESENCE_LABELS if len(label) > 6)
    + r"|(?:Närvarande|Frånvarande)(?:,| från| i)? [\wåäö-]+|(?:Närvarande|Deltagare|Medverkande)(?: (?:på|vid|under) (?:dagens )?\w+)? (?:var|är))\s*:\s*(?P<names>[^:]*?)(?=\.\s|\.\d|\.$|$|\s[\wåäöÅÄÖ ]{3,30}:)",
    re.IGNORECASE,
)  # fmt: skip


def from_running_text(block: Block, *, in_head: bool = False) -> Iterator[Attendee]:
    """Those that a label or a sentence in the running text names."""
    for sentence in sentences(block):
        yield from _told(block, sentence, in_head=in_head)
    present = _ARE_PRESENT.match(block.text)
    if present and len(people := split_people(present["names"])) > 1:
        yield from (attendee_of(block, person, Presence.PRESENT) for person in people)
    if ":" not in block.text or ELECTS.search(block.text):
        return
    for match in _IN_TEXT.finditer(block.text):
        presence = presence_of(match["label"].casefold())
        if presence is None:
            continue
        people = split_people(match["names"])
        if len(match["names"]) < 40 * max(len(people), 1):
            yield from (attendee_of(block, person, presence, match.start()) for person in people)


# "… Bo Ek (Eva Gran sjuk)": in brackets behind somebody else's name.
_AWAY_IN_BRACKETS = regex(
    r"\s*\((?P<names>[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚ][^():,]{1,60}?) (?:(?:är|var|har|hade) )?(?:sjuka?|bortrest|ledig|frånvarande|(?:ej|inte) (?:närvarande|med)|(?:(?:anmält|meddelat|anmäld|lämnat) )?(?:förhinder|återbud|frånvaro))\)"
)


def without_brackets_of_others(text: str) -> str:
    """The names without what stands in brackets of somebody who was away."""
    return _AWAY_IN_BRACKETS.sub("", text) if "(" in text else text


def told_absent(block: Block) -> Iterator[Attendee]:
    """Those of whom a sentence after a list of names says that they could not come."""
    for match in _AWAY_IN_BRACKETS.finditer(block.text):
        for person in filter(is_sure_name, split_people(match["names"])):
            yield attendee_of(block, person, Presence.ABSENT, match.start())
    for sentence in sentences(block)[1:]:
        yield from (a for a in _told(block, sentence) if a.presence is Presence.ABSENT)


_FORMS = (*TOLD, *_TOLD_IN_HEAD)
_INDEX = Index([told for told, _ in _FORMS])


def _told(block: Block, sentence: Sentence, *, in_head: bool = False) -> Iterator[Attendee]:
    """As in "Med var Anna, Bo och Eva." and "Dan hade meddelat att han inte kunde komma."."""
    for place in _INDEX.places(sentence.cues):
        told, presence = _FORMS[place]
        match = told.pattern.search(sentence.text) if in_head or place < len(TOLD) else None
        if match is None:
            continue
        names = next(filter(None, match.groupdict().values()), "")
        for person in split_people(names):
            if is_sure_name(person):
                yield attendee_of(block, person, presence, sentence.start)
