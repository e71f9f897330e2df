"""Figures of a sentence, with comparator, bounds and unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sources.text.spans import Spanned

from .quantities.closed_words import STOPS
from .quantities.comparators import Sense, Sign, comparator_after, comparator_before
from .quantities.counting import Draft, settle_units
from .quantities.designations import is_a_score, is_designation
from .quantities.nouns import Noun, noun_after
from .quantities.number_words import MULTIPLE_VERBS, MULTIPLES, STARTERS
from .quantities.numbers import Numeral
from .quantities.operands import Operand, read_operand
from .parts import Comparator, Figure, Form
from .quantities.phrases import glued, padded
from .quantities.ranges import Pair, merged, read_pair
from .quantities.units import Unit, rate_at, unit_before
from .words import Token, Words

Tokens = Sequence[Token]

_ARTICLES = frozenset({"a", "an"})
_LOOSE_STARTS = frozenset({"a", "an", "several", "few", "many", "multiple", "untold", "countless", "couple"})
_DASHES = frozenset("-‐‑–—−")


def read_figures(words: Words, taken: Sequence[Spanned] = ()) -> list[Figure]:
    """All figures of a sentence, in order. `taken` are spans already read as dates: no figure touches them."""
    if not any(token.kind == "number" or token.lower in STARTERS for token in words.tokens):
        return []
    tokens = padded(_without(words.tokens, taken))
    drafts = _drafts(tokens)
    settle_units(tokens, drafts)
    return [_figure(words.text, tokens, draft) for draft in drafts]


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
        if at < len(spans) and spans[at].start < token.end:
            if last != at:
                kept.append(Token("sign", "", "\0date", spans[at].start, spans[at].end))
            last = at
        else:
            kept.append(token)
    return kept


def _drafts(tokens: Tokens) -> list[Draft]:
    drafts: list[Draft] = []
    at, floor = 0, 0
    size = len(tokens)
    while at < size and tokens[at].end >= 0:
        token = tokens[at]
        if (
            token.kind != "number"
            and token.lower not in STARTERS
            and token.lower not in _LOOSE_STARTS
            and token.text != "."
        ):
            at += 1
            continue
        found, after = _read_at(tokens, at, floor)
        drafts += found
        if found:
            floor = after
        at = max(after, at + 1)
    return drafts


def _read_at(tokens: Tokens, at: int, floor: int) -> tuple[list[Draft], int]:
    """The figures that start at a token, and the first token that is free behind them."""
    multiple = _multiple(tokens, at)
    if multiple:
        return [multiple], at + 1
    operand = read_operand(tokens, at, floor)
    if operand is None:
        return [], at + 1
    before = comparator_before(tokens, operand.first)
    if before and before.at < floor:
        before = None
    opener = before.sense if before and before.sense in ("between", "from") else None
    pair = read_pair(tokens, operand, opener, changing=opener == "from" and _is_changing(tokens, before))
    if pair is None:
        return _single(tokens, operand, None if opener else before)
    if pair.joint == "dash" and (not pair.one or is_a_score(tokens, pair.left.first, pair.right.after)):
        if _plain_digits(operand) and _plain_digits(pair.right):
            return [], pair.right.after
    if pair.one:
        return _range(tokens, pair, before)
    return _two(tokens, pair)


def _plain_digits(operand: Operand) -> bool:
    return operand.unit is None and bool(operand.numeral.digits) and len(operand.numeral.digits) < 4


# ── one number ──────────────────────────────────────────────────────────────────────────────────


def _single(tokens: Tokens, operand: Operand, before: Sign | None) -> tuple[list[Draft], int]:
    numeral = operand.numeral
    noun = _noun(tokens, operand)
    measured = operand.unit is not None or _is_a_limit(before)
    if is_designation(tokens, numeral, measured=measured, counts=noun is not None):
        return [], _past_chain(tokens, operand.after)
    if not _is_a_figure(tokens, operand, before, noun):
        return [], max(operand.after, numeral.first + 1)
    draft = _draft(tokens, operand.first, operand.after, numeral, operand.unit, before, noun)
    return [draft], draft.after


def _past_chain(tokens: Tokens, after: int) -> int:
    """Past "–30" behind the "20" of "pages 20–30"."""
    while tokens[after].text in _DASHES and tokens[after + 1].kind == "number":
        after += 2
    return after


def _is_a_limit(sign: Sign | None) -> bool:
    return sign is not None and sign.sense in ("at_least", "more_than", "at_most", "less_than")


def _noun(tokens: Tokens, operand: Operand) -> Noun | None:
    at = operand.after
    if operand.unit is None and tokens[at].text in _DASHES and glued(tokens, at - 1) and glued(tokens, at):
        return _hyphened_noun(tokens, at)
    sign = comparator_after(tokens, at)
    if sign:
        at = sign.at
    return noun_after(tokens, at, one=operand.numeral.high == 1)


def _hyphened_noun(tokens: Tokens, hyphen: int) -> Noun | None:
    """ "a 15-member council" counts members; "two-way" and "six-fold" are other things."""
    from .quantities.nouns import plural

    word = tokens[hyphen + 1]
    if word.kind != "word" or word.lower in _HYPHENED_OTHERS or word.lower.endswith("ed"):
        return None
    return Noun(hyphen + 1, hyphen + 2, plural(word.text))


_HYPHENED_OTHERS = frozenset("way off on to in up down plus odd ish dimensional sided fold based".split())


def _is_a_figure(tokens: Tokens, operand: Operand, before: Sign | None, noun: Noun | None) -> bool:
    """Whether the words that can be numbers are one here."""
    numeral = operand.numeral
    first, after = numeral.first, operand.after
    if not numeral.spelled:
        return True
    if _is_hyphened_name(tokens, operand, noun):
        return False
    if numeral.form == "share":
        return operand.unit is not None or _is_a_share(tokens, first, after, before)
    if numeral.low == 1 and tokens[first].lower == "one":
        return _counts_one(tokens, operand, before, noun)
    if numeral.low == 0:
        return _counts_zero(tokens, operand)
    return not (
        tokens[first - 1].lower in ("number", "day", "phase", "world", "war", "chapter", "act", "the top", "top")
        and first > 0
    )


def _is_hyphened_name(tokens: Tokens, operand: Operand, noun: Noun | None) -> bool:
    """ "two-way", "one-man", "zero-sum": a spelled number grown into an adjective."""
    at = operand.after
    if operand.unit is not None:
        return False
    before = tokens[operand.first - 1]
    if before.text in _DASHES and operand.first > 1 and before.end == tokens[operand.first].start:
        if glued(tokens, operand.first - 2) and tokens[operand.first - 2].kind == "word":
            return True
    if tokens[at].text not in _DASHES or not (glued(tokens, at - 1) and glued(tokens, at)):
        return False
    return noun is None or operand.numeral.low < 2


def _is_a_share(tokens: Tokens, first: int, after: int, before: Sign | None) -> bool:
    """ "half of", "nearly a third", "by a quarter"; not "the second half", "a third attempt", "half empty"."""
    behind = tokens[after].lower
    lead = tokens[(before.at if before else first) - 1].lower if (before.at if before else first) else ""
    article = tokens[first].lower in _ARTICLES
    if behind == "of":
        return lead not in ("first", "second", "other", "latter") or article
    if tokens[first].lower != "half" and not article:
        return True
    if tokens[after].text in _DASHES and glued(tokens, after - 1):
        return False
    if behind in ("more", "less", "fewer", "higher", "lower", "larger", "smaller", "as"):
        return True
    if lead in ("the", "first", "second", "other", "latter", "last", "better", "this", "that", "next", "each", "every"):
        return False
    if tokens[first].lower == "half" and behind in _HALVED:
        return True
    open_end = tokens[after].kind != "word" or behind in STOPS
    return open_end and (before is not None or lead in ("by", "to", "than"))


_HALVED = frozenset("the its their his her our your my those these that all what were are had have was".split())
_NOT_ONE_BEFORE = frozenset(
    "no this that the each every any some which another whichever either neither number day phase chapter act formula "
    "our my your his her its first last next square version type model part room season episode level class grade ever".split()
)
_NOT_ONE_BEHIND = frozenset(
    "another day time side hand thing point way must can may might should would could will is was has had who which "
    "that whose by such to and or does do cannot moment stage side's reason where when than as if at on in i we you "
    "he she they it even more".split()
)


def _counts_one(tokens: Tokens, operand: Operand, before: Sign | None, noun: Noun | None) -> bool:
    """ "one soldier", "at least one of them"; not the pronoun ("this one", "one must", "one of the most")."""
    first, after = operand.first, operand.after
    lead, behind = tokens[(before.at if before else first) - 1].lower, tokens[after].lower
    if _is_a_limit(before):
        return True
    if operand.unit is not None:
        # "one day" is once upon a time as often as it is a day
        return (
            tokens[after - 1].lower != "day"
            or lead in ("in", "for", "just", "only", "than", "within", "after", "every")
            or (tokens[after - 2].text in _DASHES)
        )
    if lead in _NOT_ONE_BEFORE and first > 0:
        return False
    if tokens[after].text in _DASHES or behind == "of":
        return False
    if tokens[first - 1].lower in _HARM_ONE or behind in (
        "killed",
        "dead",
        "wounded",
        "injured",
        "missing",
        "arrested",
    ):
        return True
    return noun is not None and behind not in _NOT_ONE_BEHIND and tokens[after].kind == "word"


_HARM_ONE = frozenset("killing wounding injuring killed wounded injured leaving capturing".split())


def _counts_zero(tokens: Tokens, operand: Operand) -> bool:
    before, behind = tokens[operand.first - 1].lower, tokens[operand.after].lower
    return before not in ("ground", "absolute", "net", "-", "patient", "year", "sub") and behind not in (
        "tolerance",
        "in",
        "hour",
        "-",
    )


# ── changes ─────────────────────────────────────────────────────────────────────────────────────


def _multiple(tokens: Tokens, at: int) -> Draft | None:
    """ "doubled", "more than tripled", "twice the size": a figure in times."""
    word = tokens[at].lower
    value = MULTIPLES.get(word)
    before = comparator_before(tokens, at)
    if value is None:
        value = MULTIPLE_VERBS.get(word)
        following = tokens[at + 1].lower
        changes = before is not None or following in ("the", "that", "its", "their", "what", "those", "his", "as")
        if value is None or not (changes or tokens[at - 1].lower in ("to", "would", "will", "could", "may")):
            return None
    if before and before.sense in ("between", "from"):
        before = None
    if tokens[at + 1].lower in ("down", "up") or tokens[at].capital and tokens[at + 1].capital:
        return None
    numeral = Numeral(at, at + 1, value, value)
    return _draft(tokens, at, at + 1, numeral, Unit(at, at + 1, "times", "times"), before, None, form="change")


_CHANGES = frozenset(
    "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing decreased "
    "decrease decreases decreasing grew grow grows grown growing dropped drop drops dropping declined decline declines "
    "declining climbed climb climbs climbing jumped jump jumps surged surge soared shrank shrink shrunk reduced reduce "
    "reduces reducing reduction raised raise raises raising cut cuts cutting lowered lower went go goes gone going up "
    "down moved move expanded expand expanding expansion doubled tripled quadrupled halved changed change changes "
    "revised revising revision slipped sank plunged plummeted tumbled edged slid swelled dwindled advanced improved "
    "improving upgraded downgraded extended extending growth widened narrowed slowed accelerated boosted brought "
    "upped hiked slashed trimmed ballooned recovered rebounded eased".split()
)


def _is_changing(tokens: Tokens, before: Sign | None) -> bool:
    """Whether "from 300 to 450" says that a number went from the one to the other."""
    if before is None:
        return False
    return any(tokens[at].lower in _CHANGES for at in range(max(0, before.at - 6), before.at))


# ── two numbers ─────────────────────────────────────────────────────────────────────────────────


def _range(tokens: Tokens, pair: Pair, before: Sign | None) -> tuple[list[Draft], int]:
    numeral, unit = merged(pair)
    right = pair.right
    noun = _noun(tokens, replace(right, unit=unit))
    opened = before is not None and before.sense in ("between", "from")
    measured = unit is not None or _is_a_limit(before)
    for operand in (pair.left, right):
        number = operand.numeral
        if _is_year_of_range(tokens, pair, number, noun) or (
            operand is pair.left
            and not opened
            and is_designation(tokens, number, measured=True if measured else _joined(pair), counts=noun is not None)
        ):
            return [], _past_chain(tokens, right.after)
    if (
        pair.joint == "or"
        and tokens[pair.left.first].lower == "one"
        and noun is None
        and unit is None
        and before is None
    ):
        if tokens[right.after].kind == "word" and tokens[right.after].lower not in STOPS:
            return [], right.after
    draft = _draft(tokens, pair.left.first, right.after, numeral, unit, before, noun, ranged=True)
    return [draft], draft.after


def _joined(pair: Pair) -> bool:
    """The dash between the numbers is no part of a name, so the test for grown-together signs is off."""
    return False


def _is_year_of_range(tokens: Tokens, pair: Pair, number: Numeral, noun: Noun | None) -> bool:
    digits = number.digits
    if len(digits) != 4 or not 1100 <= int(digits) <= 2099 or pair.right.unit or pair.left.unit:
        return False
    return noun is None or 1900 <= int(digits) <= 2040


def _two(tokens: Tokens, pair: Pair) -> tuple[list[Draft], int]:
    """ "from 300 to 450": two figures, the unit said once."""
    left, right = pair.left, pair.right
    noun = _noun(tokens, right)
    first, _ = _single_plain(tokens, left, left.unit or right.unit, noun)
    second, after = _single(tokens, right, comparator_before(tokens, right.first))
    return [*first, *second], after


def _single_plain(tokens: Tokens, operand: Operand, unit: Unit | None, noun: Noun | None) -> tuple[list[Draft], int]:
    numeral = operand.numeral
    if is_designation(tokens, numeral, measured=unit is not None, counts=noun is not None):
        return [], operand.after
    if not _is_a_figure(tokens, operand, None, noun):
        return [], operand.after
    before = comparator_before(tokens, operand.first)
    if before and before.sense in ("between", "from"):
        before = None
    return [_draft(tokens, operand.first, operand.after, numeral, unit, before, noun)], operand.after


# ── putting together ────────────────────────────────────────────────────────────────────────────

# Comparators that are verbs or averages stay outside the span: they say more than the figure.
_OUTSIDE = frozenset(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing topping approaching averaging equals "
    "equal equaling equalling".split()
)


def _draft(
    tokens: Tokens,
    first: int,
    after: int,
    numeral: Numeral,
    unit: Unit | None,
    before: Sign | None,
    noun: Noun | None,
    *,
    ranged: bool = False,
    form: Form | None = None,
) -> Draft:
    sense: Sense = before.sense if before else "exact"
    if before and sense == "more_than" and unit and unit.sort == "time" and not _is_a_long_time(tokens, before, after):
        before, sense = None, "exact"
    start = before.at if before and tokens[before.at].lower not in _OUTSIDE else first
    behind = comparator_after(tokens, after)
    if behind and not ranged:
        after = behind.at
        sense = behind.sense if sense in ("exact", "about") else sense
    rate = rate_at(tokens, after) or (rate_at(tokens, noun.after) if noun and noun.first >= after else None)
    return Draft(
        first=start,
        number=first,
        after=after,
        low=numeral.low,
        high=numeral.high,
        comparator=_comparator(numeral, sense, ranged),
        unit=unit.name if unit else None,
        sort=unit.sort if unit else None,
        noun=noun,
        form=form or _form(tokens, start, after, numeral, unit),
        per=(unit.per if unit else None) or (rate[1] if rate else None),
    )


def _is_a_long_time(tokens: Tokens, before: Sign, after: int) -> bool:
    """Whether "over three days" is more than three days, and not the time during which."""
    if tokens[before.at].lower != "over" or tokens[before.at + 1].lower == "than":
        return True
    lead, behind = tokens[before.at - 1].lower, tokens[after].lower
    return lead in _LASTING or behind in ("ago", "old", "later", "long", "late", "earlier", "before", "after")


_LASTING = frozenset("for of after took lasted last lasting lasts spent spanned spanning was is were within just by well "
                     "little bit slightly waited".split())  # fmt: skip


def _comparator(numeral: Numeral, sense: Sense, ranged: bool) -> Comparator:
    if numeral.sense == "vague":
        return "vague"
    if ranged:
        return "between"
    if sense in ("between", "from"):
        return "exact"
    if sense == "exact" and numeral.sense == "about":
        return "about"
    return sense  # type: ignore[return-value]


def _form(tokens: Tokens, first: int, after: int, numeral: Numeral, unit: Unit | None) -> Form:
    if unit and unit.sort == "percent":
        near = {tokens[at].lower for at in (first - 1, first - 2, after)}
        return "change" if near & _CHANGES and "to" not in near else "share"
    if unit and unit.sort == "times" and tokens[after].lower in ("as", "more", "higher", "the", "larger", "greater"):
        return "change"
    return "share" if numeral.form == "share" and unit is None else "amount"


def _figure(text: str, tokens: Tokens, draft: Draft) -> Figure:
    start, end = tokens[draft.first].start, tokens[draft.after - 1].end
    low, high = _tidy(draft.low), _tidy(draft.high)
    if draft.comparator in ("at_most", "less_than"):
        low = None
    if draft.comparator in ("at_least", "more_than"):
        high = None
    counted = None
    if draft.noun and draft.noun.after > draft.noun.first:
        counted = text[tokens[draft.noun.first].start : tokens[draft.noun.after - 1].end]
    return Figure(start, end, text[start:end], draft.comparator, low, high, draft.unit, counted, draft.form, draft.per)


def _tidy(value: Decimal) -> Decimal | None:
    """Without the trailing zeros and exponents that arithmetic leaves behind."""
    if value.adjusted() > 26:
        return value
    value = value.normalize()
    return value.quantize(Decimal(1)) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]
