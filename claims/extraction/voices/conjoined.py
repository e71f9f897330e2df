"""Sources joined by "and" are one each: "the ministry, Reuters and two witnesses" is three."""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.extraction.words import Token

from . import grammar, speakers, states
from .naming import LINKS, Phrase, described
from .tokens import Tokens, is_name, is_plain_noun
from .voice import Voice

# Bodies whose own names have an "and": Ministry of Health and Welfare, Food and Agriculture Organization.
OFFICES = frozenset(
    """
    ministry department office council centre center centers centres bureau committee commission agency
    institute union association federation society board directorate secretary minister under-secretary
    administration school college faculty
    """.split()
)
# What offices are for, and who holds them: Health and Welfare Minister, Trade and Industry Secretary.
SPHERES = frozenset(
    """
    health welfare defence defense education culture sport sports youth trade industry agriculture food drug drugs
    justice interior home foreign finance economy energy environment climate water science research technology
    labour labor employment housing transport planning development family women children security safety fisheries
    forests forestry mines information communications relief disaster commerce business tourism arts land
    """.split()
)
POSTS = frozenset(
    """
    minister ministers secretary adviser advisor advisers advisors commissioner commissioners spokesman spokeswoman
    spokesperson ombudsman director inspector officer officers chief official officials administrator envoy
    """.split()
)
ENDINGS = frozenset(
    """
    organization organisation administration agency commission fund committee council bank service services
    authority union association institute board ministry department office conference league group company
    survey bureau foundation executive federation policy affairs prevention security control relief statistics
    research technology development confederation chamber council observatory trust party
    """.split()
)


def taken_apart(tokens: Tokens, voice: Voice) -> list[Voice]:
    """One voice for each source of the phrase."""
    pieces = _pieces(tokens, voice.phrase)
    return [replace(voice, phrase=piece) for piece in pieces]


def _pieces(tokens: Tokens, phrase: Phrase) -> list[Phrase]:
    if tokens[phrase.start].lower == "both":
        phrase = described(tokens, phrase.start + 1, phrase.end) or phrase
    joint = _last_and(tokens, phrase)
    if phrase.sort == "document" and joint > phrase.head + 1 and tokens[phrase.head + 1].lower in ("by", "from"):
        return [phrase]  # a study by two people is one source
    if joint < 0:
        return [phrase]
    last = described(tokens, joint + 1, phrase.end)
    firsts = _split_commas(tokens, phrase.start, joint)
    if last is None or not firsts or not _separate(tokens, firsts[-1], last):
        return [phrase]
    if len(firsts) == 1 and tokens[joint - 1].text == ",":
        return [last]  # "near the front, and some reports suggest": with a comma and no list, a new clause begins
    return [*firsts, last]


def _last_and(tokens: Tokens, phrase: Phrase) -> int:
    for j in range(phrase.end - 2, phrase.start, -1):
        if tokens[j].lower in ("and", "nor"):
            return j
    return -1


def _split_commas(tokens: Tokens, start: int, end: int) -> list[Phrase]:
    """ "A, B" in order; empty when a part of it is no source."""
    bounds = [start - 1, *(j for j in range(start, end) if tokens[j].text == ","), end]
    pieces = []
    for left, right in pairwise(bounds):
        if left + 1 == right:  # the comma of "A, B, and C"
            continue
        piece = described(tokens, left + 1, right)
        if piece is None:
            return []
        pieces.append(piece)
    return pieces


def _separate(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Are these two sources, or one whose name has an "and" in it?"""
    first = [t for t in tokens[one.start : one.end] if t.kind == "word"]
    second = [t for t in tokens[other.start : other.end] if t.kind == "word"]
    if (
        len(first) == 1
        and first[0].lower in states.STATES
        and second[0].lower in states.ADJECTIVES
        and not second[-1].capital
    ):
        return False  # "US and Ukrainian officials"
    if second[-1].lower in ("colleagues", "others", "coauthors"):
        return False
    if second[0].lower in grammar.DETERMINERS:
        return True
    if all(t.lower in states.ADJECTIVES or t.lower in ("north", "south", "east", "west") for t in first):
        return False  # "Ukrainian and South Korean agencies" share their head
    if _shares_post(first, second):
        return False  # "the Health and Welfare Minister, Ann Bell"
    if _shares_head(first, second) or (any(t.lower in OFFICES for t in first) and any(t.lower in LINKS for t in first)):
        return False
    bare = [t for t in first if t.lower not in grammar.ARTICLES]
    if len(bare) <= 2 and second[-1].lower in ENDINGS and not _stands_alone(bare):
        return False  # "the Food and Agriculture Organization"
    return all(is_name(p) or is_plain_noun(p) for p in (first[-1], second[-1]))


def _stands_alone(words: list[Token]) -> bool:
    last = words[-1]
    known = last.lower in states.STATES or last.lower in speakers.OUTLETS or last.lower in speakers.SPEAKERS
    return last.text.isupper() or known or last.lower in ("cross", "watch")


def _shares_post(first: list[Token], second: list[Token]) -> bool:
    """Whether two spheres of an office are named, and the one who holds it behind the second."""
    return first[-1].lower in SPHERES and any(t.lower in POSTS for t in second[:3])


def _shares_head(first: list[Token], second: list[Token]) -> bool:
    """ "defence and interior ministries", "health and police officials"."""
    plain = (
        not first[-1].capital and first[-1].lower not in speakers.SPEAKERS and first[-1].lower not in speakers.DOCUMENTS
    )
    return plain and len(second) > 1
