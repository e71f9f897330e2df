"""Comparing copies with claims: derived from rows, done once, done again when anything it rests on changes."""

import datetime as dt

import pytest
from django.db.models import F
from django.utils import timezone

from claims import evidence
from claims.models import Claim, EvidenceCheck, Finding
from claims.models.vocabulary import Flag
from sources import snapshots
from sources.models import Citation, LinkCheck, Snapshot
from sources.signals import citations_identified, snapshot_seen_again
from tests import make

pytestmark = pytest.mark.django_db

SAYS = "The flood killed at least 12 people in Lima, the Red Cross said on Monday."
SAYS_LESS = "The flood killed 9 people in Lima, the Red Cross said on Monday."
SAYS_NOTHING = "The harvest was good this year, and the roads are dry."


def cited(text=None):
    """An article whose first claim leans on a source with (or without) a copy; (claim, source)."""
    article = make.article()
    source = make.source()
    Citation.objects.filter(revision=article.revision, number=1).update(source=source, identified="by_hand")
    claim = Claim.objects.get(article=article, figure_text="at least 12")
    if text:
        make.snapshot(source, text)
        evidence.check_evidence(source.pk)
    return claim, source


def whole(claim):
    return Claim.objects.with_parts().get(pk=claim.pk)


def headline(claim):
    return Finding.objects.headlines().get(claim=claim)


def test_a_copy_that_says_so_is_found_with_the_proving_words():
    claim, _ = cited(SAYS)
    found = headline(claim)
    assert (found.finding, found.relation, found.hedge, found.subject) == ("found", "identical", "kept", "same")
    proof = found.proofs[0]
    assert SAYS[proof["start"] : proof["end"]] == proof["exact"] == "at least 12"
    assert found.searched["characters"] == len(SAYS)
    assert found.rules == evidence.RULES


def test_a_copy_that_says_otherwise_raises_a_flag():
    claim, _ = cited(SAYS_LESS)
    assert headline(claim).finding == "differs"
    assert Flag.DIFFERS in whole(claim).flags
    assert list(Claim.objects.differs()) == [claim]


def test_a_copy_that_does_not_say_it_raises_another():
    claim, _ = cited(SAYS_NOTHING)
    assert headline(claim).finding == "absent"
    assert Flag.NO_SUPPORT_FOUND in whole(claim).flags
    assert list(Claim.objects.no_support_found()) == [claim]


def test_without_a_copy_it_is_unavailable_and_no_row():
    claim, source = cited()
    evidence.want_evidence([source.pk])
    assert evidence.check_evidence(source.pk)
    assert not Finding.objects.exists()
    assert claim in Claim.objects.with_finding("unavailable")
    assert not set(whole(claim).flags) & {Flag.DIFFERS, Flag.NO_SUPPORT_FOUND}


def test_a_text_in_another_language_is_unavailable_and_not_absent():
    german = (
        "Bei der Flut sind nach Angaben des Roten Kreuzes in der Stadt nicht nur Menschen ums Leben gekommen, sondern "
        "es wurden auch die Häuser und die Brücken zerstört, und das Wasser ist noch nicht aus den Straßen gewichen."
    )
    claim, _ = cited(german)
    assert (headline(claim).finding, headline(claim).searched["language"]) == ("unavailable", "de")
    assert claim in Claim.objects.with_finding("unavailable")


def test_the_newest_copy_counts_and_the_older_one_keeps_its_finding():
    claim, source = cited(SAYS)
    make.snapshot(source, SAYS_LESS)
    assert evidence.check_evidence(source.pk)
    assert headline(claim).finding == "differs"
    assert sorted(claim.findings.values_list("finding", "headline")) == [("differs", True), ("found", False)]
    # A copy of an earlier day comes in later: the newest day still counts.
    make.snapshot(source, SAYS_NOTHING, captured_at=timezone.now() - dt.timedelta(days=30))
    assert evidence.check_evidence(source.pk)
    assert headline(claim).finding == "differs"
    assert claim.findings.count() == 3


def test_a_page_that_goes_back_to_its_old_words_says_these():
    claim, source = cited(SAYS)
    make.snapshot(source, SAYS_LESS)
    evidence.check_evidence(source.pk)
    assert headline(claim).finding == "differs"
    old = Snapshot.objects.get(source=source, text=SAYS)
    now = timezone.now()
    LinkCheck.objects.create(
        source=source, snapshot=old, outcome="seen_again", started_at=now, finished_at=now, why="scheduled", address="x"
    )
    snapshot_seen_again.send(Snapshot, snapshot=old)
    assert evidence.check_evidence(source.pk)
    assert (headline(claim).finding, headline(claim).snapshot) == ("found", old)


def test_a_second_run_changes_nothing():
    _, source = cited(SAYS)
    before = list(Finding.objects.values())
    evidence.want_evidence([source.pk])
    assert evidence.check_evidence(source.pk)
    assert list(Finding.objects.values()) == before
    assert not evidence.check_evidence(source.pk), "nothing is wanted any more"


def test_a_corrected_claim_is_compared_again():
    claim, source = cited(SAYS)
    Claim.objects.filter(pk=claim.pk).update(figure_low=15, version=F("version") + 1)
    evidence.want_evidence([source.pk])
    evidence.check_evidence(source.pk)
    assert headline(claim).relation == "wider"
    assert headline(claim).claim_version == 2


def test_other_rules_make_the_sweeper_ask_again(monkeypatch):
    claim, source = cited(SAYS)
    evidence.want_outdated(10)
    assert not EvidenceCheck.objects.due().exists()
    monkeypatch.setattr(evidence, "RULES", "next")
    evidence.want_outdated(10)
    assert list(EvidenceCheck.objects.due()) == [EvidenceCheck.objects.get(pk=source.pk)]
    evidence.check_evidence(source.pk)
    assert headline(claim).rules == "next"


