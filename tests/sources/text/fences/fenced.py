"""Texts with their fences drawn in: ⟦R a list of works⟧, ⟦N what leads elsewhere⟧, ⟦C a caption⟧."""

from __future__ import annotations

import re

from sources.text.document import Document
from sources.text.fences import read_fences

KINDS = {"R": "references", "N": "navigation", "C": "caption"}
DRAWN = re.compile(r"⟦([RNC]) ([^⟧]*)⟧")


def bare(drawn: str) -> str:
    return DRAWN.sub(r"\2", drawn)


def drawn_in(drawn: str) -> list[tuple[str, str]]:
    return [(KINDS[kind], " ".join(words.split())) for kind, words in DRAWN.findall(drawn)]


def found_in(document: Document) -> list[tuple[str, str]]:
    return [(fence.kind, " ".join(document.text[fence.start : fence.end].split())) for fence in read_fences(document)]


def read(drawn: str) -> list[tuple[str, str]]:
    return found_in(Document(bare(drawn), "text"))
