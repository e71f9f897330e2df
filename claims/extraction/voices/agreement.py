"""Can this phrase be the subject of that form of that verb? English has one word for "reports" and "reports"."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from . import grammar, speakers, states
from .complements import QUOTES, has_clause
from .cues import CUES, INVERTING, Cue
from .naming import Phrase
from .tokens import Tokens

NOUN_FOLLOWS = grammar.BE | grammar.HAVE | grammar.MODALS | frozenset("of by from and or were on".split())
# Verbs whose forms are nouns as well, so that "UN reports say" is not "the UN reports".
TWOFOLD = frozenset(
    """
    report claim estimate state note show count list record document put place charge comment remark detail
    project forecast value question challenge query dispute contest survey measure model signal guess release
    post doubt broadcast hint use quote label rank rate reply answer point calculate find cite term rule
    """.split()
)


CLOSING = INVERTING | {"show"}  # "…, customs data show."
PLURALS = frozenset("police media people data men women".split())
SINGULAR_TOO = frozenset("data media police".split())
PLURAL_TOO = frozenset(("footage", "imagery"))
# Verbs that say and do nothing else, whoever is their subject.
SAYING = frozenset("say tell state claim allege deny announce accuse confirm argue insist acknowledge".split())
THINKING = frozenset("believe think doubt accuse use".split())
KEEPING = frozenset("record register log".split())
LISTING = KEEPING | frozenset("measure use offer list cite quote".split())


def is_noun(tokens: Tokens, i: int) -> bool:
    """ "UN reports say", "the government estimates of 2019", "a claim by"."""
    cue = CUES[tokens[i].lower]
    if cue.verb not in TWOFOLD or cue.tense in ("past", "ing"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.lower in NOUN_FOLLOWS:
        return True
    if following.kind == "sign" and following.text not in QUOTES and following.text not in ":$€£":
        relative = any(t.lower in ("that", "which") for t in tokens[max(0, i - 4) : i])
        return not relative and (cue.verb not in CLOSING or not _set_off(tokens, i))
    if following.lower in grammar.IRREGULAR_VERBS and following.lower not in CUES:
        return True
    other = CUES.get(following.lower)
    if other and other.tense in ("base", "past", "third", "ing") and not following.capital:
        return following.lower not in ("put", "show", "estimates", "figures") or cue.tense == "third"
    return i > 0 and tokens[i - 1].lower in grammar.DETERMINERS | grammar.PREPOSITIONS


def _set_off(tokens: Tokens, i: int) -> bool:
    """Stands a comma or quotation mark a few words before, as in "…, the analyst claims."?"""
    return any(t.text == "," or t.text in QUOTES for t in tokens[max(0, i - 6) : i])


def agrees(tokens: Tokens, phrase: Phrase, cue: Cue) -> bool:
    """A base form needs a plural subject, a third person a singular one; that tells verbs from nouns."""
    if cue.tense in ("past", "ing") or tokens[phrase.end - 1].text == ")":
        return True
    if any(t.lower == "and" for t in tokens[phrase.start : phrase.end]):
        return True
    head = tokens[phrase.head].lower
    if cue.tense == "third":
        return not _is_plural(head) or phrase.sort == "name" or head in SINGULAR_TOO
    named = phrase.sort == "name" and cue.need == "nothing" and cue.verb not in TWOFOLD
    return _is_plural(head) or head in PLURAL_TOO or named


def _is_plural(head: str) -> bool:
    regular = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return regular or head in PLURALS or head.endswith(("men", "women"))


def can_do(tokens: Tokens, i: int, phrase: Phrase, cue: Cue) -> bool:
    """Not everybody can do everything: a document does not think, and a state that records deaths only has them."""
    if cue.verb in ("understand", "learn"):  # "Sky News understands that"
        return any(token.lower in speakers.OUTLETS for token in tokens[phrase.start : phrase.end])
    if phrase.sort == "document":
        return cue.verb not in THINKING
    head = tokens[phrase.head]
    if head.lower in speakers.LOOSE and not head.capital:
        clause = cue.verb in ("say", "tell") and has_clause(tokens, i + 1)
        return cue.verb in SAYING and (clause or _that(tokens, i))
    if phrase.sort == "name" and cue.verb in LISTING:
        body = tokens[phrase.start].lower == "the" and phrase.end - phrase.start > 2  # the Red Crescent
        keeps_records = body or (head.text.isupper() and len(head.text) > 2)  # ACLED, the FBI
        return head.lower not in states.STATES and (keeps_records or cue.verb not in KEEPING)
    return True


def _that(tokens: Tokens, i: int) -> bool:
    return i + 1 < len(tokens) and (tokens[i + 1].lower == "that" or tokens[i + 1].text in QUOTES)
