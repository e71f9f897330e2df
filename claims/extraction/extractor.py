"""An extractor is a plug: text in, a reading out. The rules are the default.

An extractor that asks somebody else lives outside of this library (in
`claims.extractors`), for this one knows no network.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

from .reading import Reading, read_in_steps


class Extractor(Protocol):
    """Whatever reads the claims of a text."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes when the same text may be read otherwise."""
        ...

    def read_in_steps(self, text: str, today: str | None = None) -> Generator[float, None, Reading]:
        """Tells the share read so far (0 to 1) now and then; returns the reading.

        `today` is the article's own date as EDTF. Never raises for what a text holds.
        """
        ...


@dataclass(frozen=True, slots=True)
class Rules:
    """The readers of this library and nothing else."""

    name: str = "rules"
    version: str = "2"

    def read_in_steps(self, text: str, today: str | None = None) -> Generator[float, None, Reading]:
        return read_in_steps(text, today)


RULES = Rules()
