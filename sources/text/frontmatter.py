"""The head of a Markdown file: its title, and the lines between "---" that speak to programs (YAML, simplest form)."""

from __future__ import annotations

import re

MOST_LINES = 100
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
FIELD = re.compile(r"([A-Za-z][\w-]{0,40}):(?:[ \t]+(.{0,500}))?$")
MORE = re.compile(r"[ \t]|-[ \t]|#|$")  # of the field before, or a remark
TITLE = re.compile(r"\s{0,200}#[ \t]+([^\r\n]{1,300})")
DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=\D|$)")


def take_front_matter(source: str) -> tuple[dict[str, str], str]:
    """Its fields, and the file with blanks in their place, so that every place in it stays where it was."""
    lines = LINE.finditer(source)
    first = next(lines)
    if first[0].rstrip() != "---":
        return {}, source
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        written = line[0].rstrip("\r\n")
        if written.rstrip() in ("---", "...") and found:
            head = re.sub(r"[^\r\n]", " ", source[: line.end()])
            return found, head + source[line.end() :]
        field = FIELD.match(written)
        if number >= MOST_LINES or line.end() == len(source) or not (field or MORE.match(written)):
            break
        if field and field[2]:
            found.setdefault(field[1].casefold(), " ".join(field[2].strip(" \t\"'[]").split()))
        elif field:
            found.setdefault(field[1].casefold(), "")
    return {}, source


def title_of(markdown: str) -> str:
    """The heading of the first level that the text begins with."""
    match = TITLE.match(markdown)
    return " ".join(match[1].strip(" \t#").split()) if match else ""


def day_of(written: str) -> str:
    match = DAY.match(written)
    return match[0] if match else ""
