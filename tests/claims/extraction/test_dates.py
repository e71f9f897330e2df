"""Dates as English writes them → span and EDTF."""

import pytest

from claims.extraction.dates import Calendar, read_dates
from claims.extraction.words import read_words


def read(sentence, today=None, last=None):
    return read_dates(read_words(sentence), Calendar(today=today, last=last))[0]


def the_date(sentence, **calendar):
    dates = read(sentence, **calendar)
    assert [date.text for date in dates] == [sentence[date.start : date.end] for date in dates]
    assert len(dates) == 1, dates
    return dates[0]


DAYS = [
    ("It began on 12 July 2006.", "12 July 2006", "2006-07-12"),
    ("It began on July 12, 2006, at dawn.", "July 12, 2006", "2006-07-12"),
    ("It began on the 12th of July, 2006.", "12th of July, 2006", "2006-07-12"),
    ("It began on the fourth of July 1995.", "the fourth of July 1995", "1995-07-04"),
    ("It began on Wednesday, 12 July 2006.", "Wednesday, 12 July 2006", "2006-07-12"),
    ("It began on Wed., Jul. 12, 2006.", "Wed., Jul. 12, 2006", "2006-07-12"),
    ("It began on 5 Sept. 2021.", "5 Sept. 2021", "2021-09-05"),
    ("It began on 2006-07-12.", "2006-07-12", "2006-07-12"),
    ("It began at 2006-07-12T05:30:00Z, they say.", "2006-07-12T05:30:00Z", "2006-07-12"),
    ("It began on 12/07/2006.", "12/07/2006", "2006-12-07"),
    ("It began on 31/12/1999.", "31/12/1999", "1999-12-31"),
    ("It began on 12.07.2006.", "12.07.2006", "2006-07-12"),
    ("It began at 5:30 a.m. on 24 February 2022.", "24 February 2022", "2022-02-24"),
    ("It began in the small hours of 3 May 2020.", "3 May 2020", "2020-05-03"),
    ("It began on Christmas Eve 1914.", "Christmas Eve 1914", "1914-12-24"),
    ("It began on Easter Monday 1916.", "Easter Monday 1916", "1916-04-24"),
    ("It began on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"),
    ("It began on 28 May 621.", "28 May 621", "0621-05-28"),
    ("It began on 15 March 44 BC.", "15 March 44 BC", "-0043-03-15"),
    ("It began around 15 May 2010.", "around 15 May 2010", "2010-05-15~"),
    ("It began at Christmas 1914.", "Christmas 1914", "1914-12-25"),
    ("It began on Good Friday 1127.", "Good Friday 1127", "1127-04-01"),
    ("It began on Labor Day 2021.", "Labor Day 2021", "2021-09-06"),
    ("It began on Black Friday 2023.", "Black Friday 2023", "2023-11-24"),
    ("It began on the second Sunday of May 2021.", "the second Sunday of May 2021", "2021-05-09"),
    ("It began on the last Friday in June 2020.", "the last Friday in June 2020", "2020-06-26"),
]
MONTHS = [
    ("Opened in July 2006.", "July 2006", "2006-07"),
    ("Opened in July, 2006.", "July, 2006", "2006-07"),
    ("Opened in July of 2006.", "July of 2006", "2006-07"),
    ("Opened (Dec. 2008) late.", "Dec. 2008", "2008-12"),
    ("Opened in 7/2008.", "7/2008", "2008-07"),
    ("Opened in the month of May 2022.", "the month of May 2022", "2022-05"),
    ("The June 2019 attack failed.", "June 2019", "2019-06"),
    ("Opened in the first week of March 2022.", "the first week of March 2022", "2022-03-01/2022-03-07"),
    ("Opened in the week of 20 October 2014.", "the week of 20 October 2014", "2014-10-20/2014-10-26"),
    ("Opened in the week of Sunday, 19 October 2014.", "the week of Sunday, 19 October 2014", "2014-10-19/2014-10-25"),
    ("Opened in the week ending 5 May 2023.", "the week ending 5 May 2023", "2023-04-29/2023-05-05"),
    ("Opened on the first weekend of August 2024.", "the first weekend of August 2024", "2024-08-03/2024-08-04"),
    ("Opened in the last week of June 2022.", "the last week of June 2022", "2022-06-24/2022-06-30"),
]
YEARS = [
    ("In 2013 war cost 31,000 lives.", "2013", "2013"),
    ("2014 was the worst of them.", "2014", "2014"),
    ("The worst of them was 2014, when many fled.", "2014", "2014"),
    ("A 2018 Reuters report said so.", "2018", "2018"),
    ("The 2011 census counted more.", "2011", "2011"),
    ("Its 2021 report was late.", "2021", "2021"),
    ("It fell in 1066.", "1066", "1066"),
    ("The agency (WHO 2014) agreed.", "2014", "2014"),
    ("It opened in the year 2000.", "the year 2000", "2000"),
    ("It grew in fiscal year 1998–99.", "fiscal year 1998–99", "1998/1999"),
    ("It grew in FY2023.", "FY2023", "2023"),
    ("It erupted in AD 79.", "AD 79", "0079"),
    ("He died in 44 BC.", "44 BC", "-0043"),
    ("It was built c. 1432 in Bruges.", "c. 1432", "1432~"),
    ("It was built around 1950.", "around 1950", "1950~"),
    ("In 632, war came.", "632", "0632"),
    ("It was sacked in 863.", "863", "0863"),
    ("Coins of c. 390 were found.", "c. 390", "0390~"),
    ("He died in or around 910.", "around 910", "0910~"),
    ("It was built in the year 247.", "the year 247", "0247"),
    ("It ran between 120 and 135 AD.", "between 120 and 135 AD", "0120/0135"),
    ("It was built in '69.", "'69", "1969"),
]
PERIODS = [
    ("Seoul in the spring of 2024.", "the spring of 2024", "2024-21"),
    ("Seoul in autumn 2024.", "autumn 2024", "2024-23"),
    ("Seoul in the winter of 1941–42.", "the winter of 1941–42", "1941-24"),
    ("Seoul in the summer of '69.", "the summer of '69", "1969-22"),
    ("Sales in the first quarter of 2024 fell.", "the first quarter of 2024", "2024-33"),
    ("Sales in Q3 2023 fell.", "Q3 2023", "2023-35"),
    ("Sales in 2023 Q3 fell.", "2023 Q3", "2023-35"),
    ("Sales in the second half of 2024 fell.", "the second half of 2024", "2024-41"),
    ("Sales in the first three months of 2024 fell.", "the first three months of 2024", "2024-01/2024-03"),
    ("Sales in the last two months of 2023 fell.", "the last two months of 2023", "2023-11/2023-12"),
    ("Jazz of the 1950s.", "the 1950s", "195X"),
    ("Jazz of the '90s.", "the '90s", "199X"),
    ("Jazz of the 90's.", "the 90's", "199X"),
    ("Jazz of the nineties.", "the nineties", "199X"),
    ("Jazz of the 2000s.", "the 2000s", "200X"),
    ("Jazz of the noughties.", "the noughties", "200X"),
    ("Wigs of the 1700s.", "the 1700s", "17XX"),
    ("Wigs of the 18th century.", "the 18th century", "17XX"),
    ("Wigs of the eighteenth century.", "the eighteenth century", "17XX"),
    ("Games of the twenty-first century.", "the twenty-first century", "20XX"),
    ("Coins of the 2nd century BC.", "the 2nd century BC", "-01XX"),
]
RANGES = [
    ("It lasted from 1939 to 1945.", "from 1939 to 1945", "1939/1945"),
    ("It lasted between March 2011 and March 2021.", "between March 2011 and March 2021", "2011-03/2021-03"),
    ("It lasted from April 7 to mid-July 1994.", "from April 7 to mid-July 1994", "1994-04-07/1994-07"),
    ("It met on 12–14 June 2023.", "12–14 June 2023", "2023-06-12/2023-06-14"),
    ("It met on June 12-14, 2023.", "June 12-14, 2023", "2023-06-12/2023-06-14"),
    ("It met on 28 and 29 June 2022.", "28 and 29 June 2022", "2022-06-28/2022-06-29"),
    ("It met between Oct. 8 and 13, 2024.", "between Oct. 8 and 13, 2024", "2024-10-08/2024-10-13"),
    ("It met between January and May 1945.", "between January and May 1945", "1945-01/1945-05"),
    ("It met between 6 and 9 August 1945.", "between 6 and 9 August 1945", "1945-08-06/1945-08-09"),
    ("It met in March–May 2022.", "March–May 2022", "2022-03/2022-05"),
    ("It met 24 February – 3 March 2022.", "24 February – 3 March 2022", "2022-02-24/2022-03-03"),
    ("It met from December to February 2020.", "from December to February 2020", "2019-12/2020-02"),
    ("It met from November 2019 to February.", "from November 2019 to February", "2019-11/2020-02"),
    ("The 2011–12 season was dull.", "2011–12", "2011/2012"),
    ("The budget of 2021/22 grew.", "2021/22", "2021/2022"),
    ("The turn of 1999–00 passed.", "1999–00", "1999/2000"),
    ("She (1879-1955) taught.", "1879-1955", "1879/1955"),
    ("Augustus (63 BC – AD 14) ruled.", "63 BC – AD 14", "-0062/0014"),
    ("A mask of c. 1500–1450 BC was found.", "c. 1500–1450 BC", "-1499~/-1449"),
    ("Ashoka (304–232 BC) ruled.", "304–232 BC", "-0303/-0231"),
    ("It ran from June 6, 1944, to May 8, 1945.", "from June 6, 1944, to May 8, 1945", "1944-06-06/1945-05-08"),
    ("It ran 2015–present.", "2015–present", "2015/.."),
    ("It ran from 2014 to the present day.", "from 2014 to the present day", "2014/.."),
    ("It ran from the 1960s to the 1980s.", "from the 1960s to the 1980s", "196X/198X"),
    ("It ran from the 10th to the 12th century.", "from the 10th to the 12th century", "09XX/11XX"),
    ("It ran between the 2nd and 4th centuries.", "between the 2nd and 4th centuries", "01XX/03XX"),
    ("It ran in the 17th and 18th centuries.", "the 17th and 18th centuries", "16XX/17XX"),
]


