"""An attribution as given: who says so, by what word, through whom."""

from __future__ import annotations

from typing import Any, get_args

from claims.extraction.parts import Mode

from .faults import Given

FIELDS = ("agent", "cue", "mode", "chain")
MODES = get_args(Mode)
LONGEST_AGENT = 500
MOST_VOICES = 20


def read_voice(given: Given) -> dict[str, Any]:
    """The columns of an attribution without its words."""
    agent = given.text("agent", LONGEST_AGENT, needed="Say who says so.")
    return {
        "attribution_agent": agent,
        "attribution_cue": given.text("cue", 100),
        "attribution_mode": given.word("mode", MODES),
        "attribution_chain": _chain(given, agent),
    }


def _chain(given: Given, agent: str) -> list[str]:
    """The relaying voice first, the root last: the agent."""
    chain = given.data.get("chain")
    if chain is None or chain == []:
        return [agent] if agent else []
    if not isinstance(chain, list) or not all(isinstance(voice, str) for voice in chain):
        given.refuse("chain", "This must be a list of names.", "wrong_type")
        return []
    if not all(voice.strip() for voice in chain):
        given.refuse("chain", "A voice has a name.", "blank")
    if len(chain) > MOST_VOICES or any(len(voice) > LONGEST_AGENT for voice in chain):
        given.refuse("chain", f"A chain has at most {MOST_VOICES} voices of {LONGEST_AGENT} characters.", "too_long")
        return []
    if not all(voice.isprintable() for voice in chain):
        given.refuse("chain", "There is a character in it that cannot be kept.")
    if agent and chain[-1] != agent:
        given.refuse("chain", f"A chain ends with who says so first of all: “{agent}”.")
    return list(chain)
