"""Pages about what was written: articles, adding one, sources."""
