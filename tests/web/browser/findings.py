"""Claims with every kind of answer from their sources: what the tests of the pages about them look at."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from claims.models import Claim, EvidenceCheck
from sources.models import Article, Citation, Snapshot, Source, Watch
from tests import make

TEXT = (
    "The river board says that over 600 houses in Lorn stood under water by 4 May 2021. [1]\n"
    "The storm killed at least 40 people on the coast of Fenland. [2][3][4][5][6]\n"
    "The mayor spoke of 3,000 soldiers in the streets of Lorn. [7]\n"
    "About 50 pumps came too late.\n"
)
BRIEFING = (
    "Rain fell for three days. By our count about 600 homes in Lorn were under water on the evening of 4 May 2021. "
    "The pumps came on the fifth. A second count found between 550 and 580 homes."
)
HEBREW = "הנהר עלה. על פי הספירה שלנו כ-600 בתים בלורן עמדו מתחת למים. המשאבות הגיעו מאוחר."


def desk(ana: Any) -> Article:
    article = make.article(TEXT, title="High water at Lorn")
    flood, storm, mayor, _ = Claim.objects.filter(article=article).order_by("id")
    _flood(flood, ana)
    _storm(storm)
    _right_to_left(mayor)
    EvidenceCheck.objects.exclude(source__title="The Slow Gazette").update(state="done")
    return article


def addresses(article: Article) -> list[str]:
    pages = [f"/claims/{claim.pk}/" for claim in Claim.objects.filter(article=article).order_by("id")]
    here = f"/articles/{article.pk}/"
    return [*pages, here, *[f"{here}?source={number}" for number in range(1, 8)], "/claims/", "/claims/?finding=found"]


def _flood(claim: Claim, ana: Any) -> None:
    """Found, with another hedge, in two places, with a date and a place; an earlier copy and a person say otherwise."""
    source = make.source(title="Evening briefing of the river board", container="Example Ministry", issued="2021-05-05")
    month_ago = timezone.now() - dt.timedelta(days=30)
    old = make.snapshot(source, BRIEFING.replace("about 600", "about 400"), captured_at=month_ago)
    copy = make.snapshot(source, BRIEFING)
    homes = {"counted": "homes", "unit": "homes"}
    about = homes | {"comparator": "about", "low": 600, "high": 600, "hedge": "strengthened", "relation": "wider"}
    second = homes | {"comparator": "between", "low": 550, "high": 580, "relation": "disjoint", "hedge": "strengthened"}
    proofs = [make.proof(copy, "about 600", **about), make.proof(copy, "between 550 and 580", **second)]
    date = make.proof(copy, "4 May 2021", part="date")
    place = make.proof(copy, "Lorn", part="place")
    days = {"comparator": "exact", "low": 3, "high": 3, "counted": "days", "subject": "other", "why": "other_thing"}
    searched = {"characters": copy.characters, "sentences": 4, "read": 4, "figures": 5, "fenced": 120}
    searched |= {"near_misses": [make.proof(copy, "three days", **days | {"relation": "disjoint"})]}
    parts = {"date": {"relation": "identical", "proof": date}, "place": {"relation": "identical", "proof": place}}
    make.finding(claim, copy, *proofs, parts=parts, searched=searched)
    before = make.proof(old, "about 400", **about | {"low": 400, "high": 400, "relation": "disjoint"})
    make.finding(claim, old, before, finding="differs", headline=False)
    said = {
        "stance": "partly_supports",
        "standpoint": "relays",
        "credibility": 3,
        "note": "They say rain. " + "W" * 120,
    }
    make.pin(claim, copy, "Rain fell for three days", ana, **said)


def _storm(claim: Claim) -> None:
    """Differs, absent with a near miss, being compared, a dead link, and one that nobody has identified."""
    wire = make.snapshot(make.source(title="The Wire, " + "W" * 90), "The storm killed 31 people on the coast.")
    proof = make.proof(
        wire, "31", comparator="exact", low=31, high=31, counted="people", relation="disjoint", hedge="added"
    )
    make.finding(claim, wire, proof, number=2, finding="differs")
    courier = make.snapshot(make.source(title="The Lorn Courier"), "At least 40 houses fell. Nobody died.")
    houses = {"comparator": "at_least", "low": 40, "counted": "houses", "subject": "other", "why": "other_thing"}
    near = make.proof(courier, "At least 40", **houses)
    make.finding(claim, courier, number=3, searched={"characters": courier.characters, "near_misses": [near]})
    slow = make.snapshot(make.source(title="The Slow Gazette"), "Nobody has read this yet.")
    _cite(claim, 4, slow.source)
    dead = make.source(title="A page that went", address="https://gone.example/")
    Watch.objects.update_or_create(source=dead, defaults={"host": "gone.example", "link": "dead"})
    _cite(claim, 5, dead)


def _right_to_left(claim: Claim) -> None:
    """A copy in another script, with its words quoted all the same; and a sentence of ten thousand letters."""
    copy = make.snapshot(make.source(title="יומן הנהר"), HEBREW + " " + "מים " * 3000)
    proof = make.proof(copy, "כ-600", comparator="about", low=600, high=600, counted="בתים", relation="disjoint")
    make.finding(claim, copy, proof | {"sentence": [0, copy.characters]}, finding="differs")


def _cite(claim: Claim, number: int, source: Source) -> None:
    Citation.objects.filter(links__claim=claim, number=number).update(source=source)


def compare(copy: Snapshot, claim: Claim, number: int) -> None:
    """What a worker does when it comes to it."""
    EvidenceCheck.objects.filter(source=copy.source_id).update(state="done")
    make.finding(claim, copy, number=number)
