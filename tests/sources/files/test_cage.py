"""A file is read in a process of its own: its answer comes back whole, and no file takes the worker with it."""

import pytest

from sources.parsing import Limits, parse
from sources.text.files import read_file
from sources.text.unreadable import ParserLimit, Unreadable

PAGE = b"<!doctype html><p>Some 40 boats sank.<sup><a href='#n4'>4</a></sup></p>"


def test_the_answer_is_that_of_the_reader():
    assert parse(PAGE, "boats.html") == read_file(PAGE, "boats.html")


def test_a_refusal_comes_back_as_what_it_was():
    with pytest.raises(Unreadable) as inside:
        read_file(b"{\\rtf1 boats}", "boats.rtf")
    with pytest.raises(type(inside.value)) as outside:
        parse(b"{\\rtf1 boats}", "boats.rtf")
    assert (outside.value.code, str(outside.value)) == (inside.value.code, str(inside.value))


@pytest.mark.parametrize(
    ("times", "limits", "why"),
    [
        (9, Limits(seconds=0.01), "took too long"),
        (500_000, Limits(cpu_seconds=1), "took too long"),
        (500_000, Limits(memory=150_000_000), "more memory"),
        (900, Limits(text=1_000), "more than 1,000 characters"),
    ],
)
def test_a_file_that_takes_too_much_is_given_up(times, limits, why):
    with pytest.raises(ParserLimit, match=why):
        parse(b"<p>boat</p>" * times, "boats.html", limits=limits)


def test_the_child_knows_nothing_of_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    assert parse(PAGE, "boats.html").text.startswith("Some 40 boats")
