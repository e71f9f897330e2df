"""The sentences around some words, cut from a longer piece of the same text. Pure."""

from __future__ import annotations

import re

AROUND = 400  # characters on either side that are fetched for this
SHORT = 8  # letters; less than that is the end of the quote's own sentence
STOP = re.compile(
    r"[.!?…](?:[”\"’)]|\s?\[[^\]\n]{1,20}\])*(?=\s|$)"
)  # soft context, so a rough end of a sentence will do


def sentence_before(text: str) -> str:
    """The rest of the words' own sentence, or the whole of the one before it; from a whole word on."""
    line = text.rpartition("\n")[2]
    ends = [match.end() for match in STOP.finditer(line.rstrip())]
    start = next((end for end in reversed(ends) if line[end:].strip()), 0)
    if start or len(line) < AROUND or " " not in line:
        return line[start:].lstrip() if start else line
    return "…" + line.partition(" ")[2]


def sentence_after(text: str) -> str:
    """What is left of the words' own sentence with its marks, and the next one; to a whole word."""
    line = text.partition("\n")[0]
    ends = [match.end() for match in STOP.finditer(line)]
    end = next((end for end in ends if len(line[:end].strip(" .[]0123456789,–-")) > SHORT), 0)
    if end or len(line) < AROUND or " " not in line:
        return line[: end or None]
    return line.rpartition(" ")[0] + "…"
