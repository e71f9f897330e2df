"""What a source denies, asks, plans or supposes grounds no claim that it is so. Facts are invented."""

import pytest

from claims.matching.answered import is_denied_behind
from tests.claims.matching.asking import ask

NURSES = "In Velm 70 nurses were abducted."
HOMES = "The flood ruined 40 homes in Harrow."
DISMISSES = "The Velm plant will dismiss 250 workers."
PAYS = "Harrow must pay 40 percent of the repairs."


@pytest.mark.parametrize(
    "text",
    [
        "Rumours that 70 nurses were abducted in Velm were false.",
        "Reports of 70 nurses abducted in Velm could not be confirmed.",
        "The story that 70 nurses had been abducted in Velm was made up.",
        "Claims about 70 abducted nurses in Velm proved baseless.",
        "It was said in Velm that 70 nurses had been abducted, which turned out to be untrue.",
        "There is no truth in talk that 70 nurses were abducted in Velm.",
    ],
)
def test_a_denial_behind_the_figure_counts(text):
    support = ask(NURSES, text)
    assert (support.finding, support.searched.near_misses[0].why) == ("absent", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "According to reports, 70 nurses were abducted in Velm.",
        "Reports that 70 nurses were abducted in Velm were confirmed.",
        "Reports that 70 nurses were abducted in Velm are true.",
        "In Velm 70 nurses were abducted, and a false alarm emptied the school.",
        "In Velm 70 nurses were abducted. The road to the town is not safe.",
        "In Velm 70 nurses were abducted. No bus has run since. No. 4 was the last.",
    ],
)
def test_what_is_false_elsewhere_denies_nothing(text):
    assert ask(NURSES, text).finding == "found"


@pytest.mark.parametrize(
    "text",
    [
        "In Velm 70 nurses were abducted, a paper wrote. That was untrue.",
        "In Velm 70 nurses were abducted, one hears. The report has no foundation.",
        "HOST: They say that 70 nurses were abducted in Velm.\n\nBRANN: No. What was stolen is a bus.",
        "HOST: So 70 nurses were abducted in Velm.\n\nBRANN: No, they took a bus home.",
        "Is it true that 70 nurses were abducted in Velm? It is not.",
        "Were 70 nurses abducted in Velm?",
    ],
)
def test_a_question_and_what_is_answered_with_no_ground_nothing(text):
    assert ask(NURSES, text).finding == "absent"


@pytest.mark.parametrize(
    ("behind", "denied"),
    [
        (" No. The dam held.", True),
        (" They had not. The dam held.", True),
        (" These claims are false.", True),
        ("\n\nMr Orlo: Not so.", True),
        (" No. 12 was hit.", False),
        (" They had not slept.", False),
        (" No house was spared.", False),
        (" That is a lot.", False),
        ("", False),
    ],
)
def test_only_a_plain_answer_denies_the_sentence_before(behind, denied):
    text = "The flood ruined 40 homes."
    assert is_denied_behind(text + behind, len(text)) is denied


@pytest.mark.parametrize(
    "text",
    [
        "Police in Velm first spoke of 70 abducted nurses.",
        "In Velm the number of nurses abducted was initially put at 70.",
        "In Velm 70 nurses were abducted, police said, but corrected that to 30.",
        "In Velm 70 nurses were abducted, a number later revised down to 30.",
    ],
)
def test_a_number_that_was_replaced_is_no_evidence(text):
    assert ask(NURSES, text).finding == "absent"


def test_a_claim_that_tells_the_first_number_is_found_where_it_is_told():
    assert ask("Police in Velm first spoke of 70 abducted nurses.", "Police first spoke of 70 abducted nurses in Velm.")


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        (HOMES, "The flood may ruin 40 homes in Harrow.", "absent"),
        (HOMES, "Up to 40 homes in Harrow could be ruined by the flood.", "absent"),
        (HOMES, "If the dam breaks, the flood will ruin 40 homes in Harrow.", "absent"),
        (HOMES, "It is feared that the flood ruined 40 homes in Harrow.", "absent"),
        (HOMES, "In May the flood ruined 40 homes in Harrow.", "found"),
        (HOMES, "The flood ruined 40 homes in Harrow, and more may follow.", "found"),
        (HOMES, "Nobody knows whether Harrow, where the flood ruined 40 homes, will be rebuilt.", "found"),
        (DISMISSES, "The Velm plant plans to dismiss 250 workers.", "found"),
        (DISMISSES, "The Velm plant is to dismiss 250 workers.", "found"),
        (DISMISSES, "The Velm plant will dismiss 250 workers.", "found"),
        (DISMISSES, "The Velm plant will dismiss 250 workers unless it finds a buyer.", "absent"),
        (DISMISSES, "If no buyer is found, the Velm plant will dismiss 250 workers.", "absent"),
        (DISMISSES, "The Velm plant may dismiss 250 workers.", "absent"),
        (PAYS, "Harrow must pay 40 percent of the repairs.", "found"),
        (PAYS, "Harrow pays 40 percent of the repairs.", "found"),
        (PAYS, "Harrow may pay 40 percent of the repairs.", "absent"),
        ("Harrow pays 40 percent of the repairs.", "Harrow must pay 40 percent of the repairs.", "absent"),
    ],
)
def test_what_is_planned_what_depends_and_what_is_done_are_three_things(claim, text, finding):
    assert ask(claim, text).finding == finding


ARRESTED = "Police arrested 40 people. [1]"


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Police failed to arrest 40 people named on the list.", "absent"),
        ("Police considered arresting 40 people.", "absent"),
        ("Police came close to arresting 40 people.", "absent"),
        ("Police agreed to arrest 40 people.", "absent"),
        ("The target: 40 people arrested by the police.", "absent"),
        ("Police arrested 40 people who had tried to flee.", "found"),
        ("Police arrested 40 people close to the border.", "found"),
        ("After they failed to stop a truck, and it got away, police arrested 40 people.", "found"),
    ],
)
def test_what_was_tried_or_failed_was_not_done(text, finding):
    assert ask(ARRESTED, text).finding == finding


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Contrary to reports of 40 arrests, police arrested nobody.", "absent"),
        ("The claim that police arrested 40 people is a hoax.", "absent"),
        ("A spokesman called reports of 40 arrests by police nonsense.", "absent"),
        ("Contrary to custom, police arrested 40 people.", "found"),
        ("Police arrested 40 people over a hoax.", "found"),
        ("The report says that police arrested 40 people.", "found"),
    ],
)
def test_what_is_called_a_hoax_is_denied(text, finding):
    assert ask(ARRESTED, text).finding == finding
