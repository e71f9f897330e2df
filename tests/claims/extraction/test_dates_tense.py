"""Which year, which Wednesday: told by the verbs around a date in an article of Thursday, 20 March 2025."""

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It will be closed until 31 August.", "2025-08-31"),
        ("On Christmas Day the last shift will end.", "2025-12-25"),
        ("His trial is expected to begin in May.", "2025-05"),
        ("A second group is to follow in June.", "2025-06"),
        ("The bank meets again on April 16.", "2025-04-16"),
        ("Ministers meet again in June.", "2025-06"),
        ("Rates may fall in May.", "2025-05"),
        ("Growth is seen at 2% by the third quarter.", "2025-35"),
        ("Growth is forecast to slow in July.", "2025-07"),
        ("Results must be certified by Nov. 26.", "2025-11-26"),
        ("They called a strike for 2–4 April.", "2025-04-02/2025-04-04"),
        ("Talks are set for Monday.", "2025-03-24"),
        ("Schools will stay shut through Wednesday.", "2025-03-26"),
        ("He expects no change before summer.", "2025-22"),
        ("Talks, on March 28, are about gas.", "2025-03-28"),
        # Gone, for all that a word of the future stands near.
        ("It was to reopen in October.", "2024-10"),
        ("It was due to reopen in October.", "2024-10"),
        ("The vote that will decide has been put off since September.", "2024-09"),
        ("It won by 300 votes on 3 May.", "2024-05-03"),
        ("He said on Wednesday that it will fall.", "2025-03-19"),
        ("On Wednesday he resigned and said he will go.", "2025-03-19"),
        ("They have been held since autumn.", "2024-23"),
        ("The vote was set for Monday.", "2025-03-17"),
        ("Talks due on Tuesday were called off.", "2025-03-18"),
        ("The truce has held since the weekend.", "2025-03-15/2025-03-16"),
        ("They took two on 28 March.", "2024-03-28"),
    ],
)
def test_the_verb_says_which_way_to_look(sentence, value):
    [date] = read_dates(read_words(sentence), Calendar(today="2025-03-20"))[0]
    assert (date.edtf, date.inferred) == (value, True)
