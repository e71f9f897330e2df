"""`manage.py extract`, run as a person runs it: in a process of its own, and without any database."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.management.commands.extract import Command

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def extract(tmp_path):
    def run(*arguments, given=b""):
        nowhere = {
            "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none",
            "REDIS_URL": "redis://127.0.0.1:9/0",
            "SECRET_KEY": "x" * 50,
        }
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "extract", *map(str, arguments)],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **nowhere},
            timeout=60,
        )

    return run


def test_a_text_becomes_one_json_object(extract, tmp_path):
    file = tmp_path / "rain.txt"
    file.write_text("In May 2024 at least 3,000 people left Kharkiv.[2–4]", encoding="utf-8")
    answer = extract(file, "--date", "2025-03")
    assert (answer.returncode, answer.stderr) == (0, b"")
    (claim,) = json.loads(answer.stdout)["claims"]
    assert claim["citations"] == [{"number": 2}, {"number": 3}, {"number": 4}]
    assert (claim["figure"]["low"], claim["date"]["edtf"], claim["place"]["text"]) == (3000, "2024-05", "Kharkiv")


def test_it_reads_what_comes_in_and_other_formats(extract):
    answer = extract("-", "--format", "html", given="<p>It hit <b>12</b> cafés.<sup>[1]</sup></p>".encode())
    assert json.loads(answer.stdout)["text"] == "It hit 12 cafés.[1]\n\n"


def test_many_texts_give_one_line_each_in_order(extract, tmp_path):
    rows = [
        {"id": "b", "text": "One line\u2028two\u2029three\u0085four.[1]", "date": "2024-05-01"},
        {"id": 7, "text": ""},
        {"id": None, "text": "It hit 12 people yesterday.", "date": "2024-05-02"},
    ]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8")
    answer = extract("--jsonl", file)
    lines = answer.stdout.decode().splitlines()
    results = [json.loads(line) for line in lines]
    assert [result["id"] for result in results] == ["b", 7, None]
    assert [result["text"] for result in results] == [row["text"] for row in rows]
    assert results[2]["dates"][0]["edtf"] == "2024-05-01"


def test_a_file_that_is_not_there_ends_with_exit_code_1(extract):
    answer = extract("nowhere.txt")
    assert (answer.returncode, answer.stdout) == (1, b"")
    assert answer.stderr.decode() == "“nowhere.txt” cannot be read: No such file or directory.\n"


@pytest.mark.parametrize(
    ("options", "given", "words"),
    [
        ({}, b"a\0b" * 9, "not a text file"),
        ({}, b"%PDF-1.7", "a PDF document"),
        ({"date": "2025-02-31"}, b"x", "is no date"),
        ({"date": "March"}, b"x", "is no date"),
        ({"format": "pdf"}, b"x", "is no format"),
        ({"jsonl": "-"}, b'{"text": "x"}\nnot json\n', "Line 2"),
        ({"jsonl": "-"}, b'{"id": 1}\n', "Line 1"),
        ({"jsonl": "-"}, b"[" * 100_000, "Line 1"),
        ({"jsonl": "-"}, b'{"id": 1, "text": "a\\u0000b"}\n', "NUL"),
        ({"jsonl": "-"}, b'{"id": 1, "text": "a\\ud800b"}\n', "surrogate"),
        ({"jsonl": "-"}, b'{"id": 1, "text": "a", "date": 2025}\n', "is no date"),
    ],
)
def test_bad_input_gets_one_plain_line(monkeypatch, options, given, words):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    complaint = io.StringIO()
    with pytest.raises(SystemExit) as end:
        Command(stdout=io.StringIO(), stderr=complaint, no_color=True).handle(
            **{"file": "-", "date": None, "format": "text", "jsonl": None, **options}
        )
    assert end.value.code == 1
    assert words in complaint.getvalue()
    assert complaint.getvalue().count("\n") == 1
