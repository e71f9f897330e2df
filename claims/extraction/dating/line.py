"""A sentence as the readers of dates walk it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.words import Token, Words

RIM = 12  # no reader looks further than this from where it stands


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens with a rim of empty ones behind the last.

    A look-up past the end finds an empty token; one before the first wraps round to
    the rim and finds an empty token too, so readers look about without checking bounds.
    """

    text: str
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    numbers: tuple[int | None, ...]
    size: int

    def glued(self, left: int) -> bool:
        """Does token `left` touch the one after it?"""
        one, other = self.tokens[left], self.tokens[left + 1]
        return one.end == other.start and bool(one.text) and bool(other.text)

    def number(self, at: int) -> int | None:
        """The plain number there: digits alone, at most four."""
        return self.numbers[at]

    def capital(self, at: int) -> bool:
        return self.tokens[at].text[:1].isupper()


def read_line(words: Words) -> Line:
    size = len(words.text)
    rim = (Token("sign", "", "", size, size),) * RIM
    tokens = words.tokens + rim
    low = tuple(token.lower for token in tokens)
    return Line(words.text, tokens, low, tuple(map(_plain_number, low)), len(words.tokens))


def _plain_number(text: str) -> int | None:
    return int(text) if len(text) <= 4 and text.isdigit() and text.isascii() else None
