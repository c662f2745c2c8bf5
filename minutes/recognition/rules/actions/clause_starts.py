"""Where in a sentence another clause begins that has a subject of its own, whose it is, and who speaks."""

import re

from minutes.expressions import regex
from minutes.recognition.language.due_phrases import names_due
from minutes.recognition.language.finite import is_finite, tells
from minutes.recognition.language.verbs import promises
from minutes.recognition.language.vocabulary import ROLE_WORDS
from minutes.recognition.language.words import first_word, holds_any
from minutes.recognition.rules.actions.of_others import sharing
from minutes.recognition.rules.actions.owners import NAMES, OFFICE, Owners
from minutes.recognition.rules.actions.promise import Context, Promise
from minutes.recognition.rules.actions.promise_forms import SUBJECT

_LATER_CLAUSE = regex(
    rf"(?:(?:[,;:–-]|->|=>|→|\s/)\s+|\s(?:och|samt|men|medan|så|varför|därför)\s+)(?=(?:en\s\w*(?:grupp|kommitté)\s(?:med|av|bestående\sav)\s)?{NAMES}\s+\w+)"
    rf"|[,;:–]\s+(?=(?:han|hon|hen|vi|{OFFICE})\b|(?:det|detta|den|dem)\s(?:får|ska|skall|måste)\s)"
    rf"|\s\((?=(?:{NAMES})\s(?:ska|skall|\w+r)(?:\s[^()]{{3,200}})?\)\W*$)"
)
# One of these stands in all that it finds.
_PARTING = (
    ",", " och", "(", "-", "–", ":", ";", " samt", " men", " medan", " så", " varför", " därför", ">", "→", " / ",
)  # fmt: skip
# Without any sign between: "Bo kokar kaffe Karin bakar bullar".
_RUN_ON = regex(
    r" (?<=[a-zåäö] )(?=(?P<who>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?(?: [A-ZÅÄÖ][a-zåäöé]+)?) (?P<verb>[a-zåäö]+r) (?P<after>[a-zåäö].*))",
    re.DOTALL,
)
# "…, skyltarna hämtar Karin", "… och ansvarig för grillen är Bo"
_THING_FIRST = regex(
    rf"(?:,|,?\soch)\s(?=(?:[a-zåäö]\w+(?:en|et|na|ar|or|er)|sedan|därefter)\s(?P<verb>[a-zåäö]+r)\s(?P<after>{NAMES}|(?:{OFFICE})\b))"
)
_ANSWERS = regex(r"\soch\s(?=ansvariga?\sför\s[^.:]{3,80}\s(?:är|blir)\s[A-ZÅÄÖ])")
# "Vi saknar en skylt som Bo tar på sig att måla"
_WHICH_ONE = regex(rf"\ssom\s(?={NAMES}\s(?:åtar|åtog|påtar|påtog|tar\spå|tog\spå)\ssig\s)")
# "Det finns ett avtal som Bo letar fram till nästa möte"
_WHICH_ONE_DOES = regex(
    rf"\s(?:en|ett)\s[^,.]{{3,60}}\ssom\s(?=(?P<who>{NAMES})\s(?P<verb>[a-zåäö]+)\s(?P<after>[^,]+)$)"
)
# "Nästa steg är att Karin ringer banken": what came of it is what follows.
_CAME_OF_IT = regex(
    rf"(?:[^.,:;]{{0,60}}\s)?(?i:nästa\ssteg|resultatet|slutsatsen|överenskommelsen|lösningen)\s(?:är|blir|blev)\satt\s+(?={NAMES}\s+\w+)"
    rf"|(?:Planen|Tanken)\sär\satt\s+(?={NAMES}\s+\w[^.]*\s(?:senast|till\snästa|den\s\d|på\s\w+dag|i\sveckan|nästa\svecka)\b)"
    rf"|Överenskoms\satt\s(?={NAMES}\s+\w+)"
    rf"|[A-ZÅÄÖ]\w+\s(?:(?:är|var|blev)\s(?:\w+\s)?(?:överens|eniga|ense)|enas)\som\satt\s+(?=(?:{NAMES}|{OFFICE})\s+\w+)"
    rf"|(?:[^.,:;]{{0,60}}\s)?(?i:det)\s(?:hela\s)?slutade\smed\satt\s+(?={NAMES}\s+\w+)"
)
_COMES = ("Överenskoms ", " om att ", " är att ", " blir att ", " blev att ", " med att ")
# What a talk ended in: "Diskussionen mynnade ut i att Bo ringer banken".
_CAME_TO = regex(
    r"\b(?:(?:ut)?mynnade|landade|resulterade)\s(?:\w+\s){0,2}?(?:ut\s)?i\satt\s", re.IGNORECASE
)
_LEADS_TO_NAME = frozenset(
    """och att som om när då med av till för från hos åt på i vid innan efter tills samt eller men där här
    sedan också även därför därefter så än hur vad vem mot utan via under inför kring""".split()
)
_SAYS = regex(rf"(?P<who>{NAMES}):\s$")
# "Skolan har inte svarat, Bo ringer rektorn"; not "När skolan har svarat ringer Bo".
_MAIN_CLAUSE = regex(
    r"(?!(?:Om|När|Då|Eftersom|Innan|Efter|Sedan|För|Till|Så|På|I|Vid|Inför|Med|Från)\b)[A-ZÅÄÖ][^:]*(?:[,;–]|\s(?:och|men|samt))\s$"
)
_POINTS_BACK = regex(r"\b(?:han|hon|den|det|denna|detta|dem|dessa)\b", re.IGNORECASE)
_ONE_DOES = regex(r"[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?\s(?:ska|skall|[a-zåäö]+r)\b")
_BARE = 2  # words
_IS_NEEDED = regex(r"\b(?:ska|skall|måste|behöver|senast)\b")
_NEAR = 120  # characters: no name and no clause before a separator is longer


