"""Tables of fixed phrases ("no fewer than"), looked up token by token.

A table is read forwards from a token or backwards up to one; the longest
phrase wins. Look-up costs no more than the longest phrase of the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from claims.extraction.words import Token

T = TypeVar("T")

# Stands behind the last token, several times, so that a look ahead, or one back past the
# first token (index -1), needs no check of its own. It touches nothing and matches nothing.
END = Token("sign", "", "", -9, -9)
MARGIN = 8


def padded(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a margin behind them that can be looked at safely."""
    return [*tokens, *[END] * MARGIN]


def glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands between a token and the next one."""
    return tokens[at].end == tokens[at + 1].start


def wordset(*lines: str) -> frozenset[str]:
    """A set of words, written as lines of words."""
    return frozenset(word for line in lines for word in line.split())


class Phrases(Generic[T]):
    """Phrases in small letters, their tokens parted by blanks, each with what it stands for."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        # Longest first, so that the first that fits is the longest that fits.
        for phrase, meaning in sorted(phrases.items(), key=lambda item: -len(item[0].split())):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, meaning))
            self._by_last.setdefault(words[-1], []).append((words, meaning))

    def at(self, tokens: Sequence[Token], first: int) -> tuple[int, T] | None:
        """The phrase that starts at a token: where it ends (exclusive), and its meaning."""
        for words, meaning in self._by_first.get(tokens[first].lower, ()):
            if first + len(words) <= len(tokens) and _fits(tokens, first, words):
                return first + len(words), meaning
        return None

    def before(self, tokens: Sequence[Token], after: int) -> tuple[int, T] | None:
        """The phrase that ends just before a token: where it starts, and its meaning."""
        if after < 1:
            return None
        for words, meaning in self._by_last.get(tokens[after - 1].lower, ()):
            first = after - len(words)
            if first >= 0 and _fits(tokens, first, words):
                return first, meaning
        return None


def _fits(tokens: Sequence[Token], first: int, words: tuple[str, ...]) -> bool:
    for at, word in enumerate(words, start=first):  # noqa: SIM110 -- asked so often that a generator would tell
        if tokens[at].lower != word:
            return False
    return True
