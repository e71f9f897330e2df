"""What a date leaves out, taken from the article's date or from the dates before it."""

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words


def read_all(sentences, today=None):
    calendar, found = Calendar(today=today), []
    for sentence in sentences:
        dates, calendar = read_dates(read_words(sentence), calendar)
        found += dates
    return found


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("In January they took two.", "January", "2025-01"),
        ("In October they took two.", "October", "2024-10"),
        ("On 3 March they took two.", "3 March", "2025-03-03"),
        ("On 21 March they took two.", "21 March", "2024-03-21"),
        ("The vote will be held on 5 June.", "5 June", "2025-06-05"),
        ("He said on Wednesday that it fell.", "Wednesday", "2025-03-19"),
        ("He said on Thursday that it fell.", "Thursday", "2025-03-20"),
        ("The talks are due on Friday.", "Friday", "2025-03-21"),
        ("Yesterday it fell.", "Yesterday", "2025-03-19"),
        ("It fell last night.", "last night", "2025-03-19"),
        ("It fell the day before yesterday.", "the day before yesterday", "2025-03-18"),
        ("It fell two weeks ago.", "two weeks ago", "2025-03-06"),
        ("It fell a month and three days ago.", "a month and three days ago", "2025-02-17"),
        ("It fell two years, two months ago.", "two years, two months ago", "2023-01"),
        ("It falls between now and June.", "between now and June", "2025-03-20/2025-06"),
        ("It fell five months ago.", "five months ago", "2024-10"),
        ("It fell three years ago.", "three years ago", "2022"),
        ("It fell last month.", "last month", "2025-02"),
        ("It fell last week.", "last week", "2025-03-10/2025-03-16"),
        ("It fell over the weekend.", "the weekend", "2025-03-15/2025-03-16"),
        ("It fell last Tuesday.", "last Tuesday", "2025-03-18"),
        ("It falls next Friday.", "next Friday", "2025-03-21"),
        ("It fell on Tuesday last week.", "Tuesday last week", "2025-03-11"),
        ("It fell last January.", "last January", "2025-01"),
        ("It fell last October.", "last October", "2024-10"),
        ("It fell last summer.", "last summer", "2024-22"),
        ("It fell in March last year.", "March last year", "2024-03"),
        ("It fell on 5 May this year.", "5 May this year", "2025-05-05"),
        ("It fell earlier this month.", "earlier this month", "2025-03"),
        ("It falls by the end of the year.", "the end of the year", "2025"),
        ("It fell in the third quarter.", "the third quarter", "2024-35"),
        ("It fell in the fourth quarter of last year.", "the fourth quarter of last year", "2024-36"),
        ("It fell from Monday to Wednesday.", "from Monday to Wednesday", "2025-03-17/2025-03-19"),
        ("It fell a decade ago.", "a decade ago", "2015"),
        ("It fell this morning.", "this morning", "2025-03-20"),
        ("It falls the week after next.", "the week after next", "2025-03-31/2025-04-06"),
        ("It fell by Christmas.", "Christmas", "2024-12-25"),
        ("It fell on the 9th of last month.", "9th of last month", "2025-02-09"),
        ("It fell on the first Monday of this month.", "the first Monday of this month", "2025-03-03"),
        ("It fell between Feb. 3 and 9.", "between Feb. 3 and 9", "2025-02-03/2025-02-09"),
        ("Of the games of this decade it was the best.", "this decade", "202X"),
        ("It fell on New Year's Day.", "New Year's Day", "2025-01-01"),
        ("It fell in the small hours of Christmas Day.", "Christmas Day", "2024-12-25"),
    ],
)
def test_an_article_of_20_march_2025_lends_its_date(sentence, text, value):
    [date] = read_all([sentence], today="2025-03-20")
    assert (date.text, date.edtf, date.inferred) == (text, value, True)


