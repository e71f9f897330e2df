"""The words that say that somebody says so: reporting verbs by mode, nouns of saying, and what each needs beside it.

A verb such as "said" is sure with any subject that can speak. Others ("gave",
"put", "dismissed") report only beside certain words; `Need` names which:

    nothing   said, claimed, denied
    that      a clause or a quotation must follow: found that, added: "…"
    clause    a clause, a quotation or a figure must follow: noted that, warned of 300
    figure    a figure must follow closely: counted 8,000
    bare      a figure that counts nothing further: use 400,000, gave at most 700
    at        a figure behind "at" or "between": put the toll at 300
    as        "as" or a figure: identified it as, identified 40 victims
    never     only behind a figure in the passive: the estimate was published by
    only as   "as" or "to be": described the raid as, considered it to be
    claim     an object that is itself a claim: dismissed these reports
    to        whom or what it lays something to: attributed the deaths to
    baseless  an object that is called wrong: called the report false
"""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.extraction.parts import Mode

Need = Literal["nothing", "that", "clause", "figure", "bare", "at", "as", "only as", "claim", "to", "baseless", "never"]
Tense = Literal["base", "third", "past", "ing"]

VERBS: dict[tuple[Mode, Need], str] = {
    ("states", "nothing"): "say state tell testify assert attest aver reiterate",
    ("states", "that"): (
        "write add stress emphasize emphasise underline underscore highlight proclaim recall recount respond reply "
        "answer repeat clarify point agree advise inform show demonstrate illustrate prove establish determine rule "
        "tweet post blog echo specify observe understand learn"
    ),
    (
        "states",
        "clause",
    ): "speak note remark comment mention explain warn caution declare conclude detail believe think",
    ("states", "bare"): "use give quote cite offer",
    ("states", "never"): "publish release provide produce issue",
    ("states", "as"): "identify rank rate",
    ("states", "only as"): (
        "classify list label describe portray characterize characterise term define consider regard depict"
    ),
    ("reports", "that"): "find discover relate",
    ("reports", "nothing"): "report",
    ("reports", "clause"): "reveal disclose document chronicle",
    ("reports", "figure"): "count tally record register log verify measure tabulate survey catalogue catalog enumerate",
    ("estimates", "nothing"): "estimate",
    ("estimates", "clause"): (
        "calculate compute reckon forecast predict project anticipate expect extrapolate assess judge guess gauge "
        "model foresee assume deduce infer derive"
    ),
    ("estimates", "at"): "put place peg value",
    ("claims", "nothing"): "claim allege purport profess",
    ("claims", "to"): "attribute ascribe",
    ("claims", "clause"): "argue contend insist maintain posit counter retort swear assure",
    ("suggests", "clause"): (
        "suggest indicate imply hint speculate hypothesize hypothesise theorize theorise suspect propose intimate "
        "surmise conjecture postulate fear imagine signal"
    ),
    ("confirms", "nothing"): "confirm corroborate acknowledge",
    ("confirms", "clause"): "admit concede certify validate substantiate authenticate reaffirm affirm",
    ("announces", "nothing"): "announce",
    ("accuses", "nothing"): "accuse",
    ("accuses", "clause"): "charge",
    ("denies", "nothing"): "deny refute rebut disavow",
    ("denies", "claim"): (
        "reject dismiss dispute contradict repudiate contest debunk decry ridicule discredit disclaim disprove"
    ),
    ("denies", "baseless"): "call brand denounce",
    ("doubts", "nothing"): "doubt",
    ("doubts", "claim"): "question challenge query",
}

