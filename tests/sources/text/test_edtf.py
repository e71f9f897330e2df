"""EDTF values: what they are in days, and what is refused."""

import datetime as dt

import pytest

from sources.text import edtf


def day(text):
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "precision"),
    [
        ("2024-05-17", "2024-05-17", "2024-05-17", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023", "2023-01-01", "2023-12-31", "year"),
        ("0079", "0079-01-01", "0079-12-31", "year"),
        ("195X", "1950-01-01", "1959-12-31", "decade"),
        ("18XX", "1800-01-01", "1899-12-31", "century"),
        ("1XXX", "1000-01-01", "1999-12-31", "range"),
        ("1999-XX", "1999-01-01", "1999-12-31", "year"),
        ("1999-02-XX", "1999-02-01", "1999-02-28", "month"),
        ("2023-1X-01", "2023-10-01", "2023-12-01", "day"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2021-24", "2021-12-01", "2022-02-28", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2024-33", "2024-01-01", "2024-03-31", "quarter"),
        ("2024-36", "2024-10-01", "2024-12-31", "quarter"),
        ("2024-41", "2024-07-01", "2024-12-31", "range"),
        ("1850~", "1850-01-01", "1850-12-31", "year"),
        ("1850-06?", "1850-06-01", "1850-06-30", "month"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11", "day"),
        ("2024-05-17T09:30Z", "2024-05-17", "2024-05-17", "day"),
        ("1939/1945", "1939-01-01", "1945-12-31", "range"),
        ("2024-10/2025-02-14", "2024-10-01", "2025-02-14", "range"),
        ("2025-02/..", "2025-02-01", None, "range"),
        ("../2025-02", None, "2025-02-28", "range"),
        ("2024/", "2024-01-01", None, "range"),
        ("/1928", None, "1928-12-31", "range"),
        ("[1858, 1860]", "1858-01-01", "1860-12-31", "range"),
        ("[1667, 1670..1672]", "1667-01-01", "1672-12-31", "range"),
        ("[..1760-12-03]", None, "1760-12-03", "range"),
        ("{1760-01, 1760-12..}", "1760-01-01", None, "range"),
        ("1950S2", "1900-01-01", "1999-12-31", "range"),
        ("1953S3", "1950-01-01", "1959-12-31", "range"),
        ("1953S4", "1953-01-01", "1953-12-31", "year"),
        ("Y2E3", "2000-01-01", "2000-12-31", "year"),
        ("Y170000002", "9999-12-31", None, "year"),
        ("Y17E7", "9999-12-31", None, "year"),
        ("Y3388E2S3", "9999-12-31", None, "range"),
        ("XXXX-08-17", None, None, "day"),
        ("XXXX", None, None, "year"),
    ],
)
def test_a_value_is_read_back_to_its_days(value, earliest, latest, precision):
    assert edtf.parse(value) == (day(earliest), day(latest), precision)
    assert edtf.bounds(value) == (day(earliest), day(latest))
    assert edtf.precision(value) == precision


@pytest.mark.parametrize("value", ["-0043", "-01XX", "-00XX", "0000", "-0043-03", "-0430/-0403", "-0100-22", "Y-17E7"])
def test_a_day_before_the_year_one_has_no_date_of_its_own(value):
    assert edtf.bounds(value) == (None, dt.date.min)


def test_a_period_across_the_year_one_ends_in_days():
    assert edtf.bounds("-0062/0014") == (None, dt.date(14, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2024",
        "yesterday",
        "24",
        "2024-5",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-04-31",
        "2024-02-3X",
        "2024-21-01",
        "2024-42",
        "X024",
        "1X50",
        "199x",
        "2024/2023",
        "../..",
        "..",
        "/",
        "2024/2025/2026",
        "[2024",
        "[]",
        "٢٠٢٤",
        "2024-05-17T9",
        "2024-05-17T25:00",
        "-0000-01-01",
        "Y17E7-12-26",
        "Y017000",
        "Y1" + "0" * 40,
        "1950S0",
        "[1670..1672",
        "[..]",
        "2024\n",
    ],
)
def test_what_is_no_edtf_is_refused(text):
    with pytest.raises(ValueError, match=r"\w"):
        edtf.parse(text)


@pytest.mark.parametrize(
    ("numbers", "value"),
    [
        ((2024,), "2024"),
        ((79, 8, 24), "0079-08-24"),
        ((2024, 33), "2024-33"),
        ((-43, 3, 15), "-0043-03-15"),
        ((None, 5), "XXXX-05"),
    ],
)
def test_a_value_is_built_from_numbers(numbers, value):
    assert edtf.value(*numbers) == value


def test_the_last_winter_of_the_calendar_ends_with_it():
    assert edtf.bounds("9999-24") == (dt.date(9999, 12, 1), dt.date.max)
