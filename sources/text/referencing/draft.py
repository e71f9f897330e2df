"""An entry while it is being read: what was found in it, and the words that are left."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

# Stands where something was taken out: a break between two parts, never a letter of one.
CUT = "\x1f"
TITLE = "\x1e"  # stands where a quoted title stood


def whole(text: str) -> str:
    """The words of a part that reached over a cut."""
    return " ".join(text.replace(CUT, " ").replace(TITLE, " ").split()).strip(" ,;")


@dataclass(slots=True)
class Draft:
    rest: str
    csl: dict[str, Any] = field(default_factory=dict)
    genre: str = ""

    def take(self, pattern: re.Pattern[str], meant: Callable[[re.Match[str]], bool] | None = None) -> bool:
        """Take out the first match; `meant` may refuse it. Whether something was taken."""
        match = pattern.search(self.rest)
        if not match or (meant and not meant(match)):
            return False
        self.cut(match.start(), match.end())
        return True

    def take_all(self, pattern: re.Pattern[str], meant: Callable[[re.Match[str]], bool] | None = None) -> None:
        """Take out every match that `meant` does not refuse, in one walk."""
        self.rest = pattern.sub(lambda match: CUT if not meant or meant(match) else match[0], self.rest)

    def cut(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + CUT + self.rest[end:]

    def keep(self, name: str, value: Any) -> bool:
        """Keep a field of CSL-JSON; of two the first. Always true, for the walks above."""
        if isinstance(value, str):
            value = whole(value)
        if value:
            self.csl.setdefault(name, value)
        return True
