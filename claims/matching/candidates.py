"""Which sentences of a source may hold the figure of a claim, so that only those are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from claims.extraction.kind_words import MEASURES as MEASURE_WORDS
from claims.extraction.parts import Figure
from claims.extraction.quantities import currencies, unit_names
from claims.extraction.quantities.number_words import ONES, SCALES, SMALL, TENS

from .conversions import measure_of, measures_of
from .question import Question
from .source import SourceText, key_of
from .stems import stem
from .subject_words import WORDS_OF

MOST = 150  # sentences that are read for one claim
VALUE, SUBJECT, TOPIC = 3, 2, 1  # what a sentence gets for a word of each sort
MANY_TOPICS = 2  # of them, and a sentence with a number is read whatever it counts
_IN_WORDS = {int(value): word for word, value in {**SMALL, **TENS}.items() if word not in ("nought", "naught")}


def sentences_for(question: Question, source: SourceText) -> tuple[list[int], bool]:
    """Numbers of the sentences to read, in order, and whether there were more."""
    figure, numbered = question.asked.figure, source.numbered
    if figure is None:
        return [], False
    hits: Counter[int] = Counter()
    _count(hits, source, _value_keys(figure), VALUE, numbered)
    _count(hits, source, subject_keys(question), SUBJECT, numbered)
    topics: Counter[int] = Counter()
    for topic in question.topics:
        _count(topics, source, sorted(topic), TOPIC, numbered)
    chosen = {*hits, *(at for at, points in topics.items() if points >= MANY_TOPICS)}
    hits.update({at: topics[at] for at in chosen})
    ranked = sorted(chosen, key=lambda at: (-hits[at], at))
    return sorted(ranked[:MOST]), len(ranked) > MOST


def _count(hits: Counter[int], source: SourceText, keys: Iterable[str], points: int, among: frozenset[int]) -> None:
    found = {at for key in keys for at in source.with_key(key)} & among
    for at in found:
        hits[at] += points


def _value_keys(figure: Figure) -> list[str]:
    """The number as it may be written: "10000", "10" (thousand, k), "ten"."""
    return sorted({key for bound in (figure.low, figure.high) if bound is not None for key in _written(bound)})


@lru_cache(maxsize=2048)
def _written(bound: Decimal) -> tuple[str, ...]:
    if not bound.is_finite() or abs(bound.adjusted()) > 30:
        return ()
    keys = {f"{bound.normalize():f}"}
    for scale in (*SCALES.values(), Decimal(1)):
        part = bound / scale
        if Decimal("0.1") <= part < 1000 and part == part.quantize(Decimal("0.01")):
            keys.add(f"{part.normalize():f}")
            if part == int(part):
                keys |= set(_words(int(part)))
    return tuple(sorted(keys))


def _words(number: int) -> Iterator[str]:
    """The word a number below a hundred begins with; a hundred is one."""
    if number in _IN_WORDS:
        yield key_of(_IN_WORDS[number])
    elif number < 100:
        yield key_of(_IN_WORDS[number - number % 10])
    elif number % 100 == 0 and number // 100 in ONES.values():
        yield key_of(_IN_WORDS[number // 100])


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
