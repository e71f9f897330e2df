"""Where files lie: what people send, and the collected style sheets and scripts."""

from __future__ import annotations

import os
import uuid
from typing import Any

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # has no types

# `import "./focus.js"` and `import { step } from "./keys.js"`, as our own scripts write them.
IMPORT = r"""(?m)^(?P<matched>(?P<import>import(?: .+ from)?) "(?P<url>\./[^"]+)")"""


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # its base has no types
    """Under names that change with their content, so browsers keep them.

    Our scripts import each other by those names too, or each would be asked for again every minute.

    Django's own switch for this reads every script there is, and one of django-htmx's
    extensions imports a file that its wheel does not have.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", ((IMPORT, '%(import)s "%(url)s"'),)))


class WholeFiles(FileSystemStorage):
    """A file is there whole or not at all, whatever is killed and however full the disk is.

    A second file of the same name takes the place of the first: names are hashes of what is in the file.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: Any) -> str:
        part = f"{name}.{uuid.uuid4().hex}.part"
        try:
            super()._save(part, content)  # type: ignore[misc]  # Django's stubs leave it out
            os.replace(self.path(part), self.path(name))
        except OSError:
            self.delete(part)
            raise
        return name
