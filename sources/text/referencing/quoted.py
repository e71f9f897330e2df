"""The title of an article: what stands in quotation marks that set it apart and do not just stress a word."""

from __future__ import annotations

import re

from .draft import CUT, TITLE, Draft

LONGEST = 600
CLOSINGS = {"“": "”", "„": "“”", '"': '"', "«": "»", "‘": "’", "'": "'", "`": "'", "»": "«"}
OPENING = re.compile(r"(?<![\w.])[“„\"«‘'`](?=\S)")
GOING_ON = re.compile(rf":\s[^,.({CUT}]{{3,200}}")
BREAKS = frozenset(".,:;)]–—-|?!" + CUT)
ENDINGS = frozenset(".,:;)]([–—-|" + CUT)


def take_quoted(draft: Draft) -> str:
    """The quoted title, "" where there is none; its place in the rest is marked with TITLE."""
    text = draft.rest
    for match in OPENING.finditer(text):
        start = match.start()
        before = text[:start].rstrip()
        if before and before[-1] not in BREAKS:
            continue
        end = _closing(text, match[0], start + 1)
        if end < 0 or not any(char.isalpha() for char in text[start + 1 : end]):
            continue
        # "“Left behind”: Abuses after the flood": the quotation is a part of the title.
        if more := GOING_ON.match(text, end + 1):
            draft.rest = f"{text[:start]}{CUT}{TITLE}{CUT}{text[more.end() :]}"
            return unpunctuated(text[start : more.end()])
        draft.rest = f"{text[:start]}{CUT}{TITLE}{CUT}{text[end + 1 :]}"
        return unpunctuated(text[start + 1 : end])
    return ""


def _closing(text: str, opening: str, start: int) -> int:
    """Where the quotation closes: at a mark that ends something, and for an apostrophe's sign never inside a word."""
    signs, depth = CLOSINGS[opening], 0
    for at in range(start, min(len(text), start + LONGEST)):
        if text[at] == opening and opening not in signs:
            depth += 1
        elif text[at] in signs and depth:
            depth -= 0 if _in_word(text, at) else 1
        elif text[at] in signs and _ends(text, at, careful=opening in "‘'`"):
            return at
    return -1


def _in_word(text: str, at: int) -> bool:
    return text[at] in "’'" and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum()


def _ends(text: str, at: int, *, careful: bool) -> bool:
    after = text[at + 1 : at + 60].lstrip()[:1]
    if careful:
        return not text[at + 1 : at + 2].isalnum() and (not after or after in ENDINGS or text[at - 1] in ".,?!")
    return not after or after in ENDINGS or text[at - 1] in ".,?!" or after.isupper() or after.isdigit()


def unpunctuated(title: str) -> str:
    """A title without the comma or stop that belongs to the style; "?" and "…" are its own."""
    title = " ".join(title.split()).strip(CUT).strip()
    bare = title.rstrip(" ,;:")
    if bare.endswith(".") and not bare.endswith("..") and not re.search(r"(?:^|[\s.])[A-Z]\.$", bare):
        bare = bare[:-1].rstrip()
    return bare
