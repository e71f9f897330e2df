"""The services of the tests: their own, and gone with those who used them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psutil
import pytest

from tests.stack.machine import FOREIGN, PROJECT, wait_for

# Stands for pytest: it starts the services and tells us about them, then waits to be killed.
READER = """
import json, os, sys, time
from tests import services
os.environ.update(services.addresses())
print(json.dumps(dict(os.environ)), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def reader():
    clean = {name: value for name, value in os.environ.items() if name not in (*FOREIGN, "CLAIMTRACKER_VAR")}
    command = [sys.executable, "-c", READER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=PROJECT, env=clean, **pipes) as process:
        yield process
        process.kill()


def test_the_services_are_their_own_and_go_when_the_tests_are_killed(reader):
    told = json.loads(reader.stdout.readline())
    folder = Path(told["CLAIMTRACKER_VAR"]).parent
    sockets = unquote(urlsplit(told["DATABASE_URL"]).netloc.rpartition("@")[2])
    assert Path(sockets).resolve().is_relative_to(folder)
    assert not folder.is_relative_to(PROJECT)
    servants = [psutil.Process(int(pid)) for pid in json.loads((folder / "children.json").read_text())["births"]]
    assert len(servants) == 2
    reader.kill()
    wait_for("the folder to go", lambda: not folder.exists(), 20)
    assert not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in servants)
