"""Whom a pronoun at the front of a sentence stands for, where the sentence before leaves only one answer."""

from __future__ import annotations

from .voices import grammar, speakers, states
from .voices.following import phrase_after
from .voices.tokens import Tokens, is_name
from .words import read_words

LONGEST = 400  # characters of a sentence that can be certain about anything
PLURAL = frozenset(("they", "their"))
SINGULAR = frozenset(("it", "its"))
PERSONAL = frozenset(("he", "she", "his", "her"))
POSSESSIVE = frozenset(("their", "its", "his"))
PRONOUNS = PLURAL | SINGULAR | PERSONAL


def antecedent_of(pronoun: str, previous: str) -> str | None:
    """What the pronoun stands for, as `previous` puts it; None wherever there is a doubt."""
    low = pronoun.lower()
    if low not in PRONOUNS or low == "her" or len(previous) > LONGEST:  # "her" may be an object
        return None
    tokens = read_words(previous).tokens
    subject = _subject(tokens)
    if subject is None:
        return None
    start, end = subject
    if not _matches(low, tokens, start, end) or _has_rival(low, tokens, end):
        return None
    words = previous[tokens[start].start : tokens[end - 1].end]
    return words + ("'" if words.endswith("s") else "'s") if low in POSSESSIVE else words


def _subject(tokens: Tokens) -> tuple[int, int] | None:
    """The phrase a sentence begins with, if a verb follows it."""
    if (
        not tokens
        or tokens[0].lower in speakers.PRONOUNS | grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.ADVERBS
    ):
        return None
    found = phrase_after(tokens, 0)
    if found is None or found.end >= len(tokens) or tokens[found.end].kind != "word":
        return None
    following = tokens[found.end].lower
    verb = following in grammar.AUXILIARIES or following in grammar.IRREGULAR_VERBS or following.endswith(("ed", "s"))
    plain = not any(
        token.lower in ("and", "or") or token.kind == "possessive" for token in tokens[found.start : found.end]
    )
    return (found.start, found.end) if verb and plain else None


def _matches(low: str, tokens: Tokens, start: int, end: int) -> bool:
    head = tokens[end - 1]
    if low in PLURAL:
        plural = head.lower.endswith(("s", "men", "women"))
        return (end == 1 or not head.capital) and head.lower in speakers.PEOPLE and plural
    if low in SINGULAR:
        return head.capital and (head.lower in speakers.BODIES or head.lower in states.STATES)
    person = tokens[start].lower in speakers.TITLES or tokens[start].lower in speakers.PEOPLE
    return all(is_name(t) or t.text == "." for t in tokens[start:end]) and (person and end - start >= 2)


def _has_rival(low: str, tokens: Tokens, end: int) -> bool:
    """Could the rest of the sentence offer another one?"""
    rest = [token for token in tokens[end + 1 :] if token.lower not in grammar.TIMES]
    if low in PLURAL:
        return any(_looks_plural(token.lower) for token in rest if token.kind == "word")
    if low in PERSONAL:
        return any(
            is_name(token) or token.lower in speakers.PEOPLE or token.lower in ("man", "woman") for token in rest
        )
    return any(token.lower in grammar.ARTICLES or is_name(token) or token.lower in ("this", "that") for token in rest)


def _looks_plural(low: str) -> bool:
    irregular = low in ("people", "men", "women", "children", "police", "troops")
    return irregular or (
        low.endswith("s") and not low.endswith(("ss", "us", "is")) and low not in ("was", "has", "as", "its")
    )
