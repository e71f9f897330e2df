"""Numbers and names that look like dates and are none; and time that grows with the text alone."""

import time

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words


def read(sentence):
    return [date.text for date in read_dates(read_words(sentence), Calendar("2025-03-20"))[0]]


@pytest.mark.parametrize(
    "sentence",
    [
        "A force of 2000 men marched 1500 km.",
        "Some 1100 wounded and 1526 casualties were named.",
        "By 1945 people had been moved.",
        "Between 1200 and 1500 people, and 1500–2000 tonnes.",
        "The herd rose from 1500 to 1900.",
        "It cost $1990, or 1990 dollars, and weighs 1800 kg.",
        "Resolution 1701 (UNSCR 1701), Room 1984, Highway 1950, No. 1990.",
        "A 2000-year-old tree, a T-1990 and 1500:20.",
        "At 1400 GMT it was 12:30.",
        "The 2006 Lebanon War, the 2014 FIFA World Cup, the 2010 Haiti earthquake.",
        "The 2019–2020 Hong Kong protests.",
        "Expo 2020, Tokyo 2020 and Windows 2000.",
        "A 34-day siege lasted three years; he is 46 years old.",
        "For the last two years, in recent years, over the last decade.",
        "Theresa May said they may march; April Jones and June Carter agreed.",
        "Black September, the October Revolution and Bloody Sunday.",
        "The Sunday Times, Sun Microsystems and a second son.",
        "Every Monday they met; on Tuesdays they rested.",
        "In her nineties she ran; he was in his 90s.",
        "The United States is 66 million years old.",
        "The 9/11 attacks, a Boeing 747 and the E-38 road.",
        "It resulted in 450, and they dialled 911; 300 and 400 came in 747s.",
        "Black Friday sales, Christmas Island, summer camps and a second chance.",
        "Every March, and on the last day of each May, over Thanksgiving weekend.",
        "The Class of 2020 met; the survey found 2004.",
        "Two years and a half later, and nearly 1,000 years ago.",
        "It lies on Route 2020, holds 2,024 books and 1950 civilians.",
        "Today's Rome is larger, and until then it was small.",
    ],
)
def test_it_is_no_date(sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("In March 20 people died.", "March"),
        ("On March 20 protesters met.", "March 20"),
        ("It may be over by May.", "May"),
        ("In 2000 homes were lost.", "2000"),
        ("He joined in September 2008 Lehman Brothers.", "September 2008"),
        ("Resolution 1973 of 17 March 2011.", "17 March 2011"),
        ("There are 2,000 in the 1994 list.", "1994"),
    ],
)
def test_a_date_is_told_from_its_neighbours(sentence, text):
    assert read(sentence) == [text]


FRAGMENTS = [
    "12 July ",
    "12/",
    "2011-",
    "from ",
    "between ",
    "late ",
    "early-to-mid ",
    "1, ",
    "1 and ",
    "May 1 and ",
    "17th-",
    "c.",
    "about ",
    "end of the ",
    "the end of the first half of the ",
    "2014 FIFA World ",
    "Monday, ",
    "last year ",
    "12.07.2006.",
    "1–2–3–",
    "2006-07-12T05:",
    "the first three months of ",
    "the 2011 Verrin flood ",
    "had come in April or ",
    "two years and a month and ",
    "the week of the ",
    "the second Sunday of ",
    "on 5 June it will ",
    "between now and ",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_the_text_takes_about_twice_the_time(fragment):
    def seconds(length):
        words = read_words((fragment * (length // len(fragment) + 1))[:length])
        best = 60.0
        for _ in range(2):
            began = time.process_time()
            read_dates(words, Calendar("2025-03-20", "2024-01-01"))
            best = min(best, time.process_time() - began)
        return best

    seconds(2_000)
    # A square would take four times as long; the margin is for a busy machine.
    assert seconds(24_000) < 3 * seconds(12_000) + 0.03


@pytest.mark.parametrize("calendar", [Calendar("0001-01-01"), Calendar("9999-12-31"), Calendar(last="-0043")])
@pytest.mark.parametrize("sentence", ["It fell on Friday.", "It will fall next week.", "It fell on Thanksgiving."])
def test_at_the_ends_of_the_calendar_nothing_breaks(sentence, calendar):
    assert all(date.edtf for date in read_dates(read_words(sentence), calendar)[0])
