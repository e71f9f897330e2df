"""A sentence cut into tokens, once, for every reader.

All readers walk tokens with a bounded look-ahead instead of running patterns
over raw text: that keeps them linear in the length of hostile text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "possessive", "sign"]

# Every alternative is anchored by its first character and none nests a repeat that can
# match the same text in two ways, so `finditer` is linear.
TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<possessive>['’]s(?![^\W\d_])|(?<=s)['’](?=\s))"
    r"|(?P<word>(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’](?!s(?![^\W\d_]))[^\W\d_]+)*)"
    r"|(?P<sign>\S)"
)


class Token(NamedTuple):
    """`text` as written; `lower` for look-up; `start`, `end` in code points of the sentence.

    A tuple, for a text has hundreds of thousands: a frozen dataclass takes three times as long to make.
    """

    kind: Kind
    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence (marks already blanked out) and its tokens."""

    text: str
    tokens: tuple[Token, ...]


def read_words(sentence: str) -> Words:
    """Cut a sentence into words, numbers, possessives ("'s") and single signs; blanks are dropped.

    "T-72" is word, sign, number; "10k" is number, word, with nothing between;
    "13,000" and "1.5" are one number; "U.S." is one word.
    """
    return Words(
        sentence,
        tuple(
            Token(match.lastgroup, match[0], match[0].lower(), match.start(), match.end())  # type: ignore[arg-type]  # every branch has a name
            for match in TOKEN.finditer(sentence)
        ),
    )
