"""One deadline for a whole fetch. A timeout for each read would let a byte a second go on for ever."""

from __future__ import annotations

from time import monotonic

from sources.net.failures import TooSlow


class Deadline:
    """Counts down from its making."""

    def __init__(self, seconds: float) -> None:
        self._begun = monotonic()
        self._end = self._begun + seconds

    def left(self) -> float:
        """Seconds left, always more than none. Raises TooSlow otherwise."""
        left = self._end - monotonic()
        if left <= 0:
            raise TooSlow
        return left

    def spent(self) -> float:
        return monotonic() - self._begun
