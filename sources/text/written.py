"""Plain text, Markdown and HTML as documents: the text with its origins in what was written."""

from __future__ import annotations

import re

from .building import Building
from .document import Document, Note
from .frontmatter import day_of, take_front_matter, title_of
from .html import Guide, built, html_lines
from .markdown import markdown_building, plain_markdown
from .plain import check
from .web.outline import fences_of

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


def read_text(source: str) -> Document:
    check(source)
    building = Building()
    for match in LINE.finditer(source):
        line = match[0].rstrip("\r\n")
        building.add(line, "source", match.start(), match.start() + len(line))
        if len(match[0]) > len(line):
            building.add("\n", "source", match.start() + len(line), match.end())
    text, origins = building.finished()
    return Document(text, "text", origins=origins)


def read_markdown(source: str) -> Document:
    check(source)
    about, body = take_front_matter(source)
    building, notes = markdown_building(body)
    text, origins = building.finished()
    if about:
        notes.insert(0, Note("front_matter", "The lines at its head that speak to programs only were left out."))
    return Document(
        text,
        "markdown",
        title=about.get("title") or plain_markdown(title_of(body)).strip(),
        byline=about.get("author", ""),
        published=day_of(about.get("date", "")),
        language=about.get("lang", ""),
        origins=origins,
        notes=tuple(notes),
        fences=building.finished_fences(),
    )


def read_html(
    source: str, notes: tuple[Note, ...] = (), name: str = "", *, page: bool = False, boxes: bool = False
) -> Document:
    check(source)
    if page:
        from .web.article import read_page

        return read_page(source, name, notes, boxes=boxes)
    building = built(html_lines(source, Guide(fences=fences_of(source))), source)
    text, origins = building.finished()
    return Document(text, "html", origins=origins, notes=notes, fences=building.finished_fences())
