"""Composed characters (NFC), in time that grows with the text only.

Sorting a stack of combining signs takes its height squared, so a hundred
thousand accents on one letter would take minutes. A stack higher than any
writing system needs (Unicode's "stream-safe" limit, UAX 15) stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HIGHEST_STACK = 30
FIRST, LAST = 0x300, 0x1F000  # no character outside these combines


def compose(text: str) -> str:
    if text.isascii():
        return text
    pieces = _stacks().split(text)
    return "".join(
        piece if at % 2 else unicodedata.normalize("NFC", piece)  # every second piece is a stack
        for at, piece in enumerate(pieces)
    )


@lru_cache(maxsize=1)
def _stacks() -> re.Pattern[str]:
    combining = "".join(chr(code) for code in range(FIRST, LAST) if unicodedata.combining(chr(code)))
    return re.compile(f"([{re.escape(combining)}]{{{HIGHEST_STACK + 1},}})")
