"""Decisions in English minutes: "The board resolved to", "It was agreed that", "Motion carried"."""

import re

from minutes.expressions import regex
from minutes.recognition.findings import LIKELY, SURE
from minutes.recognition.language.words import Wording, wording
from minutes.recognition.rules.decisions.reasons import (
    ASKED,
    CAME_TO_NOTHING,
    EARLIER,
    OF_ANOTHER,
    OF_RULES,
    TO_COME,
)
from minutes.recognition.rules.decisions.rule import rule

_BODY = (
    r"(?:(?:the\s+)?(?:(?:annual|general|executive|steering|extraordinary|whole)\s+){0,2}"
    r"(?:board|committee|meeting|council|group|assembly|trustees|members|councillors|governors|commissioners|directors|team|agm|congress|senate|association|union)|(?-i:(?:[Tt]he\s+)?[A-Z]{2,6}(?=\s+(?:has\s+|have\s+)?(?:(?:decided|agreed|resolved)\s+(?:to|that)|approved)\b))|we(?:['’]ve)?|everyone|all|(?:the\s+)?(?:people|members|those)\s+present)"
)
_HOW = r"(?:(?:\w+ly|also|then|both|all|have|has|and\s+seconded)\s+){0,2}?"
_SETTLED = r"(?:decided|confirm(?:s|ed)?(?=\s+that\b)|agreed|resolved|approved|adopted|elected|accepted|rejected|appointed|re-elected|decides|resolves|approves|adopts|elects|accepts|rejects|appoints|agrees?\s+(?:to|that|on|as)|chosen|granted|ratified|endorsed|declined|postponed|authori[sz]ed|chose|settled\s+on|voted\s+(?:\d+\s?[-–]\s?\d+\s+)?(?:to|for|in\s+favou?r|against|unanimously|down|through))"
# "decided on the spot" and "agreed with Tom" settle nothing by themselves.
_THAT = r"(?!\s+(?:with|about\s+(?:this|that)|how|whether|when)\b)"

# "Tom seconded. Carried." says nothing without the sentence before it.
BARE_IN_ENGLISH = (
    r"^(?:moved|proposed|seconded)\s+(?:and\s+seconded\s+)?by\s[^.]{2,60}[.]?$|^\w+\sseconded[.]?$|^(?:votes?|voting|results?|outcome)\s*:.{2,60}$"
    r"|^(?:(?:the\s+)?motion\s+)?(?:was\s+)?(?:unanimously\s+)?(?:carried|approved|adopted|pas+ed|agreed|granted|rejected|defeated)(?:\s+unanimously|\s+by\s[\w\s]{3,40}|\s+\(?\d+\s?[-–/]\s?\d+\)?)?\s*[.!]?$"
)
# On a line of its own it settles what stands above, and who moved that is no matter.
PASSED = regex(
    r"(?:the\s+)?(?:motion\s+)?(?:was\s+)?(?:unanimously\s+)?(?:approved|carried|passed|adopted|accepted|agreed)(?:\s+unanimously)?(?:,\s[^.]{3,80})?[.!]?$",
    re.IGNORECASE,
)
MOVED = regex(
    r"(?:proposed|moved|seconded|brought)(?:\s+and\s+seconded)?(?:\s+by\b|\s?:)", re.IGNORECASE
)

