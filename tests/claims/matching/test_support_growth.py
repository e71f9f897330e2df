"""A source of any length is answered in time, and says where it was not looked at whole."""

import time

import pytest

from claims.matching.source import LARGEST
from claims.matching.support import SourceText, find_support
from tests.claims.matching.asking import asked

CLAIM = "At least 600 North Korean soldiers were killed in Kursk in May 2024."
HOSTILE = {
    "one endless sentence": "600 soldiers killed, ",
    "numbers": "600 ",
    "names": "Kursk ",
    "denials": "not ",
    "hours": "an hour and ",
    "dates": "600 soldiers killed in May 2024, ",
    "brackets": "(600 ",
    "quotes": '"600 soldiers',
    "lines": "600 soldiers killed\n",
    "commas": ",",
}
SECONDS = 20  # far above what it takes; squares would take minutes


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_more_than_its_length(unit):
    source = SourceText(unit * (400_000 // len(unit)))
    began = time.process_time()
    find_support(asked(CLAIM), source)
    assert time.process_time() - began < SECONDS


def test_a_text_with_more_figures_than_are_read_says_so():
    searched = find_support(asked(CLAIM), SourceText("600 soldiers killed, " * 20_000)).searched
    assert searched.truncated
    assert searched.figures < 5_000


def test_a_text_longer_than_is_read_says_so_and_is_read_up_to_there():
    support = find_support(
        asked(CLAIM), SourceText("At least 600 North Korean soldiers died in Kursk.\n" + " " * LARGEST)
    )
    assert (support.finding, support.searched.truncated, support.searched.characters) == ("found", True, LARGEST)


def test_many_claims_of_one_long_source_read_it_once():
    story = "In Harrow the flood destroyed {} homes. The mayor spoke. It rained on.\n"
    source = SourceText("".join(story.format(number) for number in range(1000, 5000)))
    began = time.process_time()
    answers = [
        find_support(asked(f"The flood destroyed {number:,} houses in Harrow."), source).finding
        for number in range(1000, 5000, 200)
    ]
    assert answers == ["found"] * 20
    assert time.process_time() - began < SECONDS
