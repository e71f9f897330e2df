"""Names of organisations, events, works and posts, and the places that they shut in: "Bank of England"."""

from __future__ import annotations

from .name_words import BLOCKING, MISSIONS, POSTS
from .names import is_person
from .place_words import DIRECTIONS
from .surroundings import Context, parts_of

_COMPANIES = frozenset({"railway", "railroad", "railways", "bank", "company", "corporation", "university", "society"})


def shuts_out(context: Context, at: int) -> None:
    """Marks the runs after `at` that belong to the name that run `at` begins."""
    run = context.runs[at]
    following = at + 1
    if following >= len(context.runs):
        return
    link = context.linked(following)
    last = context.lower(run.last - 1)
    parts = parts_of(context.tokens, run.first, run.last)
    heads = {token.lower for token in parts}
    introduced = len(parts) > 2 and last not in BLOCKING and is_person(parts)  # "Senator Ann Lee (of Ohio)"
    if introduced or (not heads & BLOCKING and at not in context.shut):
        plain = link == "of" and parts and parts[0].lower not in DIRECTIONS  # "North Shore of Oahu"
        if plain and not is_person(parts) and not context.is_somebody(run.last - 1):  # "Ann B. Bell" is two runs
            context.shut.add(following)
        return
    if (
        link in ("of", "for", "on")
        or (link == "in" and last in MISSIONS and run.last - run.first > 1 and heads.isdisjoint(("post", "head")))
        or (link == "to" and heads & POSTS)
        or (link in ("at", ",") and heads & {"university", "universities"})
        or (
            link in ("and", "&")
            and at in context.shut
            and context.linked(at) == "of"
            and is_blocked(context, following)
        )
    ):
        context.shut.add(following)


def joins_company(context: Context, at: int) -> bool:
    """ "London and South Western Railway": two places in the name of a company."""
    if at + 1 == len(context.runs) or context.linked(at + 1) != "and":
        return False
    other = context.runs[at + 1]
    return other.last - other.first > 1 and context.lower(other.last - 1) in _COMPANIES


def is_blocked(context: Context, at: int) -> bool:
    run = context.runs[at]
    return any(token.lower in BLOCKING for token in parts_of(context.tokens, run.first, run.last))
