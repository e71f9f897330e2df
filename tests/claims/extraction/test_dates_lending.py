"""The year of a date, lent by the name of an event, by a season of two years or by the words that frame it."""

import pytest

from claims.extraction.dates import Calendar, calendar_for, read_dates
from claims.extraction.words import read_words


def values(sentences, today=None):
    calendar, found = Calendar(today=today), []
    for sentence in sentences:
        dates, calendar = read_dates(read_words(sentence), calendar)
        found += [date.edtf for date in dates]
    return found


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["The 2011 Verrin flood hit the valley on 3 March.", "By May it was dry."], ["2011-03-03", "2011-05"]),
        (["Odile was a storm of the 1998 Arctic hurricane season.", "It formed on 9 August."], ["1998-08-09"]),
        (["In the 2019 Lorne ferry disaster, the ship sailed on 21 May."], ["2019-05-21"]),
        (
            ["It opened in May 2013.", "It was shown at the 2014 Lisse Film Festival on 9 June."],
            ["2013-05", "2014-06-09"],
        ),
        (["During the 2008–09 Kessel gas dispute supply stopped on 30 December."], ["2008-12-30"]),
        (["During the 2008–09 Kessel gas dispute supply resumed on 20 January."], ["2009-01-20"]),
        (["The 2014–15 season was dull.", "In May they lost."], ["2014/2015", "2015-05"]),
        (["The 2014–15 season was dull.", "In August they won."], ["2014/2015", "2014-08"]),
        (["In the 1877 Battle of Orsk many fell.", "They set out on the 5th of May."], ["1877-05-05"]),
        (["The 2016 election was held on 14 June."], ["2016", "2016-06-14"]),
    ],
)
def test_the_name_of_an_event_lends_its_year(sentences, expected):
    assert values(sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "today", "expected"),
    [
        (
            ["It began in May 2003.", "It was the worst since the 1991 Gulf War.", "On 5 July it ended."],
            None,
            "2003-07-05",
        ),
        (["It fell on 4 July 2024.", "The last had fallen in May 2019.", "On 9 July it rose."], None, "2024-07-09"),
        (["Prices, rising as recently as May 2023, fell in January."], "2025-03-20", "2025-01"),
        (["Unlike the 1991 Gulf War, it was short.", "On 5 July it ended."], "2003-08-01", "2003-07-05"),
        (["Talks over the 1967 borders resumed in January."], "2025-03-20", "2025-01"),
        (["Under the 2015 deal, checks resumed in January."], "2025-03-20", "2025-01"),
        (["They lost 90 men, against 70 in 2023.", "In November they won."], "2024-12-01", "2024-11"),
        (["The last one fell in autumn 2022.", "They meet again in June."], "2025-03-20", "2025-06"),
        (["In 2024 they lost 120 men.", "They said that 2–5 March was worse."], "2025-03-20", "2025-03-02/2025-03-05"),
        (
            ["Police spoke on Monday.", "A paper of August 2023 warned.", "On 3 March it burned."],
            "2025-03-20",
            "2025-03-03",
        ),
        (["They have fought since 8 October 2023.", "On Sept. 27 one fell."], "2024-11-05", "2024-09-27"),
        (["They lost Belz in August.", "Many have died there since Feb. 24."], "2025-03-20", "2025-02-24"),
    ],
)
def test_an_aside_lends_nothing(sentences, today, expected):
    assert values(sentences, today)[-1] == expected


def test_a_year_that_opens_its_sentence_frames_the_next():
    assert values(["In 2023, talks failed.", "In May they resumed."], "2024-12-01") == ["2023", "2023-05"]


def test_borders_named_by_their_year_are_no_date():
    assert values(["They claim the 1967 borders."]) == []


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["It began on 17 October 1811.", "It lasted until 4 April."], ["1811-10-17", "1812-04-04"]),
        (["In January 1990 she won.", "She had left in November."], ["1990-01", "1989-11"]),
        (["The trial, which had been due in May 2019, opened on 7 October."], ["2019-05", "2019-10-07"]),
        (
            ["In May 2012 it burned.", "It had been built in April or May.", "On 1 June it fell."],
            ["2012-05", "2012-04", "2012-05", "2012-06-01"],
        ),
        (["From 1919 she studied.", "Four years later she left."], ["1919", "1923"]),
    ],
)
def test_a_story_goes_on_from_its_last_date(sentences, expected):
    assert values(sentences) == expected


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (["On 30 and 31 January it was shelled.", "By 5 February 2015 it was empty."], "2015-01-30/2015-01-31"),
        (["On 30 December it was shelled.", "So.", "By 5 February 2015 it was empty."], "2014-12-30"),
        (["On 30 December it was shelled.", "It was built in 1953."], "XXXX-12-30"),
    ],
)
def test_before_any_year_is_named_the_first_to_come_lends_its_own(sentences, value):
    calendar = calendar_for(read_words(sentence) for sentence in sentences)
    assert read_dates(read_words(sentences[0]), calendar)[0][0].edtf == value


def test_a_text_with_a_date_of_its_own_needs_no_look_ahead():
    assert calendar_for([read_words("By 5 February 2015 it was empty.")], "2016") == Calendar("2016")
