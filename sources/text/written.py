"""Plain text, Markdown and HTML as documents: the text with its origins in what was written."""

from __future__ import annotations

import re

from .building import Building
from .document import Document, Note
from .html import built, html_lines
from .plain import check

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
    from .markdown import markdown_building

    check(source)
    building, notes = markdown_building(source)
    text, origins = building.finished()
    return Document(text, "markdown", origins=origins, notes=tuple(notes))


def read_html(source: str, notes: tuple[Note, ...] = (), name: str = "", *, page: bool = False) -> Document:
    check(source)
    if page:
        from .web.article import read_page

        return read_page(source, name, notes)
    text, origins = built(html_lines(source)).finished()
    return Document(text, "html", origins=origins, notes=notes)
