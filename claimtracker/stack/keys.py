"""Passwords and keys that are made once and kept in files that we alone may read."""

import json
import os
import secrets
from pathlib import Path

from claimtracker.stack.places import Home


def kept_secrets(home: Home, names: tuple[str, ...]) -> dict[str, str]:
    """The services' passwords; they lie beside the data they open, so that one is not lost without the other."""
    path = home.folder / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    missing = [name for name in names if name not in known]
    if missing:
        known |= {name: secrets.token_urlsafe(24) for name in missing}
        write_private(path, json.dumps(known))
    return {name: known[name] for name in names}


def secret_key(var: Path) -> str:
    """What signs the sessions of this installation."""
    path = var / "secret_key"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


def write_private(path: Path, content: str) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
