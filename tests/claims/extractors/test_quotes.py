"""Where quoted words stand."""

import time

import pytest

from claims.extractors.quotes import places_of


def found(words, text):
    return [text[place.start : place.end] for place in places_of(words, text)]


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("60 goats", "He has 60 goats.", ["60 goats"]),
        ("60 goats", "60 goats, 60 goats", ["60 goats", "60 goats"]),
        ("60 goats", "He has 60\n \u00a0goats.", ["60\n \u00a0goats"]),
        ("60  goats", "He has 60 goats.", ["60 goats"]),
        ("sixty goats", "He has 60 goats.", []),
        ("Goats", "He has 60 goats.", []),
        ("", "He has 60 goats.", []),
        (" ", "Goats.", []),
        ("é 🙂 5", "🙂 é  🙂\t5", ["é  🙂\t5"]),
    ],
)
def test_words_are_found_exactly_or_but_for_blanks(words, text, places):
    assert found(words, text) == places


def test_exact_words_go_first():
    assert found("a b", "a  b, a b") == ["a b"]


def test_only_so_many_places_are_looked_at():
    assert len(found("a", "a" * 1_000)) == 20


def test_hostile_words_are_no_work():
    started = time.process_time()
    found("ab " * 1_000 + "c", "ab " * 100_000)
    assert time.process_time() - started < 1
