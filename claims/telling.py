"""What followers hear of a claim: whom it concerns, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import Truncator

from claims.models import Claim
from claimtracker.core.happenings import tell

SHOWN = 80  # characters of a claim in one line


def tell_of_claim(
    event: str, claim: Claim, words: str, *, by: Any, to: Iterable[int] = (), private: bool = False, path: str = ""
) -> None:
    """Told to who follows the claim, its article or a source that it cites; `words` get the claim's own behind them."""
    sources = sorted(claim.links.current().sources())
    subjects = [("claim", claim.pk), ("article", claim.article_id), *(("source", pk) for pk in sources)]
    said = f"{words}: “{Truncator(claim.quote).chars(SHOWN)}”"
    tell(event, by=by, subjects=subjects, words=said, path=path or claim.get_absolute_url(), to=to, private=private)
