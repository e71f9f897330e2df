"""The API: all of v1 on one screen, and what its answers have in common."""
