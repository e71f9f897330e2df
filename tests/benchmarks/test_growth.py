"""The families of hostile text, and how their growth is measured."""

import pytest

from . import growth as measure
from .hostile import FAMILIES, text_of


def test_there_are_enough_families_and_no_two_are_the_same():
    assert len({text_of(family, 1_000) for family in FAMILIES}) == len(FAMILIES) >= 60


@pytest.mark.parametrize("family", FAMILIES)
def test_a_text_of_a_family_has_about_the_length_that_was_asked_for(family):
    assert 900 <= len(text_of(family, 1_000)) <= 1_010


@pytest.mark.parametrize(("power", "times"), [(1, 2), (2, 4)])
def test_growth_is_told(monkeypatch, power, times):
    monkeypatch.setattr(measure, "seconds", lambda text: 1e-6 * len(text) ** power)
    found = measure.growth("digits")
    assert found.times == pytest.approx(times)
    assert found.seconds >= measure.LONG_ENOUGH


def test_chance_is_taken_out_by_trying_again(monkeypatch):
    delays = iter([0.1, 0.1, 0.5, 0.1, 0.4, 0.1, 0.3, 0.1, 0.2])
    monkeypatch.setattr(measure, "seconds", lambda text: next(delays))
    assert measure.growth("digits").times == pytest.approx(2)


def test_the_worst_family_stands_first(monkeypatch):
    slow = text_of("digits", 2 * measure.FIRST)
    monkeypatch.setattr(measure, "seconds", lambda text: 9 if text == slow else 1)
    assert [found.family for found in measure.growths(["months", "digits"])] == ["digits", "months"]
