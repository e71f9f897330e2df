"""Menus, teasers, sharing, newsletters, comments and footers are fenced; text that looks a little like them is not."""

import pytest

from tests.sources.text.fences.fenced import drawn_in, read

BODY = "Some 40 boats left the harbour of Lorn on Monday, according to the coast guard, and 38 came back.\n\n"

FENCED = [
    BODY + "⟦N Read more: Port of Tarn closed after 12 deaths⟧\n\n" + BODY,
    BODY + "⟦N READ ALSO | 14 ways to cook a herring⟧\n\n".replace(" |", ":") + BODY,
    BODY + "⟦N Related articles\n\nPort of Tarn closed after 12 deaths\nMinister: 40 boats too old⟧\n\n" + BODY,
    BODY + "⟦N Most read\n1 Ferry sinks with 212 on board\n2 Ten best beaches\n3 What 40 boats carry⟧\n",
    BODY + "⟦N See also\n\nHarbours of the north\nFerry of Tarn⟧\n\n" + BODY,
    "⟦N Home | News | Sport | Weather | Contact⟧\n\n" + BODY,
    "⟦N Home\nNews\nSport\nBusiness\nContact us⟧\n\n" + BODY,
    BODY + "⟦N Share this article\nFacebook\nWhatsApp⟧\n\n" + BODY,
    BODY + "⟦N Sign up for our newsletter and get 5 stories a day⟧\n",
    BODY + "⟦N Advertisement⟧\n\n" + BODY,
    BODY + "⟦N © 2024 Coast Post Ltd. All rights reserved.⟧",
    BODY + "⟦N Terms of use | Privacy policy | Imprint⟧",
    BODY + "⟦N 12 comments\n\nBo says:\nI saw 300 boats myself.\nReply\n\nAnn says:\nThey were 500!\nReply⟧",
    BODY + "⟦N Comments\n\nseafan · 3 hours ago\nMore like 600 boats, if you ask me.\nLike · Reply · 4\n\nOld news.⟧",
    BODY + "⟦N Leave a reply\n\nLog in to comment⟧",
    BODY + "⟦N Tags: Lorn, boats, 2019⟧\n⟦N Posted in: Weather⟧\n".replace("⟧\n⟦N ", "\n"),
    BODY + "⟦N This site uses cookies⟧\n\n" + BODY,
    BODY + "⟦N Follow us on Telegram⟧\n",
    BODY + "⟦N » Watch: 40 boats race⟧\n\n" + BODY,
    BODY + "⟦N Recommended for you\nWhy 40 boats stay away\nA harbour of 212 wrecks⟧\n",
]

OPEN = [
    BODY,
    "Read more than 40 letters from that time and you will see how few of them speak of the storm at all.",
    "See also that 40 boats had left before the storm, as the coast guard told the inquiry of the council.",
    "Most read the letter; 40 did not.",
    "Related losses came to 212 boats, the insurers said on Friday.",
    "More from the north: 40 boats arrived on Friday with 212 people on board, the coast guard says.",
    "Share prices fell by 12 per cent.",
    "Subscribers to the fund lost 40 million in 2019, which is more than they had put in in the year before.",
    "Comments\n\nThe board received 40 comments on its draft. Most of them, 33 in all, were against a new quay.\n\n"
    "It will answer them by the end of the year, and has set aside 2 million for that purpose.",
    "Discussion\n\nWe found 40 boats. Others have found 38 (Kell 2019), a difference that may come from the weather.",
    "Lorn\nTarn\nOrrin\nVale\nMoor",
    "Home\n12\nAway\n40",
    "Killed | 212 | Wounded | 40 | Missing | 3",
    "The coast guard counts 40 boats / 212 people / 3 ports in its report for the year, which came out on Friday.",
    "Sign up numbers rose to 40 a day.",
    "Cookies were thrown overboard, 40 boxes in all.",
    "Copyright cases rose to 40. Most were about maps, the court of Lorn said in its report for the year 2019.",
    "Contents of the hold: 40 barrels, 212 sacks and 3 bells.",
    "Related parties\n\nThe fund paid 40 million to firms of its chairman, its auditors wrote in that year.",
    "(a) 212 people were killed\n(b) 40 were hurt\n(c) 12 are missing",
    "« Nous avons compté 212 morts, dit-il. »",
    "« 212 morts »",
    "Key facts\n212 dead\n40 missing\n3 ports closed",
]


@pytest.mark.parametrize("text", FENCED)
def test_what_stands_around_a_text_is_fenced(text):
    assert read(text) == drawn_in(text)


@pytest.mark.parametrize("text", OPEN)
def test_a_text_that_looks_a_little_like_it_is_not(text):
    assert read(text) == []
