"""Rules that have missed some figures: what a model could find, whatever our readers learn next."""

from __future__ import annotations

from claims.extraction.reading import Reading, read


def read_but(forgotten: set[str], text: str, today: str | None = None) -> Reading:
    """A reading without the figures of these words, and without the claims of those."""
    reading = read(text, today)
    reading.figures = [cited for cited in reading.figures if cited.part.text not in forgotten]
    reading.claims = [claim for claim in reading.claims if not (claim.figure and claim.figure.text in forgotten)]
    return reading


class Forgetful:
    """An extractor like the rules."""

    name, version = "rules", "0"

    def __init__(self, *forgotten):
        self.forgotten = set(forgotten)

    def read_in_steps(self, text, today=None):
        yield 0.5
        return read_but(self.forgotten, text, today)
