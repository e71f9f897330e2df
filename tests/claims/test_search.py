"""Finding claims by words."""

from __future__ import annotations

import pytest
from django.db import connection

from claims.models import Claim
from claims.search import matching, words_of
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
        ("  &|!():*' ", 2),
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
    assert "claims_by_trigrams" in Claim.objects.filter(matching("soldeirs")).explain()
