"""For any text the fences lie inside it, in order and apart; reading them takes time in step with its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.text.document import Document, Fence
from sources.text.fences import read_fences
from tests.timing import grows_at_most

LINES = [
    *(
        "References",
        "Sources",
        "Comments",
        "Most read",
        "See also",
        "",
        " ",
        "12 comments",
        "Reply",
        "\t",
        "Advertisement",
    ),
    *("Kell, A. (2019). Dams. Tarn Press, pp. 3–9.", "[1] Ito, K. (2001). Silt. https://a.example", "Bo says:"),
    *("Figure 3: Boats.", "Photo: Ann Lee/Reuters", "Some 40 boats sank, the coast guard of Lorn said on Monday."),
    *(
        "Home | News | Sport | Weather",
        "Read more: 40 boats",
        "© 2024 Coast Post",
        "2019\t12",
        "\N{COMBINING ACUTE ACCENT}",
    ),
]
TEXTS = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=30).map("\n".join)
KINDS = st.sampled_from(["references", "navigation", "caption"])
FENCES = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 200), KINDS), max_size=6)


@given(TEXTS, FENCES)
def test_fences_lie_inside_the_text_in_order_and_apart(text, given_fences):
    marked = tuple(Fence(start, start + length, kind) for start, length, kind in given_fences)
    found = read_fences(Document(text, "text", fences=marked))
    behind = 0
    for fence in found:
        assert behind <= fence.start < fence.end <= len(text)
        assert text[fence.start : fence.end].strip()
        behind = fence.end
    assert read_fences(Document(text, "text", fences=tuple(found))) == found


PIECES = [
    *LINES,
    *("a", "1. ", "(", "[", "“", "Ab, C. ", "Table 1: ", "x | ", "read more ", "©", "19 ", "A/", "/AFP", "2001 ", "› "),
    *("share ", "(2019) ", "pp. 1 ", "see also\na\n", "references\n", "comments\n", "menu\n", "further reading\nx\n"),
]


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
@pytest.mark.parametrize("line_end", ["", "\n"])
def test_twice_the_text_takes_about_twice_the_time(piece, line_end):
    def reading(length):
        text = (piece + line_end) * (length // max(1, len(piece + line_end)))
        return lambda: read_fences(Document(text, "text"))

    grows_at_most(reading(15_000), reading(60_000), lambda small: max(0.3, 7 * small))
