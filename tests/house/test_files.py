"""Small, clear rooms: no long file, each says what it is for, nothing of this machine in any of them."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400
VAGUE_NAMES = {"utils.py", "helpers.py", "common.py", "base.py", "misc.py"}
# Taken apart, so that this file does not hold what it looks for.
INDEX_ADDRESS = re.compile("index[-]url|/simple[/]|files[.]python[h]osted|registry[.]npm[j]s", re.IGNORECASE)


def tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:  # an unpacked archive: no git, so what lies there
        found = [
            path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts and "var" not in path.parts
        ]
    else:
        found = [ROOT / name for name in listed.stdout.splitlines()]
    return sorted(path for path in found if path.suffix in endings and path.is_file())


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize(
    "path", [p for p in tracked(".py", ".js", ".css", ".html") if "migrations" not in p.parts], ids=name
)
def test_no_file_is_long_or_vague(path):
    # Design sheets are lists; a style sheet may be longer than a program.
    assert path.name not in VAGUE_NAMES
    if path.suffix != ".css":
        assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("path", [p for p in tracked(".py") if "migrations" not in p.parts], ids=name)
def test_a_file_says_what_it_is_for(path):
    source = path.read_text(encoding="utf-8")
    assert not source.strip() or ast.get_docstring(ast.parse(source)), "no docstring in its first lines"


def test_no_file_knows_a_package_index():
    found = [
        name(path)
        for path in tracked(".py", ".toml", ".in", ".lock", ".yml", ".md", ".sh", ".html", ".js")
        if path.name != Path(__file__).name and INDEX_ADDRESS.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_only_the_settings_read_the_environment():
    allowed = (
        "run.py",
        "manage.py",
        "claimtracker/env.py",
        "claimtracker/settings.py",
        "claimtracker/stack/",
        "tests/",
        "claimtracker/celery.py",
        "claimtracker/wsgi.py",
        "claimtracker/asgi.py",
    )
    found = [
        name(path)
        for path in tracked(".py")
        if not name(path).startswith(allowed) and re.search(r"os\.environ|os\.getenv", path.read_text())
    ]
    assert found == []


def test_only_the_sanitiser_calls_text_safe():
    found = [
        name(path)
        for path in tracked(".py", ".html")
        if not name(path).startswith(("tests/", "claimtracker/core/sanitising.py"))
        and re.search(r"mark_safe|\|\s*safe\b|autoescape off", path.read_text())
    ]
    assert found == []
