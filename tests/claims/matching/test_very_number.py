"""The very number of the very noun needs no verb; another verb, another noun or a share is another thing."""

import pytest

from claims.extraction.reading import read
from claims.matching.support import Asked, SourceText, find_support

PAIRS = [
    ("Nurses examined 14,387 children.", "Between May and June, nurses saw 14,387 children in the camps.", "found"),
    ("The city planted 5,234 trees.", "The city felled 5,234 trees.", "absent"),
    ("Two thirds of members backed the plan.", "Two thirds of members opposed the plan.", "absent"),
    ("The orchard yielded 218 kg of plums.", "Our orchard gave 218 kilograms of plums this year.", "found"),
    ("Wards treated 48,700 patients over the winter.", "Over the winter, wards saw 48,700 patients.", "found"),
    ("Nurses examined 14,387 children.", "Nurses examined 40 men; the fair drew 14,387 cars.", "absent"),
    ("Nurses examined 14,387 children.", "Nurses never examined 14,387 children, the board said.", "absent"),
    ("The police arrested 218 protesters.", "The police said that 218 officers were hurt.", "absent"),
]


@pytest.mark.parametrize(("article", "source", "finding"), PAIRS)
def test_the_very_number_of_the_very_noun(article, source, finding):
    claim = read(f"{article} [1]").claims[0]
    assert find_support(Asked.from_claim(claim), SourceText(source)).finding == finding
