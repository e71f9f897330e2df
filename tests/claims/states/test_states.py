"""Random acts of random people: the desk does what the plain model does. `run.py bench states` plays the long game."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.claims.states.cast import Cast
from tests.claims.states.play import Play

# Without looking for the shortest way to a fault, which takes minutes: the long game does that.
SMALL = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.timeout(900)
@pytest.mark.django_db
def test_the_desk_agrees_with_the_plain_model():
    class Here(Play):
        cast = Cast.call()

    run_state_machine_as_test(Here, settings=SMALL)
