"""A form that writes says which sending it is, so that two clicks do nothing twice (claimtracker.core.web.once)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Doing it twice is doing it once: they set something, ask for something, or sign in and out.
NO_NONCE = {
    "components/_appearance.html", "components/_keys_switch.html", "components/_watch.html", "components/_footer.html",
    "registration/password_reset_form.html", "registration/login.html", "registration/password_reset_confirm.html",
    "registration/password_change_form.html", "claims/_source_link.html", "claims/_silence.html",
    "sources/_read_again.html", "sources/_link_row.html", "core/notifications.html", "core/notice_settings.html",
    "core/views.html", "core/watching.html",
    "claims/_queue_head.html",  # an act is undone once
}  # fmt: skip
POSTING = [path for path in sorted(TEMPLATES.rglob("*.html")) if 'method="post"' in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", POSTING, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_form_that_writes_has_a_nonce(path):
    name = str(path.relative_to(TEMPLATES))
    page = path.read_text(encoding="utf-8")
    tokens = len(re.findall(r"{% csrf_token %}", page))
    nonces = len(re.findall(r"{% nonce %}", page))
    assert nonces == (0 if name in NO_NONCE else tokens), name
