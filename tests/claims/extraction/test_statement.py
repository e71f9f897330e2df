"""The plain sentence of a claim: stands alone, says nothing that the text does not say."""

from __future__ import annotations

import pytest

from claims.extraction.statement import statement_of


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("the bridge  was\nclosed", "The bridge was closed."),
        ("The bridge was closed.", "The bridge was closed."),
        ("Was the bridge closed?", "Was the bridge closed?"),
        ("However, the bridge was closed.", "The bridge was closed."),
        ("and the bridge was closed", "The bridge was closed."),
        ("In addition, however, the bridge was closed.", "The bridge was closed."),
        (", but even in winter, it stayed open", "Even in winter, it stayed open."),
        ("while Riga claims that it was open", "Riga claims that it was open."),
        ("While it was closed, ferries ran.", "While it was closed, ferries ran."),
        ("Though it was closed, ferries ran.", "Though it was closed, ferries ran."),
        ("Because it was closed, ferries ran.", "Because it was closed, ferries ran."),
        ("So far 40 have died.", "So far 40 have died."),
        ("Also in May, 40 died.", "In May, 40 died."),
        ("Also known as the Gate, it was closed.", "Also known as the Gate, it was closed."),
        ("“It was closed", "It was closed."),
        ("He said: “It was closed.”", "He said: “It was closed.”"),
        ("It was closed —", "It was closed."),
        ("It fell to 40 [3] in May", "It fell to 40 in May."),
        ("eBay sold 40 lots", "eBay sold 40 lots."),
        ("", ""),
    ],
)
def test_a_quote_becomes_a_sentence(quote, statement):
    assert statement_of(quote, None) == statement


@pytest.mark.parametrize(
    ("previous", "quote", "statement"),
    [
        ("Dr. Ann Lee left in May.", "She returned in June.", "Dr. Ann Lee returned in June."),
        ("Officials closed the bridge.", "They gave no reason.", "Officials gave no reason."),
        ("The Health Ministry closed in May.", "It opened in June.", "The Health Ministry opened in June."),
        ("The Health Ministry closed in May.", "However, it opened in June.", "The Health Ministry opened in June."),
        # Left as written: somebody else could be meant.
        ("Officials thanked the drivers.", "They gave no reason.", "They gave no reason."),
        ("Dr. Ann Lee met Mary Jones.", "She returned in June.", "She returned in June."),
        ("The Health Ministry closed the office.", "It opened in June.", "It opened in June."),
        ("In May the bridge closed.", "It opened in June.", "It opened in June."),
        ("Paris closed in May.", "He returned in June.", "He returned in June."),
    ],
)
def test_a_pronoun_is_resolved_only_where_one_answer_is_left(previous, quote, statement):
    assert statement_of(quote, previous) == statement


@pytest.mark.parametrize(
    ("quote", "stands_alone"),
    [
        ("and 617 in the year after", False),
        ("which had closed in May", False),
        ("leaving 40 homeless", False),
        ("while Riga reported 40", True),
        ("and left 40 homeless", False),
        ("later confirmed 40 deaths", False),
        ("closed the bridge", False),
        ("although 40 tanks were sent", True),
        ("the ministry, which had denied it", False),
        ("the ministry, which had denied it, was wrong", True),
        ("while closed shops were looted", True),
        ("but the bridge was closed", True),
    ],
)
def test_a_piece_of_a_sentence_is_given_with_the_whole_of_it(quote, stands_alone):
    whole = f"The toll was 500 in May, {quote}."
    statement = statement_of(quote, None, whole)
    assert (statement == whole) is not stands_alone


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("Although 40 tanks were sent", "Although 40 tanks were sent, only 12 came."),
        ("The ministry, which had denied it", "The ministry, which had denied it, gave in."),
    ],
)
def test_half_a_sentence_is_given_with_the_whole_of_it(quote, sentence):
    assert statement_of(quote, None, sentence) == sentence
