"""The four roles as groups, and the one row of policy."""

from typing import Any

from django.db import migrations

ROLES = ("reader", "analyst", "editor", "admin")


def make(apps: Any, schema_editor: Any) -> None:
    for name in ROLES:
        apps.get_model("auth", "Group").objects.get_or_create(name=name)
    apps.get_model("core", "Desk").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),  # the history triggers of the rows made here call a function of its
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
