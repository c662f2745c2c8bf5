"""English, as far as minutes in it go: whether a text is in English, and the verbs of doing."""

from collections.abc import Iterable
from itertools import islice

from minutes.recognition.language.cues import cue_of_words, cues_of

# None of the one kind is a word of the other language, as "by", "in", "men" and "so" are of both.
_ENGLISH = cue_of_words(
    frozenset(
        """the to of and is are was were will would shall should must can could with from that this these those have has
        had our we they he she you it its been need needs please who which about before until at or as on if
        meeting agreed decided approved next everyone lets""".split()
    )
)
_SWEDISH = cue_of_words(
    frozenset(
        """och att är på som för med ett den det till ska skall av inte har kan vi ej från eller blir då också samt när hur vad
        sig sin sitt sina upp ut efter innan före mot mellan mötet styrelsen nästa beslut beslutade alla får ta ber gör en""".split()
    )
)
_MOST_READ = 60  # texts; by then it shows which language a paper is written in


def speaks_english(cues: int) -> bool:
    """Whether a text of these cues has English words, and no Swedish ones."""
    return bool(cues & _ENGLISH) and not cues & _SWEDISH


def is_english(cues: int, *, around: bool) -> bool:
    """Whether a text of these cues is in English where what is around it is."""
    return around and not cues & _SWEDISH


def written_in_english(texts: Iterable[str]) -> bool:
    """Whether more of the texts are English than Swedish."""
    cues = [cues_of(text) for text in islice(texts, _MOST_READ)]
    return sum(map(speaks_english, cues)) > sum(bool(each & _SWEDISH) for each in cues)


# What one does and is then done with it, as it stands after "to" and "will".
DOING = frozenset(
    """add address adjust advertise align allocate analyse analyze announce apply approach appoint arrange ask assemble
    assess assign assist attach audit bake begin book borrow bring build buy calculate call cancel change chase check choose
    circulate clarify clean close code collate collect combine communicate compare compile complete compose confirm connect
    construct consult contact contribute convert coordinate copy correct create cut debug decide define delegate deliver demo
    deploy describe design determine develop distribute divide document donate download draft draw edit email e-mail enable
    enquire ensure escalate establish estimate evaluate examine expand experiment explore export extend extract fetch figure
    file fill film finalise finalize find finish fix follow forward formulate gather generate get give handle hang help hire
    host identify implement import improve include inform inquire inspect install integrate interview introduce investigate
    invite invoice issue launch learn liaise link list locate look mail make manage map measure meet merge message migrate
    mock model modify monitor move negotiate notify obtain order organise organize outline paint pay perform phone pick
    plan post prepare print prioritise prioritize process produce program promote propose prototype provide publish
    purchase push put raise reach rearrange record recruit redesign redo reduce refactor refine register reimburse release
    remake remind remove rename renew rent repair replace reply report request research resend reserve resolve respond restart
    restructure retrieve return revise rewrite ring run scan schedule search secure seek select sell send set share
    ship sketch solve sort source specify split stage start store study submit summarise summarize survey sync
    take talk tell test think tidy track train transcribe transfer translate try tweak type update upgrade upload
    validate verify visit volunteer wash watch work write read review discuss speak present check-in act
    display reschedule relay rehearse redraft consider""".split()
)  # fmt: skip
_AFTER_Y = "aeiou"


def _present_of(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _AFTER_Y:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


# In the present tense these tell of the meeting, or of what is always so: "Tom reports that".
_TELLING = frozenset(
    """add address announce ask begin clarify close confirm decide define describe determine ensure explore get
    give have help include inform introduce list look make manage measure meet monitor move present process propose provide
    raise read report request run seek share speak start study suggest take tell think train try watch work consider
    act discuss process continue learn model need""".split()
)
PROMISING = frozenset(_present_of(verb) for verb in DOING - _TELLING)
