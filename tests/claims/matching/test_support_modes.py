"""What is denied, planned, asked or withdrawn grounds nothing, unless the claim says it so. Facts are invented."""

import pytest

from tests.claims.matching.asking import ask

CLAIM = "600 police officers were hired."


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The ministry denied that 600 police officers were hired.", "denied"),
        ("The ministry did not hire 600 police officers.", "denied"),
        ("It is not true that 600 police officers were hired.", "denied"),
        ("There is no proof that 600 police officers were hired.", "denied"),
        ("The ministry could not confirm that 600 police officers were hired.", "denied"),
        ("The paper wrongly reported that 600 police officers were hired.", "denied"),
        ("The minister rejected reports that 600 police officers were hired.", "denied"),
        ("An earlier version of this article said that 600 police officers were hired.", "denied"),
        ("The figure of 600 police officers hired is false.", "denied"),
        ("Under the plan, 600 police officers will be hired.", "unreal"),
        ("The city had expected that 600 police officers were hired.", "unreal"),
        ("If 600 police officers were hired, streets would be safer.", "unreal"),
        ("Were 600 police officers hired?", "unreal"),
    ],
)
def test_a_figure_that_is_denied_or_not_real_is_kept_as_a_near_miss(text, why):
    support = ask(CLAIM, text)
    assert support.finding == "absent"
    assert [(miss.why, miss.negated) for miss in support.searched.near_misses] == [(why, True)]


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 600 police officers were hired.",
        "The ministry denied that crime had risen, and said that 600 police officers had been hired.",
        "Not only dogs were bought: 600 police officers were hired.",
        "The city did not wait, but hired 600 police officers.",
        "Behind a false wall in the hall, 600 police officers were hired.",
    ],
)
def test_what_denies_something_else_takes_nothing_away(text):
    assert ask(CLAIM, text).finding == "found"


@pytest.mark.parametrize(
    ("claim", "text", "finding"),
    [
        ("The government plans to hire 600 police officers.", "Under the plan, 600 police officers are to be hired.",
         "found"),
        ("The ministry denied that 600 soldiers had died.", "The ministry denied that 600 soldiers had died.", "found"),
        ("The ministry denied that 600 soldiers had died.", "600 soldiers had died.", "absent"),
    ],
)  # fmt: skip
def test_a_claim_that_denies_or_plans_asks_for_the_same(claim, text, finding):
    assert ask(claim, text).finding == finding
