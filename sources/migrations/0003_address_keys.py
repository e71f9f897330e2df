"""The key of an address sees through more spellings than before; keys that are stored follow it."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from sources.text import links


def follow(apps: Any, schema_editor: Any) -> None:
    source_model = apps.get_model("sources", "Source")
    for source in source_model.objects.exclude(address="").only("pk", "address", "address_key").iterator():
        try:
            key = links.key(links.clean(source.address))
        except ValueError:
            continue
        # Two rows for what is one page now stay two, until somebody merges them.
        if key != source.address_key and not source_model.objects.filter(address_key=key).exists():
            source_model.objects.filter(pk=source.pk).update(address_key=key)


class Migration(migrations.Migration):
    dependencies = [("sources", "0002_arrivals")]
    operations = [migrations.RunPython(follow, migrations.RunPython.noop, elidable=True)]
