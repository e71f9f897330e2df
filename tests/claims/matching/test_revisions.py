"""What became of each claim: pairs of texts, and what is said of the claims of the first."""

from __future__ import annotations

import pytest

from claims.extraction.reading import read
from claims.matching.revisions import Standing, carry_over, newcomers
from sources.text.anchors import Quote

LEAD = "The river rose and rose. Nobody had seen such water since the old bridge fell.\n\n"
TAIL = "\n\nThe army left in spring, and the lower town was built again behind a wall of stone."


def fates(old: str, new: str, before: dict[int, str] | None = None, after: dict[int, str] | None = None):
    """Each claim of the old text: (its words, outcome, kinds of differences, same figure, figure of its successor)."""
    old, new = LEAD + old + TAIL, LEAD + new + TAIL
    claims, reading = read(old).claims, read(new)
    standing = [
        Standing(
            at,
            Quote(claim.quote.start, claim.quote.end),
            (claim.figure.start, claim.figure.end) if claim.figure else None,
            tuple((number, (before or {}).get(number, "")) for number in claim.citations),
            (claim.figure.unit or "") if claim.figure else "",
        )
        for at, claim in enumerate(claims)
    ]
    found = carry_over(old, standing, reading, after or {})
    assert len(found) == len(claims)
    again = [fate.same for fate in found if fate.same is not None]
    assert len(again) == len(set(again))
    assert sorted([*again, *newcomers(found, reading)]) == list(range(len(reading.claims)))
    return found, claims, reading


def told(old: str, new: str, **entries):
    found, claims, _ = fates(old, new, **entries)
    return {
        claims[fate.key].figure.text if claims[fate.key].figure else claims[fate.key].quote.exact: sorted(
            difference.kind for difference in fate.differences
        )
        for fate in found
        if claims[fate.key].figure or fate.differences
    }


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("The flood killed 12 people. [1]", "The flood killed 12 people. [1]", {"12": []}),
        ("The flood killed 12 people. [1]", "The flood killed 14 people. [1]", {"12": ["value_changed"]}),
        ("It killed about 12 people. [1]", "It killed over 12 people. [1]", {"about 12": ["hedge_changed"]}),
        ("The flood killed some 12 people. [1]", "The flood killed 12 people. [1]", {"some 12": ["hedge_changed"]}),
        ("The flood killed 12 people. [1]", "Snow fell on the hills all night.", {"12": ["dropped"]}),
        ("The flood killed 12 people. [1]", "The flood killed 12 people. [2]", {"12": ["citation_swapped"]}),
        ("The flood killed 12 people. [1]", "The flood killed 12 people.", {"12": ["citation_swapped"]}),
    ],
)  # fmt: skip
def test_what_is_said_of_a_claim(old, new, kinds):
    assert told(old, new) == kinds


def test_a_renumbered_list_is_no_swap():
    kinds = told(
        "The flood killed 12 people. [1]",
        "The flood killed 12 people. [4]",
        before={1: "Red Cross, 2024."},
        after={4: "Red Cross,  2024."},
    )
    assert kinds == {"12": ["renumbered"]}


def test_the_same_number_with_another_entry_is_a_swap():
    words = "The flood killed 12 people. [1]"
    assert told(words, words, before={1: "Red Cross."}, after={1: "The Delta."}) == {"12": ["citation_swapped"]}


def test_of_two_figures_in_a_sentence_only_the_changed_one_is_said_to_be():
    old = "The flood killed 12 people and 300 cattle in the lower town. [1]"
    new = "The flood killed 12 people and 350 cattle in the lower town. [1]"
    assert told(old, new) == {"12": [], "300": ["value_changed"]}
    found, _, reading = fates(old, new)
    assert [fate.anchored.outcome for fate in found] == ["moved", "figure_changed"]
    assert reading.claims[found[1].successor].figure.low == 350
    assert reading.claims[found[0].same].figure.low == 12


def test_a_negation_is_a_change_for_every_figure_of_the_sentence():
    old = "The flood killed 12 people and 300 cattle in the lower town. [1]"
    new = "The flood did not kill 12 people and 350 cattle in the lower town. [1]"
    found, _, _ = fates(old, new)
    assert not {fate.anchored.outcome for fate in found} & {"exact", "moved"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("On 3 May the flood killed 12 people. [1]", "On 4 May the flood killed 12 people. [1]"),
        ("The flood killed 12 people. [1]", "The flood did not kill 12 people. [1]"),
        ("The storm sank 12 boats off Lorn. [1]", "The storm sank 12 barges off Lorn. [1]"),
    ],
)
def test_the_same_figure_of_another_day_or_thing_is_another_claim(old, new):
    found, _, reading = fates(old, new)
    assert {fate.anchored.outcome for fate in found} <= {"figure_changed", "ambiguous"}
    assert {fate.same for fate in found} == {None}
    assert newcomers(found, reading) == list(range(len(reading.claims)))


def test_two_figures_that_changed_places_are_not_each_other():
    found, _, reading = fates(
        "The flood drowned 12 cattle and 40 sheep. [1]", "The flood drowned 40 cattle and 12 sheep. [1]"
    )
    assert [fate.anchored.outcome for fate in found] == ["figure_changed", "figure_changed"]
    assert [reading.claims[fate.successor].figure.unit for fate in found] == ["cattle", "sheep"]


def test_a_new_sentence_is_a_new_claim():
    found, _, reading = fates(
        "The flood killed 12 people. [1]", "The flood killed 12 people. [1] It drowned 40 cows. [2]"
    )
    (new,) = newcomers(found, reading)
    assert reading.claims[new].figure.low == 40


def test_a_claim_without_a_figure_is_found_again():
    old = "According to the mayor, the dam held. [3] The flood killed 12 people. [1]"
    new = "According to the mayor, the dam held. [3] He had not slept. The flood killed 12 people. [1]"
    found, _, _ = fates(old, new)
    assert {fate.anchored.outcome for fate in found} == {"exact"}
    assert None not in {fate.same for fate in found}


def test_the_same_sentence_in_two_places_is_two_claims():
    line = "The flood killed 12 people. [1]"
    twice = f"{line}\n\nThe mayor spoke of the night when it began.\n\n{line}"
    found, _, _ = fates(twice, twice)
    assert [(fate.anchored.outcome, fate.same) for fate in found] == [("exact", 0), ("exact", 1)]
