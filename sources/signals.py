"""What this app announces to whoever listens. The sender is the model; each is sent inside the transaction.

`snapshot_stored`: `snapshot`, a new copy of a source.
`snapshot_seen_again`: `snapshot`, an older copy whose words the source has gone back to.
`citations_identified`: `sources`, ids of works that citations lead to now, or led to until now.
"""

from django.dispatch import Signal

snapshot_stored = Signal()
snapshot_seen_again = Signal()
citations_identified = Signal()