@pytest.mark.parametrize(
    ("sentences", "values"),
    [
        (["It began on 12 July 2006.", "It ended on 17 August."], ["2006-07-12", "2006-08-17"]),
        (["It began in December 2010.", "In January he fled."], ["2010-12", "2011-01"]),
        (["It began in January 2011.", "In December he fled."], ["2011-01", "2011-12"]),
        (["It began in 1973.", "The following year he fled."], ["1973", "1974"]),
        (["It began in May 2010.", "It ended later that year."], ["2010-05", "2010"]),
        (["It began in May 2010.", "The next month it ended."], ["2010-05", "2010-06"]),
        (["It began on 31 December 1999 and ended the next day."], ["1999-12-31", "2000-01-01"]),
        (["It began on 3 March 2025.", "Two days later it ended."], ["2025-03-03", "2025-03-05"]),
        (["It began in May 2010.", "Two years later it ended."], ["2010-05", "2012"]),
        (["It began on 3 March 2025.", "It ended on Wednesday."], ["2025-03-03", "2025-03-05"]),
        (["It began on 3 March 2025.", "On the 24th it ended."], ["2025-03-03", "2025-03-24"]),
        (["It began on 3 March 2025.", "On the 22nd police left."], ["2025-03-03", "2025-03-22"]),
        (["It began on 3 March 2025.", "On the 22nd floor police met."], ["2025-03-03"]),
        (["In May 2024 it took more than a year before."], ["2024-05", "2023"]),
        (["It began on 3 March 2025.", "That night it ended."], ["2025-03-03", "2025-03-03"]),
        (["It began on 3 March 2025.", "It ended the next morning."], ["2025-03-03", "2025-03-04"]),
        (["It began on 3 March 2025.", "On the 9th of the following month it ended."], ["2025-03-03", "2025-04-09"]),
        (["It began in 1963.", "A decade later it ended."], ["1963", "1973"]),
        (["It began in the spring of 2024.", "By the summer it ended."], ["2024-21", "2024-22"]),
    ],
)
def test_the_dates_before_it_lend_theirs(sentences, values):
    assert [date.edtf for date in read_all(sentences)] == values


def test_news_leans_on_its_own_date_and_not_on_an_aside():
    found = read_all(["No one had come since 1953.", "In January two came."], today="2025-03-20")
    assert [date.edtf for date in found] == ["1953", "2025-01"]


def test_a_story_told_within_an_article_leans_on_itself():
    found = read_all(["In July 2024 they met.", "On 5 August they fell out."], today="2025-09-30")
    assert [date.edtf for date in found] == ["2024-07", "2024-08-05"]


def test_after_a_few_sentences_the_article_is_nearer_than_the_last_date():
    found = read_all(["In July 1994 they met.", "So.", "So.", "So.", "On 5 March they left."], today="2025-03-20")
    assert found[-1].edtf == "2025-03-05"


def test_a_text_that_writes_the_day_first_does_so_in_figures_too():
    found = read_all(["On 3 May 2006 it began.", "On 12/07/2006 it ended."])
    assert found[-1].edtf == "2006-07-12"


def test_without_any_context_the_year_stays_unknown():
    [date] = read_all(["It ended on 17 August."])
    assert (date.edtf, date.earliest, date.latest, date.inferred) == ("XXXX-08-17", None, None, True)


@pytest.mark.parametrize("sentence", ["It fell last month.", "It fell on Wednesday.", "It fell the next day."])
def test_what_no_context_resolves_is_left_out(sentence):
    assert read_all([sentence]) == []


def test_a_year_alone_does_not_tell_the_day():
    assert read_all(["It fell yesterday.", "It fell last month."], today="2025") == []


def test_the_29th_of_february_is_left_out_where_the_year_has_none():
    assert read_all(["It fell on 29 February."], today="2025-03-20") == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("In 2017 the clinics saw 580 cases, compared with 386 in 2008.", "2017-08-14"),
        ("By June 2022 the share was 60%, down from 78% in 2017.", "2022-08-14"),
        ("Exports in 2019 were larger than in 2011.", "2019-08-14"),
    ],
)
def test_a_year_that_is_only_compared_with_lends_nothing(sentence, value):
    assert read_all([sentence, "On 14 August it was over."])[-1].edtf == value
