"""run.py before anything is installed: plain sentences, and no half-made environment that stays."""

import ast
import runpy
import subprocess
import sys

import pytest

import run
from tests.stack.machine import PROJECT


def told(*words):
    return subprocess.run([sys.executable, "run.py", *words], cwd=PROJECT, capture_output=True, text=True, timeout=30)


def test_help_names_every_command():
    answer = told("--help")
    assert answer.returncode == 0
    for word in ("--port", "--no-demo", "test", "bench extraction", "demo-web", "lock", "DATABASE_URL", "var/"):
        assert word in answer.stdout


@pytest.mark.parametrize(
    "words",
    [
        *(["tset"], ["--prot", "8000"], ["--port"], ["--port", "http"], ["bench"], ["bench", "writing"]),
        *(["lock", "now"], ["demo-web", "--no-demo"], ["demo-web", "now"]),
    ],
)
def test_a_typing_mistake_gets_the_help_before_anything_is_installed(words):
    answer = told(*words)
    assert answer.returncode == 2
    assert f"Not understood: run.py {' '.join(words)}" in answer.stderr
    assert "python3 run.py test" in answer.stderr


def test_an_old_python_can_read_it_far_enough_to_say_so():
    ast.parse((PROJECT / "run.py").read_text(), feature_version=(3, 8))


def test_an_old_python_is_told_what_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        runpy.run_path(str(PROJECT / "run.py"), run_name="__main__")


def test_it_needs_nothing_but_the_standard_library():
    tree = ast.parse((PROJECT / "run.py").read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name for node in imports for name in ([node.module] if isinstance(node, ast.ImportFrom) else _names(node))}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def _names(node):
    return [alias.name for alias in node.names]


@pytest.fixture
def venv(tmp_path, monkeypatch):
    folder = tmp_path / "venv"
    monkeypatch.setattr(run, "VENV", folder)
    monkeypatch.setattr(run, "PYTHON", folder / "bin" / "python")
    monkeypatch.setattr(run, "UNFINISHED", folder / "install-unfinished")
    return folder


def test_an_environment_that_was_cut_short_is_made_again(venv):
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)  # a Python, and not yet an environment
    assert not run.healthy()
    run.make_venv()
    assert run.healthy()
    (venv / "install-unfinished").touch()
    assert not run.healthy()


def test_a_python_without_ensurepip_is_told_what_to_install(venv, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match=r"ensurepip is missing.*apt-get install python3-venv"):
        run.make_venv()


def test_what_is_installed_already_is_not_installed_again(venv, monkeypatch):
    installed = []
    monkeypatch.setattr(run, "pip_install", lambda lock, packages: installed.append(lock.name))
    monkeypatch.setattr(run, "healthy", lambda: True)
    venv.mkdir()
    for _ in range(2):
        run.install("runtime")
    assert installed == ["runtime.lock"]


def test_an_install_that_failed_is_begun_anew(venv, monkeypatch):
    monkeypatch.setattr(run, "healthy", lambda: True)
    monkeypatch.setattr(run, "pip_install", lambda lock, packages: sys.exit("no network"))
    venv.mkdir()
    with pytest.raises(SystemExit, match="no network"):
        run.install("runtime")
    assert (venv / "install-unfinished").exists()
    assert not (venv / "runtime.stamp").exists()


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_a_lock_holds_hashes_and_no_address(name):
    lock = (PROJECT / "requirements" / f"{name}.lock").read_text()
    assert lock.count("==") > 20
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "--index" not in lock
    assert "--find-links" not in lock


def test_the_tests_run_on_what_the_desk_runs_on():
    runtime, dev = (_pins(name) for name in ("runtime", "dev"))
    assert runtime.items() <= dev.items()


def _pins(name):
    lines = (PROJECT / "requirements" / f"{name}.lock").read_text().splitlines()
    return dict(line.rstrip(" \\").split("==", 1) for line in lines if "==" in line)
