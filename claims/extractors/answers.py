"""What a model answered, as proposals. Everything in it is believed to be hostile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from .endpoint import Unanswered

MOST = 60  # proposals for one passage
LONGEST_WORDS = 4_000  # characters
LONGEST_NUMBER = 40  # digits


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that are said to stand in the text, and what the figure among them is said to be."""

    quote: str
    figure: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    date: str = ""
    place: str = ""
    attribution: str = ""


def read_answer(answer: Any) -> Iterator[Proposal | None]:
    """The proposals of a chat completion; None for each that has not the shape asked for. Raises Unanswered."""
    content = _content(answer)
    try:
        found = json.loads(content, parse_float=_decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise Unanswered("The model did not answer in the form that was asked for.") from problem
    proposals = found.get("proposals") if isinstance(found, dict) else None
    if not isinstance(proposals, list):
        raise Unanswered("The model did not answer in the form that was asked for.")
    return (_proposal(one) for one in proposals)


def _content(answer: Any) -> str:
    try:
        choice = answer["choices"][0]
        message, ending = choice["message"], choice.get("finish_reason")
        content, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError) as problem:
        raise Unanswered("The endpoint's answer could not be understood.") from problem
    if refusal or ending == "content_filter":
        raise Unanswered("The model refused to answer.")
    if ending == "length":
        raise Unanswered("The model's answer was cut short.")
    if not isinstance(content, str):
        raise Unanswered("The endpoint's answer could not be understood.")
    return _unfenced(content)


def _unfenced(content: str) -> str:
    """Without the fence that models like to put around JSON."""
    content = content.strip()
    if content.startswith("```") and content.endswith("```") and "\n" in content:
        return content[content.index("\n") : -3]
    return content


def _no_number(word: str) -> None:
    raise ValueError(word)  # NaN and infinities are no JSON


def _proposal(found: Any) -> Proposal | None:
    if not isinstance(found, dict):
        return None
    try:
        words = {name: _words(found.get(name)) for name in ("quote", "figure", "date", "place", "attribution")}
        low, high = _number(found.get("low")), _number(found.get("high"))
    except ValueError:
        return None
    has_value = low is not None or high is not None
    if not words["quote"] or bool(words["figure"]) != has_value:
        return None
    return Proposal(low=low, high=high, **words)


def _words(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST_WORDS:
        raise ValueError
    return value.strip()


def _number(value: Any) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise ValueError
    number = _decimal(value)
    if not number.is_finite() or abs(number.adjusted()) > LONGEST_NUMBER:
        raise ValueError
    return number


def _decimal(value: int | Decimal | str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation as problem:  # no number, or one of a size that nobody means
        raise ValueError from problem
