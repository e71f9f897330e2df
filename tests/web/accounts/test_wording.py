"""The sentences that the program says about a copy."""

from __future__ import annotations

import re
from itertools import product

import pytest

from claims.models.vocabulary import Finding, Hedge, Relation, Stance, Subject, Verdict
from claims.web import wording
from claims.web.answers import Receipt, read_receipt

PARTS = ("figure", "date", "place", "words")
RELATIONS = ("", *Relation.values)
SUBJECTS = ("", *Subject.values)
# What only people say, as stems.
JUDGING = re.compile(r"\b(support|contradict|true|false|wrong|correct|confirm|refut|prove|cannot tell|verdict|valid)")


@pytest.mark.parametrize("finding", Finding.values)
def test_there_is_a_plain_sentence_for_everything_that_can_be_found(finding):
    for part, relation, subject, near in product(PARTS, RELATIONS, SUBJECTS, (None, *RELATIONS)):
        said = wording.summary(finding, part, relation, subject, near)
        assert re.fullmatch(r"[A-Z][^{}]*[a-z]\.", said), (part, relation, subject, near)
        assert not JUDGING.search(said.lower())


def test_no_sentence_of_the_machine_is_in_the_words_of_a_person():
    tables = (wording.FOUND, wording.DIFFERS, wording.NEAR, wording.RELATION, wording.HEDGE, wording.WHY)
    said = [words.lower() for table in tables for words in table.values()]
    assert [words for words in said if JUDGING.search(words)] == []
    judged = {str(label).lower() for words in (Verdict, Stance) for label in words.labels}
    assert judged & {str(label).lower() for label in Finding.labels} == set()


@pytest.mark.parametrize(
    ("finding", "part", "relation", "subject", "near", "words"),
    [
        ("found", "figure", "identical", "same", None, "This copy has the same figure."),
        ("found", "figure", "equivalent", "same", None, "This copy has the same figure, written otherwise."),
        ("found", "figure", "inside", "same", None, "This copy has a figure inside the article’s: it is more exact."),
        ("found", "date", "wider", "same", None, "This copy has a date wider than the article’s: it leaves more open."),
        ("found", "place", "identical", "", None, "This copy has the same place."),
        ("found", "words", "", "", None, "This copy has a sentence with most of the article’s words."),
        (
            "found",
            "figure",
            "identical",
            "unknown",
            None,
            "This copy has the same figure. It does not say plainly what of.",
        ),
        (
            "differs",
            "figure",
            "disjoint",
            "same",
            None,
            "This copy speaks of the same thing and has another figure: nothing fits both.",
        ),
        ("absent", "figure", "", "", None, "This copy does not have the article’s figure."),
        (
            "absent",
            "figure",
            "",
            "other",
            "identical",
            "This copy does not have the article’s figure. "
            "The same number stands in this copy, but not for the same thing.",
        ),
        ("absent", "words", "", "", None, "No sentence of this copy has enough of the article’s words."),
        ("unavailable", "figure", "", "", None, "No words of this source are here to compare with."),
    ],
)
def test_a_finding_reads(finding, part, relation, subject, near, words):
    assert wording.summary(finding, part, relation, subject, near) == words


@pytest.mark.parametrize(
    ("hedge", "source", "article", "words"),
    [
        (
            "lost",
            ("at least 3,000", "at_least"),
            ("3,000", "exact"),
            "The hedge was lost: the source says “at least 3,000”, the article “3,000”.",
        ),
        (
            "added",
            ("600", "exact"),
            ("some 600", "about"),
            "A hedge was added: the source says “600”, the article “some 600”.",
        ),
        (
            "strengthened",
            ("about 600", "about"),
            ("over 600", "more_than"),
            "The hedge was made stronger: the source says “about”, the article “over”.",
        ),
        (
            "weakened",
            ("at least three thousand", "at_least"),
            ("up to $3,000", "at_most"),
            "The hedge was made weaker: the source says “at least”, the article “up to”.",
        ),
    ],
)
def test_a_hedge_that_changed_reads(hedge, source, article, words):
    assert str(wording.drift(hedge, source, article)) == words
    assert wording.short_hedge(hedge).startswith("Hedge ")


@pytest.mark.parametrize("hedge", ["", "kept", "nonsense"])
def test_a_hedge_that_was_kept_is_not_spoken_of(hedge):
    assert wording.drift(hedge, ("about 600", "about"), ("some 600", "about")) is None
    assert wording.short_hedge(hedge) == ""


def test_every_hedge_that_changed_has_its_words():
    assert set(wording.HEDGE) == set(wording.SHORT_HEDGE) == set(Hedge.values) - {"kept"}
    assert set(wording.RELATION) == set(Relation.values)


@pytest.mark.parametrize(
    ("text", "comparator", "hedge"),
    [
        ("around 3,000", "about", "around"),
        ("Some 3,000", "about", "some"),
        ("3,000", "exact", "no hedge"),
        ("3,000 or more", "at_least", "at least"),
        ("some three thousand", "about", "about"),
        ("10,000–12,000", "between", "a range"),
        ("between 10,000 and 12,000", "between", "between"),
        ("tens of thousands", "vague", "an order of magnitude"),
        ("more than €5 million", "more_than", "more than"),
        ("", "", "no hedge"),
        ("« “ 600", "about", "about"),
        ("a" * 5000 + " 600", "about", "about"),
    ],
)
def test_a_hedge_is_in_the_words_of_its_text(text, comparator, hedge):
    assert wording.hedge_of(text, comparator) == hedge


@pytest.mark.parametrize(
    ("why", "subject", "relation", "thing", "words"),
    [
        ("other_thing", "other", "identical", "houses", "the same number, but of “houses”"),
        ("", "other", "disjoint", "houses", "a number, but of “houses”"),
        ("", "other", "equivalent", "", "the same number, but of another thing"),
        ("other_fate", "other", "identical", "people", "the same number, but of what else became of them"),
        ("denied", "same", "identical", "people", "the same number, but said not to be so in one of the two"),
        ("of a kind nobody knows", "other", "", "", "a number, but of another thing"),
    ],
)
def test_a_near_miss_says_why_it_is_none(why, subject, relation, thing, words):
    assert wording.near_words(why, subject, relation, thing) == words


def test_a_receipt_says_what_was_searched():
    near = {"start": 1, "end": 2, "exact": "3"}
    kept = {"characters": 1240, "sentences": 31, "read": 12, "figures": 1, "fenced": 300, "near_misses": [near, near]}
    assert wording.searched("copy of 12 Mar 2026", read_receipt(kept), "1") == (
        "Searched: 1,240 characters of the copy of 12 Mar 2026; 31 sentences, 12 of them read for figures; 1 figure; "
        "2 near misses; 300 characters fenced off and not searched (lists of works, menus, captions, comments); "
        "rules 1."
    )
    assert wording.searched("copy", Receipt({}, truncated=True), "2") == (
        "Searched: the copy; 0 near misses; the copy is longer than is read for one claim; rules 2."
    )
