"""What one token can be inside a noun phrase: a name, a plain noun, the sign that joins two words."""

# ruff: noqa: SIM905 -- words are read and edited as words, not as a column of quotes

from __future__ import annotations

from claims.extraction.words import Token

from . import grammar, speakers

Tokens = tuple[Token, ...]

CLOSED = grammar.CONJUNCTIONS | grammar.AUXILIARIES | grammar.PREPOSITIONS | speakers.PRONOUNS


def is_name(token: Token) -> bool:
    """A capitalised word that is neither a small word at the start of a sentence nor a month or day."""
    if token.kind != "word" or token.text == token.lower:  # "comScore" and "eBay" are names too
        return False
    low = token.lower
    if low in (grammar.CALENDAR if token.start else grammar.TIMES) and low not in ("may", "march", "jan"):
        return False
    if low in speakers.PRONOUNS and not token.text.isupper():
        return False
    if token.start == 0:
        return not (low in CLOSED or low in grammar.DETERMINERS or low in grammar.ADVERBS)
    return (low not in grammar.DETERMINERS and low not in ("i", "he", "she", "it", "they", "we")) or (
        token.text.isupper() and len(low) > 1
    )


EPITHETS = frozenset(
    """
    elder younger great bold bald wise conqueror magnificent terrible venerable impaler confessor apostle baptist
    children
    """.split()
)


def is_epithet(tokens: Tokens, the: int) -> bool:
    """ "Pliny the Elder", "Save the Children": the article stands inside a name."""
    if not 0 < the < len(tokens) - 1 or tokens[the + 1].lower not in EPITHETS:
        return False
    return tokens[the + 1].capital and is_name(tokens[the - 1])


def is_day_of_title(tokens: Tokens, j: int) -> bool:
    """ "The Sunday Times" is no day."""
    if not 0 < j < len(tokens) - 1 or tokens[j].lower not in grammar.DAYS:
        return False
    return tokens[j - 1].lower == "the" and is_name(tokens[j + 1])


def is_plain(token: Token) -> bool:
    """A word in small letters that may stand inside a noun phrase."""
    low = token.lower
    if token.kind != "word" or low in CLOSED or low in grammar.ADVERBS or low in grammar.DETERMINERS:
        return False
    if low in grammar.IRREGULAR_VERBS and low != "led":
        return False
    if low.endswith("ed") and not low.startswith("un") and low not in grammar.PARTICIPIAL_ADJECTIVES:
        return False
    return not (low.endswith("ly") and low not in grammar.NOUNS_IN_LY) and low not in grammar.DAYS


def is_speaking(token: Token) -> bool:
    return token.lower in speakers.SPEAKERS


def is_documentary(token: Token) -> bool:
    return token.lower in speakers.DOCUMENTS or token.lower in speakers.FAINT


def touching(left: Token, right: Token) -> bool:
    return left.end == right.start


def is_dot_inside(tokens: Tokens, i: int) -> bool:
    """The dot of "Dr. Smith" or "George W. Bush"."""
    if not 0 < i < len(tokens) - 1 or tokens[i].text != "." or not touching(tokens[i - 1], tokens[i]):
        return False
    before = tokens[i - 1]
    short = before.lower in speakers.TITLES or (len(before.text) == 1 and before.capital)
    return short and before.kind == "word" and tokens[i + 1].capital


def joins(tokens: Tokens, i: int) -> bool:
    """A sign that holds two words of one phrase together: a hyphen, an ampersand, the dot of a title."""
    if not 0 < i < len(tokens) - 1:
        return False
    text = tokens[i].text
    if text in ("-", "‑", "/"):
        return touching(tokens[i - 1], tokens[i]) and touching(tokens[i], tokens[i + 1])
    return text == "&" or is_dot_inside(tokens, i)


def is_plain_noun(token: Token) -> bool:
    return is_speaking(token) or is_documentary(token)


def touches_name(tokens: Tokens, j: int) -> bool:
    """Is token j one piece with the one behind it, as in "GCR2P" and "5G"?"""
    if j + 1 >= len(tokens) or not touching(tokens[j], tokens[j + 1]):
        return False
    kinds = {tokens[j].kind, tokens[j + 1].kind}
    return kinds == {"word", "number"} and (tokens[j].capital or tokens[j + 1].capital)
