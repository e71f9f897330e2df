"""Every source that has an address is watched. What was here before is looked at one after another, not all at once."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import migrations
from django.utils import timezone

from sources.http import site_of

APART = dt.timedelta(seconds=20)


def watch(apps: Any, schema_editor: Any) -> None:
    source_model, watch_model = apps.get_model("sources", "Source"), apps.get_model("sources", "Watch")
    host_model = apps.get_model("sources", "Host")
    due = timezone.now()
    cited = source_model.objects.filter(citations__isnull=False, watch=None).distinct()
    for source in cited.only("pk", "address", "doi").order_by("pk").iterator():
        if site := site_of(source.address or (f"https://doi.org/{source.doi}" if source.doi else "")):
            due += APART
            host_model.objects.get_or_create(name=site)
            watch_model.objects.create(source=source, host=site, due_at=due if settings.WATCH_DAYS else None)


class Migration(migrations.Migration):
    dependencies = [("sources", "0005_sources_kept")]
    operations = [migrations.RunPython(watch, migrations.RunPython.noop, elidable=True)]
