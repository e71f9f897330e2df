"""Tags for what was written: articles, citations, sources."""