def clause_starts(text: str, context: Context) -> list[int]:
    """Where the first clause begins, and each later that has a subject of its own; "Anna och Bo" is one."""
    came = _CAME_OF_IT.match(text) if holds_any(text, _COMES) else None
    first = came.end() if came else 0
    matches = _LATER_CLAUSE.finditer(text) if holds_any(text, _PARTING) else ()
    later = [match for match in matches if not _goes_on_list(text, match, context)]
    came_to = [m.end() for m in _CAME_TO.finditer(text)] if " i att " in text else []
    answers = [m.end() for m in _ANSWERS.finditer(text)] if " ansvarig" in text else []
    taken_on = [m.end() for m in _WHICH_ONE.finditer(text)] if " sig " in text else []
    taken_on += _which_they_do(text) if " som " in text else []
    matches = _THING_FIRST.finditer(text) if "," in text or "och" in text else ()
    fronted = [m.end() for m in matches if promises(m["verb"], m["after"])]
    ends = sorted(
        [
            *(m.end() for m in later),
            *_run_on(text, context),
            *came_to,
            *fronted,
            *answers,
            *taken_on,
        ]
    )
    if not ends:
        return [first]
    starts, inside = [first], _subject_end(text, first, context) or sharing(text)
    for end in ends:
        if end >= inside and end > first:
            starts.append(end)
            inside = _subject_end(text, end, context)
    return starts


def _which_they_do(text: str) -> list[int]:
    """Where a relative clause says by when somebody does something with the new thing before it."""
    match = _WHICH_ONE_DOES.search(text)
    does = match and (match["verb"] in {"ska", "skall"} or promises(match["verb"], match["after"]))
    return [match.end()] if match and does and names_due(match["after"]) else []


def _run_on(text: str, context: Context) -> list[int]:
    """Where somebody known begins to do something right behind the clause of another."""
    found = []
    for match in _RUN_ON.finditer(text):
        last = text[: match.start()].rpartition(" ")[2]
        joined = last[:1].isupper() or last in _LEADS_TO_NAME or is_finite(last)
        joined = joined or bool(ROLE_WORDS.fullmatch(last))
        if not joined and context.roster.knows(match["who"]):
            found += [match.end()] if promises(match["verb"], match["after"]) else []
    return found


def speaker(before: str, context: Context) -> Owners | None:
    """Who says what follows "Karin:"; "… Karin:" too."""
    match = _SAYS.search(before)
    return context.owners(match["who"]) if match else None


def named_again(text: str, start: int, who: str | None) -> bool:
    """Whether a clause names them anew: "Bo ringer banken, Bo hämtar nyckeln"."""
    anew = who is not None and text.startswith(who, start) and text[:start].endswith(", ")
    return anew and text[start].isupper()


def _subject_end(text: str, start: int, context: Context) -> int:
    """Where the subject ends with which the clause at `start` begins; 0 where nobody is named."""
    subject = SUBJECT.match(text[start:])
    named = subject is not None and context.owners(subject["who"]) is not None
    return start + subject.start("rest") if subject and named else 0


def _goes_on_list(text: str, separator: re.Match[str], context: Context) -> bool:
    """Whether the name after the separator is one more of a list: "en grupp med Anna, Bo och Eva"."""
    if separator.group().startswith(":"):
        return False  # "Kaffe: Karin fixar"
    if separator.group().endswith("("):  # "Fonden ska sökas (Bo skriver)": the errand stands before
        return bool(_IS_NEEDED.search(text, 0, separator.start()))
    near = text[max(0, separator.start() - _NEAR) : separator.start()]
    before = re.split(r"[,;:]\s|\s(?:och|samt|men)\s", near)[-1]
    last = before.rpartition(" ")[2]
    if last.startswith("("):
        return context.owners(last[1:]) is not None  # "(Karin och Bo skriver)"
    thing = (
        last.endswith(("en", "et", "na")) and context.owners(last) is None
    )  # "Brunnen, Bo ringer"
    named = context.owners(last) is not None
    if last == before and last[:1].isupper() and separator.group().strip() in {"och", "samt"}:
        return True  # "Tusse och Mirre ringer", whoever they are
    if last == before and not thing and not named:
        # "Knatten, Bo och Eva kommer"; "Container, Bo kollar" has its matter first.
        named = not _ONE_DOES.match(text, separator.end())
    # "I maj ska Bo och Eva laga bryggan": whoever has no verb of their own is one more.
    both = not tells(before) or not _ONE_DOES.match(text, separator.end())
    return last[:1].isupper() and named and both


def divided(found: list[tuple[int, Promise]], text: str) -> list[Promise]:
    """Each promise from its own clause to the next one's; the first from the beginning.

    Where a far longer main clause stands before the first, what it tells is another matter.
    """
    ends = [*(start - text[:start].endswith("(") for start, _ in found[1:]), len(text)]
    first = found[0][0] if found else 0
    told = text[:first]
    main = _MAIN_CLAUSE.match(told) and not is_finite(first_word(told).casefold())
    clause = text[first : ends[0]]
    says_what = len(clause.split()) > _BARE  # "Karin ordnar" needs what stands before
    apart = (
        main
        and says_what
        and len(told) > 2 * len(clause)
        and tells(told)
        and not _POINTS_BACK.search(clause)
    )
    if text[first - 1 : first] == "(" and says_what:  # what is said in brackets stands by itself
        apart, ends[-1] = True, text.rindex(")")
    clauses = zip(found, [first if apart else 0, *ends], ends, strict=False)
    return [promise.at(start, end) for (_, promise), start, end in clauses]
