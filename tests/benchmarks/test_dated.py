"""Dates in prose of many kinds: news, chronicles, lives, markets."""

import pytest

from claims.extraction.intervals import as_interval
from claims.extraction.reading import read
from sources.text import edtf

from .dated import dated_texts, scores

# The goal of the first release; what is reached today is above it.
FLOORS = {"dates: strict": 95, "dates: value": 90, "dates: value + relation": 90}
TEXTS = list(dated_texts())


@pytest.fixture(scope="module")
def reached():
    return scores()


@pytest.mark.parametrize("layer", FLOORS)
def test_the_reading_reaches_its_floor(reached, layer):
    assert reached[layer].f1 >= FLOORS[layer]


def test_the_labels_are_valid_and_stand_in_their_text():
    assert len(TEXTS) > 80
    for dated in TEXTS:
        assert "|" not in dated.text
        for label in dated.dates:
            assert dated.text[label["start"] : label["end"]] == label["surface"]
            assert [edtf.parse(value) for value in [label["edtf"], *label["edtf_alt"]]]


@pytest.mark.parametrize("dated", TEXTS, ids=lambda dated: dated.name)
def test_first_and_last_day_are_those_of_the_value(dated):
    for found in read(dated.text, dated.today).dates:
        for date in (found.part, as_interval(found.part, dated.text)):
            assert (date.earliest, date.latest) == edtf.bounds(date.edtf)
