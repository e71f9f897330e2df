"""Reference lists in the dress that real texts have, and lists that stand at the end without a heading."""

import pytest

from sources.text.references import read_references
from tests.timing import grows_at_most

PROSE = "The dam broke on Monday.[1] Four villages were cut off,[2] and the road was closed.[3]\n"
LIST = [
    "Lund, Mari. “Dam breaks.” Valley Post, 3 June 2021.",
    "“Villages cut off.” Fjord News. 4 June 2021.",
    "Road Office: Closures. https://roads.example/a",
]


def entries(text):
    return [(entry.number, entry.text) for entry in read_references(text)]


def numbered(form):
    return "\n".join(form.format(n=n, t=entry) for n, entry in enumerate(LIST, 1))


EXPECTED = list(enumerate(LIST, 1))


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "REFERENCES",
        "References:",
        "## Notes and references",
        "5. Sources",
        "VI. Works Cited",
        "*Citations*",
        "References (3)",
        "References[edit]",
        "__Endnotes__",
        "— Notes —",
        "Sources cited",
        "Einzelnachweise",
        "Références",
    ],
)
@pytest.mark.parametrize("form", ["[{n}] {t}", "{n}. {t}", "^ {t}"])
def test_a_heading_in_any_dress_opens_a_list(heading, form):
    assert entries(f"{PROSE}\n{heading}\n\n{numbered(form)}\n") == EXPECTED


@pytest.mark.parametrize(
    "form",
    [
        "[{n}] {t}",
        "[{n}]: {t}",
        "[{n}]{t}",
        "[ {n} ] {t}",
        "- [{n}] {t}",
        "({n}) {t}",
        "{n}. {t}",
        "{n}) {t}",
        "{n}.{t}",
        "{n}: {t}",
        "{n}] {t}",
        "#{n}. {t}",
        "{n}\t{t}",
        "{n} {t}",
        "0{n}. {t}",
        "[^{n}]: {t}",
        "* {n}. {t}",
        "{n}.\n{t}",
        "{n}. ^ {t}",
        "{n}. ^ a b {t}",
        "{n}. ^ Jump up to: a b c {t}",
        "{n}. ↑ {t}",
        "↑ {t}",
        "^ Jump up to: a b {t}",
        "Jump up ^ {t}",
        "{n}. ↑ {n}.0 {n}.1 {t}",
        "[{n}]\n{t}",
        "[{n}] {t}\n",
    ],
)
def test_an_entry_opens_in_any_style(form):
    assert entries(f"{PROSE}\nReferences\n{numbered(form)}") == EXPECTED


def test_superscript_numbers_open_entries():
    lines = "\n".join(f"{sign} {entry}" for sign, entry in zip("¹²³", LIST, strict=True))
    assert entries(f"{PROSE}\nNotes\n{lines}") == EXPECTED


@pytest.mark.parametrize("form", ["[{n}] {t}", "{n}. {t}", "{n}) {t}", "({n}) {t}", "[^{n}]: {t}", "[{n}] {t}\n"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n---\n", "\n* * *\n\n"])
def test_a_list_at_the_end_needs_no_heading(form, between):
    assert entries(PROSE + between + numbered(form)) == EXPECTED


def test_works_that_lost_their_numbers_are_counted():
    assert entries(f"{PROSE}\nReferences\n" + "\n\n".join(LIST)) == EXPECTED
    assert entries(f"{PROSE}\nReferences\n" + "\n".join(LIST[:2])) == []
    assert entries(f"{PROSE}\nReferences\n" + "\n".join([*LIST[:2], "The third was lost."])) == []


def test_a_word_on_the_list_may_stand_before_it():
    assert entries(f"{PROSE}\nReferences\nAll links were checked in May.\n{numbered('[{n}] {t}')}") == EXPECTED
    prose = "It was a long day.\nNobody slept.\nThe rain went on.\n"
    assert entries(f"{PROSE}\nSources\n{prose}1. First, close the road.\n2. Then, warn them.") == []


def test_a_long_entry_goes_on_over_lines():
    first = "[1] Lund, Mari.\n    “Dam breaks.”\n    Valley Post.\n"
    text = f"{PROSE}\nReferences\n{first}[2] Fjord News.\n\nhttps://fjord.example/a\n\n[3] Ende."
    assert entries(text) == [
        (1, "Lund, Mari. “Dam breaks.” Valley Post."),
        (2, "Fjord News. https://fjord.example/a"),
        (3, "Ende."),
    ]


def test_a_date_at_the_beginning_of_a_line_is_no_entry():
    text = f"{PROSE}\nReferences\n1 Lund, Mari. Dam breaks. Valley Post,\n2 June 2021.\n2 Fjord News. Cut off."
    assert entries(text) == [(1, "Lund, Mari. Dam breaks. Valley Post, 2 June 2021."), (2, "Fjord News. Cut off.")]


@pytest.mark.parametrize(
    "text",
    [
        PROSE + "\n1. First, close the road.\n2. Then, warn the villages.\n3. Then, call the army.",
        PROSE + "\n1. In 2020 the road was built.[1]\n2. In 2021 it was closed.[2]\n3. In 2022 it was sold.[3]",
        PROSE + "\n" + numbered("[{n}] {t}") + "\n\nThe mayor resigned the next day.",
        "Nothing is cited here.\n" + numbered("{n}. {t}"),
        PROSE + "\n" + "\n".join(f"{n}. Made in {n + 1990}." for n in range(1, 30)),
        PROSE + "\nThe references were lost in the flood.\n",
        "It rained.[7]\n[1] Lund. 2020.\n[2] Dahl. 2021.",
        "[1] It rained.\n[2] It snowed.",
    ],
)
def test_prose_is_not_taken_for_a_list(text):
    assert entries(text) == []


def test_a_part_of_an_article_keeps_its_numbers():
    text = "It rained.[7] It snowed.[8][9]\n\n[7] Lund. Rain.\n[8] Dahl. Snow.\n[9] Voss. Hail."
    assert [number for number, _ in entries(text)] == [7, 8, 9]


@pytest.mark.parametrize(
    "line",
    [
        "[1] a\n",
        "1. a[1]\n",
        "^ a b ",
        "1 1 ",
        "[1]",
        "1.\n",
        "\n\n1. x",
        "(1) 2020 ",
        "References\n1. a\n\n",
        "References\nhttps://a\n",
    ],
)
def test_time_grows_with_the_text_only(line):
    def reading(size):
        text = "It rained.[1]\n" + line * (size // len(line))
        return lambda: read_references(text)

    grows_at_most(reading(40_000), reading(80_000), lambda small: 3.5 * small + 0.2)
