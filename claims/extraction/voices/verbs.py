"""Sources that are the subject of a verb: the ministry said, Ukraine reporting, "…" said the minister."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.parts import Mode

from . import grammar, speakers, states
from .complements import QUOTES, fits, is_parenthetical
from .cues import CUES, DOUBTED_WHEN_NEGATED, INVERTING, TRAILING, Cue
from .following import phrase_after
from .naming import Phrase
from .subjects import VerbGroup, clause_subject, subject_after, subject_before, verb_group
from .tokens import Tokens, is_name
from .voice import Voice

COULD = frozenset("could can cannot couldn't can't couldn’t can’t".split())
NOUN_FOLLOWS = grammar.BE | grammar.HAVE | grammar.MODALS | frozenset("of by from and or were on".split())
# Verbs whose forms are nouns as well, so that "UN reports say" is not "the UN reports".
TWOFOLD = frozenset(
    """
    report claim estimate state note show count list record document put place charge comment remark detail
    project forecast value question challenge query dispute contest survey measure model signal guess release
    post doubt broadcast hint use quote label rank rate reply answer point calculate find cite term rule
    """.split()
)


def read_verb(tokens: Tokens, i: int) -> Voice | None:
    """The source whose verb is token i."""
    cue = CUES[tokens[i].lower]
    if (
        tokens[i].capital
        and i > 0
        and tokens[i].lower != tokens[i].text
        and is_name(tokens[i])
        and not _inverted_at(tokens, i)
    ):
        return None  # "United States", "World Report"
    group = verb_group(tokens, i)
    mode = _mode(tokens, i, cue, group)
    if mode is None or (cue.verb in TWOFOLD and _is_noun(tokens, i)):
        return None
    if _inverted_at(tokens, i) and cue.verb in INVERTING:
        phrase = subject_after(tokens, i)
        if phrase:
            return Voice(phrase, i, i + 1, mode)
    phrase = _subject(tokens, i, cue, group)
    if phrase is None or not (group.helpers or _agrees(tokens, phrase, cue)):
        return None
    if not (_passes_on(tokens, i, cue) or _fits(tokens, i, phrase, cue, negated=mode != cue.mode)):
        return None
    if not _can(tokens, i, phrase, cue):
        return None
    if phrase.start and tokens[phrase.start - 1].lower in ("neither", "no"):
        if cue.verb not in DOUBTED_WHEN_NEGATED:
            return None
        mode = "doubts"
    cue_start = group.start if mode != cue.mode else i
    return Voice(phrase, cue_start, i + 1, mode, relay=_relay(tokens, i, cue))


def _fits(tokens: Tokens, i: int, phrase: Phrase, cue: Cue, *, negated: bool) -> bool:
    if negated and cue.verb in ("verify", "authenticate", "substantiate"):
        return True
    if cue.need in ("that", "clause") and _closes_quote(tokens, i, phrase, cue):
        return True
    return fits(tokens, i + 1, cue.verb, cue.need, document=phrase.sort == "document")


NO_CLOSERS = frozenset("agree establish prove discover determine rule".split())


def _closes_quote(tokens: Tokens, i: int, phrase: Phrase, cue: Cue) -> bool:
    """The verb stands behind what is said: "Two died, Smith noted."."""
    set_off = phrase.start > 0 and (tokens[phrase.start - 1].text == "," or tokens[phrase.start - 1].text in QUOTES)
    return set_off and cue.verb not in NO_CLOSERS and is_parenthetical(tokens, i + 1)


def _passes_on(tokens: Tokens, i: int, cue: Cue) -> bool:
    """ "The agency quoted an official": another voice is the object."""
    return cue.verb in ("quote", "cite") and i + 1 < len(tokens) and phrase_after(tokens, i + 1) is not None


def _mode(tokens: Tokens, i: int, cue: Cue, group: VerbGroup) -> Mode | None:
    """The verb's mode under its auxiliaries; None where they make it no report at all."""
    if group.has(grammar.BE) and cue.tense == "past":
        return None  # passive
    unwilling = group.has(grammar.UNWILLING)
    if "to" in group.helpers and not group.has(grammar.TO_VERBS):
        return None
    negated = group.has(grammar.NEGATIONS) or unwilling
    if group.has(grammar.MODALS | COULD) and not negated:
        later = any(t.lower in ("later", "subsequently", "eventually") for t in tokens[group.start : i]) or group.has(
            grammar.TO_VERBS
        )
        if not ("would" in group.helpers and later):
            return None
    if not negated:
        return cue.mode
    return "doubts" if cue.verb in DOUBTED_WHEN_NEGATED else None


