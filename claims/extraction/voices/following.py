"""The noun phrase that starts after a preposition or an inverted verb, if it can name a source.

Walked outward like the one of `preceding`: "according to researchers at the
University of Oxford, who" ends before the comma.
"""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.words import Token

from . import grammar, speakers
from .naming import LINKS, LONGEST, POSTMODIFIERS, PUBLISHED, Phrase, definite, described
from .tokens import (
    Tokens,
    is_day_of_title,
    is_documentary,
    is_epithet,
    is_name,
    is_plain,
    is_plain_noun,
    is_speaking,
    joins,
    touches_name,
)


def _chunk_end(tokens: Tokens, first: int) -> int:
    """Where the plain noun phrase that starts with token `first` ends; `first` when there is none."""
    j = first
    end = min(len(tokens), first + LONGEST)
    while j < end and tokens[j].lower in grammar.DETERMINERS and tokens[j].kind == "word" and j - first < 2:
        j += 1
    if first < j < end and tokens[j].lower == "of" and tokens[first].lower not in grammar.ARTICLES:
        return j  # "one of the authors"
    opened = j
    while j < end:
        step = _step_right(tokens, j, opened)
        if step == 0:
            break
        j += step
    return j if j > opened else first


def _step_right(tokens: Tokens, j: int, opened: int) -> int:
    """How many tokens from j on belong to the phrase that was opened at `opened`; 0: it ends before j."""
    token = tokens[j]
    if j == opened:
        return _first_step(tokens, j)
    if token.kind == "possessive" or joins(tokens, j):
        return 2 if j + 1 < len(tokens) and tokens[j + 1].kind in ("word", "number") else 0
    if touches_name(tokens, j - 1):
        return 1
    if token.text == "(":
        return _bracket_step(tokens, j)
    if token.kind != "word":
        return 0
    if is_name(token):
        return 1
    return _inside_name(tokens, j) or _plain_step(tokens, j, tokens[j - 1])


def _first_step(tokens: Tokens, j: int) -> int:
    token = tokens[j]
    if token.kind == "number":  # "a 2019 study"
        determined = j > 0 and tokens[j - 1].lower in grammar.DETERMINERS
        return int(determined and j + 1 < len(tokens) and tokens[j + 1].kind == "word")
    if not token.capital and token.lower.endswith("ed") and j > 0 and tokens[j - 1].lower in grammar.ARTICLES:
        return 1  # "the disputed report"
    return int(token.kind == "word" and (is_name(token) or is_plain(token) or is_day_of_title(tokens, j)))


def _bracket_step(tokens: Tokens, j: int) -> int:
    """ "(WHO)" belongs to the name before it."""
    closed = j + 2 < len(tokens) and tokens[j + 2].text == ")"
    return 3 if closed and tokens[j + 1].kind == "word" and tokens[j + 1].capital else 0


def _inside_name(tokens: Tokens, j: int) -> int:
    """The small words of a name: "et al.", "Ursula von der Leyen", "activist group the Observatory"."""
    low, before = tokens[j].lower, tokens[j - 1]
    if j + 1 >= len(tokens):
        return 0
    if is_day_of_title(tokens, j) or (low == "the" and is_epithet(tokens, j)):
        return 1
    if low == "et" and tokens[j + 1].lower == "al":
        return 3 if j + 2 < len(tokens) and tokens[j + 2].text == "." else 2
    if not is_name(tokens[j + 1]):
        return 0
    particle = low in speakers.PARTICLES and is_name(before)
    return int(particle or (low == "the" and before.lower in speakers.SPEAKERS and not before.capital))


def _plain_step(tokens: Tokens, j: int, before: Token) -> int:
    """A word in small letters goes on with the phrase until the noun that speaks has been reached."""
    if not is_plain(tokens[j]):
        return 0
    if is_plain_noun(tokens[j]):
        return 1
    if is_name(before) or is_plain_noun(before):
        # "Reuters correspondents" and "health officials" go on, "Reuters killed" and "officials reached" do not.
        return 1 if j + 1 < len(tokens) and is_plain_noun(tokens[j + 1]) and touching_words(tokens, j) else 0
    return 1


def touching_words(tokens: Tokens, j: int) -> bool:
    return tokens[j + 1].start - tokens[j].end <= 1 and not tokens[j + 1].capital


