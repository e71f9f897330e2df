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
    size: int

    def glued(self, left: int) -> bool:
        """Does token `left` touch the one after it?"""
        one, other = self.tokens[left], self.tokens[left + 1]
        return one.end == other.start and bool(one.text) and bool(other.text)

    def number(self, at: int) -> int | None:
        """The plain number there: digits alone, at most four."""
        text = self.tokens[at].text
        return int(text) if len(text) <= 4 and text.isascii() and text.isdigit() else None

    def capital(self, at: int) -> bool:
        return self.tokens[at].text[:1].isupper()


def read_line(words: Words) -> Line:
    size = len(words.text)
    rim = (Token("sign", "", "", size, size),) * RIM
    tokens = words.tokens + rim
    return Line(words.text, tokens, tuple(token.lower for token in tokens), len(words.tokens))
