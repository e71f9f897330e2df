"""A claim that nobody has decided has no verdict. One that went back into review with its old one loses it here."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import F, Q

UNDECIDED = ["suggested", "open", "in_review"]


def take_away(apps: Any, schema_editor: Any) -> None:
    kept = apps.get_model("claims", "Claim").objects.filter(stage__in=UNDECIDED).exclude(verdict="")
    kept.update(verdict="", version=F("version") + 1)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0011_flags_of_the_queue"),
        ("pghistory", "0007_auto_20250421_0444"),  # what its triggers call
    ]
    operations = [
        migrations.RunPython(take_away, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                name="undecided_claims_have_no_verdict", condition=~Q(stage__in=UNDECIDED) | Q(verdict="")
            ),
        ),
    ]
