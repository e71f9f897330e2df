"""From the words of a copy to the words on the page, with the rules that compare them."""

from __future__ import annotations

import html
import re

import pytest

from claims import evidence
from claims.models import Claim
from sources.models import Citation
from tests import make


def page(client, article: str, copy: str) -> str:
    """What the page of the first claim says of the copy."""
    claim = Claim.objects.filter(article=make.article(article)).earliest("pk")
    source = make.source(title="Gazette")
    Citation.objects.filter(links__claim=claim).update(source=source)
    make.snapshot(source, copy)
    evidence.check_evidence(source.pk)
    shown = client.get(f"/claims/{claim.pk}/").content.decode().partition('id="accounts"')[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", shown.partition("history-title")[0])).split())


@pytest.mark.parametrize(
    ("article", "copy", "said"),
    [
        (
            "The flood killed 12 people in Lima. [1]",
            "The flood killed at least 12 people in Lima, officials said.",
            ["Found", "The hedge was lost the source says at least 12 , the article 12"],
        ),
        (
            "Over 8 kilometres of road were lost near Lima. [1]",
            "More than 5 miles of road were lost near Lima.",
            ["Found", "Number 5 miles the same, written otherwise", "Hedge more than", "written otherwise."],
        ),
        (
            "The army sent 10,000 soldiers to Lima. [1]",
            "Ten thousand troops were sent to Lima by the army. Another 10,000 tents followed.",
            ["Found", "Counted troops", "1 near miss", "The same number, but of “tents”."],
        ),
        (
            "The army sent 10,000 soldiers to Lima. [1]",
            "The army sent 9,000 soldiers to Lima.",
            ["Differs", "Number ≠ 9,000 apart from the article’s 10,000"],
        ),
        (
            "The bridge at Callao was opened on 3 May 2021. [1]",
            "The bridge at Callao was opened on 4 May 2021 by the mayor.",
            ["Differs", "When ≠ 4 May 2021 apart from the article’s 3 May 2021", "Where Callao", "has another date"],
        ),
        (
            "The minister resigned in Lima after the vote. [1]",
            "After the vote the minister resigned in Lima, to the surprise of nobody.",
            ["Found", "This copy has a sentence with most of the article’s words."],
        ),
        (
            "Some 40% of the homes burned. [1]",
            "Two in five of the homes burned. In the north 40% of the cars did.",
            ["Number Two in five", "A hedge was added", "but of “cars”"],
        ),
        (
            "Some 300 schools were closed in Lima. [1]",
            "The river was quiet.",
            ["Absent", "This copy does not have the article’s figure.", "0 near misses"],
        ),
    ],
)
def test_a_copy_reads(browse, rita, article, copy, said):
    shown = page(browse(rita), article, copy)
    assert [words for words in said if words not in shown] == []


def test_the_parts_of_one_sentence_are_one_place_and_not_several(browse, rita):
    shown = page(
        browse(rita),
        "The bridge at Callao was opened on 3 May 2021. [1]",
        "The bridge at Callao was opened on 4 May 2021.",
    )
    assert "more place" not in shown
