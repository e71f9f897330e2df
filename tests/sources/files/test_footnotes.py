"""Markdown's footnotes become numbered marks and a list that is read as references."""

import pytest

from sources.text.references import read_references
from sources.text.written import read_markdown


def test_footnotes_are_numbered_by_first_use_and_listed():
    found = read_markdown("Boats sank.[^b] Crews swam.[^a][^b]\n\n[^a]: Coast *guard*.\n[^b]: Port.\n\nEnd.\n")
    assert found.text == "Boats sank.[1] Crews swam.[2][1]\n\nEnd.\n\nReferences\n\n1. Port.\n2. Coast guard.\n\n"
    assert [note.code for note in found.notes] == ["footnotes_numbered"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a[^1]\n\n[^1]: one\ntwo\n", "a[1]\n\nReferences\n\n1. one two\n\n"),
        ("a[^1]\n\n[^1]: one\n\n    two\n\nb", "a[1]\n\nb\n\nReferences\n\n1. one\ntwo\n\n"),
        ("a[^1] `[^1]`\n\n[^1]: one", "a[1] [^1]\n\nReferences\n\n1. one\n\n"),
        ("```\n[^1]: code [^1]\n```\n", "[^1]: code [^1]\n\n"),
        ("~~~~\n[^1]\n~~~\n[^1]\n~~~~\na[^1]", "[^1]\n~~~\n[^1]\n\na[1]\n\n"),
        ("> a[^1]\n\n[^1]: one", "a[1]\n\nReferences\n\n1. one\n\n"),
        ("a[^1] b", "a[1] b\n\n"),
        ("no [^abc] here", "no [^abc] here\n\n"),
        ("a[^n]\n\n[^n]: one[^m]\n[^m]: two", "a[1]\n\nReferences\n\n1. one[2]\n2. two\n\n"),
        ("a[^1]\n\n[^1]: one\n[^1]: again", "a[1]\n\nReferences\n\n1. one\n\n"),
        ("a[^1]\n\n## Notes\n\n[^1]: one\n[^9]: unused", "a[1]\n\nNotes\n\n1. one\n2. unused\n\n"),
        ("a[^1]\n\n[^1]: one\n- item", "a[1]\n\nitem\n\nReferences\n\n1. one\n\n"),
    ],
)
def test_a_footnote_is_read(markdown, text):
    assert read_markdown(markdown).text == text


def test_footnotes_are_numbered_behind_the_references_that_the_text_has_itself():
    found = read_markdown("Boats.[1] Crews.[^x]\n\n## References\n\n[1]: Port.\n[2]: Guard.\n\n[^x]: By radio.\n")
    assert "Boats.[1] Crews.[3]\n" in found.text
    assert [(entry.number, entry.text) for entry in read_references(found.text)] == [
        (1, "Port."),
        (2, "Guard."),
        (3, "By radio."),
    ]
    assert "numbered from [3] on" in found.notes[0].words


def test_the_address_behind_a_link_in_an_entry_is_printed():
    source = "See [a](https://a.example).[^1]\n\n## Sources\n\n1. [Port](https://p.example)\n\n[^1]: [Guard](https://g.example)\n"
    found = read_markdown(source)
    assert [entry.text for entry in read_references(found.text)] == [
        "Port https://p.example",
        "Guard https://g.example",
    ]
    assert "https://a.example" not in found.text


HEAD = "---\ntitle: 'Lost boats'\nauthor: Ann Lee\ndate: 2024-05-02T10:00\ntags:\n  - sea\nlang: en\n---\n"


def test_the_head_that_speaks_to_programs_is_what_the_file_says_about_itself():
    found = read_markdown(HEAD + "\nSome 40 boats.\n")
    assert (found.title, found.byline, found.published, found.language) == ("Lost boats", "Ann Lee", "2024-05-02", "en")
    assert (found.text, [note.code for note in found.notes]) == ("Some 40 boats.\n\n", ["front_matter"])
    assert (HEAD + "\nSome 40 boats.\n")[found.origins[0].first :].startswith("Some 40 boats.")


@pytest.mark.parametrize(
    "source",
    ["---\nSome: boats", "---\n\nBoats\n\n---\n", "---\nBoats sank: all\nof them.\n---\n", "----\na: boats\n---"],
)
def test_a_line_across_the_page_is_no_head(source):
    assert "oats" in read_markdown(source).text


def test_the_first_heading_is_the_title():
    assert read_markdown("\n# Lost *boats* #\n\nText\n").title == "Lost boats"
