"""HTML and Markdown as plain text, and what cannot be a text at all."""

import pytest

from sources.text.plain import Unreadable, check, plain
from sources.text.references import read_references


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>It <b>rained</b>\n  all day.</p><p>Then</p>", "It rained all day.\n\nThen\n\n"),
        ("3,000 deaths.<sup class=r><a href='#cite-5'>[5]</a></sup> More", "3,000 deaths.[5] More"),
        ('deaths.<sup><a href="#fn5">5</a></sup>', "deaths.[5]"),
        ("10<sup>6</sup> people, 10<sup>-3</sup> g", "10⁶ people, 10⁻³ g"),
        ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
        ("<script>if (a < b) '</p>'</script>x<style>p{}</style>", "x"),
        ("<title>No</title><!-- no > no -->yes", "yes"),
        ("caf&eacute; &amp; &#8212; &#x1F642; &nosuch;", "café & — 🙂 &nosuch;"),
        ("if a < b and c > d", "if a < b and c > d"),
        ('<a title="x > y">link</a>', "link"),
        ("<p don't>kept</p>", "kept\n\n"),
        ("<ol><li>a<li><p>b</p></ol>z", "1. a\n2. b\n\nz"),
        ("<ol start=7><li>a</ol><ul><li>b</ul>", "7. a\n\nb\n\n"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\nc\n\n"),
        ("<pre>a\n  b</pre>", "a\n  b\n\n"),
        ("<svg>never closed", "never closed"),
        ("<p>never closed <a href='", "never closed"),
    ],
)
def test_html_becomes_what_its_reader_sees(html, text):
    assert plain(html, "html") == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Title\n\nIt *rained*\nall **day**.", "Title\n\nIt rained all day.\n\n"),
        ("It rained.[1] It\nsnowed [2].", "It rained.[1] It snowed [2].\n\n"),
        ("It rained.[1](https://example.org)", "It rained.[1]\n\n"),
        ("It rained.[[1]](https://example.org)", "It rained.[1]\n\n"),
        ("See [the report](https://example.org).", "See the report.\n\n"),
        ("line  \nbreak", "line\nbreak\n\n"),
        ("- a\n- b\n\nc", "a\nb\n\nc\n\n"),
        ("3. a\n4. b", "3. a\n4. b\n\n"),
        ("    code [1]\n", "code [1]\n\n"),
        ("<b>not run</b>", "<b>not run</b>\n\n"),
    ],
)
def test_markdown_becomes_what_its_reader_sees(markdown, text):
    assert plain(markdown, "markdown") == text


def test_plain_text_is_composed_and_its_lines_end_in_one_way():
    assert plain("  cafe\u0301\r\nnext\rlast \n") == "  café\nnext\nlast \n"


def test_reference_lists_survive_both_formats():
    html = "<p>Rain.<sup>[1]</sup></p><h2>References</h2><ol><li>^ Smith</li><li>^ Jones</li></ol><p>End</p>"
    markdown = "Rain.[1]\n\n## References\n\n[1]: https://example.org/smith\n[2]: Jones\n\nEnd"
    assert [entry.text for entry in read_references(plain(html, "html"))] == ["Smith", "Jones"]
    assert [entry.text for entry in read_references(plain(markdown, "markdown"))] == [
        "https://example.org/smith",
        "Jones",
    ]


@pytest.mark.parametrize(
    ("text", "code", "place"), [("ab\0c", "nul_character", "2"), ("abc\ud800", "lone_surrogate", "3")]
)
def test_what_cannot_be_stored_is_refused_with_its_place(text, code, place):
    with pytest.raises(Unreadable) as refusal:
        check(text)
    assert refusal.value.code == code
    assert f"position {place}" in str(refusal.value)
    with pytest.raises(Unreadable):
        plain(text, "html")


@pytest.mark.parametrize("text", ["", "\ufeff", "e\u0301" * 3, "‏שלום 🙂\u200b", "a\x1bb"])
def test_unusual_characters_are_taken(text):
    check(text)
