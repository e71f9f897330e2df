"""Units, shares, rates and money brought together. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask


@pytest.mark.parametrize(
    ("claim", "text", "relation"),
    [
        ("The pipeline is 10 miles long.", "The pipeline runs for 16 km to the coast.", "equivalent"),
        ("The dam holds 2 cubic kilometres of water.", "The dam holds 2 billion cubic metres of water.", "equivalent"),
        ("The field is 100 acres.", "The field covers 40 hectares.", "equivalent"),
        ("The fire burned 4,000 hectares of forest.", "Some 40 square km of forest burned in the fire.", "wider"),
        ("The flight took 90 minutes.", "The flight took 1.5 hours.", "equivalent"),
        ("The flight took 90 minutes.", "The flight took an hour and 30 minutes.", "equivalent"),
        ("The flight took 90 minutes.", "The flight took an hour and a half.", "equivalent"),
        ("The bar is 66 inches long.", "The bar is 5 feet 6 inches long.", "equivalent"),
        ("The court gave him 24 months in prison.", "The court gave him two years in prison.", "equivalent"),
        ("It was 40 degrees Celsius in Harrow.", "Harrow had 104 degrees Fahrenheit.", "equivalent"),
        ("Half of the pupils stayed at home.", "50 percent of the pupils stayed at home.", "equivalent"),
        ("One in four residents had no power.", "25% of residents had no power.", "equivalent"),
        ("Two thirds of the pupils stayed at home.", "67% of pupils stayed at home.", "equivalent"),
        ("The drug cured 8 in 10 patients.", "The drug cured 80 percent of patients.", "equivalent"),
        ("The plant burns 35,000 tonnes of coal a week.", "The plant burns 5,000 tonnes of coal a day.", "equivalent"),
        ("The plant burns 5,000 tonnes of coal a day.", "Each day the plant burns 5,000 tonnes of coal.", "identical"),
        ("The company paid $15 million for the site.", "The company paid US$15m for the site.", "equivalent"),
        ("A ticket costs 12 euros.", "Tickets cost €12.", "identical"),
        ("Ten thousand troops were sent.", "10k troops were sent.", "equivalent"),
        ("Unemployment fell to 4.5 percent in May.", "In May unemployment was 4.5 per cent.", "equivalent"),
    ],
)
def test_the_same_value_in_another_unit_is_found(claim, text, relation):
    support = ask(claim, text)
    assert (support.finding, support.relation) == ("found", relation)


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The company paid $15 million for the site.", "The company paid 15 million euros for the site.", "absent"),
        ("The bank lent the firm $2 million.", "The bank lent the firm 2 million Canadian dollars.", "absent"),
        ("The pipe carries 500 barrels a day.", "The pipe carries 68 tonnes a day.", "absent"),
        ("Two thirds of the pupils stayed at home.", "Two thirds of the teachers stayed at home.", "absent"),
        ("Two thirds of the pupils stayed at home.", "40% of pupils stayed at home.", "differs"),
        ("Turnout was 62 percent.", "Turnout fell by 62 percent.", "absent"),
        ("Prices rose by 12 percent.", "Prices fell by 12 percent.", "absent"),
        ("The river rose 2 metres in a night.", "At night the river is 2 metres deep.", "absent"),
        ("The bridge is 300 metres long.", "The bridge stands 300 metres above the river bed.", "absent"),
        ("Unemployment fell to 4.5 percent in May.", "Inflation fell to 4.5 percent in May.", "absent"),
        ("A ticket costs 12 euros.", "A beer costs 12 euros.", "absent"),
        ("A ticket costs 12 euros.", "Tickets cost €15.", "differs"),
        ("The plant burns 5,000 tonnes of coal a day.", "The plant burns 5,000 tonnes of coal a week.", "differs"),
        ("The pipeline is 30 miles long.", "The pipeline is 60 km long.", "differs"),
    ],
)
def test_another_value_or_unit_is_not(claim, text, finding):
    assert ask(claim, text).finding == finding
