"""Marks: every form that a citation mark has, and what only looks like one."""

import pytest

from sources.text.marks import LONGEST_RANGE, read_marks


def numbers(text):
    return [mark.numbers for mark in read_marks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.[4]", [(4,)]),
        ("It rained. [4]", [(4,)]),
        ("It rained [4].", [(4,)]),
        ("It rained.[2,5]", [(2, 5)]),
        ("It rained.[2, 5; 9]", [(2, 5, 9)]),
        ("It rained.[1–3]", [(1, 2, 3)]),
        ("It rained.[1-3]", [(1, 2, 3)]),
        ("It rained.[ 1 — 3 , 7 ]", [(1, 2, 3, 7)]),
        ("It rained.[1][2]", [(1,), (2,)]),
        ("It rained.[1] [2]", [(1,), (2,)]),
        ("It rained.[1]–[4]", [(1,), (2, 3, 4)]),
        ("It rained.[3, 3]", [(3,)]),
        ("It rained.[7][a]", [(7,), ()]),
        ("It rained.[note 1][nb 2]", [(), ()]),
        ("It rained.[citation needed]", [()]),
        ("It rained.[2, note 1]", [(2,)]),
        ("The Corps[11] left.", [(11,)]),
        ("It rose by 2 m[3] a day.", [(3,)]),
        ("It ended.[2006] Then", [(2006,)]),
    ],
)
def test_a_mark_is_read(text, expected):
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He said he was “hapy” [sic] there.",
        "They [who?] said so.",
        "It went on [...] for days […].",
        "“[T]he war is lost,” he said.",
        "“It was [a] plot,” she said.",
        "“In [2006] we won,” she said.",
        "Set rows_read[2] and list[3] = 7.",
        "An interval [0, 1] and a factor [1.5].",
        "A number too long for a mark [12345].",
        "Empty [] and blank [ ] brackets, [ not closed.",
        "A mark may not [4\n] break.",
    ],
)
def test_other_things_in_brackets_are_text(text):
    assert read_marks(text) == []


def test_the_kinds_of_marks():
    marks = read_marks("One.[1] Two.[a] Three.[note 3] Four.[Citation  needed]")
    assert [mark.kind for mark in marks] == ["numeric", "note", "note", "citation_needed"]


def test_a_mark_knows_its_place_and_its_surface():
    text = "🙂 It rained.[ 2 ] Then"
    (mark,) = read_marks(text)
    assert text[mark.start : mark.end] == mark.surface == "[ 2 ]"


def test_an_endless_range_keeps_the_numbers_that_are_printed():
    assert numbers("Oops.[1-9999]") == [(1, 9999)]
    assert numbers("Backwards.[9-3]") == [(9, 3)]
    assert len(numbers(f"Long.[1-{LONGEST_RANGE + 1}]")[0]) == LONGEST_RANGE + 1
