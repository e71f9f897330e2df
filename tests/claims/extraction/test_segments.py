"""Segments: what each run of marks governs."""

import pytest

from claims.extraction.segments import read_segments
from claims.extraction.sentences import read_sentences
from sources.text.marks import read_marks


def segments(text):
    marks = read_marks(text)
    return [
        (text[segment.start : segment.end], segment.citations)
        for sentence in read_sentences(text, marks)
        for segment in read_segments(
            text, sentence, [mark for mark in marks if sentence.start <= mark.start < sentence.end]
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", [("It rained.", ())]),
        ("It rained.[1]", [("It rained.", (1,))]),
        ("It rained. [1] [2,4]", [("It rained.", (1, 2, 4))]),
        ("It rained [1].", [("It rained", (1,))]),
        ("It rained,[1] and it snowed.[2]", [("It rained,", (1,)), ("and it snowed.", (2,))]),
        ("It rained[1][2] and it snowed.", [("It rained", (1, 2)), ("and it snowed.", ())]),
        ("It rained [1], [2] and it snowed [3]–[5].", [("It rained", (1, 2)), (" and it snowed".strip(), (3, 4, 5))]),
        ("It rained,[a] and it snowed.[2]", [("It rained,", ()), ("and it snowed.", (2,))]),
        ("It rained.[1][a][citation needed]", [("It rained.", (1,))]),
        ("It rained.[citation needed]", [("It rained.", ())]),
        ("“It rained [1].”", [("“It rained", (1,))]),
        ("It rained.[1]: 23 It snowed.[2]:4–5[3]", [("It rained.", (1,)), ("It snowed.", (2, 3))]),
        ("[1] It rained.", [("It rained.", ())]),
        ("[1][2]", []),
        ("It rained.[3][1][3]", [("It rained.", (3, 1))]),
        ("It rained. It snowed.[2]", [("It rained.", ()), ("It snowed.", (2,))]),
    ],
)
def test_a_run_of_marks_governs_the_text_before_it(text, expected):
    assert segments(text) == expected


def test_a_segment_keeps_its_notes_and_missing_citations():
    text = "It rained.[a][citation needed]"
    marks = read_marks(text)
    (sentence,) = read_sentences(text, marks)
    (segment,) = read_segments(text, sentence, marks)
    assert [mark.kind for mark in segment.marks] == ["note", "citation_needed"]
