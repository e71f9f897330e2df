"""Our places on the place names of WikiGold (sentences of Wikipedia, CC BY 4.0).

    python -m tests.benchmarks.specs_places FOLDER

FOLDER has wikigold.jsonl (JSON lines: `id, text, gold`). Its labels and ours differ: it
labels a name also inside a longer one ("Texas Coach", "the Mayor of Brampton"), and
railway companies; it leaves off what belongs to the name for us ("northern Australia").
Labels that our rules call no place are left out, and the longer span is right too, by
the rules below, which look at the text and the label and never at our answer.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from claims.extraction.geography.name_words import BLOCKING
from claims.extraction.geography.place_words import AFTER_TYPE, DIRECTIONS, TYPES_AFTER
from claims.extraction.places import read_names, read_places
from claims.extraction.words import read_words

from .tallies import Item, Tally, same_span, tally

Rule = Callable[[str, Item], bool]

NAME = "WikiGold: places"
BEFORE = re.compile(r"(\w+(?:-\w+)?) $")
BEHIND = re.compile(r" ([\w']+)")
COMPANIES = BLOCKING | {"railroad", "railway", "line", "metrorail", "transit", "center"}


def scores(folder: Path) -> dict[str, Tally]:
    total = Tally()
    for row in _rows(folder):
        text = row["text"]
        labels = [_label(text, label) for label in row["gold"]]
        total += tally(labels, read(text), lambda one, other, text=text: int(same_span(text, one, other)))
    return {NAME: total}


def left_out(folder: Path) -> dict[str, Counter[str]]:
    """How many labels are left out, by reason."""
    return {NAME: Counter(why for row in _rows(folder) for label in row["gold"] if (why := _why(row["text"], label)))}


def read(text: str) -> list[Item]:
    words = read_words(text)
    return [{"start": place.start, "end": place.end} for place in read_places(words, read_names([words]))]


def _rows(folder: Path) -> Iterator[dict]:
    for file in folder.glob("wikigold.jsonl"):
        if file.is_file():
            yield from map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _label(text: str, label: Item) -> Item:
    return {**label, "optional": _why(text, label) is not None, "span_alt": list(_longer(text, label))}


def _longer(text: str, label: Item) -> Iterator[tuple[int, int]]:
    """The label with what belongs to the name for us: compass words, a type word, a house number."""
    start, end = label["start"], label["end"]
    while (before := BEFORE.search(text, 0, start)) and (
        before[1].lower() in DIRECTIONS | {"and", "of"} or before[1].isdigit()
    ):
        start = before.start(1)
        yield start, end
    behind = BEHIND.match(text, end)
    if behind and behind[1] in TYPES_AFTER:
        yield label["start"], behind.end()


def _why(text: str, label: Item) -> str | None:
    """Why our rules call the label no place."""
    return next((reason for reason, rule in NO_PLACES.items() if rule(text, label)), None)


def _is_cut(text: str, label: Item) -> bool:
    return text[label["end"] : label["end"] + 1].isalpha() or not label["surface"][:1].isupper()


def _is_company(text: str, label: Item) -> bool:
    words = re.findall(r"\w+", label["surface"].lower())
    return bool(COMPANIES.intersection(words)) or any(char in "&0123456789" for char in label["surface"])


def _is_inside(text: str, label: Item) -> bool:
    """Another capital stands right beside it, or a capitalised head hangs on it: "Bishop of Sioux City"."""
    behind = BEHIND.match(text, label["end"])
    longer = re.search(r"[^\W\d_][\w.]* $", text[: label["start"]])
    hung = re.search(r"\b([A-Z]\w+) (?:of|for)(?: the)? $", text[: label["start"]])
    beside = longer is not None and longer[0][0].isupper() and longer.start() > 0
    return bool((behind and behind[1][0].isupper()) or beside or (hung and hung[1].lower() in BLOCKING))


def _only_modifies(text: str, label: Item) -> bool:
    """Optional with us: "the Reading train"."""
    behind = BEHIND.match(text, label["end"])
    word = behind[1] if behind else "in"
    return word.islower() and word not in AFTER_TYPE and word not in TYPES_AFTER and not word.endswith("ed")


NO_PLACES: dict[str, Rule] = {
    "cut inside a word": _is_cut,
    "a company, a line or a number": _is_company,
    "inside a longer name": _is_inside,
    "only modifies a noun": _only_modifies,
}


def report(folder: Path) -> Iterator[str]:
    for name, found in scores(folder).items():
        yield f"{name:34} {found.f1:5.1f} ({found.right}/{found.said}/{found.asked})"
    for name, reasons in left_out(folder).items():
        yield f"{name}: {sum(reasons.values())} left out"
        yield from (f"  {times:3} {reason}" for reason, times in reasons.most_common())


if __name__ == "__main__":
    print("\n".join(report(Path(sys.argv[1]))))  # noqa: T201 -- a command
