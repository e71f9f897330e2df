"""What a page of a PDF draws, and where: runs of characters with their place, width and size.

An interpreter of the text operators of a content stream (ISO 32000, 9.4) on top
of pypdf's parser and fonts. pypdf's own text has no widths, without which
columns, raised numbers and words cannot be told apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, NameObject, NullObject

from .faces import Face

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
DEEPEST_FORM = 12  # forms inside one another
MOST_FORMS = 2_000  # of one page
MOST_RUNS = 100_000  # of one page
MOST_STATES = 1_000  # saved inside one another


@dataclass(frozen=True, slots=True)
class Run:
    """Characters drawn in one go, from x to `end` on the line y; `turned` in degrees against the page."""

    text: str
    x: float
    y: float
    end: float
    size: float
    turned: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves and Q brings back."""

    matrix: Matrix = SAME
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class _Pen:
    page: PageObject
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    text: Matrix = SAME
    line: Matrix = SAME
    runs: list[Run] = field(default_factory=list)
    faces: dict[int, tuple[DictionaryObject, Face]] = field(default_factory=dict)  # of the whole document
    forms: int = 0
    pictures: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The runs of a page in the order in which they are drawn, how many pictures it has, and how many characters whose
    font does not say what they are."""

    runs: list[Run]
    pictures: int
    unknown: int
    complete: bool


Faces = dict[int, tuple[DictionaryObject, Face]]


def drawn(page: PageObject, faces: Faces) -> Drawing:
    """What a page draws; `faces` are the fonts known so far, and take in those of the page."""
    pen = _Pen(page, faces=faces)
    content = page.get("/Contents")
    content = content.get_object() if content is not None else None
    if content is not None and not isinstance(content, NullObject):
        resources = _dictionary(page.get_inherited("/Resources", None)) or DictionaryObject()
        _draw(pen, ContentStream(content, page.pdf, "bytes"), resources, ())
    return Drawing(pen.runs, pen.pictures, pen.unknown, len(pen.runs) <= MOST_RUNS and pen.forms <= MOST_FORMS)


def _dictionary(value: Any) -> DictionaryObject | None:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else None


def _draw(pen: _Pen, content: ContentStream, resources: DictionaryObject, inside: tuple[int, ...]) -> None:
    fonts = _dictionary(resources.get("/Font")) or DictionaryObject()
    for operands, operator in content.operations:
        if len(pen.runs) > MOST_RUNS:
            break
        try:
            _obey(pen, operator, operands, fonts)
        except (TypeError, ValueError, IndexError, AttributeError, KeyError, OverflowError):
            continue  # operands that make no sense: viewers pass over them as well
        if operator == b"Do" and operands:
            _draw_object(pen, operands[0], resources, inside)


def _draw_object(pen: _Pen, name: Any, resources: DictionaryObject, inside: tuple[int, ...]) -> None:
    objects = _dictionary(resources.get("/XObject")) or DictionaryObject()
    form = _dictionary(objects.get(name))
    if form is None or form.get("/Subtype") == "/Image":
        pen.pictures += form is not None
        return
    pen.forms += 1
    if id(form) in inside or len(inside) >= DEEPEST_FORM or pen.forms > MOST_FORMS:
        return
    before, saved, pen.saved = pen.state, pen.saved, []
    matrix = _numbers(form.get("/Matrix") or SAME, 6)
    pen.state = replace(pen.state, matrix=_times(matrix, pen.state.matrix))
    inner = _dictionary(form.get("/Resources")) or resources
    _draw(pen, ContentStream(form, pen.page.pdf, "bytes"), inner, (*inside, id(form)))
    pen.state, pen.saved = before, saved


def _obey(pen: _Pen, operator: bytes, operands: Sequence[Any], fonts: DictionaryObject) -> None:
    state = pen.state
    if operator in (b"Tj", b"TJ", b"'", b'"'):
        _show(pen, operator, operands)
    elif operator == b"BT":
        pen.text = pen.line = SAME
    elif operator == b"Tf":
        pen.state = replace(state, face=_face(pen, fonts, operands[0]), size=float(operands[1]))
    elif operator in (b"Td", b"TD"):
        x, y = _numbers(operands, 2)
        if operator == b"TD":
            pen.state = replace(state, leading=-y)
        _move(pen, x, y)
    elif operator == b"T*":
        _move(pen, 0, -state.leading)
    elif operator == b"Tm":
        pen.text = pen.line = _numbers(operands, 6)
    elif operator == b"q" and len(pen.saved) < MOST_STATES:
        pen.saved.append(state)
    elif operator == b"Q" and pen.saved:
        pen.state = pen.saved.pop()
    elif operator == b"cm":
        pen.state = replace(state, matrix=_times(_numbers(operands, 6), state.matrix))
    elif operator in NUMBERED:
        (value,) = _numbers(operands, 1)
        pen.state = replace(state, **{NUMBERED[operator]: value / 100 if operator == b"Tz" else value})
    elif operator == b"INLINE IMAGE":
        pen.pictures += 1


NUMBERED = {
    b"Tc": "spacing",
    b"Tw": "word_spacing",
    b"Tz": "scale",
    b"TL": "leading",
    b"Ts": "rise",
}


def _show(pen: _Pen, operator: bytes, operands: Sequence[Any]) -> None:
    if operator == b'"':
        word, char = _numbers(operands, 2)
        pen.state = replace(pen.state, word_spacing=word, spacing=char)
    if operator in (b"'", b'"'):
        _move(pen, 0, -pen.state.leading)
    for part in operands[0] if operator == b"TJ" else [operands[-1]]:
        if isinstance(part, NameObject):
            continue
        if isinstance(part, str | bytes):
            _show_string(pen, part)
        else:
            _advance(pen, -float(part) / 1000 * pen.state.size * pen.state.scale)


def _show_string(pen: _Pen, string: str | bytes) -> None:
    state = pen.state
    if state.face is None or not state.face.font.interpretable:
        pen.unknown += len(string)
        return
    text, width, codes, blanks = state.face.shown(string)
    width = width / 1000 * state.size + state.spacing * codes + state.word_spacing * blanks
    start = _times((1, 0, 0, 1, 0, state.rise), _times(pen.text, state.matrix))
    _advance(pen, width * state.scale)
    end = _times((1, 0, 0, 1, 0, state.rise), _times(pen.text, state.matrix))
    if text and all(map(math.isfinite, (*start, *end))):
        size = abs(state.size) * math.hypot(start[2], start[3])
        pen.runs.append(Run(text, *_placed(start, end), size, _angle(start)))


def _placed(start: Matrix, end: Matrix) -> tuple[float, float, float]:
    """x, y and the end, along the direction of the writing."""
    angle = _angle(start)
    if angle in (0, 180):
        return (start[4], start[5], end[4]) if angle == 0 else (-start[4], -start[5], -end[4])
    return (start[5], -start[4], end[5]) if angle == 90 else (-start[5], start[4], -end[5])


def _angle(matrix: Matrix) -> int:
    degrees = math.degrees(math.atan2(matrix[1], matrix[0]))
    return int(round(degrees / 90) * 90) % 360


def _face(pen: _Pen, fonts: DictionaryObject, name: Any) -> Face | None:
    resource = _dictionary(fonts.get(name))
    if resource is None:
        return None
    if id(resource) not in pen.faces:
        pen.faces[id(resource)] = (resource, Face.of(resource))
    return pen.faces[id(resource)][1]


def _move(pen: _Pen, x: float, y: float) -> None:
    pen.text = pen.line = _times((1, 0, 0, 1, x, y), pen.line)


def _advance(pen: _Pen, width: float) -> None:
    pen.text = _times((1, 0, 0, 1, width, 0), pen.text)


def _numbers(values: Any, count: int) -> Any:
    if len(values) < count:
        raise ValueError("operands are missing")
    return tuple(float(value) for value in values[:count])


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