@pytest.mark.parametrize(("sentence", "text", "value"), DAYS + MONTHS + YEARS + PERIODS + RANGES)
def test_a_date_is_read(sentence, text, value):
    date = the_date(sentence)
    assert (date.text, date.edtf, date.inferred) == (text, value, False)


@pytest.mark.parametrize(
    ("sentence", "text", "value", "qualifier"),
    [
        ("It fell in late September 2021.", "late September 2021", "2021-09", "late"),
        ("It fell in mid-2023.", "mid-2023", "2023", "mid"),
        ("It fell in the early 1950s.", "the early 1950s", "195X", "early"),
        ("It fell in early to mid-2023.", "early to mid-2023", "2023", "early"),
        ("It fell at the end of May 2023.", "the end of May 2023", "2023-05", "late"),
        ("It fell at the beginning of 2020.", "the beginning of 2020", "2020", "early"),
        ("It fell in the second half of the 1990s.", "the second half of the 1990s", "199X", "late"),
        ("It fell late in 1944.", "late in 1944", "1944", "late"),
        ("It fell late on 3 May 2020.", "3 May 2020", "2020-05-03", None),
    ],
)
def test_what_narrows_a_period_down_is_kept_apart(sentence, text, value, qualifier):
    date = the_date(sentence)
    assert (date.text, date.edtf, date.qualifier) == (text, value, qualifier)


