"""What a claim is about: troops, casualties, materiel, another quantity, a date, a place, or just a statement.

A figure decides by what it counts and, where that leaves it open ("killing
three"), by the words around it. Only a few tokens around a part are looked
at, so that a sentence of ten thousand figures costs no more than its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal

from . import kind_words as words_of
from .demonyms import COUNTRY_OF
from .parts import Date, Figure, Place
from .quantities.closed_words import AUXILIARIES, PERSONS
from .words import Token, Words

Kind = Literal["troops", "casualties", "materiel", "quantity", "date", "location", "statement"]

LEFT, RIGHT = 10, 11  # tokens that can say what happened to those who are counted
BESIDE = 10  # tokens between a verb and its place or date
WIDE = 40  # tokens that can say what the sentence is about
BREAKS = frozenset((";", "while", "whereas", "but"))


def kind_of(sentence: Words, figure: Figure | None, date: Date | None, place: Place | None) -> Kind:
    """The kind of the claim that has these parts. Their offsets count in the sentence."""
    if figure is not None:
        return _of_figure(sentence, figure)
    if place is not None and _point_is(sentence, place, words_of.PLACING):
        return "location"
    if date is not None and _point_is(sentence, date, words_of.DATING):
        return "date"
    return "statement"


def _of_figure(sentence: Words, figure: Figure) -> Kind:
    counted = _counted(figure)
    if figure.form in ("share", "ratio") or counted & words_of.MEASURES:
        return "quantity"
    near = _near(sentence, figure)
    if counted & words_of.CASUALTIES:
        return "casualties"
    if not counted:
        return _uncounted(sentence, figure, near)
    if counted & words_of.MATERIEL or (
        counted & words_of.MATERIEL_IN_WAR and _at_war(sentence, figure, words_of.OF_WAR)
    ):
        return "materiel"
    if near & words_of.LOST or (_are_people(counted) and near & words_of.LOST_PEOPLE):
        return "casualties"
    if near & words_of.TAKEN and (near | counted) & words_of.TAKEN_AS and _are_people(counted | near):
        return "casualties"
    if counted & words_of.CASUALTIES_IN_WAR and _at_war(sentence, figure, words_of.WAR | words_of.LOST):
        return "casualties"
    if counted & words_of.TROOPS or (counted & words_of.TROOPS_IN_WAR and _at_war(sentence, figure, words_of.WAR)):
        return "troops"
    return "quantity"


def _counted(figure: Figure) -> frozenset[str]:
    """The words of what is counted: the unit, the head of the noun phrase, and what stands before "of"."""
    words = [] if figure.unit is None else figure.unit.lower().split()
    if figure.counted:
        before_of = figure.counted.lower().split(" of ")[0].split()
        words += before_of[-1:]
    return frozenset(words)


def _uncounted(sentence: Words, figure: Figure, near: frozenset[str]) -> Kind:
    """A bare number ("killing three", "put the toll at 400") counts what the sentence speaks of."""
    if near & words_of.LOST or near & words_of.LOST_PEOPLE or near & words_of.CASUALTIES:
        return "casualties"
    if near & words_of.TROOPS:
        return "troops"
    if near & words_of.MATERIEL:
        return "materiel"
    about = _around(sentence, figure, WIDE, WIDE)
    if about & (words_of.TROOPS | frozenset(("navy", "military"))):
        return "troops"
    return "quantity"


def _are_people(counted: frozenset[str]) -> bool:
    people = words_of.PEOPLE | words_of.TROOPS | words_of.TROOPS_IN_WAR | PERSONS | words_of.TAKEN_AS
    return bool(counted & people) or any(
        word.endswith(("men", "women")) or (word.endswith("s") and word in COUNTRY_OF) for word in counted
    )


def _at_war(sentence: Words, figure: Figure, war: frozenset[str]) -> bool:
    return bool(_around(sentence, figure, WIDE, WIDE) & war)


def _near(sentence: Words, figure: Figure) -> frozenset[str]:
    """The words of the figure's own clause: up to the next number, and not past a comma on its left."""
    tokens = sentence.tokens
    first, last = _tokens_of(tokens, figure.start, figure.end)
    found: set[str] = set()
    if _is_a_part(tokens, first, last):
        found |= _around(sentence, figure, WIDE, 0)  # of those who were said before
    anew = _begins_anew(tokens, first, last)
    for token in reversed(tokens[max(0, first - LEFT) : first]):
        if token.kind == "number" or token.text == "," or token.lower in BREAKS or (anew and token.lower == "and"):
            break
        found.add(token.lower)
    for token in tokens[last : last + RIGHT]:
        if token.kind == "number" or token.lower in BREAKS:
            break
        found.add(token.lower)
    return frozenset(found)


def _is_a_part(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "of whom 40", "40 of them"."""
    before = tokens[first - 1].lower if first else ""
    return before == "whom" or [token.lower for token in tokens[last : last + 2]] in (["of", "them"], ["of", "whom"])


def _begins_anew(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """ "… died and another 900 were too weak": behind the "and" a figure has its own verb."""
    return any(token.lower in AUXILIARIES for token in tokens[last : last + 3])


def _around(sentence: Words, part: Figure | Date | Place, left: int, right: int) -> frozenset[str]:
    first, last = _tokens_of(sentence.tokens, part.start, part.end)
    return frozenset(token.lower for token in sentence.tokens[max(0, first - left) : last + right])


def _point_is(sentence: Words, part: Date | Place, verbs: frozenset[str]) -> bool:
    """Does a verb of placing or dating stand with the part?"""
    first, last = _tokens_of(sentence.tokens, part.start, part.end)
    before = _until_break(reversed(sentence.tokens[max(0, first - BESIDE) : first]))
    return bool((before | _until_break(sentence.tokens[last : last + BESIDE], skip=1)) & verbs)


def _until_break(tokens: Iterable[Token], skip: int = 0) -> set[str]:
    """The words up to the first comma or semicolon; `skip` such signs may stand at the front ("In 1951, it opened")."""
    found: set[str] = set()
    for n, token in enumerate(tokens):
        if token.text in (",", ";", ":") and n >= skip:
            break
        found.add(token.lower)
    return found


def _tokens_of(tokens: tuple[Token, ...], start: int, end: int) -> tuple[int, int]:
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return first, bisect_left(tokens, end, lo=first, key=lambda token: token.start)
