"""Sources that are the subject of a verb: the ministry said, Ukraine reporting, "…" said the minister."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.parts import Mode

from . import grammar, speakers
from .agreement import agrees, can_do, is_noun
from .complements import FALSE, QUOTES, denounces, figure_within, fits, has_clause, is_parenthetical
from .cues import CLAIMED, CUES, DENOUNCING, DOUBTED_WHEN_NEGATED, INVERTING, TRAILING, Cue
from .following import phrase_after
from .naming import Phrase
from .subjects import VerbGroup, clause_subject, subject_after, subject_before, verb_group
from .tokens import Tokens, is_name
from .voice import Voice

COULD = frozenset("could can cannot couldn't can't couldn’t can’t".split())
LATER = frozenset("later subsequently eventually".split())
# Participles that report beside a subject of their own: "with Ukraine reporting", "satellite images suggesting".
REPORTING = frozenset(
    """
    say report claim estimate suggest indicate show state allege deny announce confirm accuse warn reveal put
    place note imply assert argue insist tell depict highlight
    """.split()
)
# A statement "saying that 40 had died" belongs to whoever made the statement.
UTTERANCES = frozenset("statement letter report tweet post message interview".split())


def read_verb(tokens: Tokens, i: int) -> Voice | None:
    """The source whose verb is token i."""
    cue = CUES[tokens[i].lower]
    if _is_in_name(tokens, i) or is_noun(tokens, i):
        return None
    group = verb_group(tokens, i)
    mode = _mode(tokens, i, cue, group)
    if mode is None:
        return None
    inverted = subject_after(tokens, i) if _inverted_at(tokens, i) and cue.verb in INVERTING else None
    if inverted:
        return Voice(inverted, i, i + 1, mode)
    phrase = _speaking_subject(tokens, i, cue, group, negated=mode != cue.mode)
    if phrase is None:
        return None
    if phrase.start and tokens[phrase.start - 1].lower in ("neither", "no"):
        if cue.verb not in DOUBTED_WHEN_NEGATED:
            return None
        mode = "doubts"
    cue_start = group.start if mode != cue.mode else i
    return Voice(phrase, cue_start, i + 1, mode, relay=_relay(tokens, i, cue))


def _is_in_name(tokens: Tokens, i: int) -> bool:
    """ "United States", "World Report": a capital inside a sentence is part of a name, except behind a quotation."""
    return i > 0 and is_name(tokens[i]) and not _inverted_at(tokens, i)


def _speaking_subject(tokens: Tokens, i: int, cue: Cue, group: VerbGroup, *, negated: bool) -> Phrase | None:
    """The subject, if it agrees with the verb, can do what the verb says, and what follows is something said."""
    phrase = _subject(tokens, i, cue, group) or _anybody(tokens, i, cue, group)
    if phrase is None or not (group.helpers or agrees(tokens, phrase, cue)) or not can_do(tokens, i, phrase, cue):
        return None
    says = _passes_on(tokens, i, cue) or _fits(tokens, i, phrase, cue, negated=negated)
    return phrase if says else None


# Whoever these are said of is a source, whatever word names them: "a shopkeeper said that".
ASKING = frozenset(("what", "how", "why", "whether"))  # "what the minister said"
OF_ANYBODY = frozenset(("say", "tell"))


def _anybody(tokens: Tokens, i: int, cue: Cue, group: VerbGroup) -> Phrase | None:
    """A subject that is no known speaker, where something said stands beside the verb."""
    if cue.verb not in OF_ANYBODY or cue.tense == "ing":
        return None
    phrase = subject_before(tokens, group.start, anyone=True)
    if phrase and phrase.start and tokens[phrase.start - 1].lower in ASKING:
        return None
    return phrase if phrase and (_set_off(tokens, phrase) or has_clause(tokens, i + 1)) else None


def _set_off(tokens: Tokens, phrase: Phrase) -> bool:
    """Does what is said end right before the phrase?"""
    return phrase.start > 0 and (tokens[phrase.start - 1].text == "," or tokens[phrase.start - 1].text in QUOTES)


def _fits(tokens: Tokens, i: int, phrase: Phrase, cue: Cue, *, negated: bool) -> bool:
    if negated and cue.verb in ("verify", "authenticate", "substantiate"):
        return True
    if cue.verb == "find" and (tokens[phrase.head].lower in speakers.LEARNED or _is_trace(tokens, i + 1)):
        return figure_within(tokens, i + 1, 5) >= 0 or _is_trace(tokens, i + 1) or has_clause(tokens, i + 1)
    if cue.need in ("claim", "baseless") and _is_of_claim(tokens, phrase.start):
        return cue.need == "claim" or any(token.lower in FALSE for token in tokens[i + 1 : i + 6])
    if cue.need == "nothing" and _set_off(tokens, phrase) and i + 1 < len(tokens) and tokens[i + 1].lower in WHEN:
        return True  # "…, the bank reported in April"
    if cue.need in ("that", "clause") and _closes_quote(tokens, i, phrase, cue):
        return True
    return fits(tokens, i + 1, cue.verb, cue.need, document=phrase.sort == "document")


TRACES = frozenset("evidence trace traces sign signs proof indications".split())


def _is_trace(tokens: Tokens, after: int) -> bool:
    """ "found no evidence of", "found traces of caesium": a finding, not something picked up."""
    return any(token.lower in TRACES for token in tokens[after : after + 3])


def _is_of_claim(tokens: Tokens, start: int) -> bool:
    """Does the clause that begins at `start` hang on a claim: "a number (that) the ministry disputed"?"""
    before = tokens[start - 1].lower if start else ""
    if before == "which":
        return True
    noun = start - 2 if before == "that" else start - 1
    return noun >= 0 and tokens[noun].lower in CLAIMED


WHEN = frozenset(("in", "on", "at", "earlier", "late", "last"))
NO_CLOSERS = frozenset("agree establish prove discover determine rule".split())


def _closes_quote(tokens: Tokens, i: int, phrase: Phrase, cue: Cue) -> bool:
    """The verb stands behind what is said: "Two died, Smith noted."."""
    return _set_off(tokens, phrase) and cue.verb not in NO_CLOSERS and is_parenthetical(tokens, i + 1)


def _passes_on(tokens: Tokens, i: int, cue: Cue) -> bool:
    """ "The agency quoted an official": another voice is the object."""
    return cue.verb in ("quote", "cite") and i + 1 < len(tokens) and phrase_after(tokens, i + 1) is not None


def _mode(tokens: Tokens, i: int, cue: Cue, group: VerbGroup) -> Mode | None:
    """The verb's mode under its auxiliaries; None where they make it no report at all."""
    passive = group.has(grammar.BE) and cue.tense == "past"
    if passive or ("to" in group.helpers and not group.has(grammar.TO_VERBS)):
        return None
    if group.has(grammar.NEGATIONS) or group.has(grammar.UNWILLING):
        return "doubts" if cue.verb in DOUBTED_WHEN_NEGATED else None
    if group.has(grammar.MODALS | COULD) and not _looks_back(tokens, i, group):
        return None
    # "called the figure false", "said the reports were baseless": whoever says so denies it.
    return "denies" if cue.verb in DENOUNCING and denounces(tokens, i + 1, cue.need) else cue.mode


