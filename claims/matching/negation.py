"""Whether a sentence says that something is so, that it is not so, or that it is only planned, asked or supposed.

Only the words that govern the place asked about count: those before it in its own
clause, back to a word that begins to report again ("denied it and said that 600 had
died"), and a few right behind it ("600 had not died", "is false"). What is told only
to be taken back in the same sentence is in `retractions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from claims.extraction.quantities.closed_words import DETERMINERS, VERBS
from claims.extraction.quantities.phrases import wordset
from claims.extraction.words import Token

from .retractions import is_taken_back

# "unreal": planned, expected, hoped for; "possible": only if something else happens, or perhaps;
# "owed": what must be done; "asked": the words of a question.
Mode = Literal["real", "denied", "unreal", "possible", "owed", "asked"]
Tokens = Sequence[Token]

BACK = 30  # tokens that are looked back over
BEHIND = 12
_BREAKS = frozenset((";", ":", "while", "whereas", "although", "though", "but", ".", "!", "?"))
_DENIALS = wordset(
    "denied denies deny denying denial false falsely untrue incorrect incorrectly wrongly mistakenly",
    "erroneously refuted refutes debunked disproved disputed disputes rejected rejects rejecting dismissed",
    "dismisses dismissing retracted withdrew never neither nor hoax fabricated invented myth rumour rumours",
    "rumor rumors",
)
# These deny only where they speak of what is said: "rejected the claim that", "dismissed 600 workers" does not.
_DENY_SAYINGS = wordset(
    "rejected rejects rejecting dismissed dismisses dismissing disputed disputes withdrew retracted invented",
)
_SAYINGS = wordset(
    "claim claims report reports reported allegation allegations figure figures number numbers suggestion",
    "suggestions statement story stories that estimate estimates assertion assertions rumours rumors idea",
    "notion as",
)
_NOTHING = wordset(
    "evidence proof sign signs indication indications confirmation record records trace basis truth substance",
)
_NOTS = wordset(
    "not n't cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't",
    "can't couldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t",
    "can’t couldn’t without",
)
_NOT_ONLY = wordset(
    "only just merely least fewer less more over under exceeding counting including yet",
)
_ANEW = wordset(
    "said says saying told added adds confirmed confirms stated states announced reported reports put instead",
    "acknowledged admitted insisted found showed shows counted",
)
_SUPPOSED = wordset(
    "if whether unless would can could should planned plans plan planning expected expects expect hoped hopes hope",
    "hoping aims aimed aim aiming intends intended target targets targeted goal goals predicted predicts",
    "forecast forecasts projected projects projection projections proposed proposes proposal proposals will",
    "shall promised promises pledged pledges vowed threatened wants wanted seeks sought scenario hypothetical",
    "suppose supposing imagine might budgeted capacity ambition prepared preparing scheduled anticipated",
    "anticipates due ought able upcoming asked demanded demands feared fears may threatens threatening",
)
_UNSAID = _NOTS | wordset("if never falsely wrongly mistakenly incorrectly erroneously")
# Before "to" and a verb: what was not done, and what was only meant to be.
_FAILING = wordset("failed fails failing refused refuses declined declines neglected unable")
_MEANING = wordset(
    "tried tries attempted attempts agreed agrees decided decides offered offers approval permission allowed willing",
)
_WEIGHING = frozenset(("considered", "considering", "considers", "contemplated", "weighed", "mulled"))  # "closing 40"
_HEADS = wordset("goal goals target targets aim aims plan plans forecast projection")  # before a colon
_POSSIBLE = frozenset(("if", "unless", "may", "might", "could", "perhaps", "possibly"))
_CONDITIONS = frozenset(("if", "unless", "provided"))
_NO_CONDITION = frozenset(("even", "as", "what", "only"))  # before an "if" that asks for nothing
_IF_NOT = frozenset(("not", "any", "only", "anything", "possible", "necessary"))  # behind one: "hundreds, if not more"
_NO_PLAN = frozenset(("blame", "date", "the", "a", "some", "about", "its", "his", "her", "their"))  # "was to blame for"
_AGREEING = frozenset(  # of the claim, of the source
    (
        ("possible", "real"),
        ("possible", "unreal"),
        ("possible", "owed"),
        ("owed", "real"),
        ("owed", "unreal"),
        ("unreal", "owed"),
    )
)
_SUPPOSED_BEHIND = wordset(
    "will would could should might may must expected planned due scheduled predicted feared face faces",
)
_ENDS_A_SUBJECT = wordset(", and or who which that was were had has have did")
_EARLIER_VERSION = (("earlier", "version"), ("previous", "version"), ("initial", "version"), ("original", "version"))


def mode_at(tokens: Tokens, first: int, after: int) -> Mode:
    """How the words from token `first` to `after` are meant."""
    if _is_asked(tokens):
        return "asked"
    before = _governing(tokens, first)
    if _is_corrected(tokens, first) or _denied_before(before) or _denied_behind(tokens, after):
        return "denied"
    if is_taken_back(tokens, first, after):
        return "denied"
    return _supposed(tokens, before, after)


def agree(claim: Mode, source: Mode) -> bool:
    """Whether words that a source means in one way say what a claim means in another.

    What somebody bears is what he must bear, and what is planned or so is possible; not the other way round.
    """
    return claim == source or (claim, source) in _AGREEING


def _supposed(tokens: Tokens, before: Sequence[Token], after: int) -> Mode:
    words = {token.lower for token in before if not _is_a_month(token)}
    behind = _supposed_behind(tokens, after)
    if words & _POSSIBLE or behind in _POSSIBLE:
        return "possible"
    if words & _SUPPOSED or behind not in ("", "must") or _is_to_be(before) or _is_meant(before):
        return "possible" if _condition_behind(tokens, after) else "unreal"
    return "owed" if words & {"must", "obliged", "required"} or behind == "must" else "real"


def _is_a_month(token: Token) -> bool:
    return token.text == "May"


def _condition_behind(tokens: Tokens, after: int) -> bool:
    """ "… if the dam breaks", "… unless it rains"; not "hundreds, if not thousands"."""
    for at in range(after, min(after + BACK, len(tokens) - 1)):
        word, following = tokens[at].lower, tokens[at + 1].lower
        if word in _BREAKS:
            return False
        if word in _CONDITIONS and following not in _IF_NOT and tokens[at - 1].lower not in _NO_CONDITION:
            return word != "provided" or following == "that"
    return False


def _is_to_be(before: Sequence[Token]) -> bool:
    """ "Nine stations are to be merged", "was to hand over"."""
    words = [token.lower for token in before]
    return any(
        one in ("is", "are", "was", "were") and other == "to" and following not in _NO_PLAN
        for one, other, following in zip(words, words[1:], [*words[2:], ""], strict=False)
    )


def _is_meant(before: Sequence[Token]) -> bool:
    """ "Tried to save", "agreed to pay", "considered closing", "came close to arresting"."""
    words = [token.lower for token in before]
    for one, other, following in zip(words, words[1:], [*words[2:], ""], strict=False):
        to_do = other == "to" and following not in DETERMINERS and following != ""
        if (one in _MEANING and to_do) or (one in _WEIGHING and other.endswith("ing")):
            return True
        if one == "close" and to_do and following.endswith("ing"):
            return True
    return False


def _is_asked(tokens: Tokens) -> bool:
    return any(token.text == "?" for token in tokens[-3:])


def _is_corrected(tokens: Tokens, first: int) -> bool:
    """ "An earlier version of this article said 600"."""
    words = [token.lower for token in tokens[:first]]
    return any(pair in _EARLIER_VERSION for pair in pairwise(words))


def _governing(tokens: Tokens, first: int) -> list[Token]:
    """The words before a place in its clause, back to where somebody begins to speak anew."""
    found: list[Token] = []
    for at in range(first - 1, max(-1, first - 1 - BACK), -1):
        token = tokens[at]
        if token.text == ":" and at and tokens[at - 1].lower in _HEADS:
            found.append(tokens[at - 1])
            break
        if token.lower in _BREAKS or _begins_a_clause(tokens, at):
            break
        if token.lower in _ANEW and not _is_a_noun(tokens, at):
            found += _not_said(tokens, at)
            break
        found.append(token)
    found.reverse()
    return found


def _not_said(tokens: Tokens, at: int) -> list[Token]:
    """The "did not" before "say", the "could not be" before "confirmed", the "if" before all of it."""
    before = [token for token in tokens[max(0, at - 4) : at] if token.lower in _UNSAID]
    return [tokens[at], *reversed(before)] if before else []


def _is_a_noun(tokens: Tokens, at: int) -> bool:
    """ "denied reports that", "rejected the reports of"."""
    before = tokens[at - 1].lower if at else ""
    return tokens[at].lower in ("reports", "put", "states") and (
        before in _DENIALS or before in ("the", "these", "such", "media", "earlier", "of", "no", "to")
    )


def _begins_a_clause(tokens: Tokens, at: int) -> bool:
    """A comma before "and" or "but": what stands before it governs nothing behind."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].text == "," and following in ("and", "but", "or", "which", "who", "where", "when", "after")


