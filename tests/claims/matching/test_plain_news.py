"""What an article says of a press report in ordinary words: found, and the same number of something else is not."""

import pytest

from tests.claims.matching.asking import ask


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "The Valley Herald speaks of about 430 damaged homes.",
            "“About 430 homes were damaged when the dam spilled.”",
        ),
        ("The clinic treated 340 wounded.", "Doctors at the clinic have treated 340 injured people."),
        ("The fire burned 20,000 hectares of forest.", "Some 20,000 hectares of woodland have burned."),
        ("At least 23 people died when the ferry sank.", "At least 23 migrants lost their lives when it sank."),
    ],
)
def test_it_is_found(claim, text):
    assert ask(claim, text).finding == "found"


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The Valley Herald speaks of about 430 damaged homes.", "About 430 homes were sold after the dam spilled."),
        ("The clinic treated 340 wounded.", "The clinic employs 340 doctors, and treated the wounded."),
        ("The fire burned 20,000 hectares of forest.", "Some 20,000 hectares of vineyards have burned."),
        ("At least 23 people drowned in the lake.", "At least 23 swans drowned in the lake."),
    ],
)
def test_it_is_not_found(claim, text):
    assert ask(claim, text).finding != "found"