@pytest.mark.parametrize(
    ("sentence", "text", "relation", "lead"),
    [
        ("Empty since 1978.", "1978", "since", "since"),
        ("Empty from March 2020.", "March 2020", "since", "from"),
        ("Empty from 2014 onwards.", "2014", "since", "from"),
        ("Empty starting in 2019.", "2019", "since", "starting in"),
        ("Empty until the end of 2022.", "the end of 2022", "until", "until"),
        ("Empty through 2025.", "2025", "until", "through"),
        ("Empty up to 2014.", "2014", "until", "up to"),
        ("Empty before 5 May 2020.", "5 May 2020", "before", "before"),
        ("Empty prior to 2020.", "2020", "before", "prior to"),
        ("The pre-2014 rules.", "2014", "before", "pre-"),
        ("Empty after May 2021.", "May 2021", "after", "after"),
        ("Empty by the evening of 3 May 2022.", "3 May 2022", "by", "by the evening of"),
        ("Empty by mid-March 2022.", "mid-March 2022", "by", "by"),
        ("Empty no later than 5 May 2020.", "5 May 2020", "by", "no later than"),
        ("Empty as of May 2021.", "May 2021", "as_of", "as of"),
        ("Empty since at least 2014.", "2014", "since", "since at least"),
        ("It fell 12% from May 2021.", "May 2021", None, ""),
        ("The layout from 1967 is kept.", "1967", None, ""),
        ("A report from May 2021.", "May 2021", None, ""),
        ("After the flood in 2000, all left.", "2000", None, ""),
        ("Since the 2014 vote, all left.", "2014", None, ""),
        ("Empty in 2014.", "2014", None, ""),
    ],
)
def test_the_preposition_is_kept_as_a_relation(sentence, text, relation, lead):
    date = the_date(sentence)
    assert (date.text, date.relation) == (text, relation)
    assert sentence[date.lead : date.start].strip() == lead


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("In 2012, 2013 and 2014 it rained.", ["2012", "2013", "2014"]),
        ("It rained on 17 August and 8 September 2006.", ["2006-08-17", "2006-09-08"]),
        ("It rained on 3, 5 and 8 June 2023.", ["2023-06-03", "2023-06-05", "2023-06-08"]),
        ("It rained in July and August 1995.", ["1995-07", "1995-08"]),
        ("Down from 72 in 1990 to 31 in 2013.", ["1990", "2013"]),
        ("From 5,000 in 2015 to 3,000 in 2018.", ["2015", "2018"]),
    ],
)
def test_several_dates_of_a_sentence_are_read_in_order(sentence, values):
    assert [date.edtf for date in read(sentence)] == values
