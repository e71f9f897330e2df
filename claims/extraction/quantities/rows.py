"""Figures side by side that share a unit: "45, 50 and 60 mg", "40 of the 50 ships", "from 66.8 to 72.3"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.words import Token

from .closed_words import FATES, STOPS
from .drafts import Draft
from .phrases import wordset

Tokens = Sequence[Token]

# What may stand between two figures that share the unit of the second: "45, 50 and 60 mg".
_COORDINATORS = wordset(", and or to but & – - / plus then from if not even perhaps × x by")


def is_of_those(tokens: Tokens, after: int) -> bool:
    return tokens[after].lower == "of" and tokens[after + 1].lower in ("them", "whom", "which", "these", "those")


def share_backwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "45, 50 and 60 mg": the unit behind the last of a row belongs to all of it."""
    shared = False  # a lone comma joins a row that has its "and" further on
    for at in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[at], drafts[at + 1]
        opened = at > 0 and tokens[draft.first - 1].text == "," and drafts[at - 1].after == draft.first - 1
        alike = draft.unit is None and draft.form == following.form != "share" and not following.prefixed
        comma = following.first - draft.after == 1 and tokens[draft.after].text == ","
        alike = alike and not _is_a_whole_group(tokens, draft)
        shared = alike and (shared or not comma) and _are_a_row(tokens, draft.after, following.first, opened)
        if shared:
            draft.unit, draft.sort, draft.noun = following.unit, following.sort, following.noun


_GROUPS = wordset("crew family party team staff squad jury household garrison delegation trio band panel board")


def _is_a_whole_group(tokens: Tokens, draft: Draft) -> bool:
    """ "a crew of three and ten passengers": those three are the crew."""
    at = draft.first - 1
    grouped = at > 0 and tokens[at].lower == "of" and tokens[at - 1].lower in _GROUPS
    return grouped and tokens[draft.after].lower in ("and", ",")


def share_forwards(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "by five years, from 66.8 to 72.3", "from 40 km in May to 60": where something went has the unit of its way."""
    for before, draft in pairwise(drafts):
        printed = before.sort in ("time", "measure", "money")
        if printed and draft.unit is None and draft.form == "amount" and _go_on(tokens, before, draft):
            draft.unit, draft.sort = before.unit, before.sort


def _go_on(tokens: Tokens, before: Draft, draft: Draft) -> bool:
    words = [token.lower for token in tokens[before.after : min(draft.first, before.after + 9)]]
    if words in ([",", "from"], ["to"]):
        return True
    opened = before.first > 0 and (tokens[before.first].lower == "from" or tokens[before.first - 1].lower == "from")
    return opened and len(words) < 7 and words[-1:] == ["to"] and not {",", ";", "and"} & set(words)


def share_with_the_whole(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "half of the 1,500 detainees", "40 of the 50 ships": the part counts what the whole does."""
    for draft, following in pairwise(drafts):
        between = range(draft.after, following.first)
        near = 4 if tokens[following.first - 1].kind != "possessive" else 6  # "24 of the country's 47 counties"
        parted = 0 < len(between) <= near and tokens[draft.after].lower in ("of", "out")
        if draft.unit is None and parted and not is_of_those(tokens, draft.after):
            draft.unit, draft.noun = following.unit, following.noun


def _are_a_row(tokens: Tokens, after: int, first: int, opened: bool) -> bool:
    """`opened`: a comma and a figure stand before, so that ", and" ends a row ("45, 50, and 60"), not an aside."""
    if not 0 < first - after <= 6:
        return False
    if tokens[after].kind == "word" and tokens[after].lower not in STOPS:
        return _describe(tokens, after, first)
    if first - after > 4 or not all(tokens[at].lower in _COORDINATORS for at in range(after, first)):
        return False
    return (
        first - after == 1 or tokens[after].text != "," or opened or tokens[after + 1].lower in ("if", "or", "perhaps")
    )


def _describe(tokens: Tokens, after: int, first: int) -> bool:
    """Whether only describing words and "and" stand between: "three Israeli and 40 Palestinian civilians"."""
    if tokens[first - 1].lower not in ("and", "or"):
        return False
    words = [token.lower for token in tokens[after : first - 1]]
    return not any(word in STOPS or word in FATES or word.endswith(("ed", "ly")) or word in ",;:(" for word in words)
