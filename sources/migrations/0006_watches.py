"""Every source that has an address is watched. What was here before is looked at one after another, not all at once."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

from django.db import migrations
from django.utils import timezone

APART = dt.timedelta(seconds=20)


def watch(apps: Any, schema_editor: Any) -> None:
    source_model, watch_model = apps.get_model("sources", "Source"), apps.get_model("sources", "Watch")
    due = timezone.now()
    cited = source_model.objects.exclude(address="").filter(citations__isnull=False, article=None).distinct()
    for source in cited.only("pk", "address").order_by("pk").iterator():
        due += APART
        watch_model.objects.create(source=source, host=_host(source.address), due_at=due)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        return f"{parts.hostname or ''}:{parts.port}"[:300] if parts.port else (parts.hostname or "")[:300]
    except ValueError:
        return ""


class Migration(migrations.Migration):
    dependencies = [("sources", "0005_sources_kept")]
    operations = [migrations.RunPython(watch, migrations.RunPython.noop, elidable=True)]
