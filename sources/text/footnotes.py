"""Markdown's footnotes, taken out before its parser runs: "[^name]" becomes "[2]", its definition an entry.

Numbers go by first use, as every renderer numbers them; behind the numbers of
a reference list that the text has of its own. Every line keeps its place, so
that a block still knows the lines it was written on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .references import find_references

FENCE = re.compile(r"[\s>]{0,40}(`{3,}|~{3,})")
DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]{1,80})\]:[ \t]{0,4}")
USE = re.compile(r"\[\^([^\]\s]{1,80})\](?!\()")
CODE = re.compile(r"(?<!`)(`{1,8})(?!`)")
INDENTED = re.compile(r"(?: {2,}|\t)\S")
BEGINS_A_BLOCK = re.compile(r" {0,3}(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|```|~~~|\[\d{1,4}\]:?\s)")


@dataclass(slots=True)
class Footnote:
    """A definition: its lines without the label, and the number of the line it begins on."""

    name: str
    first: int
    lines: list[str]
    number: int = 0


@dataclass(slots=True)
class Footnotes:
    """The text without its definitions, whose lines are empty now; and these in the order of their numbers."""

    lines: list[str]
    notes: list[Footnote] = field(default_factory=list)
    has_own: bool = False  # a reference list besides
    dropped: int = 0  # definitions of a name that has one already

    @property
    def renamed(self) -> bool:
        return any(note.name != str(note.number) for note in self.notes)


def take_footnotes(lines: list[str]) -> Footnotes:
    code = _code_lines(lines)
    notes = _definitions(lines, code)
    names = {note.name: note for note in reversed(notes)}  # the first of two with the same name
    if not notes and not any("[^" in line for line in lines):
        return Footnotes(lines)
    rest = list(lines)
    for note in notes:
        rest[note.first : note.first + len(note.lines)] = [""] * len(note.lines)
    lists = find_references("\n".join(rest))
    own = max((entry.number or 0 for references in lists for entry in references.entries), default=0)
    numbers = _numbers(rest, code, names, own)
    for note in notes:
        note.number = numbers.setdefault(note.name, own + len(numbers) + 1)
    rest = [line if code[at] else _numbered(line, numbers) for at, line in enumerate(rest)]
    for note in notes:
        note.lines = [_numbered(line, numbers) for line in note.lines]
    kept = sorted(names.values(), key=lambda note: note.number)
    return Footnotes(rest, kept, has_own=own > 0, dropped=len(notes) - len(kept))


def _code_lines(lines: list[str]) -> list[bool]:
    """Which lines stand in fenced code."""
    found: list[bool] = []
    fence = ""
    for line in lines:
        match = FENCE.match(line)
        inside = bool(fence)
        if match and not fence:
            fence = match[1]
        elif match and match[1].startswith(fence) and not line[match.end() :].strip():
            fence = ""
        found.append(inside or bool(match))
    return found


def _definitions(lines: list[str], code: list[bool]) -> list[Footnote]:
    found: list[Footnote] = []
    at = 0
    while at < len(lines):
        match = None if code[at] else DEFINITION.match(lines[at])
        if not match:
            at += 1
            continue
        end = _definition_end(lines, at + 1)
        body = [lines[at][match.end() :], *(line.strip(" \t") for line in lines[at + 1 : end])]
        found.append(Footnote(match[1], at, body))
        at = end
    return found


def _definition_end(lines: list[str], at: int) -> int:
    """Behind the last line of a definition: what follows at once, and what is indented behind an empty line."""
    end = at
    empty = False
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            empty = True
        elif INDENTED.match(line) or not (empty or DEFINITION.match(line) or BEGINS_A_BLOCK.match(line)):
            empty, end = False, at + 1
        else:
            break
        at += 1
    return end


def _numbers(lines: list[str], code: list[bool], names: dict[str, Footnote], own: int) -> dict[str, int]:
    """A number for every name, by first use. A bare number is a mark even without a definition."""
    numbers: dict[str, int] = {}
    for at, line in enumerate(lines):
        for name in [] if code[at] else _uses(line):
            if name in names or name.isdecimal():
                numbers.setdefault(name, own + len(numbers) + 1)
    return numbers


def _uses(line: str) -> Iterator[str]:
    if "[^" in line:
        for is_code, part in _split(line):
            if not is_code:
                yield from (match[1] for match in USE.finditer(part))


def _numbered(line: str, numbers: dict[str, int]) -> str:
    if "[^" not in line:
        return line
    return "".join(
        part if is_code else USE.sub(lambda match: f"[{numbers[match[1]]}]" if match[1] in numbers else match[0], part)
        for is_code, part in _split(line)
    )


def _split(line: str) -> Iterator[tuple[bool, str]]:
    """The line in turns of text and of `code`; a run of backticks that is not closed is text."""
    runs = list(CODE.finditer(line))
    last: dict[str, int] = {run[1]: run.start() for run in runs}
    at, index = 0, 0
    while index < len(runs):
        run = runs[index]
        index += 1
        if run.start() < at or last[run[1]] <= run.start():
            continue
        closing = next(other for other in range(index, len(runs)) if runs[other][1] == run[1])
        yield False, line[at : run.start()]
        at, index = runs[closing].end(), closing + 1
        yield True, line[run.start() : at]
    yield False, line[at:]
