"""The queue: what comes first, for whom, and what is done in it."""
