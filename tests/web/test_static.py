"""The style sheets, scripts and drawings: they collect cleanly, and every drawing that is used exists."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path

from django.conf import settings as configured
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
MADE = configured.STORAGES  # as production has them


def test_everything_collects_with_names_that_change_with_the_content(settings, tmp_path):
    settings.STORAGES = MADE
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    assert list(tmp_path.glob("css/tokens.*.css.gz"))
    assert list(tmp_path.glob("js/main.*.js"))


def test_scripts_import_each_other_by_names_that_browsers_may_keep(settings, tmp_path):
    settings.STORAGES = MADE
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0, stdout=StringIO())
    kept = set(json.loads((tmp_path / "staticfiles.json").read_text())["paths"].values())
    scripts = [tmp_path / name for name in kept if name.startswith("js/")]
    imported = [f"js/{name}" for script in scripts for name in re.findall(r'"\./([^"]+\.js)"', script.read_text())]
    assert len(imported) > 5
    assert set(imported) <= kept


def test_every_icon_that_a_template_names_is_in_the_sprite():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "static/icons/icons.svg").read_text()))
    used = set()
    for template in (ROOT / "templates").rglob("*.html"):
        text = template.read_text()
        used |= set(re.findall(r'{% (?:icon|glyph) "([\w-]+)"', text))
        used |= set(re.findall(r'{% flag "\w+" "([\w-]+)"', text))
    from sources.templatetags import sources

    for table in (sources.ARTICLE, sources.READING, sources.SOURCE):
        used |= {drawing for _, drawing, _ in table.values()}
    assert used - drawn == set()
    assert len(used) > 20


def test_no_template_is_long():
    lengths = {path: len(path.read_text().splitlines()) for path in (ROOT / "templates").rglob("*.html")}
    assert {path.name: n for path, n in lengths.items() if n > (30 if "components" in path.parts else 80)} == {}
