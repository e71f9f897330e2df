"""What work takes of the processor, and how that grows: whoever else keeps the machine busy is not counted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

TRIES = 8

Work = Callable[[], object]


def seconds(work: Work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def grows_at_most(small: Work, large: Work, most: Callable[[float], float]) -> None:
    """Fails where the large piece takes longer than `most` of what the small one takes, each at its best.

    Chance makes work slower and never quicker, so what is within the bound at any try is within it; what grows faster
    is so at each of them.
    """
    gc.collect()
    gc.disable()  # a collection in the middle would be counted as growth
    try:
        once, more = min(seconds(small) for _ in range(3)), float("inf")
        for _ in range(TRIES):
            once, more = min(once, seconds(small)), min(more, seconds(large))
            if more < most(once):
                return
    finally:
        gc.enable()
    pytest.fail(f"the small piece takes {once:.3f} s, the large one {more:.3f} s, and {most(once):.3f} s is the bound")