def test_a_citation_that_leads_elsewhere_loses_what_the_first_source_said():
    claim, source = cited(SAYS)
    other = make.source()
    make.snapshot(other, SAYS_LESS)
    Citation.objects.filter(source=source).update(source=other)
    citations_identified.send(Citation, sources=[source.pk, other.pk])
    for work in (source, other):
        evidence.check_evidence(work.pk)
    assert [row.finding for row in claim.findings.all()] == ["differs"]
    Citation.objects.filter(source=other).update(source=None, identified="")
    citations_identified.send(Citation, sources=[other.pk])
    evidence.check_evidence(other.pk)
    assert not claim.findings.exists()


def test_what_was_asked_for_while_it_ran_is_done_afterwards(monkeypatch):
    _, source = cited(SAYS)
    evidence.want_evidence([source.pk])
    compare = evidence._compare

    def meanwhile(check):
        compared = compare(check)
        evidence.want_evidence([source.pk])
        return compared

    monkeypatch.setattr(evidence, "_compare", meanwhile)
    assert evidence.check_evidence(source.pk)
    assert EvidenceCheck.objects.due().filter(pk=source.pk).exists()


def test_of_two_workers_the_late_one_stores_nothing(monkeypatch):
    _, source = cited()
    make.snapshot(source, SAYS)
    read = evidence._read

    def slow(*arguments):
        EvidenceCheck.objects.filter(pk=source.pk).update(tries=F("tries") + 1, started_at=timezone.now())
        return read(*arguments)

    monkeypatch.setattr(evidence, "_read", slow)
    assert not evidence.check_evidence(source.pk)
    assert not Finding.objects.exists()


def test_a_text_that_the_rules_stumble_over_is_given_up_loudly(monkeypatch, caplog):
    claim, source = cited()
    make.snapshot(source, SAYS)

    def stumble(*arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(evidence, "find_support", stumble)
    for _ in range(8):
        EvidenceCheck.objects.filter(pk=source.pk).update(lease_until=None)
        evidence.check_evidence(source.pk)
    check = EvidenceCheck.objects.get(pk=source.pk)
    assert (check.state, bool(check.problem)) == ("failed", True)
    monkeypatch.undo()
    make.snapshot(source, SAYS_LESS)
    assert evidence.check_evidence(source.pk), "another copy is another chance"
    assert headline(claim).finding == "differs"


def test_an_article_read_later_is_compared_with_the_copies_that_are_there():
    entry = "1. The Lima Post. Flood toll. https://post.example/flood"
    text = f"The flood killed at least 12 people in Lima. [1]\n\nReferences\n\n{entry}\n"
    first = make.article(text, title="One")
    source = Citation.objects.get(revision=first.revision).source
    make.snapshot(source, SAYS)
    evidence.check_evidence(source.pk)
    second = make.article(text + "\nAnother edition.", title="Two")
    assert EvidenceCheck.objects.due().filter(pk=source.pk).exists()
    evidence.check_evidence(source.pk)
    assert Finding.objects.headlines().filter(claim__article=second, finding="found").exists()


def test_a_list_of_claims_takes_no_more_queries_for_more_findings(django_assert_num_queries):
    claims = [cited(SAYS)[0] for _ in range(3)]
    with django_assert_num_queries(3):
        found = [claim.found for claim in Claim.objects.with_parts().filter(pk__in=[claim.pk for claim in claims])]
    assert [list(told.values()) for told in found] == [["found"]] * 3


def test_many_claims_are_stored_batch_by_batch(monkeypatch):
    monkeypatch.setattr(evidence, "BATCH", 2)
    article = make.article()
    source = make.source()
    Citation.objects.filter(revision=article.revision).update(source=source, identified="by_hand")
    make.snapshot(source, SAYS)
    evidence.check_evidence(source.pk)
    links = Citation.objects.filter(source=source).values_list("links__claim", "pk")
    assert Finding.objects.headlines().count() == len([claim for claim, _ in links if claim])


def test_what_takes_long_is_stored_and_shown_alive_as_it_goes(monkeypatch):
    monkeypatch.setattr(evidence, "PACE", -1.0)
    stored = []
    store = evidence._store
    monkeypatch.setattr(
        evidence, "_store", lambda check, findings: (stored.append(len(findings)), store(check, findings))
    )
    article, source = make.article(), make.source()
    Citation.objects.filter(revision=article.revision).update(source=source, identified="by_hand")
    make.snapshot(source, SAYS)
    evidence.check_evidence(source.pk)
    assert stored == [1] * Finding.objects.headlines().count()
    assert len(stored) > 2


def test_a_source_at_risk_marks_the_claims_that_lean_on_it():
    claim, source = cited()
    assert Flag.SOURCE_RISK not in whole(claim).flags
    source.state = "retracted"
    source.save()
    assert Flag.SOURCE_RISK in whole(claim).flags
    assert list(Claim.objects.source_risk()) == [claim]


def test_merging_moves_copies_and_their_findings_follow():
    claim, source = cited(SAYS)
    into = make.source()
    Snapshot.objects.filter(source=source).update(source=into)
    Citation.objects.filter(source=source).update(source=into)
    citations_identified.send(Citation, sources=[source.pk, into.pk])
    for work in (source, into):
        evidence.check_evidence(work.pk)
    assert headline(claim).finding == "found"


def test_a_copy_without_a_text_says_nothing_to_anybody():
    claim, source = cited()
    snapshots.give_file(source, data=b"%PDF-1.7 broken", name="a.pdf", by=None)
    evidence.check_evidence(source.pk)
    assert not claim.findings.exists()
