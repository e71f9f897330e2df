"""Marks and list held against each other."""

import pytest

from claims.extraction.reading import read
from claims.linting import read_lint

LIST = "\nReferences\n1. Lund. Rain. 2020.\n2. Okoro. Snow. 2021.\n3. Hale. Hail. 2022.\n"


def items(text, rule):
    return [item for item in read_lint(read(text)).items if item.rule == rule]


def numbers(text, rule):
    return [item.numbers for item in items(text, rule)]


def test_a_number_without_entry_is_said_once_with_all_its_places():
    text = "It rained in the town.[1] It snowed on the hills.[2][3] It froze at night.[7] It thawed.[7]" + LIST
    (item,) = items(text, "cited_without_entry")
    assert (item.numbers, text[item.start : item.end], len(item.others)) == ((7,), "[7]", 1)
    assert item.words == "The text cites [7], and the list has no entry 7."
    assert item.severity == "problem"


def test_a_text_without_a_list_says_that_and_nothing_of_each_number():
    text = "It rained in the town.[1] It snowed on the hills.[2]"
    assert numbers(text, "no_list") == [(1, 2)]
    assert numbers(text, "cited_without_entry") == []
    assert numbers("It rained in the town.", "no_list") == []


def test_an_entry_that_nobody_cites():
    text = "It rained in the town.[1] It snowed on the hills.[3]" + LIST
    (item,) = items(text, "entry_never_cited")
    assert text[item.start : item.end] == "2. Okoro. Snow. 2021."
    assert item.words.startswith("Entry 2 is in the list, and no mark of the text leads to it")


@pytest.mark.parametrize(
    ("entries", "expected", "why"),
    [
        (["Lund. Rain. 2020.", "Okoro. Snow.", "Lund: “Rain”, 2020"], [(1, 3)], "words"),
        (
            ["Lund. Rain. https://www.a.example/x/", "Snow.", "Rain! http://a.example/x?utm_source=y"],
            [(1, 3)],
            "address",
        ),
        (["Lund. doi:10.1000/A.1", "Snow.", "Rain, https://doi.org/10.1000/a.1."], [(1, 3)], "DOI"),
        (["Lund. Rain. 2020.", "Lund. Rain. 2020.", "Lund. Rain. 2020."], [(1, 2, 3)], "words"),
        (["Lund. Rain. 2020.", "Lund. Rain. 2021.", "Lund. Snow. 2020."], [], ""),
        (["Hale, p. 4. https://a.example/x", "Hale, p. 9. https://a.example/x", "Snow."], [], ""),
        (["Lund. https://a.example/x?id=1", "Lund: https://a.example/x?id=2", "Snow."], [], ""),
    ],
)
def test_entries_that_stand_twice(entries, expected, why):
    text = "It rained.[1][2][3]\nReferences\n" + "\n".join(f"[{n}] {entry}" for n, entry in enumerate(entries, 1))
    found = items(text, "duplicate_entries")
    assert [item.numbers for item in found] == expected
    assert all(f"the same {why}" in item.words for item in found)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("[1] [2] [3]", []),
        ("[1] [2] [1] [3] [2]", []),
        ("[5] [1] [2] [3] [4]", [(5,)]),
        ("[1] [3] [2] [4]", [(3,)]),
        ("[1,2] [5–7] [3] [4] [8]", [(3,), (4,)]),
        ("[9] [8] [7] [6] [5] [4] [3] [2] [1]", [(9, 8, 7, 6, 5, 4, 3, 2)]),
    ],
)
def test_first_appearances_that_do_not_ascend(marks, expected):
    text = "".join(f"It rained again.{mark} " for mark in marks.split())
    assert sorted(map(len, numbers(text, "out_of_order"))) == sorted(map(len, expected))
    assert numbers(text, "out_of_order") == expected or len(expected) == 1


def test_an_order_is_said_with_its_neighbours():
    (item,) = items("It rained.[1] It snowed.[5] It froze.[2] It thawed.[3]", "out_of_order")
    assert item.words == "[5] is out of order: it first appears after [1] and before [2]."


def test_ranges_are_written_out():
    found = items("It rained.[2–4] It snowed.[5, 7] It froze.[8]–[10] It thawed.[11]", "range_expanded")
    assert [(item.words, item.numbers) for item in found] == [
        ("[2–4] stands for 2, 3 and 4.", (2, 3, 4)),
        ("[10] ends a range and stands for 9 and 10.", (9, 10)),
    ]


def test_marks_without_a_number():
    text = "It rained in the whole town.[a] It snowed.[citation needed] It froze.[b][1] It thawed.[note 2] [2]"
    (note,) = items(text, "note_only")
    assert (
        note.words == "Only [a] stands here, which leads to a note and to no source: “It rained in the whole town.[a]”."
    )
    (needed,) = items(text, "citation_needed")
    assert text[needed.start : needed.end] == "[citation needed]"
