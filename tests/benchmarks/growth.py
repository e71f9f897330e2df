"""How the time of reading grows when a text doubles, family by family of hostile text."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from claims.extraction.reading import read

from .hostile import FAMILIES, text_of

# Characters; doubled until the reading takes long enough. A sentence over 4,000 is quoted in pieces, and only longer
# ones can be compared.
FIRST, LAST = 8_000, 128_000
LONG_ENOUGH = 0.02  # seconds of a reading that can be measured
LEAST_TRIES, MOST_TRIES = 3, 8
LIKELY = 2.15  # for twice the text; more than that may be chance, and is tried again


class Growth(NamedTuple):
    family: str
    characters: int
    seconds: float
    times: float  # as long for twice the text


def growths(families: Iterable[str] = FAMILIES) -> list[Growth]:
    """The growth of each family, the worst first."""
    with _no_collections():
        return sorted((growth(family) for family in families), key=lambda one: -one.times)


def growth(family: str) -> Growth:
    """The best of several tries for both lengths; what seems to grow fast is tried more often, for chance only adds."""
    length = FIRST
    while length < LAST and seconds(text_of(family, length)) < LONG_ENOUGH:
        length *= 2
    small, large = text_of(family, length), text_of(family, 2 * length)
    once = twice = float("inf")
    for tries in range(1, MOST_TRIES + 1):
        once, twice = min(once, seconds(small)), min(twice, seconds(large))
        if tries >= LEAST_TRIES and twice < LIKELY * once:
            break
    return Growth(family, length, once, twice / once)


def seconds(text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


@contextmanager
def _no_collections() -> Iterator[None]:
    """A collection in the middle of a measurement would be counted as growth."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
