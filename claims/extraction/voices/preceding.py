"""The noun phrase that ends before a verb, if it can name a source.

There is no tagger here. A phrase is walked outward from its edge, word by
word and never further than LONGEST tokens, and the small words of `grammar`
tell where it stops. What it finds is right for phrases that name who speaks
("envoy to Yemen Hans Grundberg", "a spokesman for the ministry"); it is
no parser of English.
"""
# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.words import Token

from . import grammar, speakers, states
from .naming import LINKS, LONGEST, POSTMODIFIERS, PUBLISHED, Phrase, definite, described
from .tokens import (
    CLOSED,
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


def _bracket_start(tokens: Tokens, i: int) -> int:
    """Of the closing bracket at i, where "(SOHR)" opens; -1 where it does not look like an abbreviation."""
    if i >= 2 and tokens[i - 2].text == "(" and tokens[i - 1].kind == "word" and tokens[i - 1].capital:
        return i - 2
    return -1


def _chunk_start(tokens: Tokens, last: int) -> int:
    """Where the plain noun phrase that ends with token `last` starts; -1 when it cannot end one."""
    at = last
    if at >= 0 and tokens[at].text == ")":
        at = _bracket_start(tokens, at) - 1
    if at >= 3 and tokens[at].text == "." and tokens[at - 1].lower == "al" and tokens[at - 2].lower == "et":
        at -= 3
    if at < 0 or not (is_name(tokens[at]) or is_plain(tokens[at])):
        return -1
    floor = max(-1, last - LONGEST)
    j = at - 1
    while j > floor:
        step = _step_left(tokens, j)
        if step == 0:
            break
        j -= abs(step)
        if step < 0:  # a determiner is always the first word of its phrase
            break
    return _past_gerund(tokens, j + 1, last)


def _past_gerund(tokens: Tokens, start: int, last: int) -> int:
    """ "beating analysts" is a deed, "leading analysts" are people."""
    low = tokens[start].lower
    deed = low.endswith("ing") and not tokens[start].capital and low not in GERUND_ADJECTIVES
    return start + 1 if deed and start < last else start


GERUND_ADJECTIVES = frozenset(
    """
    leading ruling visiting monitoring polling governing housing mining banking engineering shipping surviving
    remaining sitting acting retiring outgoing incoming competing broadcasting publishing manufacturing farming
    fishing advertising marketing consulting investigating arresting attending commanding founding managing
    opposing participating rating ratings neighbouring neighboring
    """.split()
)


def _determined(tokens: Tokens, j: int) -> bool:
    """Does an article open the phrase one or two words before j: "a new WHO report"?"""
    if j < 1 or not is_plain(tokens[j]):
        return False
    return tokens[j - 1].lower in grammar.ARTICLES or (
        j >= 2 and is_plain(tokens[j - 1]) and tokens[j - 2].lower in grammar.ARTICLES
    )


def _step_left(tokens: Tokens, j: int) -> int:
    """How many tokens up to j belong to the phrase that goes on at j + 1: 0 none, negative when they open it."""
    token, low = tokens[j], tokens[j].lower
    if token.kind == "possessive" or joins(tokens, j):
        return 2 if j >= 1 and tokens[j - 1].kind in ("word", "number") else 0
    if touches_name(tokens, j):
        return 1
    if token.kind == "number":
        return _number_left(tokens, j)
    if token.kind != "word":
        return 0
    if is_name(token):
        return 1
    if is_day_of_title(tokens, j) or (low == "the" and is_epithet(tokens, j)):
        return 1
    if low in grammar.DETERMINERS:
        second = low in SECOND_DETERMINERS and j >= 1 and tokens[j - 1].lower in grammar.DETERMINERS
        return -2 if second else -1
    if _opens_name(tokens[j + 1]):
        return 1 if _may_precede_name(tokens, j) else 0
    return 1 if is_plain(token) else 0


SECOND_DETERMINERS = frozenset("other such more few two three".split())


def _number_left(tokens: Tokens, j: int) -> int:
    """ "a 2019 study", "the ministry's 2019 report", "a survey of 4,000 adults"; any other number ends the phrase."""
    if j < 1 or tokens[j + 1].kind != "word":
        return 0
    if tokens[j - 1].kind == "possessive" or tokens[j - 1].lower == "of":
        return 1
    return -2 if tokens[j - 1].lower in grammar.DETERMINERS else 0


def _opens_name(token: Token) -> bool:
    particle = token.kind == "word" and token.lower in speakers.PARTICLES and not is_plain_noun(token)
    return is_name(token) or particle


def _may_precede_name(tokens: Tokens, j: int) -> bool:
    """A word in small letters before a name: an office, a particle, an adjective that an article opens."""
    low = tokens[j].lower
    if low in CLOSED:
        return False
    words = (speakers.PREFIXES, speakers.PARTICLES, speakers.SPEAKERS, states.ADJECTIVES)
    return any(low in some for some in words) or joins(tokens, j - 1) or _determined(tokens, j)


def phrase_before(tokens: Tokens, last: int, *, anyone: bool = False, owner: bool = False) -> Phrase | None:
    """The noun phrase that ends with token `last`, if it can name a source.

    `anyone`: the words behind it make anybody a source ("a shopkeeper said that"). `owner`: it is no subject, so that
    it may hang on a preposition ("said of the CIA's claim").
    """
    start = _chunk_start(tokens, last)
    if start < 0:
        return None
    parts = [start]
    for _ in range(6):
        earlier = _linked_before(tokens, parts[-1], last)
        if earlier < 0:
            break
        parts.append(earlier)
    found = described(tokens, parts[-1], last + 1)
    if found is None and len(parts) > 1:
        # "In the north of France officials said": officials speak, whatever the words before them hang on.
        inner = described(tokens, parts[0], last + 1)
        found = inner if inner and inner.sort == "speaker" and not tokens[inner.head].capital else None
    if found is None and anyone:
        found = definite(tokens, parts[-1], last + 1, plural=True)
    return None if found and not owner and _hangs(tokens, found) else found


def _hangs(tokens: Tokens, found: Phrase) -> bool:
    """ "a win over Randy Neumann proved": the name is no subject, the noun before its preposition is."""
    before = found.start - 1
    if (
        before < 1
        or (found.sort == "speaker" and not tokens[found.head].capital)
        or tokens[before].lower not in grammar.PREPOSITIONS
    ):
        return False
    governor = tokens[before - 1]
    return governor.kind in ("word", "number") and governor.lower not in CLOSED and before - 1 > 0


def _linked_before(tokens: Tokens, start: int, last: int) -> int:
    """The start of the phrase that [start, last] hangs on by "of", "for", "and" or plain apposition; -1: none."""
    if start < 1 or last - start > LONGEST:
        return -1
    before = tokens[start - 1]
    if before.lower in LINKS and start >= 2:
        return _chunk_start(tokens, _hangs_on(tokens, start - 2))
    if before.lower == "as" and start >= 3 and tokens[start - 2].lower == "such":
        return _chunk_start(tokens, start - 3)
    if before.lower in ("and", "nor", "or") and start >= 2:
        listed = _listed_before(tokens, start - 2)
        return -1 if listed >= 0 and _begins_clause(tokens, listed, start) else listed
    # "rights group the Kurdish Observatory": a common noun straight before a name with "the".
    if tokens[start].lower == "the" and before.lower in speakers.SPEAKERS and not before.capital:
        return _chunk_start(tokens, start - 1)
    return -1


def _begins_clause(tokens: Tokens, listed: int, start: int) -> bool:
    """Does a new clause begin behind the "and": "900 are permanent, and the union says"?"""
    if tokens[start - 2].text == ",":
        return all(t.text != "," for t in tokens[listed : start - 2])
    return tokens[start].lower in grammar.DETERMINERS and described(tokens, listed, start - 1) is None


def _hangs_on(tokens: Tokens, j: int) -> int:
    """Past "close" in "sources close to", past "released" in "figures released by"."""
    past = tokens[j].lower in POSTMODIFIERS and is_speaking(tokens[j - 1])
    past = past or (tokens[j].lower in PUBLISHED and is_documentary(tokens[j - 1]))
    return j - 1 if past and j else j


def _listed_before(tokens: Tokens, last: int) -> int:
    """The start of "A, B" before "and C"."""
    if tokens[last].text == ",":
        last -= 1
    start = _chunk_start(tokens, last)
    while start >= 2 and tokens[start - 1].text == "," and last - start < LONGEST:
        earlier = _chunk_start(tokens, start - 2)
        if earlier < 0 or not any(is_name(t) for t in tokens[earlier : start - 1]):
            break
        if earlier >= 1 and tokens[earlier - 1].lower in grammar.PREPOSITIONS:
            return earlier if earlier >= 2 and is_plain_noun(tokens[earlier - 2]) else start
        start = earlier
    return start
