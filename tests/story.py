"""The made-up story of `python3 run.py demo-web` as tests use it: its web, and what each claim's source says to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from claims.demo.web.server import DemoWeb

COURIER = "/harnwick-courier.example/news/lissen-homes"  # what the article means by its third source
FINDINGS = Path(__file__).resolve().parent / "data" / "story.jsonl"


def findings() -> list[dict[str, Any]]:
    """A row for every claim that cites, in the order of the article; tests/data/README.md says what is in it."""
    return [json.loads(line) for line in FINDINGS.read_text(encoding="utf-8").splitlines()]


@contextmanager
def on_air(monkeypatch: Any, settings: Any) -> Iterator[DemoWeb]:
    """The web, where this process and the workers that it starts later may fetch it."""
    with DemoWeb() as web:
        monkeypatch.setenv("FETCH_LOOPBACK_PORTS", str(web.port))
        settings.FETCH_LOOPBACK_PORTS = [web.port]
        yield web
