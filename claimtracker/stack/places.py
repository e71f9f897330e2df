"""Where the services keep their things, who may go there, and the account they run as.

As an ordinary user everything lies in var/services (0700). PostgreSQL refuses to run as root,
so root gives the services a folder of their own in /var/lib and runs them as `nobody`; that
account is shared by other programs, so the folder opens only for a group number that nobody
else has: it belongs to root, mode 0710. No mode of a folder that we did not make is changed.
"""

import fcntl
import grp
import os
import pwd
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

# The longest path of a socket is 103 bytes on macOS, 107 on Linux; PostgreSQL's name takes 14 of them.
LONGEST_SOCKET_FOLDER = 103 - len("/.s.PGSQL.5432") - 2
UNPRIVILEGED = ("nobody", "daemon")
# Group numbers for people end far below, those of systemd's passing users begin above.
PRIVATE_GROUPS = range(30_000, 60_000)
ROOTS_FOLDERS = ("/var/lib", "/usr/local/var", "/opt", "/usr/local")


class Trouble(Exception):  # noqa: N818 - it is what happened, not an error of ours
    """Something the person at the terminal can put right; shown as one plain sentence."""


@dataclass(frozen=True, slots=True)
class Account:
    """Whom a service runs as; both None for ourselves."""

    uid: int | None = None
    gid: int | None = None

    @property
    def groups(self) -> list[int] | None:
        """The further groups of a process of theirs: none of root's."""
        return None if self.uid is None else []

    def own(self, path: Path) -> Path:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)
        return path


@dataclass(frozen=True, slots=True)
class Home:
    """One set of services: a folder, the account they run as, and the folder of their sockets."""

    folder: Path
    account: Account
    sockets: Path

    def room(self, name: str) -> Path:
        """A folder that only the services' account may open."""
        return _room(self.folder / name, self.account)


def open_var(var: Path) -> Path:
    """The folder var/, made if need be."""
    try:
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        (var / "log").mkdir(mode=0o700, exist_ok=True)
    except OSError as problem:
        raise Trouble(f"Cannot write to {var}: {problem.strerror}. CLAIMTRACKER_VAR can name another folder.") from None
    owner = var.stat().st_uid
    if owner != os.geteuid():
        raise Trouble(
            f"{var} belongs to {_name_of(owner)} and you are {_name_of(os.geteuid())}. Start as {_name_of(owner)}, "
            "or set CLAIMTRACKER_VAR to a folder of your own."
        )
    return var


def lock_var(var: Path) -> IO[str]:
    """Keeps a second stack out of this folder for as long as the file stays open, and not a moment longer."""
    file = (var / "lock").open("a+", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        raise Trouble(f"Claimtracker already runs from this folder ({file.read().strip() or 'starting'}).") from None
    os.chmod(var / "lock", 0o600)
    note_in_lock(file, f"process {os.getpid()}")
    return file


def note_in_lock(file: IO[str], note: str) -> None:
    """What a second start is told about the first."""
    file.truncate(0)
    file.write(note)
    file.flush()


def open_home(var: Path) -> Home:
    """The services' home that belongs to this var/: the same one at every start."""
    if os.geteuid() != 0:
        folder = _room(var / "services", Account())
        return Home(folder, Account(), _sockets_near(folder))
    pointer = var / "services"
    if pointer.is_file():
        return _home_of_root(Path(pointer.read_text(encoding="utf-8").strip()))
    folder = _private_folder(ROOTS_FOLDERS)
    pointer.write_text(str(folder), encoding="utf-8")
    return _home_of_root(folder)


def temporary_home() -> Home:
    """A home for one run of the tests; `remove_home` takes it away."""
    if os.geteuid() == 0:
        return _home_of_root(_private_folder((tempfile.gettempdir(), "/tmp", "/var/tmp")))  # noqa: S108 - made by mkdtemp
    folder = Path(tempfile.mkdtemp(prefix="claimtracker-"))
    return Home(folder, Account(), _sockets_near(folder))


def remove_home(home: Home) -> None:
    close_sockets(home)
    shutil.rmtree(home.folder, ignore_errors=True)


def close_sockets(home: Home) -> None:
    """Take a short socket folder away again; one that lies inside the home may stay."""
    link = home.folder / "sockets"
    if link.is_symlink():
        shutil.rmtree(link.readlink(), ignore_errors=True)
        link.unlink()


def _home_of_root(folder: Path) -> Home:
    if not folder.is_dir():
        raise Trouble(f"The folder of the database is gone: {folder}. Put it back, or delete var/ to begin anew.")
    account = Account(_unprivileged().pw_uid, folder.stat().st_gid)
    return Home(folder, account, _room(folder / "sockets", account))


def _private_folder(parents: tuple[str, ...]) -> Path:
    parent = next((Path(name) for name in parents if _fits(Path(name))), None)
    if parent is None:
        raise Trouble(f"PostgreSQL does not run as root, and its folder could be made in none of {', '.join(parents)}.")
    folder = Path(tempfile.mkdtemp(prefix="claimtracker-", dir=parent))
    os.chown(folder, 0, _unused_group())
    folder.chmod(0o710)
    return folder


def _fits(parent: Path) -> bool:
    """Root may write there, other accounts may pass through, and programs may run."""
    if not parent.is_dir() or not os.access(parent, os.W_OK):
        return False
    if os.statvfs(parent).f_flag & getattr(os, "ST_NOEXEC", 0):  # a name that only Linux has
        return False
    return all(folder.stat().st_mode & 0o001 for folder in (parent, *parent.resolve().parents))


def _unprivileged() -> pwd.struct_passwd:
    for name in UNPRIVILEGED:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Trouble("PostgreSQL does not run as root and this machine has no account `nobody`; start as another user.")


def _unused_group() -> int:
    while True:
        number = secrets.choice(PRIVATE_GROUPS)
        try:
            grp.getgrgid(number)
        except KeyError:
            return number


def _room(folder: Path, account: Account) -> Path:
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        account.own(folder)
    return folder


def _sockets_near(folder: Path) -> Path:
    """Inside the folder, or in a short one elsewhere when the path is too long for a socket."""
    inside = folder / "sockets"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
        return _room(inside, Account())
    if inside.is_symlink():
        shutil.rmtree(inside.readlink(), ignore_errors=True)  # of a run that was killed
        inside.unlink()
    short = Path(tempfile.mkdtemp(prefix="ct-", dir="/tmp"))
    inside.symlink_to(short)
    return short


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user number {uid}"
