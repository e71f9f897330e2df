"""Claims without a figure: when and where something happened, and plain statements. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask

BRIDGE = "The bridge opened on 4 May 1990.[1]"
TREATY = "The treaty was signed in Velm on 3 June 1921.[1]"


@pytest.mark.parametrize(
    ("claim", "text", "finding", "relation"),
    [
        (BRIDGE, "The bridge was opened on 4 May 1990 by the queen.", "found", "identical"),
        (BRIDGE, "The queen inaugurated the bridge on May 4, 1990.", "found", "equivalent"),
        ("The bridge opened in 1990.[1]", "The bridge was opened on 4 May 1990 by the queen.", "found", "inside"),
        (BRIDGE, "The bridge was opened in 1990.", "found", "wider"),
        (BRIDGE, "The bridge was opened on 6 June 1991.", "differs", "disjoint"),
        (BRIDGE, "The bridge closed on 4 May 1990.", "absent", ""),
        (BRIDGE, "The tunnel opened on 4 May 1990.", "absent", ""),
        (BRIDGE, "On 4 May 1990 the council met near the bridge.", "absent", ""),
        ("The war ended in 1921.[1]", "The war came to an end in 1921, after eleven years.", "found", "identical"),
        ("The king died in 1921.[1]", "The king, born in 1850, died in 1921.", "found", "identical"),
        ("The king died in 1921.[1]", "The king, born in 1921, died in 1990.", "differs", "disjoint"),
        ("The king died in 1921.[1]", "The king was born in 1921.", "absent", ""),
        ("Ostria invaded Velmia in 1921.[1]", "Velmia invaded Ostria in 1921.", "absent", ""),
        ("Ostria invaded Velmia in 1921.[1]", "Velmia was invaded by Ostria in 1921.", "found", "identical"),
    ],
)
def test_the_event_finds_the_sentence_and_its_date_decides(claim, text, finding, relation):
    support = ask(claim, text)
    assert (support.finding, support.relation) == (finding, relation)


@pytest.mark.parametrize(
    ("claim", "text", "finding", "relation"),
    [
        (TREATY, "On 3 June 1921 the two kings signed the treaty at Velm.", "found", "identical"),
        (TREATY, "On 3 June 1921 the two kings signed the treaty at Harrow.", "differs", "disjoint"),
        ("The mill was built in Kenya.[1]", "The mill was built in Nairobi.", "found", "inside"),
        ("The mill was built in Nairobi.[1]", "The mill was built in Kenya.", "found", "wider"),
        ("The mill was built in Nairobi.[1]", "The mill was built in Kampala.", "differs", "disjoint"),
        ("The mill was built in Nairobi.[1]", "The mill was not built in Nairobi.", "absent", ""),
        ("The mill was built in Nairobi.[1]", "The mill will be built in Nairobi.", "absent", ""),
        ("The regiment was stationed in Nairobi.[1]", "The brigade was stationed in Nairobi.", "absent", ""),
    ],
)
def test_the_place_of_the_event_decides(claim, text, finding, relation):
    support = ask(claim, text)
    assert (support.finding, support.relation) == (finding, relation)


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The dam was badly built and must be torn down.[1]",
         "An inquiry found that the dam was badly built and must be torn down.", "found"),
        ("The minister resigned over the loan.[1]", "The minister has resigned over the loan.", "found"),
        ("The minister resigned over the loan.[1]", "The minister has not resigned over the loan.", "absent"),
        ("The minister resigned over the loan.[1]", "The minister repaid the loan.", "absent"),
        ("The brakes had not been serviced.[1]", "It was found that the brakes had not been serviced.", "found"),
        ("The brakes had not been serviced.[1]", "It was found that the brakes had been serviced.", "absent"),
        ("The union accused the firm of hiding the accident.[1]", "The firm praised the union after the accident.",
         "absent"),
    ],
)  # fmt: skip
def test_a_statement_is_found_where_nearly_all_its_words_stand(claim, text, finding):
    assert ask(claim, text).finding == finding


def test_a_figure_is_told_with_what_the_source_says_to_its_date_and_place():
    text = "In Nairobi the police counted 600 arrests on 4 May 2021."
    support = ask("In May 2021 the police made 600 arrests in Kenya.", text)
    assert (support.finding, support.date.relation, support.place.relation) == ("found", "inside", "inside")
    assert (support.date.proof.exact, support.place.proof.exact) == ("4 May 2021", "Nairobi")