def _looks_back(tokens: Tokens, i: int, group: VerbGroup) -> bool:
    """ "would later confirm" and "would go on to say" report; "would confirm" and "could say" do not."""
    later = group.has(grammar.TO_VERBS) or any(t.lower in LATER for t in tokens[group.start : i])
    return "would" in group.helpers and later


def _inverted_at(tokens: Tokens, i: int) -> bool:
    return i > 0 and (tokens[i - 1].text in QUOTES or tokens[i - 1].text in (",", "?", "!"))


def _subject(tokens: Tokens, i: int, cue: Cue, group: VerbGroup) -> Phrase | None:
    phrase = subject_before(tokens, group.start)
    before = tokens[group.start - 1].lower if group.start else ""
    if cue.tense == "ing" and not group.has(grammar.BE):
        return _subject_of_participle(tokens, cue, group, phrase)
    if phrase is None and cue.verb in TRAILING and cue.tense == "past" and before in ("and", "but"):
        return clause_subject(tokens, group.start - 1)  # "the minister went there and said that"
    if phrase and phrase.start and tokens[phrase.start - 1].lower in ASKING:
        return None
    return phrase


def _subject_of_participle(tokens: Tokens, cue: Cue, group: VerbGroup, phrase: Phrase | None) -> Phrase | None:
    """Its own ("with Ukraine reporting"), or the main clause's ("the ministry …, saying")."""
    before = tokens[group.start - 1] if group.start else None
    trailing = cue.verb in TRAILING and before is not None
    if trailing and before and before.text == ",":
        return clause_subject(tokens, group.start - 1) or phrase
    if cue.verb not in REPORTING:
        return None
    faint = phrase is None or (phrase.sort == "document" and tokens[phrase.head].lower in speakers.FAINT)
    if faint and trailing and before and before.lower in UTTERANCES:
        return clause_subject(tokens, group.start - 1) or phrase
    return phrase


def _relay(tokens: Tokens, i: int, cue: Cue) -> Phrase | None:
    """ "officials told Reuters that": the news agency passes it on."""
    if cue.verb != "tell" or i + 1 >= len(tokens):
        return None
    found = phrase_after(tokens, i + 1)
    if found and any(t.lower in speakers.OUTLETS for t in tokens[found.start : found.end]):
        return found
    return None