def phrase_after(tokens: Tokens, first: int, *, anyone: bool = False) -> Phrase | None:
    """The noun phrase that starts with token `first`, with what hangs on it, if it can name a source.

    `anyone`: the words before it make any definite noun a source ("according to the landlady").
    """
    end = _chunk_end(tokens, first)
    if end == first:
        return None
    for _ in range(5):
        further = _linked_after(tokens, first, end)
        if further <= end:
            break
        end = further
    return described(tokens, first, end) or (definite(tokens, first, end) if anyone else None)


def _linked_after(tokens: Tokens, first: int, end: int) -> int:
    if end >= len(tokens) - 1 or end - first > LONGEST:
        return -1
    low = tokens[end].lower
    if low == "and":
        return _listed_after(tokens, end + 1)
    if low == ",":
        return _comma_list_after(tokens, end)
    if low in PUBLISHED and is_documentary(tokens[end - 1]):
        return _published_after(tokens, end)
    if low in POSTMODIFIERS and is_speaking(tokens[end - 1]) and tokens[end + 1].lower in LINKS:
        reach = _chunk_end(tokens, end + 2)
        return reach if reach > end + 2 else -1
    if low not in LINKS or not _link_holds(tokens, first, end):
        return -1
    reach = _chunk_end(tokens, end + 1)
    return reach if reach > end + 1 else -1


def _published_after(tokens: Tokens, at: int) -> int:
    """ "a study published in The Lancet", "figures compiled by the UN"."""
    at += 1
    if at < len(tokens) and tokens[at].lower in ("out",):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in ("by", "in", "for", "on") or _is_time(tokens[at + 1]):
        return -1
    reach = _chunk_end(tokens, at + 1)
    return reach if reach > at + 1 else -1


def _is_time(token: Token) -> bool:
    return token.kind == "number" or token.lower in grammar.TIMES or token.lower in ("this", "that", "his", "her")


def _link_holds(tokens: Tokens, first: int, at: int) -> bool:
    """Does the preposition at `at` belong to the source, rather than to the sentence around it?"""
    low, before, after = tokens[at].lower, tokens[at - 1], tokens[at + 1]
    if low == "of" and after.kind == "number" and is_documentary(before):
        return True
    if _is_time(after) and not (
        low in ("of", "for", "by") and after.kind == "word" and after.lower not in grammar.TIMES
    ):
        return False
    if after.lower in grammar.ARTICLES and at + 2 < len(tokens) and tokens[at + 2].lower in grammar.TIMES:
        return False
    if low in ("of", "for", "at"):
        return after.capital or not after.lower.endswith("ing")
    if low in ("from", "by"):
        return is_documentary(before) or is_speaking(before)
    if low == "in":
        speaks = any(is_speaking(t) or is_documentary(t) for t in tokens[first:at])
        return (is_name(after) and speaks) or (before.lower in speakers.DOCUMENTS and after.lower == "the")
    if low == "to":
        return before.lower in TO_HEADS
    if low == "on":
        return before.lower in ON_HEADS and (is_name(after) or after.lower == "the")
    return low == "with" and (is_speaking(before) or before.lower == "interview")


TO_HEADS = frozenset(
    """
    envoy ambassador adviser advisor aide ambassadors delegate delegates advisers advisors aides representative
    representatives envoys counsel secretary close
    """.split()
)
ON_HEADS = frozenset(
    """
    committee commission council rapporteur expert experts panel institute centre center office observatory
    coalition network campaign inquiry report study
    """.split()
)


def _listed_after(tokens: Tokens, first: int) -> int:
    """The end of the phrase behind "and", if it can be another source."""
    end = _chunk_end(tokens, first)
    if end == first:
        return -1
    named = is_name(tokens[end - 1]) or is_plain_noun(tokens[end - 1]) or tokens[end - 1].text == ")"
    return end if named and not (end < len(tokens) and tokens[end].lower in grammar.AUXILIARIES) else -1


def _comma_list_after(tokens: Tokens, comma: int) -> int:
    """The end of "B and C" or "B, and C" behind "A,"; -1 when the comma ends the source."""
    end, at = -1, comma
    for _ in range(6):
        reach = _chunk_end(tokens, at + 1)
        if reach == at + 1 or not is_name(tokens[reach - 1]):
            return -1
        if reach + 1 < len(tokens) and tokens[reach].text == "," and tokens[reach + 1].lower == "and":
            reach += 1
        if reach < len(tokens) and tokens[reach].lower == "and":
            return _listed_after(tokens, reach + 1)
        if reach >= len(tokens) or tokens[reach].text != ",":
            return -1
        at = reach
    return end
