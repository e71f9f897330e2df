"""Finding claims by words."""

from __future__ import annotations

import pytest
from django.db import connection

from claims.models import Claim
from claims.search import distance, matching, words_of
from tests import make

TEXT = (
    "At least 12 soldiers drowned near Lima, according to the Red Cross. [1] "
    "The ministry counted 3,000 destroyed houses in Arequipa. [2]"
)


@pytest.fixture
def claims(db):
    make.article(TEXT)
    return Claim.objects.all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("soldiers", 1),
        ("soldier", 1),
        ("sold", 1),
        ("SOLDIERS", 1),
        ("soldeirs", 1),
        ("Arequpia", 1),
        ("house", 1),
        ("drowned lima", 1),
        ("drowned arequipa", 0),
        ("3,000", 1),
        ("elephants", 0),
        ("red cross", 1),
        ("", 2),
        ("  &|!():*' ", 0),
        ("it's <b>", 0),
    ],
)
def test_words_are_found(claims, query, found):
    assert claims.search(query).count() == found


def test_a_pasted_paragraph_is_cut_to_some_words():
    assert len(words_of("word " * 1000)) == 12


def test_a_search_stands_on_the_indexes(claims):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        assert "claims_by_words" in Claim.objects.filter(matching("soldiers")).explain()
        cursor.execute(
            "INSERT INTO claims_word SELECT md5(n::text) FROM generate_series(1, 5000) AS n; ANALYZE claims_word"
        )
        cursor.execute("EXPLAIN SELECT word FROM claims_word WHERE word % 'soldeirs'")
        assert "words_by_trigrams" in str(cursor.fetchall())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abc", "ab", 1), ("", "ab", 2), ("ca", "abc", 3)],
)
def test_how_far_two_words_are_apart(one, other, apart):
    assert distance(one, other) == distance(other, one) == apart


def test_a_word_that_a_claim_was_given_is_found_by_a_slip_too(claims):
    Claim.objects.filter(pk=claims.first().pk).update(statement="Wildebeest were seen.")
    assert claims.search("wildebeset").count() == 1
