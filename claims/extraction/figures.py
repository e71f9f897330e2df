"""Figures of a sentence, with comparator, bounds and unit.

The walk: at every token that can begin a number, the number is read with its
unit; then what makes it one of two ("to", "–", "in"), the comparator words
before and behind it, and the noun that is counted. Names and years are left
out. The grammar of each step is in `quantities`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sources.text.spans import Spanned

from .kind_words import MEASURES
from .parts import Figure
from .quantities.closed_words import FATES, OBJECTS
from .quantities.comparators import LIMITS, Sign, comparator_after, comparator_before
from .quantities.counting import settle_units
from .quantities.designations import are_years, is_designation
from .quantities.drafts import Draft, draft_of, joined_limits
from .quantities.nouns import Noun, hyphened_noun, noun_after
from .quantities.number_words import COUNTING, PARTS, SCALES, STARTERS
from .quantities.numerals import ARTICLES, HALF
from .quantities.operands import Operand, read_operand
from .quantities.phrases import glued, padded
from .quantities.ranges import Pair, is_changing, merged, read_pair
from .quantities.ratios import read_ratio
from .quantities.results import is_a_score, is_a_vote, is_in_a_row_of_results
from .quantities.senses import is_a_figure, read_multiple
from .quantities.units import Unit
from .words import Token, Words

Tokens = Sequence[Token]
Found = tuple[list[Draft], int]  # what was read, and the first token that is free behind it

_BEGINNINGS = STARTERS | {"several", "few", "many", "multiple", "untold", "countless", "couple"}
# Behind "a": a hundred, a dozen, a third, a few hundred.
_AFTER_ARTICLES = SCALES.keys() | PARTS.keys() | {"half", "few", "couple"}
# Before the whole that a share is taken of: "half of the ships", "half their number".
_WHOLES = frozenset({"of", "the", "its", "his", "her", "their", "our", "my", "all", "these", "those"})
_DASHES = frozenset("-‐‑–—−")
_ADDRESSES = frozenset({"http", "https", "www", "ftp", "doi"})
# No figure begins at any other word, and most words are others.
_NOTEWORTHY = _BEGINNINGS | _ADDRESSES | ARTICLES | {"."}
_NO_PART_OF_A_NOUN = OBJECTS | COUNTING.keys()
_ROW = frozenset({",", "and", "or", "&"})


def read_figures(words: Words, taken: Sequence[Spanned] = (), before: str | None = None) -> list[Figure]:
    """All figures of a sentence, in order.

    `taken` are spans already read as dates: no figure touches them. `before` is what
    the sentence before counted, for a figure that goes back to it ("their number").
    """
    if not any(token.kind == "number" or token.lower in STARTERS for token in words.tokens):
        return []
    tokens = padded(_without(words.tokens, taken))
    drafts = joined_limits(tokens, _drafts(tokens))
    settle_units(tokens, drafts, before)
    return [_figure(words.text, tokens, draft) for draft in drafts]


def counted_last(figures: Sequence[Figure]) -> str | None:
    """What the last figures of a sentence count, for the sentence behind it; measures and money count nothing."""
    units = (figure.unit for figure in reversed(figures) if figure.unit and figure.form == "amount")
    return next((unit for unit in units if MEASURES.isdisjoint(unit.lower().split())), None)


def _without(tokens: Sequence[Token], taken: Sequence[Spanned]) -> Sequence[Token]:
    """The tokens with each taken span as one blank sign in their place."""
    if not taken:
        return tokens
    spans = sorted(taken, key=lambda span: span.start)
    kept: list[Token] = []
    at, last = 0, None
    for token in tokens:
        while at < len(spans) and spans[at].end <= token.start:
            at += 1
        if at == len(spans) or spans[at].start >= token.end:
            kept.append(token)
        elif last != at:
            kept.append(Token("sign", "", "\0date", spans[at].start, spans[at].end))
            last = at
    return kept


def _drafts(tokens: Tokens) -> list[Draft]:
    drafts: list[Draft] = []
    at, floor = 0, 0
    while tokens[at].end >= 0:
        token = tokens[at]
        if token.kind != "number" and token.lower not in _NOTEWORTHY:
            at += 1
        elif token.lower in _ADDRESSES and glued(tokens, at):
            at = _past_address(tokens, at)
        elif _may_begin(token, tokens[at + 1]):
            found, after = _read_at(tokens, at, floor)
            if found:
                drafts += found
                floor = after
            at = max(after, at + 1)
        else:
            at += 1
    return drafts


def _may_begin(token: Token, following: Token) -> bool:
    """Whether a figure can begin here; cheap, for it is asked of every token."""
    if token.kind == "number" or token.lower in _BEGINNINGS:
        return True
    if token.lower in ARTICLES:
        return following.lower in _AFTER_ARTICLES
    return token.text == "." and following.kind == "number" and token.end == following.start


def _past_address(tokens: Tokens, at: int) -> int:
    """Past a web address: all that is grown together with its first word."""
    while glued(tokens, at):
        at += 1
    return at + 1


def _read_at(tokens: Tokens, at: int, floor: int) -> Found:
    multiple = read_multiple(tokens, at)
    if multiple:
        numeral, before = multiple
        change = tokens[at].lower not in ("twice", "thrice") or tokens[at + 1].lower in (
            "the",
            "as",
            "that",
            "its",
            "their",
        )
        unit = Unit(at, at + 1, "times", "times")
        draft = draft_of(tokens, at, at + 1, numeral, unit, before, None, form="change" if change else "amount")
        return [draft], draft.free
    operand = read_operand(tokens, at, floor)
    if operand is None:
        return [], at + 1
    before = comparator_before(tokens, operand.first)
    if before and before.at < floor:
        before = None
    opener = before.sense if before and before.sense in ("between", "from") else None
    alone = before.inner if before and opener else before  # what is left of it where no range follows
    ratio = read_ratio(tokens, operand)
    if ratio:
        numeral, after = ratio
        noun = noun_after(tokens, after)
        if noun and (tokens[noun.after].kind == "number" or tokens[noun.after].lower in _NO_PART_OF_A_NOUN):
            noun = None  # "one in fifty breaks three hours": a verb
        ranged = numeral.low != numeral.high
        draft = draft_of(tokens, operand.first, after, numeral, None, alone, noun, ranged=ranged, form="ratio")
        return [draft], draft.free
    pair = read_pair(tokens, operand, opener, changing=opener == "from" and is_changing(tokens, before))
    if pair is None:
        return _single(tokens, operand, alone)
    if pair.joint == "dash" and _is_a_result(tokens, pair):
        return [], pair.right.after
    return _range(tokens, pair, before) if pair.one else _two(tokens, pair, alone)


def _may_be_a_result(operand: Operand) -> bool:
    """Plain digits, or with a half: "12½–8½"."""
    return bool(operand.numeral.digits) or operand.low % 1 == HALF


def _is_a_result(tokens: Tokens, pair: Pair) -> bool:
    """ "3–2": the result of a match. That of a vote ("219–212") is two figures."""
    if pair.left.unit or pair.right.unit or not all(_may_be_a_result(operand) for operand in (pair.left, pair.right)):
        return False
    first, after = pair.left.first, pair.right.after
    if not pair.one:
        return not is_a_vote(tokens, first)
    if len(pair.right.numeral.digits) > 3:
        return False
    return is_a_score(tokens, first, after) or is_in_a_row_of_results(tokens, first, after)


# ── one number ──────────────────────────────────────────────────────────────────────────────────


def _single(
    tokens: Tokens, operand: Operand, before: Sign | None, unit: Unit | None = None, *, joined: bool = False
) -> Found:
    """`unit` is given where it is printed with a later number only; `joined`: this is one of a pair."""
    noun = _noun(tokens, operand)
    if noun and operand.numeral.form == "share" and tokens[operand.after].lower not in _WHOLES:
        noun = None  # "a two-thirds majority"
    counts = noun is not None or tokens[operand.after].lower in FATES
    measured = operand.unit is not None
    limited = before is not None and before.sense in LIMITS
    if is_designation(tokens, operand.numeral, measured=measured, counts=counts, limited=limited, joined=joined):
        return [], _past_chain(tokens, operand.after)
    if not is_a_figure(tokens, operand, before, noun):
        return [], operand.after
    draft = draft_of(tokens, operand.first, operand.after, operand.numeral, operand.unit or unit, before, noun)
    return [draft], draft.free


def _past_chain(tokens: Tokens, after: int) -> int:
    """Past the "–30" of "pages 20–30", the groups of a telephone number, the rest of "Articles 5, 6 and 7"."""
    while tokens[after].kind == "number" and tokens[after - 1].kind == "number":
        after += 1
    while tokens[after].text in _DASHES and tokens[after + 1].kind == "number":
        after += 2
    while tokens[after].lower in _ROW and tokens[after - 1].kind == "number":
        following = after + 2 if tokens[after + 1].lower == "and" else after + 1
        if not (tokens[following].text.isdigit() and tokens[following + 1].kind in ("sign", "possessive")):
            break
        after = following + 1
    return after


def _noun(tokens: Tokens, operand: Operand) -> Noun | None:
    at = operand.after
    sign = comparator_after(tokens, at)
    if (
        sign is None
        and operand.unit is None
        and tokens[at].text in _DASHES
        and glued(tokens, at - 1)
        and glued(tokens, at)
    ):
        return hyphened_noun(tokens, at)
    return noun_after(tokens, sign.at if sign else at, one=operand.numeral.high == 1 and operand.unit is None)


# ── two numbers ─────────────────────────────────────────────────────────────────────────────────


def _range(tokens: Tokens, pair: Pair, before: Sign | None) -> Found:
    left, right = pair.left, pair.right
    numeral, unit = merged(pair)
    noun = _noun(tokens, replace(right, unit=unit))
    opened = before is not None and before.sense in ("between", "from")
    limited = before is not None and before.sense in LIMITS
    if unit is None and are_years(left.numeral, right.numeral, counts=noun is not None):
        return [], _past_chain(tokens, right.after)
    # What ends at a plain 5,000 does not begin in the year 1000.
    measured = unit is not None or limited or (right.high > 2099 and bool(right.numeral.digits))
    if not opened and is_designation(tokens, left.numeral, measured=measured, counts=noun is not None, joined=True):
        # "in 1841 to 6.6 million": the year is none, what follows it may be one
        return [], _past_chain(tokens, right.after) if pair.joint == "dash" else left.after
    if pair.joint == "or" and not is_a_figure(tokens, right, before, noun):
        return [], right.after
    draft = draft_of(tokens, left.first, right.after, numeral, unit, before, noun, ranged=True)
    return [draft], draft.free


def _two(tokens: Tokens, pair: Pair, before: Sign | None) -> Found:
    """ "from 300 to 450 km": two figures, the unit said once."""
    left, right = pair.left, pair.right
    unit = right.unit if left.unit is None else None
    first, _ = _single(tokens, left, before, unit, joined=True)
    second, after = _single(tokens, right, comparator_before(tokens, right.first), joined=True)
    return [*first, *second], after


# ── the figure ──────────────────────────────────────────────────────────────────────────────────


def _figure(text: str, tokens: Tokens, draft: Draft) -> Figure:
    start, end = tokens[draft.first].start, tokens[draft.after - 1].end
    low = None if draft.comparator in ("at_most", "less_than") else _tidy(draft.low)
    high = None if draft.comparator in ("at_least", "more_than") else _tidy(draft.high)
    counted = None
    if draft.noun:
        counted = text[tokens[draft.noun.first].start : tokens[draft.noun.after - 1].end]
    return Figure(start, end, text[start:end], draft.comparator, low, high, draft.unit, counted, draft.form, draft.per)


def _tidy(value: Decimal) -> Decimal:
    """Without the trailing zeros and exponents that arithmetic leaves behind."""
    if value.adjusted() > 26:
        return value
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
