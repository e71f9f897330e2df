"""Whether nothing of a whole article is lost: counts of an article.txt that lies beside the labelled texts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from claims.extraction.reading import Reading, read

DATE = "2025-03"  # the article's own
# The article that the project began with, known by its digest, and what a person counts in it.
THE_ARTICLE = "a669a37ef746a331c9b33c9fce15cf0ccb45f545ffc1fe07112fd9c6dd527876"
ASKED = {"marks": 19, "quantities": 5, "dates": 5}
NAMED = {
    (2, "Ukrainian and South Korean intelligence agencies"),
    (4, "South Korean intelligence"),
    (5, "Ukraine"),
    (8, "North Korea"),
}


class Count(NamedTuple):
    """How many were found, of how many; None where nobody has counted."""

    found: int
    asked: int | None = None


def article_beside(data: Path | None) -> Path | None:
    """article.txt in the folder of the texts, or beside that folder."""
    if data is None:
        return None
    folder = (data if data.is_dir() else data.parent).resolve()
    return next((file for file in (folder / "article.txt", folder.parent / "article.txt") if file.is_file()), None)


def article_counts(file: Path) -> dict[str, Count]:
    text = file.read_text(encoding="utf-8")
    reading = read(text, DATE)
    known = hashlib.sha256(text.encode()).hexdigest() == THE_ARTICLE
    asked = ASKED if known else {}
    return {
        "marks": Count(len(reading.marks), asked.get("marks")),
        "quantities": Count(_quantities(reading), asked.get("quantities")),
        "dates": Count(len(reading.dates), asked.get("dates")),
        "claims": Count(len(reading.claims)),
        "cited sentences with all their numbers on claims": _cited_sentences(reading),
        "named sources": _named(reading) if known else Count(len({cited.part.agent for cited in reading.attributions})),
    }


def _quantities(reading: Reading) -> int:
    # "One thing is clear" has a figure by the rules, and no news.
    return sum(cited.part.low != 1 for cited in reading.figures)


def _cited_sentences(reading: Reading) -> Count:
    cited = [sentence for sentence in reading.sentences if sentence.citations]
    right = 0
    for sentence in cited:
        inside = [claim for claim in reading.claims if sentence.start <= claim.quote.start < sentence.end]
        right += {number for claim in inside for number in claim.citations} == set(sentence.citations)
    return Count(right, len(cited))


def _named(reading: Reading) -> Count:
    said = {
        (number, claim.attribution.agent) for claim in reading.claims if claim.attribution for number in claim.citations
    }
    return Count(len(NAMED & said), len(NAMED))
