"""Markup of twice the length takes about twice the time, whatever is in it."""

import gc
import time
from contextlib import suppress

import pytest

from sources.text.plain import decode, plain
from sources.text.unreadable import TooDeep

MOST = 2.3  # times as long for twice the text; measured over two doublings
TRIES = 8
LONG_ENOUGH = 0.03  # seconds
FIRST, LAST = 16_000, 256_000  # characters

HTML = [
    *("<", "<a", "<a ", '<a "', '<a ="', "<a ='\"", "</", "<!", "<!--", "<?", "&", "&#", "&#x", "&#9", "&amp"),
    *("<script>", "<svg>", "<div>", "</div>", "<p>", "<pre>\n", "<ol><li>", "</ol>", "<sup>", "<sup>1</sup>"),
    *("<table><td>", "<a href=#", "='>", "x<br>", " \n", "> ", "<a title='>'>"),
]
MARKDOWN = [
    *("[", "]", "[1]", "[1](", "[a](b", "![", "![[]()", "*a ", "**a", "*a_", "_a ", "`", "``a", "`a``", "> ", "- "),
    *("1. ", "# ", "    a\n", "<a", "<", "&", "\\", "a\n", "\n\n", "***\n", "~", "|a", "<http://", "[1]: a\n"),
    *(
        "[^1]",
        "[^1]: a\n",
        "[^a",
        "`[^1]",
        "``[^1]`",
        "[^1]: a\n\n",
        "[^1]: a\n\n\n\n",
        "~~~\n",
        "# References\n",
        "---\n",
    ),
]
TEXT = ["e\u0301", "\u0301", "a\u0301\u0316", "\u0316\u0301", "한", "ﬁ", "\r\n", "\r"]


@pytest.fixture(autouse=True)
def without_collections():
    """A collection in the middle of a measurement would be counted as growth."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def seconds(text, form):
    started = time.process_time()
    with suppress(TooDeep):
        plain(text, form)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("form", "piece"),
    [
        *(("html", piece) for piece in HTML),
        *(("markdown", piece) for piece in MARKDOWN),
        *(("text", piece) for piece in TEXT),
    ],
)
def test_time_grows_with_the_markup_only(form, piece):
    length = FIRST
    while length < LAST and seconds(piece * (length // len(piece)), form) < LONG_ENOUGH:
        length *= 2
    small, large = piece * (length // len(piece)), piece * (4 * length // len(piece))
    once = four_times = float("inf")
    for _ in range(TRIES):
        once, four_times = min(once, seconds(small, form)), min(four_times, seconds(large, form))
        if four_times < max(MOST * MOST * once, LONG_ENOUGH):
            return
    pytest.fail(f"{length} characters take {once:.3f} s, four times as many {four_times:.3f} s")


def test_depth_costs_nothing():
    assert plain("<div>" * 100_000 + "deep", "html").endswith("deep")
    assert plain("> " * 90 + "deep", "markdown").strip() == "deep"
    assert plain("- " * 45 + "deep", "markdown").strip() == "deep"


@pytest.mark.parametrize("markdown", ["> " * 50_000 + "deep", "- " * 50_000 + "deep", "1. " * 3_000 + "deep"])
def test_markdown_that_is_too_deep_is_refused_rather_than_cut(markdown):
    with pytest.raises(TooDeep):
        plain(markdown, "markdown")


def test_a_number_reference_too_long_for_any_character_is_no_work():
    assert plain("&#" + "9" * 100_000 + ";", "html") == "\ufffd"


def test_a_large_file_is_decoded_quickly():
    started = time.process_time()
    decode(("Größe café " * 500_000).encode("cp1252"), "large.txt")
    assert time.process_time() - started < 5
