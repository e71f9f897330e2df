"""The plug that every extractor fits."""

from claims.extraction.extractor import RULES
from claims.extraction.proposals import Proposals
from claims.extraction.reading import read

TEXT = "At least twelve cows died in May 2024, police said. [1]"


def test_the_rules_are_the_default_and_propose_nothing():
    steps = RULES.read_in_steps(TEXT, "2025-03")
    shares = []
    try:
        while True:
            shares.append(next(steps))
    except StopIteration as done:
        reading = done.value
    assert (shares, shares[-1]) == (sorted(shares), 1.0)
    assert reading.as_json() == read(TEXT, "2025-03").as_json()
    assert reading.proposals == Proposals(kept=0, dropped={}, problem="")
    assert {claim.origin for claim in reading.claims} == {"rules"}


def test_an_extractor_says_who_it_is():
    assert RULES.name == "rules"
    assert RULES.version
