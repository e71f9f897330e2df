"""Reference lists: where they stand, what their entries are, and what is no list."""

import pytest

from sources.text.references import find_references, read_references


def entries(text):
    return [(entry.number, entry.text) for entry in read_references(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.[1]\n\nReferences\n[1] Smith, Rain.\n[2] Jones, Snow.", [(1, "Smith, Rain."), (2, "Jones, Snow.")]),
        ("It rained.\nNotes:\n1. Smith\n2. Jones\n", [(1, "Smith"), (2, "Jones")]),
        ("It rained.\n## Sources ##\n1) Smith\n\n2) Jones", [(1, "Smith"), (2, "Jones")]),
        ("It rained.\n7. References\n(1) Smith\n(2) Jones", [(1, "Smith"), (2, "Jones")]),
        ("It rained.\nBIBLIOGRAPHY\n[312]: Smith\n[313]: Jones", [(312, "Smith"), (313, "Jones")]),
        ("It rained.\nReferences[edit]\n1. ^ a b Smith\n2. ^ Jones", [(1, "Smith"), (2, "Jones")]),
        ("It rained.\nReferences\n^ Smith\n^ a b c Jones", [(1, "Smith"), (2, "Jones")]),
        (
            "It rained.\nReferences\n[1] Smith, in:\n    The Rain Book.\n[2] Jones",
            [(1, "Smith, in: The Rain Book."), (2, "Jones")],
        ),
        ("It rained.\nReferences\n1. Smith,\n2004. Rain.\n2. Jones", [(1, "Smith, 2004. Rain."), (2, "Jones")]),
        ("It rained.\nNotes\n[a] Aside.\nReferences\n[1] Smith", [(None, "Aside."), (1, "Smith")]),
        ("It rained.\nReferences\n1. Smith\n1.5 million\n2. Jones", [(1, "Smith 1.5 million"), (2, "Jones")]),
    ],
)
def test_a_list_under_its_heading_is_read(text, expected):
    assert entries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It rained.[1]",
        "1. First, it rained.\n2. Then it snowed.",
        "References\nThe committee gave none.",
        "The references were these:\n1. Smith",
        "",
    ],
)
def test_without_heading_or_numbers_there_is_no_list(text):
    assert read_references(text) == []


def test_an_entry_knows_where_it_stands():
    text = "It rained.\nReferences\n[1] Smith\n[2] Jones"
    second = read_references(text)[1]
    assert text[second.start : second.end] == "[2] Jones"
    assert second.label == "2"


def test_prose_behind_a_list_is_not_part_of_it():
    text = "It rained.\nReferences\n1. Smith\n\nThe next day it snowed.\n\nNotes\n1. Jones\nExternal links\nexample.org"
    assert [text[found.start : found.end] for found in find_references(text)] == [
        "References\n1. Smith",
        "Notes\n1. Jones",
    ]
    assert entries(text) == [(1, "Smith")], "of two entries 1 the first counts"
