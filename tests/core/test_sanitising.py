"""Notes as HTML: what people need to write, and nothing that could run, load, lead astray or take long."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import pytest

from claimtracker.core.sanitising import BLOCKS, markdown_html


class Seen(HTMLParser):
    """Every tag with its attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("So *it* was **not** ~~here~~", "<p>So <em>it</em> was <strong>not</strong> <s>here</s></p>"),
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        (
            "[page](https://a.example/?x=1&y=2)",
            '<p><a href="https://a.example/?x=1&amp;y=2" rel="nofollow noopener ugc">page</a></p>',
        ),
        ("[us](mailto:a@b.example)", '<p><a href="mailto:a@b.example" rel="nofollow noopener ugc">us</a></p>'),
        ("# no heading", "<p># no heading</p>"),
    ],
)  # fmt: skip
def test_what_people_write(markdown, html):
    assert markdown_html(markdown).strip() == html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src='https://evil.example'></iframe>",
        "<style>*{display:none}</style>",
        "<a href='javascript:alert(1)'>x</a>",
        "<p onclick=alert(1) style='position:fixed' class='notice' id='main'>x</p>",
        "<form action=/sign-out/><button>x</button></form>",
        "<!-- <script> -->",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "![x](https://evil.example/pixel.png)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](/sign-out/)",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        '[x](https://a.example "onmouseover=alert(1)")',
        '[x](https://a.example/"onmouseover="alert(1))',
        "[x](https://a.example/<script>)",
        "`<script>`",
        "```html\n<script>alert(1)</script>\n```",
        '```js" onclick="alert(1)\nx\n```',
        "\u202e<script>\u202c",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "*<script>*",
    ],
)
def test_nothing_runs_loads_or_leads_where_no_link_may(markdown):
    seen = Seen(markdown_html(markdown))
    for tag, attributes in seen.tags:
        assert tag in BLOCKS
        assert set(attributes) <= {"href", "rel"}
        if tag == "a":
            assert attributes["rel"] == "nofollow noopener ugc"
            assert str(attributes.get("href", "https:")).startswith(("https:", "http:", "mailto:", "//", "/"))


FAMILIES = {
    "quotations": "> ",
    "quotations without blanks": ">",
    "lists": "- ",
    "numbers": "1. ",
    "brackets": "[",
    "links": "[a](",
    "pictures": "![",
    "stars": "*a ",
    "stars and lines": "*a_ ",
    "backticks": "`",
    "angles": "<",
    "ampersands": "&#",
    "backslashes": "\\",
    "tildes": "~~a ",
    "autolinks": "<a:",
    "lines": "a\n",
    "a long line": "word",
    "one letter": "a",
    "blanks": " ",
    "tabs": "\t",
    "everything": "*_`[<&~",
    "marked words": "*a* ",
    "names": "@ana ",
}


@pytest.mark.parametrize("piece", FAMILIES.values(), ids=FAMILIES)
def test_the_longest_note_is_written_in_no_time_whatever_it_is(piece):
    body = (piece * 10_000)[:10_000]
    begun = time.process_time()
    html = markdown_html(body)
    assert time.process_time() - begun < 1
    assert len(html) < 100_000


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "> - "])
def test_what_is_nested_ten_thousand_deep_is_shown_as_it_was_typed(opening):
    body = (opening * 10_000)[:9_990] + "the end"
    assert "the end" in Seen(markdown_html(body)).words


def test_what_is_too_much_markup_keeps_every_word():
    body = "*a* " * 600 + "<b>the end</b>"
    seen = Seen(markdown_html(body))
    assert seen.words.split() == body.split()
    assert {tag for tag, _ in seen.tags} == {"p"}
