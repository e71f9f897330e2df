"""Texts of a thousand words to measure the matching's speed on: sentences of the pairs' sources, shuffled."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from .pairs import Pair

SENTENCE_END = re.compile(r"(?<=[a-z\d)][.?!])\s+(?=[A-Z“\"])")
WORDS = 1_000
OF_A_PARAGRAPH = 6  # sentences


def long_texts(pairs: Sequence[Pair], count: int, seed: int = 1) -> Iterator[tuple[Pair, str]]:
    """A pair, and a text of a thousand words in which the sentences of its source stand among many others.

    The same ones on every machine.
    """
    chance = random.Random(seed)
    pool = [sentence for pair in pairs for sentence in sentences_of(pair.source)]
    for at in range(count):
        pair = pairs[at % len(pairs)]
        yield pair, _text([*sentences_of(pair.source), *chance.sample(pool, k=WORDS // 4)], chance)


def sentences_of(text: str) -> list[str]:
    return [sentence for line in text.split("\n") for sentence in SENTENCE_END.split(line) if sentence.strip()]


def _text(sentences: list[str], chance: random.Random) -> str:
    """As many of the first of them as make a thousand words, in another order, in paragraphs."""
    words, taken = 0, []
    for sentence in sentences:
        words += len(sentence.split())
        taken.append(sentence)
        if words >= WORDS:
            break
    chance.shuffle(taken)
    paragraphs = [taken[at : at + OF_A_PARAGRAPH] for at in range(0, len(taken), OF_A_PARAGRAPH)]
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
