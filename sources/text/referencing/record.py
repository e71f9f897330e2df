"""A work as it is cited: a CSL-JSON record in fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Name:
    """A person (family, given) or, where that is not what it is, a literal name: "World Rain Organization"."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def as_csl(self) -> dict[str, str]:
        parts = {"family": self.family, "given": self.given, "literal": self.literal}
        return {name: value for name, value in parts.items() if value}


@dataclass(frozen=True, slots=True)
class Record:
    """Empty where nothing is said. `issued` is EDTF; `csl` has the CSL-JSON fields that have no place of their own."""

    type: str = "document"
    title: str = ""
    authors: tuple[Name, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: str = ""
    address: str = ""
    doi: str = ""
    csl: dict[str, Any] = field(default_factory=dict)
