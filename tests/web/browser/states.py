"""Articles in every state that a text can be in, made by the deeds: what the tests of all pages look at."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from claims import intake
from claims.dismissals import dismiss_lint
from claims.models import Claim, LintItem
from sources import ingest
from sources.models import Arrival, Article
from tests import make

BEFORE = (
    "The ferry Marie went down off Lorn on 3 May 2021 with at least 212 people on board. [1]\n"
    "The harbour office says that about 40 boats took part in the search. [2]\n"
    "The company employed 1,200 people in 2019. [1]\n"
    "The depot at Lorn held 400 boxes of grain. [3]\n"
    "The town has 14,000 inhabitants.\n"
    "References\n1. The Lorn Courier, 5 May 2021.\n2. Harbour office of Lorn, report no. 3, 2021.\n4. Nobody, 2020.\n"
)
AFTER = (
    "The ferry Marie went down off Lorn on 3 May 2021 with some 240 people on board. [1]\n"
    "The harbour office says that 40 boats took part in the search. [2]\n"
    "The company employed 1,200 people in 2019. [2]\n"
    "The store at Lorn held 400 boxes of grain then. [3]\nMuch later it rained.\n"
    "The shed at Lorn held 400 boxes of grain then. [3]\nNobody knows who paid the 55 divers. [2]\n"
    "References\n1. The Lorn Courier, 5 May 2021.\n2. Harbour office of Lorn, report no. 3, 2021.\n4. Nobody, 2020.\n"
)
LONG = "W" * 120 + " and a title that goes on, and on, and on, " * 4


def revised(before: str = BEFORE, after: str = AFTER, **fields: Any) -> Article:
    """An article whose second text has been read."""
    made = make.article(before, **fields)
    read_again(made, after)
    return made


def read_again(article: Article, text: str) -> None:
    intake.read_article(ingest.reread_article(article, text=text, by=None)[0].pk)
    article.refresh_from_db()


def addresses(ana: Any) -> list[str]:
    """Of every page about texts in every state it has."""
    ferry = revised(title="The ferry at Lorn", address="https://courier.example/ferry")
    item = LintItem.objects.filter(revision=ferry.revision).first()
    assert item is not None
    dismiss_lint(item, by=ana, reason="The number is a slip of the printer.")
    lost = Claim.objects.anchor_lost().filter(article=ferry)
    changed = Claim.objects.figure_changed().filter(article=ferry).first()
    assert changed is not None
    here = f"/articles/{ferry.pk}/"
    pages = ("", "changes/", "changes/?to=2", "lint/", "lint/?dismissed=true", "lint/?rule=near_twins", "revise/")
    return [
        *[f"{here}{page}" for page in (*pages, "bibliography/", f"?at={item.start}-{item.end}")],
        *[f"/claims/{claim.pk}/" for claim in (*lost, changed)],
        *[f"/articles/{article.pk}/" for article in (*_arrivals(), _failed_again(), _being_read_again())],
        *[f"/articles/{_unread().pk}/{page}" for page in ("lint/", "changes/", "bibliography/")],
        *[f"/articles/{_long().pk}/{page}" for page in ("", "lint/", "changes/", "revise/", "bibliography/")],
    ]


def _arrivals() -> list[Article]:
    """A file and an address on their way, a file and an address that failed, one that stepped aside for its twin."""
    made = [ingest.add_file(data=b"%PDF-1.7 a", name="a.pdf", by=None)[0] for _ in range(1)]
    made += [ingest.add_address(address=f"https://courier.example/{at}", by=None)[0] for at in range(3)]
    made.append(ingest.add_file(data=b"%PDF-1.7 b", name="b.pdf", by=None)[0])
    failed = Article.objects.filter(pk__in=[made[1].pk, made[3].pk, made[4].pk])
    failed.update(state="failed", problem="“b.pdf” is damaged or was cut off; get the file again, or paste the text.")
    Article.objects.filter(pk=made[3].pk).update(withdrawn_at=timezone.now(), withdrawn_reason="It is here already.")
    return made


def _failed_again() -> Article:
    made = make.article("Twelve boats sank. [1]", title="Failed again")
    ingest.reread_file(made, data=b"%PDF-1.7", name="new.pdf", by=None)
    Article.objects.filter(pk=made.pk).update(state="failed", problem="“new.pdf” is damaged.")
    notes = [{"code": "a", "words": "Footnotes were numbered anew."}, {"code": "b", "words": "Left out: two pictures."}]
    Arrival.objects.create(article=made, revision=made.revision, way="file", name="old.md", state="done", notes=notes)
    return made


def _being_read_again() -> Article:
    made = make.article("Thirteen boats sank. [1]", title="Being read again")
    ingest.reread_article(made, text="Fourteen boats sank. [1]", by=None)
    return made


def _unread() -> Article:
    return Article.objects.filter(revision=None).first() or make.article(read=False)


def _long() -> Article:
    found = Article.objects.filter(title__startswith="WWW").first()
    return found or revised("Fifteen boats sank. [1]", "Sixteen boats sank. [1]", title=LONG)
