"""Lists of works and notes: with numbers under a heading, without numbers, and without a heading.

An entry is told from prose by what entries are made of: a name turned round,
a year in brackets before the title, an address, pages, a publisher. No one of
them is enough, for prose cites too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sources.text.references import HEADINGS, find_references

from .shapes import Shape

Span = tuple[int, int]
# A section of the text may be called so as well; one entry under it is not enough.
UNSURE = frozenset({"notes", "sources", "citations", "quellen", "literature", "footnotes", "примечания"})
MORE_TO_READ = frozenset({"further reading", "recommended reading", "suggested reading", "publications cited"})
LONGEST_HEADING = 60
LONGEST_ENTRY = 700
FEWEST_UNHEADED = 3  # entries in a row
DECORATION = " \t#*=_:–—-"
COUNT = re.compile(r"\s{0,3}(?:[(\[]\d{1,4}[)\]]|\[edit\])$")
NUMBERING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?|[ivxIVX]{1,4})[.)]?\s{1,4}")

YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
NUMBER = re.compile(r"(?:\[\d{1,4}\]:?|\(\d{1,4}\)|\d{1,4}[.)]|[*•–-])\s{1,4}")
BULLET = re.compile(r"[*•–-]")
NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’-]{1,30})?,? (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ]{1,3}[,.;]|[A-ZÀ-Þ][a-zà-ÿ]{2,20}[.,;(])"
)
DATED = re.compile(rf"\((?:[^()]{{0,20}} )?{YEAR}(?:, [^()]{{1,30}})?\)")
ANY_YEAR = re.compile(rf"(?<!\d){YEAR}(?![\d%])")
ADDRESS = re.compile(r"https?://|www\.|\bdoi[:.]|\barxiv:", re.IGNORECASE)
TITLE = re.compile(r"[“\"«„‘][^“”\"«»„]{8,300}[”\"»’]")
PRINTED = re.compile(
    r"\b(?:pp?\. ?\d|vol\. ?\d|no\. ?\d|\d{1,4}\(\d{1,3}\)[:,]|isbn|issn|(?:1st|2nd|3rd|\dth) ed\b|eds?\.\)|"
    r"retrieved|accessed|archived from|university press|\w{3,30} press[.,]|in: |et al\.|ibid|op\. cit)",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(rf"[ ,(]{YEAR}\)?(?:,? (?:pp?\. ?)?\d{{1,5}}(?:[–-]\d{{1,5}})?)?[.,;]?$")
SPOKEN = re.compile(r"\b(?:said|says|told|according to|found that|reported that|showed that|argues? that)\b")


def works(text: str, lines: Sequence[Shape]) -> Iterator[Span]:
    yield from ((found.start, found.end) for found in find_references(text))
    yield from _headed(lines)
    yield from _unheaded(lines)


def heading_of(words: str) -> str:
    """The words of a heading without numbers and signs around them; "" for what is too long for one."""
    if len(words) > LONGEST_HEADING:
        return ""
    bare = COUNT.sub("", words.strip(DECORATION)).strip(DECORATION)
    return NUMBERING.sub("", bare, count=1).casefold()


def _headed(lines: Sequence[Shape]) -> Iterator[Span]:
    at = 0
    while at < len(lines):
        heading = heading_of(lines[at].words)
        if heading not in HEADINGS and heading not in MORE_TO_READ:
            at += 1
            continue
        listed = _listed(lines, at + 1)
        if listed and sum(is_work(lines[place].words) for place in listed) > (heading in UNSURE):
            yield lines[at].start, lines[listed[-1]].end
            at = listed[-1]
        at += 1


def _listed(lines: Sequence[Shape], first: int) -> range:
    """The places of a list's lines: to the last entry before two lines in a row that are none, or before prose."""
    last = first
    for at in range(first, len(lines)):
        if is_work(lines[at].words):
            last = at + 1
        elif at > last or lines[at].is_prose or heading_of(lines[at].words) in HEADINGS:
            break
    return range(first, last)


def _unheaded(lines: Sequence[Shape]) -> Iterator[Span]:
    run: list[Shape] = []
    for line in [*lines, None]:
        if line and is_work(line.words, sure=True):
            run.append(line)
            continue
        if len(run) >= FEWEST_UNHEADED:
            yield run[0].start, run[-1].end
        run = []


def is_work(line: str, *, sure: bool = False) -> bool:
    """Whether a line names a work. `sure`: even where no heading says that works follow."""
    if not 12 <= len(line) <= LONGEST_ENTRY:
        return False
    number = NUMBER.match(line)
    words = line[number.end() :] if number else line
    name = bool(NAME.match(words))
    dated = DATED.search(words[:250])
    dated_so = bool(dated) and (name or words[dated.end() : dated.end() + 1] in (".", ",", ":")) if dated else False
    strong = [
        name,
        dated_so,
        bool(ADDRESS.search(words)),
        bool(PRINTED.search(words)),
        bool(LAST_YEAR.search(words[-40:])),
    ]
    weak = [bool(number) and not BULLET.match(line), bool(TITLE.search(words)), bool(ANY_YEAR.search(words))]
    points = sum(strong) + sum(weak) - (2 if SPOKEN.search(words) else 0)
    if sure:
        return sum(strong) >= 2 and points >= 4
    return any(strong) and points >= 2