def _is_noun(tokens: Tokens, i: int) -> bool:
    """ "UN reports say", "the government estimates of 2019", "a claim by"."""
    cue = CUES[tokens[i].lower]
    if cue.tense in ("past", "ing"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.lower in NOUN_FOLLOWS:
        return True
    if following.kind == "sign" and following.text not in QUOTES and following.text not in ":$€£":
        return cue.verb not in INVERTING or not _set_off(tokens, i)
    if following.lower in grammar.IRREGULAR_VERBS and following.lower not in CUES:
        return True
    other = CUES.get(following.lower)
    if other and other.tense in ("base", "past", "third", "ing") and not following.capital:
        return following.lower not in ("put", "show", "estimates", "figures") or cue.tense == "third"
    return i > 0 and tokens[i - 1].lower in grammar.DETERMINERS | grammar.PREPOSITIONS


def _set_off(tokens: Tokens, i: int) -> bool:
    """Stands a comma or quotation mark a few words before, as in "…, the analyst claims."?"""
    return any(t.text == "," or t.text in QUOTES for t in tokens[max(0, i - 6) : i])


def _inverted_at(tokens: Tokens, i: int) -> bool:
    return i > 0 and (tokens[i - 1].text in QUOTES or tokens[i - 1].text in (",", "?", "!"))


def _subject(tokens: Tokens, i: int, cue: Cue, group: VerbGroup) -> Phrase | None:
    phrase = subject_before(tokens, group.start)
    if (
        phrase is None
        and cue.verb in TRAILING
        and cue.tense == "past"
        and group.start >= 2
        and tokens[group.start - 1].lower in ("and", "but")
    ):
        return clause_subject(tokens, group.start - 1)
    if phrase and phrase.start and tokens[phrase.start - 1].lower in ("what", "how", "why", "whether"):
        return None
    if cue.tense != "ing" or group.has(grammar.BE):
        return phrase
    if cue.verb in TRAILING and group.start and tokens[group.start - 1].text == ",":
        return clause_subject(tokens, group.start - 1) or phrase
    if cue.verb not in REPORTING:
        return None
    if phrase and phrase.sort != "document":
        return phrase
    weak = phrase is None or tokens[phrase.head].lower in speakers.FAINT
    if weak and cue.verb in TRAILING and group.start and _trails(tokens, group.start - 1):
        return clause_subject(tokens, group.start - 1) or phrase
    return phrase


def _trails(tokens: Tokens, before: int) -> bool:
    """ "…, saying that" or "issued a statement saying that"."""
    return tokens[before].text == "," or tokens[before].lower in (
        "statement",
        "letter",
        "report",
        "tweet",
        "post",
        "message",
        "interview",
    )


def _agrees(tokens: Tokens, phrase: Phrase, cue: Cue) -> bool:
    """A base form needs a plural subject, a third person a singular one; that tells verbs from nouns."""
    if cue.tense in ("past", "ing") or tokens[phrase.end - 1].text == ")":
        return True
    if any(t.lower == "and" for t in tokens[phrase.start : phrase.end]):
        return True
    head = tokens[phrase.head]
    plural = (head.lower.endswith("s") and not head.lower.endswith(("ss", "us", "is"))) or head.lower in (
        "police",
        "media",
        "people",
        "data",
        "men",
        "women",
    )
    plural = plural or head.lower.endswith(("men", "women"))
    if cue.tense == "base":
        return (
            plural
            or head.lower in ("footage", "imagery")
            or (phrase.sort == "name" and cue.need == "nothing" and cue.verb not in TWOFOLD)
        )
    return not plural or phrase.sort == "name" or head.lower in ("data", "media", "police")


# Participles that report beside a subject of their own: "with Ukraine reporting", "satellite images suggesting".
REPORTING = frozenset(
    """
    say report claim estimate suggest indicate show state allege deny announce confirm accuse warn reveal put
    place note imply assert argue insist tell depict highlight
    """.split()
)
HARMLESS = frozenset("say tell state claim allege deny announce accuse confirm argue insist deny acknowledge".split())


def _can(tokens: Tokens, i: int, phrase: Phrase, cue: Cue) -> bool:
    """Not every name can do everything: a state counts its dead, but only by a ministry."""
    if phrase.sort == "document":
        return cue.verb not in ("believe", "think", "feel", "know", "fear", "doubt", "decide", "learn", "accuse", "use")
    head = tokens[phrase.head].lower
    if head in speakers.LOOSE and not tokens[phrase.head].capital and not (cue.verb in HARMLESS and _that(tokens, i)):
        return False
    if (
        cue.verb in ("record", "register", "log", "measure", "use", "offer", "list", "cite", "quote")
        and phrase.sort == "name"
    ):
        keeps_records = tokens[phrase.head].text.isupper() and len(head) > 2  # ACLED, the FBI
        return head not in states.STATES and (keeps_records or cue.verb not in ("record", "register", "log"))
    return True


def _that(tokens: Tokens, i: int) -> bool:
    return i + 1 < len(tokens) and (tokens[i + 1].lower == "that" or tokens[i + 1].text in QUOTES)


def _relay(tokens: Tokens, i: int, cue: Cue) -> Phrase | None:
    """ "officials told Reuters that": the news agency passes it on."""
    if cue.verb != "tell" or i + 1 >= len(tokens):
        return None
    found = phrase_after(tokens, i + 1)
    if found and any(t.lower in speakers.OUTLETS for t in tokens[found.start : found.end]):
        return found
    return None
