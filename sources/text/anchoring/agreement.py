"""The longest common subsequence of two rows of words, as blocks that agree."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Block = tuple[int, int, int]  # where it begins in the one, where in the other, how many words


def blocks_of(one: Sequence[int], other: Sequence[int]) -> list[Block]:
    return [
        (step.src_start, step.dest_start, step.src_end - step.src_start)
        for step in LCSseq.opcodes(one, other)
        if step.tag == "equal"
    ]
