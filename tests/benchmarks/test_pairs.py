"""The labelled pairs that ship with the project are whole, and cover what can happen."""

import pytest

from .pairs import SECOND, categories_of, read_pairs

RELATIONS = {"identical", "equivalent", "inside", "wider", "overlaps", "disjoint"}
HEDGES = {"kept", "weakened", "strengthened", "lost", "added"}


@pytest.fixture(scope="module")
def pairs():
    return read_pairs()


def test_there_are_enough_pairs_and_no_two_are_the_same(pairs):
    assert len({pair.id for pair in pairs}) == len({(pair.article, pair.source) for pair in pairs}) == len(pairs) >= 300


def test_every_category_has_enough_pairs(pairs):
    assert {name: len(those) for name, those in categories_of(pairs) if len(those) < 8} == {}


def test_every_outcome_is_there_often(pairs):
    assert {pair.finding for pair in pairs} == {"found", "differs", "absent"}
    assert {pair.relation for pair in pairs} - {""} == RELATIONS
    assert {pair.hedge for pair in pairs} - {""} == HEDGES
    assert sum(pair.subject == "other" for pair in pairs) >= 40


def test_every_label_stands_in_its_text(pairs):
    for pair in [*pairs, *read_pairs(SECOND)]:
        assert pair.claim in pair.article, pair.id
        assert pair.proof is None or pair.source.count(pair.proof) >= 1, pair.id
        assert all(pair.source.count(fence["words"]) == 1 for fence in pair.fences), pair.id


def test_the_labels_agree_with_each_other(pairs):
    for pair in [*pairs, *read_pairs(SECOND)]:
        assert (pair.proof is None) == (pair.finding == "absent"), pair.id
        assert (pair.relation == "disjoint") == (pair.finding == "differs"), pair.id
        assert pair.finding == "absent" or pair.subject != "other", pair.id
        assert not any(start <= pair.source.find(pair.proof or "\0") < end for start, end, _ in pair.fenced), pair.id


def test_the_second_set_has_sources_as_they_are_printed():
    sources = {pair.source for pair in read_pairs(SECOND)}
    assert len(sources) >= 20
    assert all(len(source.split()) >= 250 for source in sources)


def test_some_sources_are_long(pairs):
    assert sum(len(pair.source.split()) >= 600 for pair in pairs) >= 8
