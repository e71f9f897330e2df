"""The parts of the guarded way to addresses. Others import `sources.http`, never these."""
