"""Words under pictures are fenced; a table's rows, and prose about a figure, are not."""

import pytest

from tests.sources.text.fences.fenced import drawn_in, read

BODY = "Some 40 boats left the harbour of Lorn on Monday, according to the coast guard, and 38 came back.\n\n"

FENCED = [
    BODY + "⟦C Figure 3: Boats lost per year, 1990–2020.⟧\n\n" + BODY,
    "⟦C Fig. 2. The harbour of Lorn with 500 boats.⟧\n" + BODY,
    "⟦C FIGURE 12.4 – Boats by length⟧\n" + BODY,
    "⟦C Table 2: Deaths at sea by month⟧\n\nMonth\tDeaths\nMay\t12\nJune\t40\n",
    "⟦C Table A1. Boats and crews of the 3 fleets⟧\nLorn 40 212\nTarn 12 30\n",
    "⟦C Photo: Ann Lee/Reuters⟧\n" + BODY,
    "⟦C A boat with 500 people on board nears Tarn. Ann Lee/AFP⟧\n\n" + BODY,
    "⟦C Rescuers search the harbour, where 12 boats burned (Photo by Ann Lee)⟧\n\n" + BODY,
    "⟦C Image credit: Coast guard of Lorn⟧\n" + BODY,
    "⟦C In this file photo taken on 3 May 2019, 40 boats lie at anchor off Lorn.⟧\n\n" + BODY,
    "⟦C The quay after the storm [Bo Orr/Getty Images]⟧\n" + BODY,
    "⟦C Map 1: Where the 40 boats were last seen⟧\n" + BODY,
    "⟦C Chart 4 | Boats lost⟧\n" + BODY,
    "⟦C Photograph by Ann Lee for the Coast Post⟧\n" + BODY,
    "⟦C Supplementary Fig. 2: Tides at Lorn⟧\n" + BODY,
    "⟦C The harbour, with 212 boats, on Friday. AFP via Getty Images⟧\n" + BODY,
]

OPEN = [
    BODY,
    "Figure 3 shows that 40 boats were lost in 2019, more than in any year since 1990.",
    "Table 2 lists 212 deaths, of which 40 were at sea.",
    "As Fig. 2 makes plain, 40 boats were lost.",
    "Month\tDeaths\nMay\t12\nJune\t40",
    "Table 2: Month Deaths May 12 June 40 July 3 August 9 September 11 October 2",
    "At least 212 people drowned off Lorn on Friday, the coast guard said. (Reuters)",
    "212 people drowned – AFP",
    "A satellite image of Monday shows 33 boats at the quay, against 40 a week before.",
    "The picture is grim: 40 boats are lost and 212 people are missing, the coast guard said on Monday in Lorn.",
    "Map makers counted 12 wrecks.",
    "She sold the photo: by Friday, 40 papers had printed it.",
    "Video shows 40 boats on fire, and the ministry of transport says that 12 of them cannot be saved at all.",
    "The data came via Reuters.",
    "Image of 40 boats was false, the coast guard said.",
]


@pytest.mark.parametrize("text", FENCED)
def test_a_caption_is_fenced(text):
    assert read(text) == drawn_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_a_table_and_prose_about_a_figure_are_not(text):
    assert read(text) == []


def test_of_a_caption_that_runs_into_the_text_only_its_first_sentence_is_fenced():
    text = "Figure 3: Boats lost per year. " + "Some 40 boats were lost in the storm of that year. " * 20
    assert read(text) == [("caption", "Figure 3: Boats lost per year.")]
