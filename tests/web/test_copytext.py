"""A copy's text cut for the page: every character once, in order, whatever lies over it."""

from __future__ import annotations

from claims.web.copytext import Fence, Lit, Place, read_blocks
from claims.web.lookup import find_words, fold, same_words

TEXT = "First 😀 line of forty tents.\n\nSecond line.\nReferences\n1. Delta."
AT = TEXT.index


def shown(blocks):
    return [(block.kind, ["".join(run.text for run in one.runs) for one in block.paragraphs]) for block in blocks]


def test_lines_are_paragraphs_and_blank_ones_are_none():
    (block,) = read_blocks("One.\n\n  \nTwo.", 100, fences=[])
    assert [(paragraph.start, paragraph.runs[0].text) for paragraph in block.paragraphs] == [
        (100, "One."),
        (109, "Two."),
    ]


def test_what_is_fenced_stands_apart():
    fence = Fence(AT("References"), len(TEXT), "references")
    assert shown(read_blocks(TEXT, 0, fences=[fence])) == [
        ("", ["First 😀 line of forty tents.", "Second line."]),
        ("references", ["References", "1. Delta."]),
    ]


def test_a_fence_within_a_line_cuts_it():
    fence = Fence(AT("line"), AT("of forty"), "caption")
    blocks = read_blocks(TEXT, 0, fences=[fence])
    rest = ["of forty tents.", "Second line.", "References", "1. Delta."]
    assert shown(blocks) == [("", ["First 😀 "]), ("caption", ["line "]), ("", rest)]
    assert blocks[1].paragraphs[0].start == AT("line")


def test_lit_words_are_runs_of_their_own_and_the_shortest_wins():
    wide = Lit(AT("line"), AT("\n"), "settled", "wide")
    narrow = Lit(AT("forty"), AT(" tents"), "recheck", "narrow")
    paragraph = read_blocks(TEXT, 0, fences=[], lit=[wide, narrow])[0].paragraphs[0]
    assert [(run.text, run.lit and run.lit.about) for run in paragraph.runs] == [
        ("First 😀 ", None), ("line of ", "wide"), ("forty", "narrow"), (" tents.", "wide"),
    ]  # fmt: skip
    assert [one.about for one in paragraph.said] == ["wide", "narrow"]


def test_what_is_said_across_lines_is_told_once():
    across = Lit(0, AT("Second") + 6, "settled", "across")
    first, second, *_ = read_blocks(TEXT, 0, fences=[], lit=[across])[0].paragraphs
    assert ([one.about for one in first.said], second.said) == (["across"], ())
    assert second.runs[0].lit is across


def test_a_part_counts_from_where_it_begins():
    start = AT("Second")
    place = Place(AT("line.", start), AT("line.", start) + 4, here=True)
    paragraph = read_blocks(TEXT[start:], start, fences=[], places=[place])[0].paragraphs[0]
    assert [(run.text, run.first) for run in paragraph.runs] == [("Second ", False), ("line", True), (".", False)]


def test_every_character_is_shown_once():
    lit = [Lit(at, at + 9, "settled", at) for at in range(0, len(TEXT) - 9, 3)]
    fences = [Fence(3, 7, "caption"), Fence(20, 50, "navigation")]
    blocks = read_blocks(TEXT, 0, fences=fences, lit=lit)
    words = "".join(run.text for block in blocks for one in block.paragraphs for run in one.runs)
    assert words == TEXT.replace("\n", "")


def test_words_are_found_with_any_blanks_between_them():
    text = "Ten\n\n 😀 tents;  ten\ttents, TEN tents"
    assert [text[a:b] for a, b in find_words(text, " ten   tents ", 9)] == ["ten\ttents"]
    assert [text[a:b] for a, b in find_words(fold(text), fold("Ten Tents"), 9)] == ["ten\ttents", "TEN tents"]
    assert [text[a:b] for a, b in find_words(text, "😀 tents", 9)] == ["😀 tents"]


def test_words_that_are_not_there_or_empty_are_found_nowhere():
    assert find_words("Ten tents", "eleven", 9) == find_words("Ten tents", " \n", 9) == find_words("", "ten", 9) == []


def test_no_more_places_than_asked_for():
    assert find_words("a b a b a b", "a b", 2) == [(0, 3), (4, 7)]


def test_folding_keeps_every_place():
    text = "İSTANBUL “Über” – ΣΟΦΟΣ ß ﬁ ẞ"
    assert len(fold(text)) == len(text)
    assert fold("“Σοφός”") == fold('"ΣΟΦΌΣ"')


def test_only_blanks_may_differ():
    assert same_words("ten\n tents", " ten tents")
    assert not same_words("ten tents", "tentents")
