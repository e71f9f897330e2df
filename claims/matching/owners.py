"""Whose a figure is, where and when, and what else would make it another one: the rules beside noun and fate."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .answers import Why
from .cases import Case
from .contrasts import directions_of, exclude, sides_of
from .moments import other_time, other_year_before
from .names import is_country, meet
from .roles import is_turned_round

VOTING = frozenset(("votes", "voters", "members", "people"))


def _other_form(case: Case) -> Why:
    """A change is not a level ("rose by 12%", "12% of homes"), and a rise is no fall."""
    if (case.asked.form == "change") != (case.figure.form == "change"):
        return "other_thing"
    if case.question.measured and not case.mine.heads and case.mine.change != case.theirs.change:
        return "other_thing"
    turned = exclude(directions_of(case.mine.beside), directions_of(case.theirs.beside))
    return "other_thing" if case.asked.form == "change" and turned else ""


def _other_owner(case: Case) -> Why:
    mine, theirs, question = case.mine, case.theirs, case.question
    if mine.whose and theirs.whose:
        return "" if meet(mine.whose, theirs.whose) else "other_group"
    if theirs.owners:
        known = question.names | question.mentioned
        return "" if meet(theirs.owners, known) or not question.names else "other_group"
    if not mine.owners:
        return _other_nation(question.names, theirs.names) or _nobody_named(case)
    if meet(mine.owners, theirs.names):
        return ""
    return _owner_before(case)


def _owner_before(case: Case) -> Why:
    """The sentence names no owner of the claim: the nearest sentence before that names one tells."""
    for names in (case.theirs.names, *case.around.names_before()):
        if meet(case.mine.owners, names):
            return ""
        if _nations(names):
            return "other_group" if _nations(case.mine.owners) else "unclear"
    return "unclear"


def _nobody_named(case: Case) -> Why:
    """Names on both sides, and none of the claim's stands here or before."""
    if not case.question.names or not case.theirs.names or case.named != "nowhere":
        return ""
    return "unclear"


def _other_nation(mine: frozenset[str], theirs: frozenset[str]) -> Why:
    """Countries on both sides, and none in common."""
    one, other = _nations(mine), _nations(theirs)
    return "other_group" if one and other and not one & other and not meet(mine, theirs) else ""


def _nations(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in names if is_country(name))


def _excluded(case: Case) -> Why:
    """The men's team and the women's, the 4th Brigade and the 9th, the votes for and against."""
    if exclude(case.question.sides, case.heard.sides):
        return "other_group"
    mine, theirs = case.mine.beside, case.theirs.beside
    if exclude(sides_of(mine, beside=True), sides_of(theirs, beside=True)):
        return "other_thing"
    if ("against" in mine) != ("against" in theirs) and case.mine.heads & VOTING:
        return "other_thing"
    if is_turned_round(case.question, case.heard.tokens):
        return "other_group"
    numbers = case.heard.numbers if case.question.numbers else frozenset()
    return "other_group" if numbers and not numbers & case.question.numbers else ""


def _elsewhere(case: Case) -> Why:
    if case.placed == "disjoint":
        return "other_place"
    place = case.heard.place_of(case.figure) if case.question.asked.place else None
    if place is None or case.placed in ("identical", "equivalent", "inside"):
        return ""
    if case.placed == "wider" or case.named != "nowhere":
        return ""
    return "" if meet(case.question.names, tuple(place.text.lower().split())) else "unclear"


def _other_time(case: Case) -> Why:
    return other_time(case.question, case.heard, case.figure, case.around)


def _other_year(case: Case) -> Why:
    return other_year_before(case.question, case.heard, case.around)


RULES: tuple[Callable[[Case], Why], ...] = (_other_form, _elsewhere, _other_time, _other_owner, _excluded, _other_year)
