"""How much of a machine one file may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` on the clock, `cpu_seconds` of work, bytes of `memory`, characters of `text`, `pages` of a PDF."""

    seconds: float = 90
    cpu_seconds: int = 60
    memory: int = 512 * 1024 * 1024
    text: int = 20_000_000
    pages: int = 2_000


LIMITS = Limits()
