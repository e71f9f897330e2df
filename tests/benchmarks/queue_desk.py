"""A desk of many claims, for measuring: a few articles are read, and each of their claims is copied many times over."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.files.storage import storages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims import risk
from claims.models import Anchor, Claim, ClaimCitation, Finding, Review
from claims.queueing import waiting_for
from claimtracker.core.models import User
from tests import make
from tests.conftest import person

OWN = {"id": "twin.new", "uuid": "gen_random_uuid()", "read_from_id": "NULL", "read_order": "NULL"}
SKIPPED = ("stated", "search_words")  # made by the database


def fill(claims: int, articles: int) -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages.__dict__.pop("backends", None)
    settings.ALLOWED_HOSTS = ["testserver"]
    person("ana", "analyst")
    for number in range(articles):
        made = make.article(title=f"Article {number}")
        if number % 2:
            copy = make.snapshot(make.source(), "At most 4 people died in Lima that year, the office says.")
            make.finding(made.claims.earliest("pk"), copy, make.proof(copy, "At most 4"), finding="differs")
    _copy(claims // Claim.objects.count())
    _judge()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # what a desk that has run for a while has behind it


def _copy(times: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(
            "CREATE TEMP TABLE twin AS SELECT nextval(pg_get_serial_sequence('claims_claim', 'id')) AS new, id AS old"
            " FROM claims_claim, generate_series(2, %s)",
            [times],
        )
        for model, key in ((Claim, "id"), (Anchor, "claim_id"), (ClaimCitation, "claim_id"), (Finding, "claim_id")):
            own = OWN if model is Claim else {"claim_id": "twin.new"}
            fields = [one.column for one in model._meta.concrete_fields if one.name not in SKIPPED]
            names = [name for name in fields if model is Claim or name != "id"]
            values = [own.get(name, f'was."{name}"') for name in names]
            quoted = [f'"{name}"' for name in names]
            cursor.execute(
                f"INSERT INTO {model._meta.db_table} ({', '.join(quoted)}) SELECT {', '.join(values)}"
                f" FROM {model._meta.db_table} AS was JOIN twin ON twin.old = was.{key}"
            )


def _judge() -> None:
    """One in five is settled, one in fifty was judged before it changed."""
    ana = User.objects.get()
    columns = {"verdict": "supported", "version": 1, "findings": [], "basis": "d41d8cd98f00b204e9800998ecf8427e"}
    ids = [pk for pk in Claim.objects.filter(findings=None).values_list("pk", flat=True) if pk % 5 == 0]
    Review.objects.bulk_create([Review(claim_id=pk, by=ana, **columns) for pk in ids], batch_size=2000)
    Claim.objects.filter(pk__in=ids).update(stage="settled", verdict="supported")
    Claim.objects.filter(pk__in=[pk for pk in ids if pk % 50 == 0]).update(version=2, parts_version=2)


def counted() -> int:
    return Claim.objects.count()


def walked() -> float:
    began = time.perf_counter()
    while risk.walk() == risk.SLICE:
        pass
    return time.perf_counter() - began


def addresses() -> dict[str, str]:
    """What is measured, by name."""
    first = waiting_for(User.objects.get()).first()
    article = Claim.objects.latest("pk").article_id
    return {
        "the queue": "/review/",
        "of one article": f"/review/?article={article}",
        "what a source says otherwise": "/review/?flag=differs",
        "suggestions with a figure": "/review/?stage=suggested&has=figure",
        "what is stale": "/review/?flag=stale",
        "a claim in the middle of it": f"/review/?claim={Claim.objects.risk_first()[50_000 % counted() // 2].pk}",
        "the page of a claim": f"/claims/{first.pk}/",
        "the list, with the number that waits": "/claims/",
        "the queue for scripts": "/api/v1/review/",
        "progress": "/review/progress/",
    }


def signed_in() -> Client:
    client = Client()
    client.force_login(User.objects.get())
    return client


def get(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")


def queries(client: Client, address: str) -> int:
    """How many it asks, with the two that say who looks."""
    with CaptureQueriesContext(connection) as asked:
        get(client, address)
    return len(asked)


def plan() -> str:
    return str(waiting_for(User.objects.get())[:5].explain(analyze=True))