PASTS = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "speak": "spoke spoken",
    "think": "thought",
    "show": "showed shown",
    "give": "gave given",
    "find": "found",
    "put": "put",
    "foresee": "foresaw foreseen",
    "swear": "swore sworn",
    "forecast": "forecast forecasted",
    "rebut": "rebutted",
    "log": "logged",
    "peg": "pegged",
    "blog": "blogged",
    "admit": "admitted",
    "infer": "inferred",
    "model": "modelled modeled",
    "label": "labelled labeled",
    "signal": "signalled signaled",
    "understand": "understood",
    "learn": "learned learnt",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb."""

    verb: str
    mode: Mode
    need: Need
    tense: Tense


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _ing(verb: str, past: str) -> str:
    if verb in ("put", "log", "peg", "rebut", "admit", "infer", "blog", "brag", "quip"):
        return verb + verb[-1] + "ing"
    if past.endswith(("lled", "tted")) and not verb.endswith(("ll", "tt")):
        return past.removesuffix("ed") + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


def _forms() -> dict[str, Cue]:
    forms: dict[str, Cue] = {}
    for (mode, need), verbs in VERBS.items():
        for verb in verbs.split():
            pasts = PASTS.get(verb, _past(verb)).split()
            spelled: list[tuple[str, Tense]] = [(verb, "base"), (_third(verb), "third"), (_ing(verb, pasts[0]), "ing")]
            # Past last: "put" and "forecast" are read as past, which any subject may have.
            for form, tense in [*spelled, *((past, "past") for past in pasts)]:
                forms[form] = Cue(verb, mode, need, tense)
    return forms


CUES = _forms()

# Verbs whose denial is an attribution of doubt: "Rome did not confirm the raid".
DOUBTED_WHEN_NEGATED = frozenset(
    """
    confirm verify corroborate acknowledge admit deny recognize recognise substantiate authenticate believe
    """.split()
)

# Verbs that deny where what they say of a claim is that it is wrong: "described the report as fake".
DENOUNCING = frozenset(
    "say state insist claim add reiterate maintain describe portray label characterize characterise term "
    "consider regard call brand denounce declare".split()
)

# Verbs that may stand before or behind a quotation with the speaker after them: "…", said the minister.
INVERTING = frozenset(
    """
    say write add explain report note claim warn announce argue insist declare conclude comment remark state
    recall observe estimate confirm tweet testify admit caution reply
    """.split()
)

# Verbs that name their source with "by": was estimated by the ministry, as noted by the auditors.
BY = frozenset(
    """
    say state report estimate claim allege confirm announce deny refute reject dismiss dispute describe portray
    characterize characterise cite quote document note observe mention calculate forecast predict project assess
    identify classify list reveal disclose suggest propose verify corroborate record count tally put place value
    question challenge contest accuse tell show indicate argue assert acknowledge explain demonstrate declare
    detail label rank rate give call brand denounce
    """.split()
)
# These need a figure or "as" beside their "by": "300 dead, as recorded by the ministry".
BY_WITH_FIGURE = frozenset(
    """
    identify list give put place value record count show reveal disclose note detail describe classify label
    rank rate project propose declare demonstrate reject dismiss tell mention observe
    """.split()
)

# Verbs of a participle behind a comma that take the subject of the main clause: "…, saying that 40 had died".
TRAILING = frozenset(
    """
    say claim state allege accuse argue insist deny warn estimate report announce assert explain note add
    confirm
    """.split()
)

# What a rejected, dismissed or questioned thing must be for the rejection to be an attribution.
CLAIMED = frozenset(
    """
    claim claims report reports allegation allegations accusation accusations charge charges figure figures
    estimate estimates suggestion suggestions notion idea assertion assertions finding findings number numbers
    account accounts document documents video videos footage photo photos image images recording recordings
    letter letters statement statements rumour rumours rumor rumors toll count tally conclusion conclusions
    hypothesis theory theories data results evidence version story stories speculation criticism concerns
    criticisms accuracy validity authenticity veracity legitimacy reliability existence narrative interpretation
    term label description characterisation characterization view warnings insinuations involvement
    responsibility assessment study
    """.split()
)
BASELESS = frozenset(
    """
    groundless baseless false fake untrue unfounded fabricated propaganda nonsense absurd lies lie rumours
    rumors fiction disinformation misinformation misleading inaccurate incorrect wrong unreliable exaggerated
    inflated forgery forged hoaxes doctored ridiculous fantasy hoax politically provocation slander
    unsubstantiated implausible fanciful invention invented myth farfetched
    """.split()
)

# "denied entry", "claimed 300 lives", "reported for duty": objects that turn the verb into another one.
OTHER_SENSE = {
    "deny": frozenset(
        "entry access bail permission asylum visa visas admission parole leave request requests application "
        "appeal motion "
        "petition them him her us citizenship service treatment tenure boarding".split()
    ),
    "claim": frozenset(
        "life lives title titles crown throne medal medals gold silver bronze victims wicket wickets trophy prize "
        "benefits "
        "asylum refund compensation championship land territory pole podium".split()
    ),
    "report": frozenset("duty".split()),
    "confirm": frozenset("him her them nomination appointment nominee".split()),
    "charge": frozenset("him her them fees".split()),
    "admit": frozenset(
        "student students pupil pupils patient patients undergraduates visitors applicants guests spectators "
        "boarders members".split()
    ),
    "estimate": frozenset(),
    "acknowledge": frozenset(),
    "announce": frozenset(),
    "refute": frozenset(),
}

# Nouns of saying. Sure: "Ukraine's claim", "estimates by the UN".
SAYINGS: dict[str, Mode] = {
    "claim": "claims",
    "claims": "claims",
    "allegation": "claims",
    "allegations": "claims",
    "assertion": "claims",
    "assertions": "claims",
    "contention": "claims",
    "insistence": "claims",
    "accusation": "accuses",
    "accusations": "accuses",
    "denial": "denies",
    "denials": "denies",
    "estimate": "estimates",
    "estimates": "estimates",
    "estimation": "estimates",
    "projection": "estimates",
    "projections": "estimates",
    "forecast": "estimates",
    "forecasts": "estimates",
    "calculation": "estimates",
    "calculations": "estimates",
    "assessment": "estimates",
    "assessments": "estimates",
    "report": "reports",
    "reports": "reports",
    "figure": "reports",
    "figures": "reports",
    "data": "reports",
    "statistics": "reports",
    "count": "reports",
    "tally": "reports",
    "survey": "reports",
    "surveys": "reports",
    "study": "reports",
    "studies": "reports",
    "poll": "reports",
    "polls": "reports",
    "research": "reports",
    "findings": "reports",
    "numbers": "reports",
    "statement": "states",
    "statements": "states",
    "announcement": "announces",
    "confirmation": "confirms",
    "suggestion": "suggests",
    "suggestions": "suggests",
    "warning": "states",
    "warnings": "states",
    "admission": "confirms",
    "testimony": "states",
}
# Behind a possessive these need no "that": "South Korea's estimate", "Moscow's denial".
SURE_SAYINGS = frozenset(
    """
    claim claims allegation allegations assertion assertions accusation accusations denial denials estimate
    estimates insistence contention
    """.split()
)
# "Argentina's claim to the islands" is not something said.
CLAIM_TO = frozenset("to over on in for against".split())

# Prepositions of saying, longest first.
PREPOSITIONS: tuple[tuple[tuple[str, ...], Mode], ...] = (
    (("in", "the", "words", "of"), "states"),
    (("in", "the", "view", "of"), "claims"),
    (("in", "the", "opinion", "of"), "claims"),
    (("in", "the", "estimation", "of"), "estimates"),
    (("on", "the", "authority", "of"), "states"),
    (("according", "to"), "states"),
    (("based", "on"), "states"),
    (("as", "per"), "states"),
    (("per",), "states"),
)
