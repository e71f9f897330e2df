"""The API of articles, citations and sources."""
