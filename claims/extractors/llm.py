"""The rules, and a language model that may propose what they have missed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from claims.extraction.claims import Claim
from claims.extraction.extractor import RULES, Extractor
from claims.extraction.proposals import Proposals
from claims.extraction.reading import Cited, Part, Reading

from .answers import read_answer
from .endpoint import Endpoint, Unanswered
from .judging import Judge
from .passages import Passage, messages_about, passages_of

BY_RULES = 0.3  # share of the time
MOST_PASSAGES = 400
MOST_SECONDS = 600  # for all passages of a text
GIVING_UP = 2  # passages in a row without an answer
UNTOLD = "{} of {} passages were not sent."


@dataclass(frozen=True, slots=True)
class Proposing:
    """Reads by the rules first; whatever becomes of the model, that reading is whole."""

    endpoint: Endpoint
    rules: Extractor = RULES

    @property
    def name(self) -> str:
        return f"{self.rules.name} and a model"

    @property
    def version(self) -> str:
        return f"{self.rules.version}+1 {self.endpoint.model}"

    def read_in_steps(self, text: str, today: str | None = None) -> Generator[float, None, Reading]:
        reading = yield from _scaled(self.rules.read_in_steps(text, today))
        if reading.figures_read:
            yield from self._ask(reading, today)
        yield 1.0
        return reading

    def _ask(self, reading: Reading, today: str | None) -> Generator[float, None, None]:
        passages, judge, problems = list(passages_of(reading)), Judge(reading, today), Counter[str]()
        asked = in_a_row = 0
        end = time.monotonic() + MOST_SECONDS
        for passage in [one for one in passages if one.sendable][:MOST_PASSAGES]:
            if in_a_row >= GIVING_UP or time.monotonic() > end:
                break
            yield BY_RULES + (1 - BY_RULES) * asked / len(passages)
            asked += 1
            problem = self._propose(judge, passage)
            in_a_row = in_a_row + 1 if problem else 0
            if problem:
                problems[str(problem)] += 1
                if problem.final:
                    break
        _merge(reading, judge)
        reading.proposals = Proposals(len(judge.claims), dict(judge.dropped), _told(problems, asked, len(passages)))

    def _propose(self, judge: Judge, passage: Passage) -> Unanswered | None:
        try:
            judge.take(passage, read_answer(self.endpoint.ask(messages_about(passage))))
        except Unanswered as problem:
            return problem
        return None


def _scaled(steps: Generator[float, None, Reading]) -> Generator[float, None, Reading]:
    while True:
        try:
            share = next(steps)
        except StopIteration as done:
            reading: Reading = done.value
            return reading
        yield BY_RULES * share


def _told(problems: Counter[str], asked: int, passages: int) -> str:
    told = [f"{problem} ({count} of {passages} passages)" for problem, count in problems.items()]
    if asked < passages:
        told.append(UNTOLD.format(passages - asked, passages))
    return " ".join(told)


def _merge(reading: Reading, judge: Judge) -> None:
    """What stood, in its place among what the rules found."""
    reading.claims = sorted([*reading.claims, *judge.claims], key=_order)
    figures = [Cited(claim.figure, claim.citations) for claim in judge.claims if claim.figure]
    reading.figures = _in_order([*reading.figures, *figures])
    dates = [Cited(date, _citations(judge.claims, date.start)) for date in judge.dates]
    reading.dates = _in_order([*reading.dates, *dates])


def _order(claim: Claim) -> tuple[int, int]:
    return claim.quote.start, claim.figure.start if claim.figure else -1


def _in_order(cited: list[Cited[Part]]) -> list[Cited[Part]]:
    return sorted(cited, key=lambda one: one.part.start)


def _citations(claims: Sequence[Claim], at: int) -> tuple[int, ...]:
    return next((claim.citations for claim in claims if claim.quote.start <= at < claim.quote.end), ())
