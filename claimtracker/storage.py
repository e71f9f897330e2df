"""Where collected style sheets and scripts lie: under names that change with their content, so browsers keep them."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # has no types

# `import "./focus.js"` and `import { step } from "./keys.js"`, as our own scripts write them.
IMPORT = r"""(?m)^(?P<matched>(?P<import>import(?: .+ from)?) "(?P<url>\./[^"]+)")"""


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Our scripts import each other by those names too, or each would be asked for again every minute.

    Django's own switch for this reads every script there is, and one of django-htmx's
    extensions imports a file that its wheel does not have.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", ((IMPORT, '%(import)s "%(url)s"'),)))
