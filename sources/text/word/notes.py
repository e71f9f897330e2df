"""What a Word document holds that its text does not show: one plain sentence each."""

from __future__ import annotations

from collections import Counter

from sources.text.document import Note


def left_out(counts: Counter[str]) -> list[Note]:
    return [Note(code, _sentence(words, counts[kind])) for kind, code, words in SENTENCES if counts[kind]]


def _sentence(words: str, n: int) -> str:
    return words.format(n=n, s="" if n == 1 else "s", was="was" if n == 1 else "were")


SENTENCES = (
    (
        "changes",
        "tracked_changes",
        "It has tracked changes: inserted text was kept and deleted text left out, as if all were accepted.",
    ),
    ("hidden", "hidden_text", "{n:,} word{s} of hidden text {was} left out."),
    ("comments", "comments", "{n:,} comment{s} in the margin {was} left out."),
    ("headers", "running_heads", "What stands in its page headers and footers was left out."),
    ("pictures", "pictures", "{n:,} picture{s} or drawing{s} {was} passed over; words in a picture cannot be read."),
    ("objects", "objects", "{n:,} embedded object{s} {was} left out."),
    ("chunks", "other_documents", "{n:,} document{s} of another kind inside it {was} left out."),
    ("symbols", "symbols", "{n:,} sign{s} of a symbol font {was} left out; they stand for no character."),
    (
        "outside",
        "outside_parts",
        "It refers to {n:,} part{s} outside itself (pictures, templates); nothing was fetched.",
    ),
    ("macros", "macros", "It has macros; they were not run."),
    ("unfound", "missing_notes", "{n:,} footnote{s} that it refers to {was} not in it."),
)
