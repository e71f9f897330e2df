"""What a cell of a CSV file may hold, and what a line of NDJSON may not"""

import csv
import io
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.core.exports import csv_lines, harmless, json_line


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠x", "'＠x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("- a dash", "'- a dash"),
        ("-5", "-5"),
        ("-5,000.5", "-5,000.5"),
        ("+3%", "+3%"),
        ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"),
        ("at least 3,000", "at least 3,000"),
        ("a=b", "a=b"),
        ("", ""),
        (None, ""),
        (-5, -5),
        (-0.5, -0.5),
        (Decimal("-3"), Decimal("-3")),
        (True, "true"),
    ],
)
def test_a_cell_is_text_or_a_number_and_never_a_formula(cell, safe):
    assert harmless(cell) == safe


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=4), min_size=1, max_size=4))
def test_whatever_the_words_the_table_reads_back_as_it_was_written(rows):
    text = csv_lines(rows).decode()
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True)) == [
        [harmless(cell) for cell in row] for row in rows
    ]


@given(st.sampled_from("=+-@＝＋－＠\t\r\n "), st.text(st.characters(codec="utf-8")))
def test_no_words_start_a_formula(first, rest):
    safe = str(harmless(first + rest)).strip()
    assert re.match(r"[=+\-@＝＋－＠]", safe) is None or re.fullmatch(r"[+-]\d[\d.,]*%?", safe)


@given(st.text(st.characters(codec="utf-8")))
def test_one_line_is_one_line_for_every_reader(words):
    line = json_line({"words": words}).decode()
    assert json.loads(line) == {"words": words}
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
