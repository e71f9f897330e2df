"""Words under pictures, charts and tables. A table's own rows are text, and so is prose that speaks about a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .shapes import Shape

Span = tuple[int, int]
LONGEST = 600  # characters of a caption; of a longer paragraph only the first sentence is one
LONGEST_CREDIT = 450
MOST_NUMBERS = 6  # in the caption of a table; with more its rows stand in the same line

# "Figure 3: …", "Fig. 3. …", "Table S2 – …"; "Figure 3 shows" is prose.
NUMBERED = re.compile(
    r"(?:(?:supplementary|extended data|appendix) )?"
    r"(?P<what>fig(?:ure|\.)?|table|chart|graph(?:ic)?|map|plate|exhibit|diagram|photo(?:graph)?|image|picture|"
    r"illustration|scheme|abb(?:ildung|\.)?|tabelle|tableau|gráfico|figura)\s{0,2}"
    r"(?:[A-Z]{0,2}\.?\d{1,3}(?:[.–-]\d{1,3})?[a-z]?|[IVX]{1,5})\s{0,2}(?P<sign>[:.|–—-])\s{0,3}(?=\S)",
    re.IGNORECASE,
)
PICTURE = r"(?:photo(?:graph)?|image|picture|illustration|graphic|video)"
CREDITED = re.compile(
    rf"[(\[]?(?:{PICTURE}|caption|file (?:photo|picture|image))s?(?: credits?| courtesy(?: of)?| by| via)?\s?:\s{{0,3}}"
    rf"\S|[(\[]?{PICTURE}s? (?:by|courtesy of|via) [A-ZÀ-Þ]|pictured\s?[:,]|"
    r"in this (?:file |handout |undated ){0,2}(?:photo|image|picture) (?:taken|released|provided|made)\b",
    re.IGNORECASE,
)
AGENCIES = (
    r"(?:Reuters|REUTERS|AFP|AP(?: Photo)?|EPA(?:-EFE)?|Getty(?: Images)?|DPA|dpa|Xinhua|Shutterstock|Alamy|Anadolu|"
    r"ANSA|PA(?: Wire| Media)?|TASS|NurPhoto|Bloomberg|iStock)"
)
# "Ann Lee/Reuters". "… (Reuters)" and "… – Reuters" end the text of a wire as well.
CREDIT = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]{{1,20}} ?/ ?|via |[cC]redit: |©\s?)"
    rf"{AGENCIES}(?: ?/ ?[A-ZÀ-Þ][\w .'’-]{{1,40}}| via {AGENCIES})?[)\]]?$"
)
ENDS_IN_CREDIT = re.compile(
    rf"[(\[—–|.]\s?(?:{PICTURE}|credit)s?(?: credit)?\s?(?::|by)\s?[^.()\[\]\n]{{2,80}}[)\]]?\.?$", re.IGNORECASE
)
FIRST_SENTENCE = re.compile(r"[.!?][”\"’)]?(?=\s+[A-ZÀ-Þ“\"])")
NUMBERS = re.compile(r"(?<![\w.,])\d[\d.,]{0,15}")


def captions(lines: Sequence[Shape]) -> Iterator[Span]:
    for line in lines:
        numbered = NUMBERED.match(line.words)
        if numbered:
            yield from _numbered(line, numbered)
        elif len(line.words) <= LONGEST_CREDIT and _credits(line.words):
            yield line.start, line.end


def _numbered(line: Shape, found: re.Match[str]) -> Iterator[Span]:
    words = line.words
    if found["sign"] == "." and words[found.end() : found.end() + 1].islower():
        return  # "in Fig. 3. the …" broken over two lines
    if "tab" in found["what"].casefold() and (len(NUMBERS.findall(words)) > MOST_NUMBERS or "\t" in words):
        return
    if len(words) <= LONGEST:
        yield line.start, line.end
    elif end := FIRST_SENTENCE.search(words, found.end(), LONGEST):
        yield line.start, line.start + end.end()


def _credits(words: str) -> bool:
    last = words[-120:]
    return bool(CREDITED.match(words) or CREDIT.search(last) or ENDS_IN_CREDIT.search(last))
