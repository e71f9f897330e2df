"""A figure is evidence only where it counts the same thing: noun, fate, whose, kind. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("1,200 houses were damaged in the storm.", "The storm left 1,200 homes damaged."),
        ("1,200 houses were damaged in the storm.", "Damage to 1,200 homes was reported after the storm."),
        ("The blast killed 40 people.", "The death toll from the blast has risen to 40."),
        ("400 workers were laid off at the mill.", "Some 900 people work at the mill. It has dismissed 400 employees."),
        ("The mill employs 340 people.", "The mill has a workforce of 340."),
        ("The population of Harrow is 12,417.", "Harrow has 12,417 inhabitants."),
        ("Voters cast 9,412 ballots for the bridge.", "9,412 votes were cast for the bridge."),
        ("The rebels hold 30 hostages.", "30 hostages are held by the rebels."),
        ("The storm cut power to 70,000 homes.", "The storm left 70,000 households without power."),
        ("There were 600 casualties among the soldiers.", "600 soldiers were killed or wounded."),
        ("12 children were among the dead.", "The blast killed 40 people, including 12 children."),
        ("900 Kenyan soldiers were wounded.", "Nairobi says 600 Kenyan soldiers were killed and 900 wounded."),
        ("600 North Korean soldiers were killed.", "North Korea sent troops. Of them 600 soldiers were killed."),
        ("The army of Ostria has 3,000 men in the valley.", "Some 3,000 Ostrian men are in the valley."),
        ("In May 2021 600 people were infected in Harrow.", "Harrow counted 600 infections in May 2021."),
        ("The flood drove 14,000 people from their homes.", "14,000 people were displaced by the flood."),
        ("The airline cancelled 88 flights.", "The airline called off 88 flights."),
        ("The army sent a further 3,000 troops.", "The army deployed an additional 3,000 soldiers."),
        ("At least 23 people lost their lives.", "At least 23 migrants drowned."),
        ("Hundreds of protesters were arrested.", "Police detained 420 demonstrators."),
    ],
)
def test_the_same_thing_may_have_other_words(claim, text):
    assert ask(claim, text).finding == "found"


@pytest.mark.parametrize(
    ("claim", "text", "why"),
    [
        ("1,200 houses were damaged in the storm.", "1,200 trees were damaged in the storm.", "other_thing"),
        ("1,200 houses were damaged in the storm.", "1,200 houses were destroyed in the storm.", "other_fate"),
        ("600 soldiers were killed.", "There were 600 casualties among the soldiers.", "other_fate"),
        ("The blast killed 40 people.", "The blast wounded 40 people.", "other_fate"),
        ("The rebels hold 30 hostages.", "The rebels released 30 hostages.", "other_fate"),
        ("The army has 600 soldiers in the valley.", "600 soldiers were killed in the valley.", "other_fate"),
        ("At least 200 civilians were killed.", "At least 200 soldiers were killed.", "other_thing"),
        ("3,000 Ostrian soldiers died.", "3,000 Velmish soldiers died.", "other_group"),
        ("600 Russian soldiers were killed.", "Kyiv says 600 North Korean soldiers were killed.", "other_group"),
        ("Ostria lost 40 tanks.", "Velmia lost 40 tanks, while Ostria lost none.", "other_group"),
        ("The women's team won 12 games.", "The men's team won 12 games.", "other_group"),
        ("The second wave caused 900 deaths.", "The first wave caused 900 deaths.", "other_group"),
        ("The 4th Brigade has 3,000 men.", "The 9th Brigade has 3,000 men.", "other_group"),
        ("Private schools have 4,000 pupils.", "Public schools have 4,000 pupils.", "other_group"),
        ("40 people died in a crash in Kenya.", "40 people died in a crash in Uganda.", "other_place"),
        ("40 people died in a crash near Harrow.", "40 people died in a crash near Linden.", "other_place"),
        ("In May 2021 600 people were infected.", "In June 2021 600 people were infected.", "other_time"),
        ("In May 600 people were infected.", "In June 600 people were infected.", "other_time"),
        ("400 workers were laid off.", "The mill laid off 400 foreign workers.", "other_thing"),
        ("The army sent 3,000 troops.", "The army sent a further 3,000 troops.", "part_or_more"),
        ("The town has 12,000 inhabitants.", "The town has 12,000 inhabitants less than before.", "part_or_more"),
        ("The hospital discharged 45 patients.", "The hospital admitted 45 patients.", "unclear"),
        ("9,412 votes were cast for the bridge.", "9,412 votes were cast against the bridge.", "other_thing"),
    ],
)
def test_what_counts_another_thing_is_no_evidence_and_is_told_why(claim, text, why):
    support = ask(claim, text)
    assert support.finding == "absent"
    assert [miss.why for miss in support.searched.near_misses] == [why]


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("3,000 Ostrian soldiers died in the battle.", "In the battle 5,000 Velmish soldiers died."),
        ("The blast killed 12 people.", "Another blast killed 40 more people a year before."),
        ("12 children died in the fire.", "The fire killed 40 people, including 12 women."),
        ("The flood destroyed 600 houses in Harrow.", "The flood destroyed 900 houses in Linden."),
        ("In May 2021 600 people were infected.", "In June 2021 900 people were infected."),
    ],
)
def test_a_figure_of_another_group_place_or_time_does_not_contradict(claim, text):
    assert ask(claim, text).finding == "absent"


@pytest.mark.parametrize(
    ("claim", "text", "low"),
    [
        ("The blast killed 12 people.", "The blast killed 40 people.", 40),
        ("The fire burned 4,000 hectares of forest.", "The fire burned 9,000 hectares of forest.", 9000),
        ("In May 2021 600 people were infected in Harrow.",
         "Harrow counted 640 infections in May 2021, up from 310 in April 2021.", 640),
        ("The bank closed 120 branches.", "The bank has put out its accounts. It closed 86 branches.", 86),
    ],
)  # fmt: skip
def test_another_value_of_the_same_thing_contradicts(claim, text, low):
    support = ask(claim, text)
    assert (support.finding, support.relation, support.proofs[0].low) == ("differs", "disjoint", low)
