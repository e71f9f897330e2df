"""A date or a place answers a claim where it belongs to the claim's own verb. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask

BORN = "Rosa Velde was born in Marseille. [2]"
SIGNED = "The accord was signed on 1 March 2004. [3]"
BEGAN = "The strike at the Orlo mill began on 4 May 2019. [1]"


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        (BORN, "Rosa Velde, born in Lyon to a baker, was one of two women at a school in Marseille.", "differs"),
        (BORN, "Rosa Velde was born in Marseille to a baker and went to a school in Lyon.", "found"),
        (BORN, "Rosa Velde was born in Marseille, France.", "found"),
        (BORN, "Rosa Velde moved to Marseille in 1950.", "absent"),
        ("The gunmen were arrested in France. [1]", "The gunmen were arrested in Marseille.", "found"),
        ("The gunmen were arrested in Lyon. [1]", "The gunmen were arrested in Marseille, after a shooting in Lyon.",
         "differs"),
    ],
)  # fmt: skip
def test_a_place_of_another_verb_is_no_answer(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        (SIGNED, "Accord for the lakes\nSigned on 1 March 2004 — full text\n\nThe parties meet.", "found"),
        (SIGNED, "Accord for the lakes\nSigned on 8 March 2004 — full text\n\nThe parties meet.", "differs"),
        (SIGNED, "The monitors stayed until May 2006.\n\nThe accord was signed by two parties.", "absent"),
        (SIGNED, "The accord was opened for all parties on 1 March 2004.", "absent"),
        (BEGAN, "ORLO, May 9 2019 (Lake Agency) - The strike at the Orlo mill began early.", "absent"),
        (BEGAN, "ORLO, May 9 2019 - The strike at the Orlo mill began on May 4.", "found"),
        (BEGAN, "The strike at the Orlo mill began on 4 May 2019 and ended on 9 May 2019.", "found"),
        ("The strike at the Orlo mill ended on 4 May 2019. [1]",
         "The strike at the Orlo mill began on 4 May 2019 and ended on 9 May 2019.", "differs"),
        ("The strike at the Orlo mill ended on 4 May 2019. [1]", "The strike at the Orlo mill began on 4 May 2019.",
         "absent"),
    ],
)  # fmt: skip
def test_a_date_of_another_verb_or_of_the_report_is_no_answer(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The lake court was never set up. [8]",
         "A lake court shall be set up within a year. [Note: This has not been done.]", "found"),
        ("The lake court was set up. [8]",
         "A lake court shall be set up within a year. [Note: This has not been done.]", "absent"),
        ("The lake court was never set up. [8]", "A lake court shall be set up within a year. All agree.", "absent"),
    ],
)  # fmt: skip
def test_what_was_to_be_done_and_was_not_is_denied(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The choir rejected the gift of the brewery. [1]", "The choir turned the gift of the brewery down.", "found"),
        ("The choir voted against a hall by the brewery. [1]", "The choir turned down a hall by the brewery.", "found"),
        ("The council set up a fund for the flooded farms. [1]", "The council founded a fund for the flooded farms.",
         "found"),
        ("The council tore the brewery down. [1]", "The council turned down the brewery.", "absent"),
        ("The choir rejected the gift of the brewery. [1]", "The choir turned to the brewery for a gift.", "absent"),
        ("The choir rejected the gift of the brewery. [1]", "The choir voted for the gift of the brewery.", "absent"),
    ],
)  # fmt: skip
def test_a_verb_of_two_words_says_what_its_one_word_says(claim, text, finding):
    assert ask(claim, text).finding == finding


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The Battle of Orlo Bridge took place in May 1702. [1]",
         "The Battle of Orlo Bridge was fought on 3 and 4 May 1702.", "found"),
        ("The Battle of Orlo Bridge took place in May 1702. [1]",
         "A stone for the Battle of Orlo Bridge was put up in May 1702.", "absent"),
        ("The Battle of Orlo Bridge took place in May 1702. [1]", "The Battle of Orlo Hill was fought in May 1702.",
         "absent"),
        ("The Battle of Orlo Bridge took place in June 1702. [1]",
         "The Battle of Orlo Bridge was fought on 3 and 4 May 1702.", "differs"),
    ],
)  # fmt: skip
def test_a_name_and_a_date_are_an_event_only_where_something_takes_place(claim, text, finding):
    assert ask(claim, text).finding == finding
