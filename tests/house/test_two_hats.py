"""One claim, two hats: what one person may not do twice, or to their own, on one claim; by page and by API alike."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from claims import disputing
from claims.models import Claim, Dispute, Review
from claims.reviewing import give_verdict
from sources.models import Article
from tests import make
from tests.conftest import person

WHY = "Read again, word for word."
WITHDRAW = "One takes back one's own verdict only."
THIRD = "a third person decides."
OWN = "another editor settles it."


@dataclass(frozen=True)
class Pair:
    """Two acts of one person. `first` does the one; the other is tried by `page` and by `api`, and refused."""

    first: Callable[[Claim, Any], int]  # the id that the address of the second names
    page: str
    api: str
    form: dict[str, Any]
    says: str
    role: str = "editor"  # however much else they may


def judge(claim: Claim, by: Any, verdict: str) -> Review:
    now = Claim.objects.get(pk=claim.pk)
    return give_verdict(now, version=now.version, verdict=verdict, rationale=WHY, by=by)


def differing(claim: Claim, me: Any) -> int:
    Article.objects.update(reviewers=2)
    judge(claim, me, "supported")
    judge(claim, person("bo", "analyst"), "contradicted")
    return claim.pk


def differing_second(claim: Claim, me: Any) -> int:
    Article.objects.update(reviewers=2)
    judge(claim, person("bo", "analyst"), "contradicted")
    judge(claim, me, "supported")
    return claim.pk


def judged_by_another(claim: Claim, me: Any) -> int:
    return judge(claim, person("bo", "analyst"), "supported").pk


def disputed(claim: Claim, me: Any) -> int:
    return raised(claim, me).pk


def disputed_by_another(claim: Claim, me: Any) -> int:
    return raised(claim, person("bo", "analyst")).pk


def raised(claim: Claim, by: Any) -> Dispute:
    return disputing.raise_dispute(claim, ground="contested", aspect="figure", reason=WHY, by=by)


def disputing_it(claim: Claim, me: Any) -> int:
    raised(claim, me)
    return claim.pk


VERDICT = {"verdict": "supported", "rationale": WHY}
PAIRS = {
    "giving an opinion, and deciding between it and another": Pair(
        differing, "/claims/{id}/verdict/", "claims/{id}/reviews/", VERDICT, THIRD
    ),
    "giving the second opinion, and deciding between the two": Pair(
        differing_second, "/claims/{id}/verdict/", "claims/{id}/reviews/", VERDICT, THIRD
    ),
    "the same as an admin": Pair(
        differing, "/claims/{id}/verdict/", "claims/{id}/reviews/", VERDICT, THIRD, role="admin"
    ),
    "judging, and taking another's verdict back": Pair(
        judged_by_another, "/reviews/{id}/withdraw/", "reviews/{id}/withdraw/", {"reason": WHY}, WITHDRAW
    ),
    "raising a dispute, and taking it up": Pair(
        disputed, "/disputes/{id}/acknowledge/", "disputes/{id}/acknowledge/", {}, OWN
    ),
    "raising a dispute, and upholding it": Pair(
        disputed, "/disputes/{id}/settle/", "disputes/{id}/settle/", {"outcome": "upheld", "reason": WHY}, OWN
    ),
    "raising a dispute, and dismissing it": Pair(
        disputed, "/disputes/{id}/settle/", "disputes/{id}/settle/", {"outcome": "dismissed", "reason": WHY}, OWN
    ),
    "raising a dispute, and settling it as an admin": Pair(
        disputed, "/disputes/{id}/settle/", "disputes/{id}/settle/", {"outcome": "upheld", "reason": WHY}, OWN,
        role="admin",
    ),
    "settling disputes, and withdrawing another's": Pair(
        disputed_by_another, "/disputes/{id}/withdraw/", "disputes/{id}/withdraw/", {"reason": WHY},
        "Whoever raised a dispute withdraws it.",
    ),
    "raising a dispute, and raising it again": Pair(
        disputing_it, "/claims/{id}/disputes/", "claims/{id}/disputes/",
        {"ground": "contested", "aspect": "figure", "reason": WHY}, "is still open.",
    ),
}  # fmt: skip


@pytest.fixture
def claim(db):
    return make.claim()


def state(claim: Claim) -> tuple[Any, ...]:
    """All that these acts could change."""
    row = Claim.objects.filter(pk=claim.pk).values_list("stage", "verdict", "version").get()
    reviews = list(Review.objects.order_by("pk").values_list("pk", "verdict", "superseded_at"))
    return row, reviews, list(Dispute.objects.order_by("pk").values_list("pk", "state", "settled_by"))


def words_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_refused_by_the_api_in_a_sentence(claim, name):
    pair = PAIRS[name]
    me = person("me", pair.role)
    ident, before = pair.first(claim, me), None
    before, client = state(claim), Client()
    client.force_login(me)
    version = Claim.objects.get(pk=claim.pk).version
    answer = client.post(
        f"/api/v1/{pair.api.format(id=ident)}",
        pair.form,
        content_type="application/json",
        headers={"If-Match": f'"{version}"'},
    )
    assert answer.status_code in (403, 409), answer.content
    assert pair.says in answer.json()["detail"]
    assert answer.json()["detail"].endswith(".")
    assert state(claim) == before


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_refused_by_the_page_in_a_sentence(claim, name):
    pair = PAIRS[name]
    me = person("me", pair.role)
    ident = pair.first(claim, me)
    before, client = state(claim), Client()
    client.force_login(me)
    version = Claim.objects.get(pk=claim.pk).version
    answer = client.post(pair.page.format(id=ident), {**pair.form, "version": version}, follow=True)
    assert pair.says in words_of(answer.content.decode())
    assert state(claim) == before


def test_one_person_is_not_two(claim):
    """Two opinions are wanted; the same person's second one takes the place of the first."""
    Article.objects.update(reviewers=2)
    me = person("me", "admin")
    for _ in range(2):
        judge(claim, me, "supported")
    assert Claim.objects.get(pk=claim.pk).stage == "in_review"
    assert Review.objects.standing().filter(claim=claim).count() == 1
