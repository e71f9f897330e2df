"""Which sentences of a source may hold the figure of a claim, so that only those are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from claims.extraction.kind_words import MEASURES as MEASURE_WORDS
from claims.extraction.parts import Figure
from claims.extraction.quantities import currencies, unit_names
from claims.extraction.quantities.number_words import MONEY_SHORT_SCALES, SCALES, SMALL, TENS

from .conversions import measure_of, measures_of
from .question import Question
from .source import SourceText, key_of
from .stems import stem
from .subject_words import WORDS_OF

MOST = 150  # sentences that are read for one claim
VALUE, SUBJECT, TOPIC = 3, 2, 1  # what a sentence gets for a word of each sort
MANY_TOPICS = 2  # of them, and a sentence with a number is read whatever it counts
MOST_DIGITS = 30
WORDS = {int(value): word for word, value in {**SMALL, **TENS}.items() if word not in ("nought", "naught")}
SHORT: dict[Decimal, tuple[str, ...]] = {}
for _word, _scale in MONEY_SHORT_SCALES.items():
    SHORT[_scale] = (*SHORT.get(_scale, ()), key_of(_word))


def sentences_for(question: Question, source: SourceText) -> tuple[list[int], bool]:
    """Numbers of the sentences to read, the likeliest first, and whether there were more."""
    figure, numbered = question.asked.figure, source.numbered
    if figure is None:
        return [], False
    hits: Counter[int] = Counter()
    _count_value(hits, source, figure)
    _count(hits, source, subject_keys(question), SUBJECT, numbered)
    topics: Counter[int] = Counter()
    for topic in question.topics:
        _count(topics, source, sorted(topic), TOPIC, numbered)
    chosen = {*hits, *(at for at, points in topics.items() if points >= MANY_TOPICS)}
    hits.update({at: topics[at] for at in chosen})
    ranked = sorted(chosen, key=lambda at: (-hits[at], at))
    return ranked[:MOST], len(ranked) > MOST


def _count(hits: Counter[int], source: SourceText, keys: Iterable[str], points: int, among: frozenset[int]) -> None:
    for at in {at for key in keys for at in source.with_key(key)} & among:
        hits[at] += points


def _count_value(hits: Counter[int], source: SourceText, figure: Figure) -> None:
    """Sentences with the very number, however it is written."""
    found: set[int] = set()
    for bound in (figure.low, figure.high):
        for keys in _written(bound) if bound is not None else ():
            found |= set.intersection(*(set(source.with_key(key)) for key in keys))
    for at in found:
        hits[at] += VALUE


@lru_cache(maxsize=2048)
def _written(bound: Decimal) -> tuple[tuple[str, ...], ...]:
    """The number as it may be written, each way the keys that must stand together: "10000"; "10" and "thousand"."""
    if not bound.is_finite() or abs(bound.adjusted()) > MOST_DIGITS:
        return ()
    ways = [(f"{bound.normalize():f}",), *_in_words(bound)]
    for word, scale in SCALES.items():
        part = bound / scale
        if Decimal("0.1") <= part < 1000 and part == part.quantize(Decimal("0.01")):
            ways += [(f"{part.normalize():f}", short) for short in (key_of(word), *SHORT.get(scale, ()))]
            ways += [(*keys, key_of(word)) for keys in _in_words(part)]
            ways += [(key_of(word),)] if part == 1 else []
    return tuple(dict.fromkeys(ways))


def _in_words(number: Decimal) -> list[tuple[str, ...]]:
    """The words of a number below a hundred."""
    if number != int(number) or not 0 <= number < 100:
        return []
    whole = int(number)
    if whole in WORDS:
        return [(key_of(WORDS[whole]),)]
    return [(key_of(WORDS[whole - whole % 10]), key_of(WORDS[whole % 10]))]


def subject_keys(question: Question) -> list[str]:
    """The words of what is counted and of what became of it, or of the measure."""
    figure, thing = question.asked.figure, question.thing
    keys: set[str] = set()
    if figure is not None:
        for measure in measures_of(figure):
            keys |= set(_measure_keys(measure.dimension))
    if thing is not None:
        for sense in thing.heads | thing.fates:
            keys |= {key_of(word) for word in WORDS_OF.get(sense, ())} or {sense}
    return sorted(keys)


@lru_cache(maxsize=256)
def _measure_keys(dimension: str) -> tuple[str, ...]:
    """The words and abbreviations of all units of a dimension."""
    if not dimension:
        return ()
    if dimension.startswith("money"):
        money = {name.lower().split()[-1] for name in currencies.NAMES.values()} | {c.lower() for c in currencies.CODES}
        signs = {sign for sign in currencies.SIGNS if len(sign) == 1}
        return tuple(sorted(signs | {stem(name) for name in money | currencies.NAMES.keys()}))
    bare = dimension.partition(" per ")[0]
    if bare == "share":
        return SHARES
    keys: set[str] = set()
    for names in (unit_names.MEASURES, unit_names.TIME, unit_names.ABBREVIATIONS, unit_names.PHRASES):
        for word, name in names.items():
            measure = measure_of(name.lower())
            if measure and measure.dimension == bare:
                keys.add(stem(word.lower().split()[-1]))
    return tuple(sorted(keys)) or tuple(stem(word) for word in bare.split() if word in MEASURE_WORDS)


SHARES = tuple(
    sorted(stem(word) for word in "% percent cent pct half third thirds quarter quarters fifth fifths tenth".split())  # noqa: SIM905
)
