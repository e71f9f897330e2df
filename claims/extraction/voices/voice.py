"""One mention of a source, as a way of naming sources found it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.parts import Mode

from .naming import Phrase


@dataclass(frozen=True, slots=True)
class Voice:
    """The source's phrase, the tokens [cue, cue_end) that say so, and how it says it.

    `relay` is set where the sentence says that this voice was passed on by
    another one ("officials told Reuters"): the name of the other.
    `passes` is set where the voice before passes this one on ("citing …").
    """

    phrase: Phrase
    cue: int
    cue_end: int
    mode: Mode
    relay: Phrase | None = None
    passes: bool = False
