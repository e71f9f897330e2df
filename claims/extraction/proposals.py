"""What became of the proposals of an extractor that may only propose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# By whom a claim was found: read by the rules, or proposed by a model and read again by the rules.
Origin = Literal["rules", "model"]

Reason = Literal[
    "malformed",  # not the shape that was asked for
    "words_not_in_text",  # quoted words that do not stand in the text
    "over_a_sentence",  # a quote that is no part of one sentence
    "figure_not_in_words",  # no such figure in the quoted words, or none that can be read there
    "figure_differs",  # the words say another value than the proposal
    "already_found",  # the rules have it
    "duplicate",  # proposed before
    "nothing_to_check",  # neither a figure nor a date in it
    "too_many",  # more than a passage can hold
]


@dataclass(frozen=True, slots=True)
class Proposals:
    """`kept` of them became claims; the others were dropped, counted by reason.

    `problem` says in plain sentences what kept the extractor from asking, or its
    endpoint from answering; empty where nothing did. What the rules read is whole
    in any case.
    """

    kept: int = 0
    dropped: Mapping[Reason, int] = field(default_factory=dict)
    problem: str = ""