def _denied_before(words: Sequence[Token]) -> bool:
    lower = [token.lower for token in words]
    for at, word in enumerate(lower):
        near = lower[at + 1 : at + 4]
        if word in _DENIALS:
            if word in ("false", "untrue", "incorrect") and not any(other in _SAYINGS for other in near):
                continue  # "behind a false wall"
            if word in _DENY_SAYINGS and not any(other in _SAYINGS for other in near):
                continue
            if at and lower[at - 1] in _NOTS | {"never"}:
                continue  # "did not deny"
            return True
        if word in _FAILING and near[:1] == ["to"] and len(near) > 1:
            return True
        if word == "contrary" and near[:1] == ["to"] and "," not in lower[at:]:
            return True
        if word == "no" and any(other in _NOTHING for other in near):
            return True
        if word == "no" and near[:1] == ["one"]:
            return True
        if word in _NOTS and not any(other in _NOT_ONLY for other in near[:1]):
            if word == "without" and not any(other in _NOTHING for other in near):
                continue
            if any(other in ("deny", "rule") for other in near):
                continue
            return True
    return False


def _denied_behind(tokens: Tokens, after: int) -> bool:
    """ "600 soldiers had not died", "the figure of 600 is false"."""
    for at in range(after, min(after + BEHIND, len(tokens))):
        word = tokens[at].lower
        if word in _BREAKS or word in (",", "and", "or", "who", "which", "that", "because"):
            return False
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if (word in _NOTS and word != "without" and following not in _NOT_ONLY) or word == "never":
            return True
        if word in (
            "false",
            "untrue",
            "incorrect",
            "wrong",
            "denied",
            "refuted",
            "retracted",
            "fabricated",
            "disproved",
        ):
            return True
    return False


def _supposed_behind(tokens: Tokens, after: int) -> str:
    """The word that supposes it: "600 soldiers will be sent", "600 are expected"."""
    for at in range(after, min(after + 8, len(tokens))):
        word = tokens[at].lower
        if word in _BREAKS or word in _ENDS_A_SUBJECT:
            return ""
        if word in _SUPPOSED_BEHIND and not _is_a_month(tokens[at]):
            return word
        if word == "to" and at > after and tokens[at - 1].lower in ("are", "is") and _is_to_be(tokens[at - 1 : at + 2]):
            return "to"
        if word in ("in", "at", "on") and any(token.lower in VERBS for token in tokens[after:at]):
            return ""
    return ""
