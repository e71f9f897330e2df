"""What the copies of the cited sources say to a claim, as the program finds it. A person's judgement is never here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims import permissions
from claimtracker.core.history import remembered
from sources.models import Citation, Snapshot, Source
from sources.models.work import Work, WorkQuerySet, WorkState, lease

from .claim import Claim
from .vocabulary import Finding as Word
from .vocabulary import Hedge, Relation, Subject


class FindingQuerySet(models.QuerySet["Finding"]):
    def visible_to(self, user: Any) -> Self:
        return self if permissions.can_read(user) else self.none()

    def current(self) -> Self:
        """Of the citations of the texts that articles have now."""
        return self.filter(citation__revision__current_of__isnull=False)

    def headlines(self) -> Self:
        """One for each citation of a claim: the newest copy's that has a text."""
        return self.filter(headline=True)

    def with_copy(self) -> Self:
        return self.select_related("citation", "snapshot").defer(
            "snapshot__text", "snapshot__fences", "snapshot__notes", "snapshot__origins"
        )


@remembered(large={"searched": "digest"})
class Finding(models.Model):
    """One copy of one cited source, searched for one claim.

    A citation without a copy has no row; it is `unavailable`, as is a copy in a language that is not read.
    `proofs` are words of the copy, best first: [{exact, start, end, sentence, part, relation, hedge, subject, …}];
    `searched` is the receipt.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="findings")
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="findings")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="findings")
    finding = models.CharField(max_length=11, choices=Word)
    relation = models.CharField(max_length=10, choices=Relation, blank=True)
    hedge = models.CharField(max_length=12, choices=Hedge, blank=True)
    subject = models.CharField(max_length=7, choices=Subject, blank=True)
    proofs = models.JSONField(default=list, blank=True)
    parts = models.JSONField(default=dict, blank=True, help_text="The same question of the claim's date and place.")
    searched = models.JSONField(default=dict, blank=True)
    rules = models.CharField(max_length=20)
    claim_version = models.PositiveIntegerField()
    headline = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, help_text="Of the answer: what a verdict is pinned to.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FindingQuerySet.as_manager()

    if TYPE_CHECKING:
        pgh_event_model: type[Any]  # made by `remembered`

    class Meta:
        ordering = ["claim", "citation", "-snapshot"]
        constraints = [
            models.UniqueConstraint(name="one_finding_per_copy", fields=["claim", "citation", "snapshot"]),
            models.UniqueConstraint(
                name="one_headline_per_citation", fields=["claim", "citation"], condition=Q(headline=True)
            ),
            models.CheckConstraint(name="finding_is_known", condition=Q(finding__in=Word.values)),
            models.CheckConstraint(name="finding_relation_is_known", condition=Q(relation__in=["", *Relation.values])),
            models.CheckConstraint(name="finding_hedge_is_known", condition=Q(hedge__in=["", *Hedge.values])),
            models.CheckConstraint(name="finding_subject_is_known", condition=Q(subject__in=["", *Subject.values])),
            # The promise of the whole check: another thing counted supports nothing.
            models.CheckConstraint(
                name="another_subject_is_never_found", condition=~Q(finding__in=["found", "differs"], subject="other")
            ),
        ]
        indexes = [
            models.Index(name="headlines_by_finding", fields=["finding", "claim"], condition=Q(headline=True)),
            models.Index(name="findings_of_a_citation", fields=["citation", "claim"]),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} in copy {self.snapshot_id}: {self.finding}"


class EvidenceCheckQuerySet(WorkQuerySet["EvidenceCheck"]):
    def take(self, source_id: int) -> EvidenceCheck | None:
        return self.select_related("source").get(pk=source_id) if self.begin(source_id) else None

    def want(self, sources: Any) -> list[int]:
        """Have the claims that cite these sources compared (again); the ids that are waiting now."""
        ids = sorted(set(sources))
        EvidenceCheck.objects.bulk_create(
            [EvidenceCheck(source_id=pk) for pk in ids],
            ignore_conflicts=True,
        )
        # In one order, as two who want the same must not wait for each other in a ring.
        held = self.filter(pk__in=ids).order_by("pk").select_for_update().values_list("pk", flat=True)
        ids = list(held)
        self.filter(pk__in=ids).update(wanted=models.F("wanted") + 1)
        self.filter(pk__in=ids, state__in=[WorkState.DONE, WorkState.FAILED]).update(
            state=WorkState.WAITING, tries=0, lease_until=None, problem=""
        )
        return ids

    def outdated(self, rules: str) -> Self:
        """Made by other rules than these."""
        return self.filter(state=WorkState.DONE).exclude(rules=rules)


class EvidenceCheck(Work):
    """Where the comparing of one source's copies with the claims that cite it stands."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, primary_key=True, related_name="evidence_check")
    wanted = models.PositiveIntegerField(default=0, help_text="How often it was asked for; a running one may be late.")
    rules = models.CharField(max_length=20, blank=True, help_text="The rules of the last whole run.")
    compared = models.PositiveIntegerField(default=0, help_text="Findings of the last whole run.")
    problem = models.TextField(blank=True)

    objects = EvidenceCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_check_state_is_known", condition=Q(state__in=["waiting", "running", "done", "failed"])
            ),
        ]
        indexes = [
            models.Index(name="evidence_to_do", fields=["lease_until"], condition=Q(state__in=["waiting", "running"])),
            models.Index(name="evidence_by_rules", fields=["rules"]),
        ]

    def __str__(self) -> str:
        return f"source {self.source_id}: {self.state}"

    def show_life(self) -> None:
        self._ours().update(lease_until=lease())

    def finish(self, **columns: Any) -> bool:  # type: ignore[override]  # it says whether that was the end
        """Done, unless it was asked for again meanwhile: then it waits, and the answer is False."""
        ended = {"finished_at": timezone.now(), "lease_until": None, "tries": 0}
        if self._ours().filter(wanted=self.wanted).update(state=WorkState.DONE, **ended, **columns):
            return True
        self._ours().update(state=WorkState.WAITING, **ended)
        return False

    def _ours(self) -> models.QuerySet[Any]:
        return super()._ours().filter(started_at=self.started_at)
