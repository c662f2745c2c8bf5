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
    """acquire act activate adapt add address adjust advertise advise affiliate align allocate allow     analyse analyze announce apply appoint approach arrange ask assemble assess assign assist attach audit
    automate bake begin benchmark book borrow brainstorm bring broadcast build buy calculate
    calibrate call cancel capture cater change chase check check-in choose circulate clarify clean clear close
    code collate collect combine communicate compare compile complete compose compress configure confirm connect
    consider consolidate construct consult contact contribute convene convert convince coordinate copy correct
    create customise customize cut debug decide decorate dedicate deduct define delegate deliver demo
    demonstrate deploy deposit describe design determine develop devise diagnose disable discard discuss
    dismantle dispatch display dispose distribute divide document donate double-check download draft draw drop
    e-mail edit elaborate eliminate email embed employ enable encourage engage enquire enrol enroll ensure enter
    equip escalate establish estimate evaluate evict examine expand expedite experiment explore export extend
    extract facilitate fetch figure file fill film finalise finalize find finish fix follow form formulate
    forward gather gauge generate get give grow handle hang help highlight hire host identify implement import
    improve include incorporate increase inflate inform initiate inquire insert inspect install instruct insure
    integrate interpret interview introduce inventory investigate invite invoice issue itemise itemize launch
    learn lease lend liaise link list locate lock lodge look lower mail maintain make manage map measure meet
    mend mentor merge message migrate mobilise mobilize mock model modify monitor mount move mow negotiate
    nominate notify obtain order organise organize outline oversee pack paint pay perform phone photograph pick
    plan polish post practise prepare present print prioritise prioritize process procure produce program
    promote proofread propose prototype prove provide prune publish pull purchase push put raise re-do re-send
    reach read rearrange rebuild recalculate recheck reconcile reconfigure record recruit recycle redecorate
    redesign redirect redo redraft reduce refactor refer refine refresh refund refurbish regenerate register
    regulate rehearse rehouse reimburse reinstall reinstate relabel relaunch relay release relocate remake
    remind remove rename renegotiate renew renovate rent reopen reorder repaint repair rephrase replace replant
    reply report repost reprint request reschedule research resend reserve reset reshape resize resolve respond
    restart restructure resubmit retest retrieve return retype reuse revamp review revise revisit rework rewrite
    ring run scan schedule search secure seek select sell send set setup share ship shorten sign simplify
    simulate sketch solicit solve sort source speak specify split spray spread stage standardise standardize
    start store streamline study submit substitute summarise summarize supervise supply survey swap sync
    synchronise synchronize tabulate tag tailor take talk tell test thank think tidy tighten top-up track train
    transcribe transfer translate trim try tune tweak type unify unpack upcycle update upgrade upload utilise
    utilize vacuum validate verify visit visualise visualize volunteer warn wash watch weed weigh widen wire
    withdraw work write""".split()
)  # fmt: skip
_AFTER_Y = "aeiou"


def _present_of(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _AFTER_Y:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


# In the present tense these tell of the meeting, or of what is always so: "Tom reports that".
_TELLING = frozenset(
    """act add address adopt advise allow amend announce ask authorise authorize balance begin benchmark broadcast
    capture charge clarify close confirm consider continue convince decide define demonstrate describe determine
    discuss elaborate eliminate embed employ enable encourage engage ensure enter evict explore facilitate fit
    form get give grow guide have help highlight include incorporate increase inform instruct interpret
    introduce learn list look lower maintain make manage measure meet mention mentor model monitor move need
    outline oversee practise present process propose provide raise read regulate report request run seek share
    sign speak start study suggest supervise take tell thank think train try utilise utilize watch weigh welcome
    withdraw work""".split()
)
PROMISING = frozenset(_present_of(verb) for verb in DOING - _TELLING)
