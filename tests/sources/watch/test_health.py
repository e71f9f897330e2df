"""When a link is called dead, and when not: tables of tries, with no clock and no site."""

from __future__ import annotations

import datetime as dt

import pytest

from sources.health import Answer, Health, Try, after, is_news, network_is_away, next_check, site_is_away
from sources.models import Link

BEGIN = dt.datetime(2024, 3, 5, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ANSWERS = {
    "page": Try(Answer.PAGE, BEGIN),
    "moved": Try(Answer.PAGE, BEGIN, moved_to="https://delta.example/new"),
    "refused": Try(Answer.REFUSED, BEGIN),
    "failed": Try(Answer.FAILED, BEGIN),
    "held": Try(Answer.FAILED, BEGIN, held=True),
    "unknown": Try(Answer.UNKNOWN, BEGIN),
}


def run(tries: str, health: Health = Health()) -> list[str]:  # noqa: B008 frozen
    """The link's state after each try; a try a day, "+" after one: still the same day."""
    at, states = BEGIN, []
    for word in tries.split():
        tried = ANSWERS[word.strip("+")]
        health = after(health, Try(tried.answer, at, tried.moved_to, tried.held))
        states.append(health.link)
        at += dt.timedelta(hours=1) if word.endswith("+") else DAY
    return states


@pytest.mark.parametrize(
    ("tries", "states"),
    [
        ("page page", "alive alive"),
        ("moved page moved", "moved alive moved"),
        ("refused page", "restricted alive"),
        ("failed failed failed", "suspect suspect dead"),
        ("failed+ failed+ failed+ failed+ failed", "suspect suspect suspect suspect suspect"),
        ("failed+ failed failed failed", "suspect suspect suspect dead"),
        ("failed failed page failed failed failed", "suspect suspect alive suspect suspect dead"),
        ("failed failed refused failed failed", "suspect suspect restricted suspect suspect"),
        ("failed failed failed failed", "suspect suspect dead dead"),
        ("failed failed failed page", "suspect suspect dead alive"),
        ("failed failed failed moved", "suspect suspect dead moved"),
        ("failed failed failed refused", "suspect suspect dead restricted"),
        ("failed held held held failed failed", "suspect held held held suspect dead"),
        ("held held held held page", "held held held held alive"),
        ("failed failed failed held", "suspect suspect dead dead"),
        ("failed unknown unknown unknown failed failed", "suspect suspect suspect suspect suspect dead"),
        ("page unknown", "alive alive"),
    ],
)
def test_a_link_is_judged_by_its_tries(tries, states):
    assert run(tries) == states.split()


def test_before_any_answer_nothing_is_said():
    assert run("unknown unknown") == ["", ""]


@pytest.mark.parametrize("pinned", ["alive", "dead", "restricted", "moved"])
def test_what_a_person_has_pinned_no_try_changes(pinned):
    health = Health(pinned, BEGIN, pinned=True)
    assert set(run("failed failed failed failed page refused held moved failed", health)) == {pinned}


def test_failures_under_a_pin_do_not_count_once_it_is_gone():
    health = Health("alive", BEGIN, pinned=True)
    for day in range(5):
        health = after(health, Try(Answer.FAILED, BEGIN + day * DAY))
    assert health.failed_on == ()


def test_a_state_knows_since_when_it_is_so():
    health = after(Health(), Try(Answer.PAGE, BEGIN))
    health = after(health, Try(Answer.PAGE, BEGIN + DAY))
    assert health.since == BEGIN
    health = after(health, Try(Answer.FAILED, BEGIN + 2 * DAY))
    assert health.since == BEGIN + 2 * DAY


def test_where_a_page_has_moved_to_is_kept_through_failures_and_forgotten_when_it_is_back():
    health = after(Health(), ANSWERS["moved"])
    assert after(health, ANSWERS["failed"]).moved_to == "https://delta.example/new"
    assert after(health, ANSWERS["page"]).moved_to == ""


def test_days_are_days_of_utc_wherever_the_clock_stands():
    late = dt.datetime(2024, 3, 31, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))  # the 30th in UTC
    health = after(Health(), Try(Answer.FAILED, late))
    assert health.failed_on == (dt.date(2024, 3, 30),)


@pytest.mark.parametrize(
    ("before", "now", "news"),
    [
        ("", "alive", False),
        ("", "moved", False),
        ("", "restricted", True),
        ("", "suspect", True),
        ("alive", "alive", False),
        ("alive", "suspect", True),
        ("suspect", "dead", True),
        ("dead", "alive", True),
    ],
)
def test_what_turned_is_news(before, now, news):
    assert is_news(Health(before), Health(now)) is news


@pytest.mark.parametrize(
    ("since", "others", "away"),
    [
        (None, 9, False),
        (BEGIN, 0, False),
        (BEGIN, 1, False),
        (BEGIN, 2, True),
        (BEGIN - 29 * DAY, 2, True),
        (BEGIN - 31 * DAY, 2, False),  # that is no outage any more
    ],
)
def test_a_failure_is_the_whole_sites_where_others_of_it_fail_too(since, others, away):
    assert site_is_away(since, others, BEGIN) is away


@pytest.mark.parametrize(
    ("lately", "away"),
    [
        ([], False),
        ([("a", False), ("a", False), ("a", False)], False),
        ([("a", False), ("b", False)], False),
        ([("a", False), ("b", False), ("c", False)], True),
        ([("a", False), ("b", False), ("c", False), ("d", True)], False),
    ],
)
def test_where_no_site_at_all_answers_the_network_is_ours(lately, away):
    assert network_is_away(lately) is away


@pytest.mark.parametrize(
    ("link", "every", "least", "most"),
    [
        ("alive", 7, 7, 7.7),
        ("moved", 7, 7, 7.7),
        ("suspect", 7, 1, 1.1),
        ("held", 7, 1, 1.1),
        ("dead", 7, 30, 33),
        ("restricted", 7, 30, 33),
        ("dead", 60, 60, 66),
        ("", 7, 7, 7.7),
    ],
)
def test_what_is_doubtful_is_looked_at_sooner_and_what_is_gone_seldom(link, every, least, most):
    times = {next_check(link, BEGIN, every=every, key=key) for key in range(200)}
    assert len(times) > 100, "what was added together is not for ever asked together"
    assert all(least * DAY <= time - BEGIN <= most * DAY for time in times)
    assert next_check(link, BEGIN, every=every, key=7) == next_check(link, BEGIN, every=every, key=7)


def test_the_next_look_at_what_failed_is_on_another_day():
    for hour in range(24):
        at = BEGIN.replace(hour=hour, minute=59)
        assert next_check("suspect", at, every=7, key=hour).date() > at.date()


def test_without_a_schedule_nothing_is_looked_at_by_itself():
    assert next_check("alive", BEGIN, every=0, key=1) is None


def test_the_words_are_those_of_the_records():
    known = {*run("page moved refused failed failed failed"), *run("held")}
    assert known == set(Link.values)
