"""The JSON shape of a try to fetch a source, and its row in a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtracker.core.addresses import Addresses
from sources.exports.shapes import Shape, moment, source_ref
from sources.models import LinkCheck

COLUMNS = (
    "id", "source_id", "source", "why", "by", "address", "started_at", "finished_at", "outcome", "link", "turned",
    "http_status", "final_address", "milliseconds", "snapshot", "code", "problem",
)  # fmt: skip


def check_json(check: LinkCheck, addresses: Addresses) -> Shape:
    """Needs `for_list`."""
    return {
        "id": check.pk,
        "source": source_ref(check.source, addresses),
        "why": check.why,
        "by": check.by.get_username() if check.by else None,
        "address": check.address,
        "started_at": moment(check.started_at),
        "finished_at": moment(check.finished_at),
        "outcome": check.outcome or None,
        "link": check.link or None,
        "turned": check.turned,
        "http_status": check.http_status,
        "final_address": check.final_address or None,
        "hops": [{"address": address, "status": status} for address, status in check.hops],
        "milliseconds": check.milliseconds,
        "snapshot": addresses.record("snapshots", check.snapshot_id) if check.snapshot_id else None,
        "code": check.code or None,
        "problem": check.problem or None,
    }


def check_cells(check: LinkCheck, addresses: Addresses) -> Iterator[Any]:
    yield from (check.pk, check.source_id, str(check.source), check.why, check.by.get_username() if check.by else None)
    yield from (check.address, moment(check.started_at), moment(check.finished_at), check.outcome, check.link)
    yield from (check.turned, check.http_status, check.final_address, check.milliseconds)
    yield from (check.snapshot_id, check.code, check.problem)
