"""The numbers that Word prints before the paragraphs of a list, which stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LEVEL = re.compile(r"%([1-9])")
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
WITHOUT = frozenset({"bullet", "none"})


@dataclass(slots=True)
class Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """numbering.xml: which list a number stands for, and how its levels look. Counts while a document is read."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    list_of: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _list: str = ""
    _num: str = ""
    _level: int = 0

    def opens(self, name: str, found: dict[str, str]) -> None:
        value = found.get("w:val", "")
        if name == "w:abstractNum":
            self._list, self._num = found.get("w:abstractNumId", ""), ""
        elif name == "w:num":
            self._num, self._list = found.get("w:numId", ""), ""
        elif name == "w:abstractNumId" and self._num:
            self.list_of[self._num] = value
        elif name in ("w:lvl", "w:lvlOverride"):
            self._level = _number(found.get("w:ilvl", ""), 0)
        elif name == "w:startOverride" and self._num:
            self.restarts.setdefault(self._num, {})[self._level] = _number(value, 1)
        elif self._list:
            self._describe(name, value)

    def _describe(self, name: str, value: str) -> None:
        level = self.lists.setdefault(self._list, {}).setdefault(self._level, Level())
        if name == "w:numFmt":
            level.format = value
        elif name == "w:lvlText":
            level.text = value[:40]
        elif name == "w:start":
            level.start = _number(value, 1)

    def closes(self, name: str) -> None: ...

    def text(self, words: str) -> None: ...

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list ("3.", "[3]"); "" for a bullet, or no list."""
        key = self.list_of.get(list_id, "")
        levels = self.lists.get(key, {})
        if level not in levels:
            return ""
        counters = self.counters.setdefault(key, {})
        restarts = self.restarts.pop(list_id, {})
        for restarted, start in restarts.items():
            counters[restarted] = start - 1
        counters[level] = counters.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counters if other > level]:
            del counters[deeper]
        if levels[level].format in WITHOUT:
            return ""
        return LEVEL.sub(lambda match: _printed(levels, counters, int(match[1]) - 1), levels[level].text).strip()


def _printed(levels: dict[int, Level], counters: dict[int, int], level: int) -> str:
    shown = levels.get(level, Level())
    number = counters.get(level, shown.start)
    if shown.format in ("lowerLetter", "upperLetter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 10)
        return letters if shown.format == "lowerLetter" else letters.upper()
    if shown.format in ("lowerRoman", "upperRoman") and 0 < number < 4_000:
        return _roman(number) if shown.format == "lowerRoman" else _roman(number).upper()
    return f"{number:02d}" if shown.format == "decimalZero" else str(number)


def _roman(number: int) -> str:
    found = ""
    for value, sign in (*ROMAN, *ROMAN_SMALL):
        found += sign * (number // value)
        number %= value
    return found


def _number(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 7 else otherwise


@dataclass(slots=True)
class Styles:
    """styles.xml: which paragraph styles number by themselves, and what they are called."""

    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    _style: str = ""

    def opens(self, name: str, found: dict[str, str]) -> None:
        value = found.get("w:val", "")
        if name == "w:style":
            self._style = found.get("w:styleId", "")
        elif name == "w:name":
            self.names[self._style] = value.casefold()
        elif name == "w:basedOn":
            self.parents[self._style] = value
        elif name == "w:numId":
            self.lists[self._style] = (value, self.lists.get(self._style, ("", 0))[1])
        elif name == "w:ilvl":
            self.lists[self._style] = (self.lists.get(self._style, ("", 0))[0], _number(value, 0))

    def closes(self, name: str) -> None: ...

    def text(self, words: str) -> None: ...

    def list_of(self, style: str) -> tuple[str, int]:
        """The list and level of a style, its own or inherited."""
        for _ in range(20):  # a circle of styles is no endless one
            if style in self.lists or not style:
                break
            style = self.parents.get(style, "")
        return self.lists.get(style, ("", 0))
