"""How an entry of a numbered list begins: "[1]", "(1)", "1.", "¹", "[^1]:", Wikipedia's "^ a b"."""

from __future__ import annotations

import re

BULLET = r"[\s*•·-]*"
# The name of a month may not follow the bare "2 ": that is the date of the entry before.
MONTHS = r"(?!\w{0,2}\s?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A list keeps to the style of its first entry; the first style that fits is meant.
OPENINGS = {
    "[1]": re.compile(rf"{BULLET}\[\s*(\d{{1,4}}|[a-z]{{1,2}})\s*\]:?\s*"),
    "[^1]": re.compile(rf"{BULLET}\[\^\s*(\d{{1,4}}|[\w-]{{1,30}})\s*\]:?\s*"),
    "(1)": re.compile(rf"{BULLET}\((\d{{1,4}})\)\s+"),
    "1.": re.compile(rf"{BULLET}(?:#|No\.\s?)?(\d{{1,4}})[.):\]](?:\s+|(?=[^\s\d])|$)"),
    "1\t": re.compile(rf"{BULLET}(\d{{1,4}})\t"),
    "¹": re.compile(rf"{BULLET}([⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})\s*"),
    "^": re.compile(rf"{BULLET}(?=[\^↑]|[Jj]ump up)"),
    "1 ": re.compile(rf"{BULLET}(\d{{1,4}})\s(?=[\^↑\"“‘'\w]){MONTHS}"),
}
BARE = "1 "  # so bare that only the very next number counts
# Wikipedia's way back to its marks: "^", "↑ Jump up to: a b c" where marks share an entry, elsewhere "↑ 1.0 1.1".
WAY_BACK = re.compile(
    r"^(?:[\^↑]|[Jj]ump up(?: to)?:?)[\s\^↑]*(?:[Jj]ump up(?: to)?:?[\s\^↑]*)?"
    r"(?:a[\s,]{1,3}b[\s,]{1,3}(?:[c-z][\s,]{1,3}){0,24}(?:a[a-z][\s,]{1,3}){0,26}|(?:\d{1,3}[.,]\d{1,2}\s{1,3}){2,40})?"
)


def label_of(match: re.Match[str], last: int) -> str:
    """The label that an opening prints: "4", "a"; where it prints none, the number after the last."""
    if not match.re.groups:
        return str(last + 1)
    label = match[1].translate(SUPERSCRIPT)
    return label.lstrip("0") if label.isdigit() else label