ENGLISH_RULES = (
    rule("organet beslutade (engelska)", SURE, "agree chosen confirm confirms confirmed decides agrees resolves approves adopts elects accepts rejects appoints decided agreed resolved approved adopted elected accepted rejected appointed granted ratified endorsed declined postponed authorised authorized chose settled voted re",
        rf"(?:^|[.,;:]\s|\band\s|\s){_BODY}\s+{_HOW}{_SETTLED}\b{_THAT}"),
    rule("det beslutades (engelska)", SURE, "agreed decided resolved",
        r"\b(?:it\s+was|was|were)\s+(?:also\s+|further\s+|then\s+|\w+ly\s+)?WORDS\s+(?:unanimously\s+|by\s+(?:all|everyone|consensus)\s+)?(?:to|that|upon|on|not|['‘]|x{5})"),  # a quotation is x
    rule("”agreed that” för sig (engelska)", SURE, "agreed decided resolved",
        r"^(?:unanimously\s+)?WORDS(?:\s*[:–-]|\s+(?:to|that|on|not))\s"),
    rule("förslaget bifölls eller föll (engelska)", SURE, "motion motions proposal proposals resolution amendment",
        r"\b(?:motions?|proposals?|resolutions?|amendments?)\s(?:[^.:;]{0,80}?\s)?(?:(?:was|were|is|has\sbeen)\s+)?(?:\w+ly\s+)?(?:carried|passed|approved|adopted|rejected|defeated|failed|fell|withdrawn|accepted|granted|pas+ed)\b|^motion\b.{3,300}\b(?:carried|passed|approved)\b"),
    rule("godkändes, valdes eller antogs (engelska)", LIKELY + 0.1, "approved elected adopted accepted ratified carried appointed re reelected co coopted rejected refused declined file tabled postponed",
        r"\b(?:was|were|is|are)\s+(?:\w+ly\s+|hereby\s+)?(?:approved|elected|re-?elected|co-?opted|adopted|accepted|ratified|rejected|refused|declined|carried(?!\s+(?:out|over|to|into|in|away|on)\b)|appointed|put\s+on\s+file|tabled|postponed)\b"),
    rule("röstades fram (engelska)", SURE, "voted", r"\bvoted\s+(?:in|as|down|through)\b"),
    rule("beslutet fattades (engelska)", SURE, "decision consensus agreement decided agreed approved adopted elected accepted appointed",
        r"\bdecision\s+(?:(?:was|is|has\s+been)\s+)?(?:made|taken|reached)?\s*(?:to|that)\s|\b(?:general|unanimous|broad)\s+agreement\s+(?:to|that|on)\s|\bconsensus\s+(?:(?:was|is)\s+)?(?:reached\s+)?(?:to|that|on)\s|\b(?:has|have)\s+(?:\w+ly\s+)?been\s+(?:decided|agreed|approved|adopted|elected|accepted|appointed)\b"),
    rule("protokollet godkändes (engelska)", SURE, "agreed accepted confirmed approved taken adopted", r"\bWORDS\s+as\s+(?:being\s+)?(?:an?\s+)?(?:true|correct|accurate|read)\b"),
    rule("något var överenskommet (engelska)", LIKELY + 0.1, "agreed", r"^(?:[^.:;]{0,40}\s)?(?:dates?|times?|terms|budget|fees?|changes|amendments|wording|prices?|rota|plan|following)\b[^.:;]{0,30}\s(?:was|were)\s+agreed\b(?!\s+(?:with|by\s+the)\b)|,\s(?:it\s+was\s+|all\s+|unanimously\s+)?agreed\b(?:\s+unanimously)?\W*$"),
    rule("medgivande gavs (engelska)", LIKELY + 0.1, "given granted", r"^(?:approval|permission|consent|authority)\s(?:was|is)\s(?:given|granted)\s(?:to|for|by)\s"),
    rule("numrerat beslut (engelska)", SURE, "resolution decision", r"^(?:resolution|decision)\s+(?:no\.?\s*)?\d[\d/.-]*\s*[:–-]\s"),
    rule("belopp eller dag sattes (engelska)", LIKELY + 0.1, "set", r"\b(?:fees?|budget|deadline|dates?|price|limit|quorum)\b[^.]{0,60}\b(?:is|are|was|were)\s+set\s+(?:to|at|for)\b"),
    rule("omröstning (engelska)", SURE, "favour favor unanimous unanimously vote votes voting aye ayes yea yeas",
        r"\ball\s+(?:were\s+)?in\s+favou?r\b|\b(?:ayes?|yeas?)\s*:?\s*\d|\b(?:votes?|voting)\b[^.]{0,40}\b(?:unanimous\w*|pas+e[sd]|carried|in\s+favou?r|\d+\s*[-–/]\s*\d+)\b"),
    rule("”Agenda approved” (engelska)", LIKELY + 0.1, "approved accepted adopted confirmed ratified elected appointed chosen selected",
        r"^(?:the\s+)?(?!(?:no|not|if|when|as|once)\b)[\w'’&,\s-]{3,60}\s(?<!\bbe\s)(?<!\bbeen\s)(?<!\bnot\s)(?<!\bget\s)WORDS(?:\s+(?:unanimously|by\s+(?:acclamation|vote|voice|all)[\w\s]*|with(?:out)?\s[\w\s]{3,40}|as\s[\w\s-]{3,50}|to\s+(?:be|the|check|verify|adjust)\s?[\w\s]{0,40}))?\W*$"),
    rule("val (engelska)", LIKELY + 0.1, "election elections reelection reelections approval postponed deferred vacant",
        r"^(?:re-?)?elections?\s+of\s[^:]{3,100}:\s+[A-Z]|^approval\s+of\s[^:]{3,80}(?:\s(?:in\s+unison|unanimously)\W*$|:\s+(?:approved|accepted|postponed|yes|ok)\b)|\b(?:is|was|are|were)\s+(?:postponed|deferred|left\s+vacant)\b|\b(?:postponed|deferred)\s+(?:to|until)\s|\bleft\s+vacant\b"),
    rule("inga invändningar, eller inställt (engelska)", LIKELY + 0.1, "objections objection cancelled canceled",
        r"\b(?:had|have|has)\s+no\s+objections?\b|^(?:the|this|next|our)\b[^.]{3,60}\s(?:is|was|are|were)\s+cancell?ed\b"),
    rule("”granted” för sig (engelska)", LIKELY, "granted approved carried passed adopted rejected", r"\.\s+WORDS\W*$"),
    rule("till handlingarna, eller ansvarsfrihet (engelska)", SURE, "file discharge", r"\b(?:put|placed|laid|filed)\s+on\s+file\b|\bgranted\b[^.]{0,60}\bdischarge\b|\bdischarge(?:d)?\b[^.]{0,40}\b(?:granted|from\s+liability)\b"),
    rule("”approved” för sig (engelska)", LIKELY, "approved adopted carried passed accepted", r"^(?:unanimously\s+)?WORDS(?:\s+(?:unanimously|as\s+(?:read|presented|written|amended)|\(?\d+\s?[-–/]\s?\d+\)?|without\s+(?:changes|comments|objections?)|by\s+acclamation))?(?:,\s[^.]{3,80})?\W*$"),
)  # fmt: skip
ENGLISH_REFUSALS: tuple[tuple[str, Wording], ...] = (
    (TO_COME, wording("decided agreed approved elected adopted accepted made taken",
        r"\b(?:not\s+(?:yet\s+)?(?:been\s+)?|(?:to|will|must|should|can|could|needs?\s+to|has\s+to|have\s+to)\s+be\s+|(?:no\s+decision|nothing)\s+(?:was|has\s+been)\s+|(?:if|when|once|until|unless)\s+(?:it\s+is\s+|they\s+are\s+)?)WORDS\b")),
    (EARLIER, wording("last previous previously earlier already had",
        r"\b(?:at|in|during|from)\s+the\s+(?:last|previous)\s+meeting\b(?!\s+(?:was|were))|^as\s+(?:previously|earlier|already)\b|\b(?:had|has\s+already|was\s+previously|had\s+already)\s+(?:been\s+)?(?:decided|agreed|approved|elected)\b|^last\s+(?:year|month|week|meeting)\b")),
    (ASKED, wording("asked asks wondered wonders discussed", r"\b(?:asked|asks|wondered|wonders)\s+(?:\w+\s+)?(?:if|whether|how|when|who|why|what)\b|\bdiscussed\s+(?:whether|how|if)\b(?!.*\b(?:and|then)\s+(?:\w+\s+)?(?:decided|agreed))")),
    (CAME_TO_NOTHING, wording("nobody none no", r"^(?:nobody|no\s+one|none|no\s+\w+)\s+(?:was|were|has|have)\b")),
    (OF_RULES, wording("bylaws statutes rules constitution every each", r"\b(?:bylaws|statutes|rules|constitution)\s+(?:require|say|state|demand|stipulate)s?\b|\b(?:elected|appointed)\s+(?:every|each)\s+(?:year|spring|autumn)\b")),
    (OF_ANOTHER, wording("by", r"\b(?:was|were)\s+(?:approved|accepted|rejected|adopted|appointed|elected)\s+(?:\w+\s+)?by\s+(?:the\s+)?(?!(?:\w+\s+){0,2}(?:board|committee|meeting|council|group|assembly|members|team|acclamation|vote|majority|show)\b)[a-z]")),
)  # fmt: skip
