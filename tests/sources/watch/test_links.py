"""How links are judged by what real answers of a site say, day after day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from claimtracker.core.refusals import NotAllowed
from sources import keeping, refusals, sites, watching
from sources.models import Host, Snapshot, Source, Watch
from tests.sources.net.servers import says
from tests.sources.watch.conftest import WORDS, asked, html, last, link_of, page

pytestmark = pytest.mark.django_db

PAID = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'


def redirect(to: str, status: str = "301 Moved Permanently"):
    return says(b"", status=status, Location=to)


@pytest.mark.parametrize(
    ("answer", "link", "code"),
    [
        (html(), "alive", ""),
        (html(status="401 Unauthorized"), "restricted", "sign_in_needed"),
        (html(status="402 Payment Required"), "restricted", "remote_failed"),
        (html(status="403 Forbidden"), "restricted", "sign_in_needed"),
        (html(status="429 Too Many Requests"), "restricted", "busy"),
        (html(status="451 Unavailable For Legal Reasons"), "restricted", "remote_failed"),
        (html(status="404 Not Found"), "suspect", "not_there"),
        (html(status="410 Gone"), "suspect", "not_there"),
        (html(status="500 Internal Server Error"), "suspect", "remote_failed"),
        (html(status="503 Service Unavailable"), "suspect", "busy"),
        (lambda connection, request: None, "suspect", "not_reachable"),
        (says(b"<html>half", Content_Length="4000"), "suspect", "broke_off"),
        (redirect("/login"), "restricted", "sign_in_needed"),
        (html(head=PAID), "restricted", "paywall"),
        (html(WORDS * 4, head=PAID), "restricted", ""),
        (html(WORDS * 4, head='<meta property="article:content_tier" content="locked">'), "restricted", ""),
        (html(WORDS * 4, head='<meta itemprop="isAccessibleForFree" content="False">'), "restricted", ""),
        (html(head='<script type="application/ld+json">{"isAccessibleForFree": true}</script>'), "alive", ""),
        (says(b"\0" * 100, Content_Type="video/mp4"), "alive", "not_text"),
        (redirect("/kept"), "moved", ""),
        (redirect("/kept", "308 Permanent Redirect"), "moved", ""),
        (redirect("/kept", "302 Found"), "alive", ""),
        (redirect("/kept", "307 Temporary Redirect"), "alive", ""),
        (redirect("/flood-of-march/?utm_source=letter"), "alive", ""),
        (redirect("/"), "suspect", "front_page"),
    ],
)
def test_an_answer_is_judged(site, answer, link, code):
    path, spelt = "/flood-of-march", "/flood-of-march/?utm_source=letter"
    site.answers |= {path: answer, **dict.fromkeys(("/kept", "/", "/login", spelt), html())}
    source = site.source(path)
    check = asked(source)
    assert (link_of(source), check.code) == (link, code)
    assert (check.link, check.milliseconds is not None) == (link, True)
    assert (check.problem != "") == (code != "")


def test_of_a_page_behind_a_paywall_only_its_beginning_is_no_text(site):
    site.answers["/flood"] = html(head=PAID)
    source = site.source()
    asked(source)
    copy = Snapshot.objects.get()
    assert (copy.characters, copy.code) == (0, "paywall")
    assert "do not pay" in copy.problem
    site.answers["/flood"] = html(head=PAID + "<meta name='hour' content='later'>")
    assert (asked(source).outcome, Snapshot.objects.count()) == ("failed", 1)


def test_a_page_that_says_it_is_not_free_stays_so_while_it_does_not_change(site):
    site.answers["/flood"] = html(WORDS * 4, head=PAID, ETag='"v1"')
    source = site.source()
    asked(source)
    assert asked(source).outcome == "seen_again"
    assert link_of(source) == "restricted"


def test_where_it_has_moved_is_said_and_it_is_fetched_all_the_same(site):
    site.answers |= {"/flood": redirect("/kept"), "/kept": html()}
    source = site.source()
    check = asked(source)
    assert (check.outcome, check.final_address) == ("new_copy", site.address("/kept"))
    assert check.hops == [[site.address(), 301], [site.address("/kept"), 200]]
    assert Watch.objects.get().moved_to == site.address("/kept")


def days(source: Source, number: int, clock) -> list[str]:
    states = []
    for _ in range(number):
        asked(source)
        states.append(link_of(source))
        clock(days=1)
    return states


def test_it_is_dead_after_three_days_and_alive_again_when_it_is_back(site, clock):
    site.answers["/other"] = html()
    source, other = site.source("/gone"), site.source("/other")
    asked(other)
    assert days(source, 3, clock) == ["suspect", "suspect", "dead"]
    assert last(source).turned
    assert Watch.objects.get(pk=source.pk).failed_on[0] == timezone.now().date() - dt.timedelta(days=3)
    site.answers["/gone"] = html()
    asked(source)
    assert (link_of(source), last(source).turned, last(source).outcome) == ("alive", True, "new_copy")
    assert Watch.objects.get(pk=source.pk).failed_on == []


def test_three_failures_in_one_day_are_one(site, clock):
    source = site.source("/gone")
    for _ in range(4):
        asked(source)
    assert link_of(source) == "suspect"


def test_a_site_that_is_gone_as_a_whole_is_held_and_not_called_dead(site, clock):
    sources = [site.source(f"/{number}") for number in range(4)]
    for _ in range(4):
        for source in sources:
            asked(source)
        clock(days=1)
    assert [link_of(source) for source in sources].count("dead") == 0
    assert link_of(sources[-1]) == "held"
    # One answers: the site is there, and the others count again.
    site.answers["/0"] = html()
    asked(sources[0])
    asked(sources[-1])
    assert [link_of(source) for source in (sources[0], sources[-1])] == ["alive", "suspect"]


def test_a_site_that_has_been_gone_for_a_month_is_dead(site, clock):
    sources = [site.source(f"/{number}") for number in range(4)]
    for source in sources:
        asked(source)
    clock(days=31)
    assert days(sources[0], 3, clock)[-1] == "dead"


def test_where_nothing_answers_at_all_it_is_our_network(site_at, clock):
    sites = [site_at() for _ in range(5)]
    for one in sites:
        one.server.close()
    sources = [one.source() for one in sites]
    for source in sources:
        asked(source)
    assert [link_of(source) for source in sources] == ["suspect", "suspect", "held", "held", "held"]


def test_robots_that_forbid_are_no_failure(site, settings, clock):
    settings.FETCH_ROBOTS = True
    site.answers |= {"/flood": html(), "/robots.txt": says(b"User-agent: *\nDisallow: /\n", Content_Type="text/plain")}
    source = site.source()
    assert days(source, 4, clock) == ["restricted"] * 4
    assert last(source).code == "disallowed_by_robots"
    assert "/flood" not in site.paths


def test_a_pinned_link_stays_whatever_the_site_says(site, ana, clock):
    source = site.source("/gone")
    watching.pin_link(source, link="alive", reason="It opens in the archive's reading room.", by=ana)
    assert days(source, 4, clock) == ["alive"] * 4
    assert last(source).outcome == "failed"
    watching.unpin_link(source, by=ana)
    assert days(source, 3, clock) == ["suspect", "suspect", "dead"]


@pytest.mark.parametrize(("link", "reason"), [("held", "x"), ("suspect", "x"), ("gone", "x"), ("", "x"), ("dead", " ")])
def test_a_pin_is_a_lasting_state_with_a_reason(site, ana, link, reason):
    with pytest.raises(refusals.BadValue):
        watching.pin_link(site.source(), link=link, reason=reason, by=ana)


def test_readers_pin_nothing(site, rita):
    with pytest.raises(NotAllowed):
        watching.pin_link(site.source(), link="dead", reason="x", by=rita)
    with pytest.raises(NotAllowed):
        watching.unpin_link(site.source("/other"), by=rita)


def test_what_is_looked_at_on_a_schedule_knows_its_next_time(site, settings):
    settings.WATCH_DAYS = 7
    site.answers["/flood"] = html()
    fine, gone = site.source(), site.source("/gone")
    keeping.fetch_due()
    left = {watch.pk: watch.due_at - timezone.now() for watch in Watch.objects.all()}
    assert dt.timedelta(days=6.9) < left[fine.pk] < dt.timedelta(days=7.8)
    assert dt.timedelta(days=0.9) < left[gone.pk] < dt.timedelta(days=1.2)


def test_a_site_that_is_silent_is_left_alone_longer_each_time(site, monkeypatch):
    monkeypatch.setattr(sites, "SILENCE", dt.timedelta(seconds=5))
    site.server.close()
    pauses = []
    for number in range(4):
        watching.ask_fetch(site.source(f"/{number}"), by=None)
        Host.objects.update(next_at=None)
        keeping.fetch_due()
        pauses.append(round((Host.objects.get().next_at - timezone.now()).total_seconds()))
    assert pauses == [5, 10, 20, 40]


def test_a_paid_page_is_seen_in_time_proportional_to_its_length():
    from time import process_time

    from sources.looking import NOT_FREE

    def taken(size: int) -> float:
        text = b'"isAccessibleForFree"' * size + page()
        begun = process_time()
        assert not NOT_FREE.search(text)
        return process_time() - begun

    taken(1000)
    assert taken(80_000) < 1.0
