"""The same number beside something else: nothing of this may be found. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The hospital has 400 beds.", "The hospital has 400 nurses and too few beds."),
        ("The hospital has 400 beds.", "The hotel next to the hospital has 400 beds."),
        ("The museum owns 3,000 paintings.", "The museum sold 3,000 paintings last year."),
        ("The museum owns 3,000 paintings.", "The palace owns 3,000 paintings, more than the museum."),
        ("The city planted 5,000 trees.", "The city felled 5,000 trees."),
        ("The city planted 5,000 trees.", "The city of Linden planted 5,000 bushes and some trees."),
        ("The plane carried 180 passengers.", "The plane can carry 180 passengers."),
        ("The crash killed 9 firefighters.", "Nine firefighters rescued the crash victims."),
        ("The crash killed 9 firefighters.", "Nine people, none of them firefighters, died in the crash."),
        ("The company hired 300 engineers.", "The company hired 300 drivers, and wants engineers."),
        ("Rents rose by 8 percent in Linden.", "Rents rose by 8 percent in Harrow."),
        ("Rents rose by 8 percent in Linden.", "House prices rose by 8 percent in Linden."),
        ("Rents rose by 8 percent in 2021.", "Rents rose by 8 percent in 2019."),
        ("The drug helped 60 percent of patients.", "The drug harmed 60 percent of patients."),
        ("The drug helped 60 percent of patients.", "The placebo helped 60 percent of patients."),
        ("Women earn 20 percent less.", "Men earn 20 percent less."),
        ("Boys made up 40 percent of the class.", "Girls made up 40 percent of the class."),
        ("The rebels captured 12 villages.", "The army captured 12 villages."),
        ("The rebels captured 12 villages.", "The rebels lost 12 villages."),
        ("The rebels captured 12 villages.", "The rebels burned 12 villages."),
        ("Ostria's navy has 12 submarines.", "Velmia's navy has 12 submarines."),
        ("Ostria's navy has 12 submarines.", "Ostria's navy has 12 frigates."),
        ("Linden's population grew to 40,000.", "Harrow's population grew to 40,000."),
        ("In 1990 the town had 40,000 inhabitants.", "In 1950 the town had 40,000 inhabitants."),
        ("The bank lost 40 million euros.", "The bank earned 40 million euros."),
        ("The bank lost 40 million euros.", "The bank's rival lost 40 million euros."),
        ("The minister earns 9,000 euros a month.", "The minister's driver earns 9,000 euros a month."),
        ("The tower is 90 metres high.", "The tower stands 90 metres from the church."),
        ("The tower is 90 metres high.", "The church is 90 metres high, the tower a little less."),
        ("Snow closed 40 roads.", "Snow closed 40 schools and most roads."),
        ("70 passengers were injured.", "70 passengers escaped unhurt, and a few were injured."),
        ("The fire destroyed 30 shops.", "The fire threatened 30 shops and destroyed one."),
        ("The union called out 3,000 dockers.", "The union represents 3,000 dockers."),
        ("The court acquitted 14 officers.", "The court convicted 14 officers."),
        ("The court acquitted 14 officers.", "14 officers stood guard as the court acquitted the mayor."),
        ("The lake holds 2 million cubic metres of water.", "The lake lost 2 million cubic metres of water."),
        ("Farmers grew 300 tonnes of rice.", "Farmers ate 300 tonnes of rice."),
        ("The team scored 40 goals.", "The team conceded 40 goals."),
        ("Harrow beat Linden by 12 points.", "Linden beat Harrow by 12 points."),
        ("Two thirds of voters backed the plan.", "Two thirds of voters opposed the plan."),
        ("Two thirds of voters backed the plan.", "Two thirds of members backed the plan."),
        ("The army freed 60 hostages.", "The army took 60 hostages."),
        ("The virus infected 600 pigs.", "The virus infected 600 people."),
        ("600 flats stand empty in Harrow.", "600 flats were sold in Harrow."),
        ("Police found 40 kg of heroin.", "Police found 40 kg of cocaine."),
        ("The first ship carried 2,000 slaves.", "The second ship carried 2,000 slaves."),
        ("The north of the city has 12 parks.", "The south of the city has 12 parks."),
        ("The average wage is 2,400 euros.", "The minimum wage is 2,400 euros."),
        ("Exports came to 4 billion dollars.", "Imports came to 4 billion dollars."),
        ("The old bridge carried 900 cars a day.", "The new bridge carried 900 cars a day."),
        ("The east wing has 40 rooms.", "The west wing has 40 rooms."),
        ("The mother had 12 children.", "The daughter had 12 children."),
    ],
)
def test_the_same_number_of_something_else_is_no_evidence(claim, text):
    support = ask(claim, text)
    assert support.finding == "absent"
    assert support.proofs == ()


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Orlo had 2,200 men.", "Orlo faced the duke. That day the duke had 2,200 men."),
        (
            "Last year 540 officers retired.",
            "Of the officers who left, 702 retired, 540 resigned and 74 were dismissed.",
        ),
        ("The fever killed 186 people.", "The storm came in May. 186 deaths are confirmed."),
        ("40 people were killed.", "40 soldiers and 20 nurses were killed."),
    ],
)
def test_the_same_number_of_somebody_else_is_no_evidence(claim, text):
    assert ask(claim, text).finding != "found"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Eight civilians were killed.", "Eight civilians were hurt, and a woman of 83 was killed."),
        ("Replacing the roof cost 5 million.", "Replacing the roof took 3,500 tiles."),
        ("The tunnel is 26 miles long.", "In the tunnel you stand 1,340 metres below the summit."),
    ],
)
def test_an_age_or_another_kind_of_figure_contradicts_nothing(claim, text):
    assert ask(claim, text).finding == "absent"
