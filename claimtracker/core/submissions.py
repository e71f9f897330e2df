"""Doing once what is sent twice: by a script that heard no answer, by a second click, by a reloaded page.

The answer is stored by the transaction that did the thing, so neither can be there without the
other, and a process that is killed leaves nothing to clean up: either both are committed, and
whoever asks again gets the answer; or neither is, and whoever asks again has it done. Who is
first is told by a lock of that transaction, which PostgreSQL lets go when it ends, by whatever
death. Only what changed something is kept: a refusal or a preview may simply be asked for again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import HttpResponse
from psycopg2.errors import LockNotAvailable

from claimtracker.core.models.submission import Submission
from claimtracker.core.refusals import Refused

REPLAYED = "Idempotency-Replayed"
KEPT_HEADERS = ("Content-Type", "Location", "ETag")
BATCH = 1000
LONGEST_PAUSE = "150s"  # between two statements: a file is read meanwhile, for which a reader may take 90 seconds

Act = Callable[[], HttpResponse]


class KeyReused(Refused):
    """Two different things were sent under one key."""

    code = "key_reused"
    status = 422
    title = "Key used before"


class InProgress(Refused):
    """The same thing is being done at this moment."""

    code = "in_progress"
    status = 409
    title = "Under way"
    retry_after = 1


def submit(
    user: Any, key: str, request: str, act: Act, *, patient: bool = False, keeps: Callable[[], bool] = lambda: True
) -> HttpResponse:
    """The answer of `act`, which is called once for this person and key; later the answer that was kept.

    `request` is the digest of what was asked. While another process is at it, a patient caller waits as long
    as the database lets it (`lock_timeout`). `keeps` is asked once `act` is done. Raises KeyReused, InProgress, and
    what `act` raises; then nothing is kept and nothing was done.
    """
    # First without the lock: whoever only wants to hear it again need not queue.
    if earlier := _earlier(user, key, request):
        return earlier
    with transaction.atomic():
        _be_first(user, key, patient)
        if earlier := _earlier(user, key, request):
            return earlier
        answer = _whole(act())
        if answer.status_code < 400 and not answer.streaming and keeps() and _wrote():
            _keep(user, key, request, answer)
    return answer


def digest_of(*parts: bytes | str, form: Iterable[tuple[str, list[Any]]] = ()) -> str:
    """SHA-256 of the parts and of a form's fields and files, in their order; a file is read in pieces.

    A form is never taken by its bytes: what stands between its parts is another with each sending.
    """
    found = hashlib.sha256()
    for part in parts:
        _add(found, part)
    for name, values in form:
        for value in values:
            _add(found, name)
            _add_file(found, value) if isinstance(value, UploadedFile) else _add(found, value)
    return found.hexdigest()


def forget_old() -> None:
    """Take away what is older than a day, some at a time; the next sweep takes more."""
    oldest = Submission.objects.old().order_by("created_at").values_list("pk", flat=True)[:BATCH]
    Submission.objects.filter(pk__in=list(oldest)).delete()


def _earlier(user: Any, key: str, request: str) -> HttpResponse | None:
    kept = Submission.objects.alive().filter(user=user, key=key).first()
    if kept is None:
        return None
    if kept.request != request:
        said = "This key was sent with another request. Nothing was done; send a new key with a new request."
        raise KeyReused(said)
    return HttpResponse(bytes(kept.body), status=kept.status, headers={**kept.headers, REPLAYED: "true"})


def _be_first(user: Any, key: str, patient: bool) -> None:
    """Hold this person's key until the transaction ends. Raises InProgress."""
    function = "pg_advisory_xact_lock" if patient else "pg_try_advisory_xact_lock"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('idle_in_transaction_session_timeout', %s, true)", [LONGEST_PAUSE])
            cursor.execute(f"SELECT {function}(hashtextextended(%s, 0))", [f"submission {user.pk} {key}"])
            held = patient or cursor.fetchone()[0]
    except OperationalError as problem:
        if not isinstance(problem.__cause__, LockNotAvailable):
            raise
        held = False
    if not held:
        raise InProgress("The same request is still being worked on. It is done once; ask again in a second.")


def _keep(user: Any, key: str, request: str, answer: HttpResponse) -> None:
    headers = {name: answer[name] for name in KEPT_HEADERS if name in answer}
    Submission.objects.old().filter(user=user, key=key).delete()
    try:
        Submission.objects.create(
            user=user, key=key, request=request, status=answer.status_code, headers=headers, body=answer.content
        )
    except IntegrityError as lost:
        # Two were at it in spite of the lock (a pooler that shares sessions out): the constraint undoes this one.
        raise InProgress("The same request has just been answered. It was done once; ask again.") from lost


def _wrote() -> bool:
    """Whether this transaction has changed anything: PostgreSQL numbers only those that do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")
        return bool(cursor.fetchone()[0])


def _whole(answer: Any) -> HttpResponse:
    """Its body made now, so that what breaks in making it undoes what was done."""
    if hasattr(answer, "render") and not answer.is_rendered:
        answer.render()
    whole: HttpResponse = answer
    return whole


def _add(found: Any, part: bytes | str) -> None:
    data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
    found.update(b"%d:" % len(data))
    found.update(data)


def _add_file(found: Any, file: UploadedFile[Any]) -> None:
    _add(found, f"{file.name} {file.content_type} {file.size}")
    for piece in file.chunks():
        found.update(piece)
    file.seek(0)
